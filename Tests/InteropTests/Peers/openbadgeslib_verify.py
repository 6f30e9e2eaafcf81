"""openbadgeslib: its verifiers on what the program issues, anchored to the issuer's DID, status list included.

request {did, served: {URL: path}, email, files: [path]}; answer [outcome] in the order of the files, the value {name,
recipient, levels, values, evidence, status, names: whether its hashed identifier is that of the email}.
"""

from openbadgeslib.ob3 import IdentityObject, OB3LdpVerifier, OB3Verifier

from common import answer, outcome, read_text, request

asked = request()


def download(url):
    return read_text(asked["served"][url]).encode()


def verify(path):
    # The list has an embedded proof; openbadgeslib checks only the signature of a list that is a JWT.
    options = {"check_status": True, "verify_status_list": False, "download": download}
    if path.endswith(".jwt"):
        verifier = OB3Verifier.for_issuer_did(asked["did"], download=download)
    else:
        verifier = OB3LdpVerifier.for_issuer_did(asked["did"], download=download)
    badge = verifier.verify(read_text(path), **options)
    return {
        "name": badge.name, "recipient": badge.recipient_id,
        "levels": [result.achieved_level for result in badge.results if result.achieved_level],
        "values": [result.value for result in badge.results if result.value],
        "evidence": [evidence.id for evidence in badge.evidence], "status": len(badge.credential_status),
        "names": [identifier.identity_hash == IdentityObject.create(asked["email"], identifier.salt).identity_hash
                  for identifier in badge.identifiers if identifier.identity_type == "emailAddress"],
    }


answer([outcome(lambda: verify(path)) for path in asked["files"]])
