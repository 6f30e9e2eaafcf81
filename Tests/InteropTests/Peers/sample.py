"""A badge as a peer would issue it: Open Badges 3.0 in the array form, by an issuer of its own."""

import datetime
import uuid

DID = "did:web:peer.example"
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"


def whole_second():
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) - datetime.timedelta(hours=1)


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def badge(issuer=DID, valid_from=None, **more):
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"urn:uuid:{uuid.uuid4()}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Peer badge",
        "issuer": {"id": issuer, "type": ["Profile"], "name": "Peer"},
        "validFrom": iso(valid_from or whole_second()),
        "credentialSubject": {
            "id": f"urn:uuid:{uuid.uuid4()}",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://peer.example/achievements/1",
                "type": ["Achievement"],
                "name": "Peer badge",
                "description": "Knows what peers know.",
                "criteria": {"narrative": "Shown at work."},
            },
        },
        **more,
    }


def badge_version_1(valid_from):
    """The same by VC Data Model 1.1."""
    credential = badge()
    credential["@context"] = [
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    ]
    credential["issuanceDate"] = iso(valid_from)
    del credential["validFrom"]
    return credential


def claims(credential):
    """Open Badges 3.0 section 8.2: the credential's members beside the registered claims."""
    moment = datetime.datetime.fromisoformat(credential["validFrom"])
    return {
        **credential,
        "iss": credential["issuer"]["id"],
        "jti": credential["id"],
        "sub": credential["credentialSubject"]["id"],
        "nbf": int(moment.timestamp()),
    }


def vc_claim(credential, moment):
    """VC Data Model 1.1, section 6.3.1: the credential in the claim vc."""
    return {
        "vc": credential,
        "iss": credential["issuer"]["id"],
        "jti": credential["id"],
        "sub": credential["credentialSubject"]["id"],
        "nbf": int(moment.timestamp()),
    }


def did_document(did, keys):
    """A DID document with public JWKs by fragment."""
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": did,
        "verificationMethod": [
            {"id": f"{did}#{fragment}", "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk}
            for fragment, jwk in keys.items()
        ],
        "assertionMethod": [f"{did}#{fragment}" for fragment in keys],
    }
