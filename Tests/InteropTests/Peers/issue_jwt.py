"""PyJWT and joserfc issue JWTs: sound ones by each algorithm, and ones that nobody may take.

request {folder}; writes did.json and one file for each name into it; answer [name of file].
"""

import json

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey, RSAKey

from common import answer, base64url_decode, base64url_encode, request, write, write_json
from sample import DID, badge, badge_version_1, claims, did_document, vc_claim, whole_second

folder = request()["folder"]
names = []


def save(name, token):
    names.append(f"{name}.jwt")
    write(f"{folder}/{name}.jwt", token)


private = {
    "es256": ec.generate_private_key(ec.SECP256R1()),
    "es384": ec.generate_private_key(ec.SECP384R1()),
    "rs256": rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "eddsa": ed25519.Ed25519PrivateKey.generate(),
}
algorithms = {"es256": "ES256", "es384": "ES384", "rs256": "RS256", "eddsa": "EdDSA"}


def pem(key):
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                             serialization.NoEncryption())


kinds = {"es256": ECKey, "es384": ECKey, "rs256": RSAKey, "eddsa": OKPKey}
keys = {name: kinds[name].import_key(pem(key)) for name, key in private.items()}
write_json(f"{folder}/did.json", did_document(DID, {name: key.as_dict(private=False) for name, key in keys.items()}))


def header(name, **more):
    return {"kid": f"{DID}#{name}", "typ": "JWT", **more}


def by_pyjwt(payload, name, **more):
    return jwt.encode(payload, private[name], algorithm=algorithms[name], headers=header(name, **more))


def by_joserfc(payload, name, **more):
    full = {"alg": algorithms[name], **header(name, **more)}
    return jws.serialize_compact(full, json.dumps(payload).encode(), keys[name], algorithms=[algorithms[name]])


for name in private:
    save(f"pyjwt-{name}", by_pyjwt(claims(badge()), name))
    save(f"joserfc-{name}", by_joserfc(claims(badge()), name))

# The form of VC Data Model 1.1, for both models; and VC-JOSE-COSE, where the payload is the credential alone.
moment = whole_second()
save("pyjwt-vc-claim", by_pyjwt(vc_claim(badge_version_1(moment), moment), "es256"))
save("joserfc-vc-claim-2", by_joserfc(vc_claim(badge(valid_from=moment), moment), "es384"))
save("joserfc-vc-jose-cose", by_joserfc(badge(), "es256", typ="vc+jwt", cty="vc"))

# Nobody may take these.
sound = by_pyjwt(claims(badge()), "es256")
head, body, signature = sound.split(".")
save("bad-none", jwt.encode(claims(badge()), None, algorithm="none", headers=header("es256")))
save("bad-unsigned", f"{head}.{body}.")
# The public key as an HMAC secret: the oldest trick.
public = private["rs256"].public_key().public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
secret = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
hs_head = base64url_encode(json.dumps({"alg": "HS256", **header("rs256")}).encode())
hs_body = base64url_encode(json.dumps(claims(badge())).encode())
hs_signature = base64url_encode(secret.sign(f"{hs_head}.{hs_body}".encode(), public))
save("bad-hs256", f"{hs_head}.{hs_body}.{hs_signature}")
changed = json.loads(base64url_decode(body))
changed["name"] = "Another badge"
save("bad-payload", f"{head}.{base64url_encode(json.dumps(changed).encode())}.{signature}")
other = ec.generate_private_key(ec.SECP256R1())
save("bad-key", jwt.encode(claims(badge()), other, algorithm="ES256", headers=header("es256")))
# Its own key in the header proves nothing beside the kid.
own = ECKey.import_key(pem(other)).as_dict(private=False)
save("bad-own-jwk", jwt.encode(claims(badge()), other, algorithm="ES256", headers=header("es256", jwk=own)))
save("bad-claim", by_pyjwt({**claims(badge()), "sub": "urn:uuid:00000000-0000-4000-8000-000000000000"}, "es256"))
save("bad-issuer", by_pyjwt({**claims(badge()), "iss": "did:web:other.example"}, "es256"))
save("bad-both-forms", by_pyjwt({**claims(badge()), "vc": badge()}, "es256"))
save("bad-wrong-algorithm", by_pyjwt(claims(badge()), "es256", kid=f"{DID}#es384"))
expired = {**claims(badge(validUntil="2026-01-01T00:00:00Z", valid_from=whole_second().replace(year=2025)))}
save("bad-expired", by_pyjwt({**expired, "exp": 1767225600}, "es256"))
answer(names)
