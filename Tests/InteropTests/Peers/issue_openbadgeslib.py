"""openbadgeslib issues: JWTs by each of its algorithms, an eddsa-rdfc-2022 proof, and a status list of its own.

request {folder, embedded}; writes did.json and the files; answer {did: a did:key, recipient}.
"""

import datetime
import json

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from openbadgeslib.keys import public_jwk_from_pem
from openbadgeslib.ob3 import (Achievement, Alignment, Evidence, IdentityObject, Issuer, OB3LdpSigner, OB3Signer,
                               OpenBadgeCredential, Result, ResultDescription, build_did_document,
                               build_status_list_credential, did_key_from_pem, sign_status_list_credential,
                               status_entry)

from common import answer, request, write, write_json
from sample import DID, whole_second

asked = request()
folder = asked["folder"]
private = {
    "RS256": rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}
pems = {
    name: key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                            serialization.NoEncryption())
    for name, key in private.items()
}
public = {
    name: key.public_key().public_bytes(serialization.Encoding.PEM,
                                        serialization.PublicFormat.SubjectPublicKeyInfo)
    for name, key in private.items()
}
write_json(f"{folder}/did.json",
           build_did_document(DID, [(name.lower(), public_jwk_from_pem(pem)) for name, pem in public.items()]))

recipient = "anna@example.org"
achievement = Achievement(
    id="https://peer.example/achievements/python", name="Python developer", description="Writes Python.",
    criteria_narrative="Has a program taken into use.", achievement_type="Badge", credits_available=2.0,
    alignments=[Alignment(target_name="Python", target_url="http://data.europa.eu/esco/skill/ccd0a1d9")],
    result_descriptions=[ResultDescription(
        id="https://peer.example/achievements/python#grade", name="Grade", result_type="LetterGrade",
        allowed_values=["A", "B"])])


def badge(issuer=DID, **more):
    return OpenBadgeCredential(
        issuer=Issuer(id=issuer, name="Peer", url="https://peer.example"), achievement=achievement,
        recipient_id="urn:uuid:7f0c3b8e-0e63-4b53-9b5c-1f4f0f5a3c11",
        identifiers=[IdentityObject.create(recipient, salt="5a1f")], credits_earned=1.5,
        results=[Result(value="A", result_description="https://peer.example/achievements/python#grade")],
        evidence=[Evidence(id="https://peer.example/evidence/1", name="The program")],
        issuance_date=whole_second(), **more)


for name, pem in pems.items():
    write(f"{folder}/{name}.jwt", OB3Signer(privkey_pem=pem, algorithm=name).sign(badge()))

ending = badge(expiration_date=whole_second() + datetime.timedelta(days=365))
write(f"{folder}/ending.jwt", OB3Signer(privkey_pem=pems["ES256"], algorithm="ES256").sign(ending))
fraction = badge(expiration_date=whole_second() + datetime.timedelta(days=365, microseconds=250000))
fraction.issuance_date += datetime.timedelta(microseconds=750000)
write(f"{folder}/fraction.jwt", OB3Signer(privkey_pem=pems["ES256"], algorithm="ES256").sign(fraction))

did = did_key_from_pem(public["ES256"])
write(f"{folder}/did-key.jwt", OB3Signer(privkey_pem=pems["ES256"], algorithm="ES256").sign(badge(issuer=did)))
# Another's key under that issuer's name; the header carries that key.
write(f"{folder}/impostor.jwt", OB3Signer(privkey_pem=pems["EdDSA"], algorithm="EdDSA").sign(badge(issuer=did)))

url = "https://peer.example/status/revocation"
listed = build_status_list_credential(
    DID, url, "revocation", {7}, valid_until=whole_second() + datetime.timedelta(days=20))
write(f"{folder}/list.jwt", sign_status_list_credential(listed, pems["ES256"], "ES256"))
for name, index in (("standing", 6), ("withdrawn", 7)):
    document = badge(credential_status=[status_entry(url, "revocation", index)])
    write(f"{folder}/{name}.jwt", OB3Signer(privkey_pem=pems["ES256"], algorithm="ES256").sign(document))

signer = OB3LdpSigner(pems["EdDSA"], verification_method=f"{DID}#eddsa")
write(f"{folder}/embedded.json", json.dumps(signer.sign(badge())))
answer({"did": did, "recipient": recipient})
