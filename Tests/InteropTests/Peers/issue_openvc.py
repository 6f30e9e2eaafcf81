"""openvc-core issues: VC-JWTs, proofs of each of its Data Integrity suites, a status list.

request {folder, corpus}; writes did.json and the files; answer {did:key issuer}.
"""

import copy
import datetime
import time

from openvc.keys import Ed25519SigningKey, P256SigningKey, P384SigningKey
from openvc.multibase import encode_multibase
from openvc.proof.data_integrity import DataIntegrityProofSuite
from openvc.proof.di_ecdsa_rdfc import EcdsaRdfcProofSuite
from openvc.proof.di_jcs import EcdsaJcsProofSuite, EddsaJcsProofSuite
from openvc.proof.ecdsa_sd import EcdsaSdProofSuite
from openvc.proof.vc_jwt import VcJwtProofSuite
from openvc.status.bitstring import new_bitstring, set_status_bit
from openvc.status.issue import build_status_list_credential, build_status_list_entry

from common import answer, documents, read_json, request, write, write_json
from sample import DID, badge, did_document, whole_second

asked = request()
folder = asked["folder"]
keys = {
    "ed": Ed25519SigningKey.generate(f"{DID}#ed"),
    "p256": P256SigningKey.generate(f"{DID}#p256"),
    "p384": P384SigningKey.generate(f"{DID}#p384"),
}
write_json(f"{folder}/did.json", did_document(DID, {name: key.public_jwk() for name, key in keys.items()}))


def this_second(key):
    """openvc-core writes the second of signing into nbf, whatever validFrom says: sign within the second named."""
    while True:
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        token = VcJwtProofSuite().sign(badge(valid_from=now), signing_key=key)
        if int(time.time()) == int(now.timestamp()):
            return token


for name, key in keys.items():
    write(f"{folder}/{name}.jwt", this_second(key))
write(f"{folder}/nbf.jwt", VcJwtProofSuite().sign(badge(valid_from=whole_second()), signing_key=keys["p256"]))

# eddsa-jcs-2022, as openvc-core writes it, and with the contexts in the proof that it signed there.
suite = EddsaJcsProofSuite()
secured = suite.add_proof(badge(), signing_key=keys["ed"], verification_method=f"{DID}#ed")
write_json(f"{folder}/jcs.json", secured)
completed = copy.deepcopy(secured)
completed["proof"]["@context"] = completed["@context"]
write_json(f"{folder}/jcs-completed.json", completed)

# By a did:key.
raw = keys["ed"].public_key_raw()
multikey = encode_multibase(b"\xed\x01" + raw)
did = f"did:key:{multikey}"
own = suite.add_proof(badge(issuer=did), signing_key=keys["ed"], verification_method=f"{did}#{multikey}")
own["proof"]["@context"] = own["@context"]
write_json(f"{folder}/did-key.json", own)

for name in ("p256", "p384"):
    signed = EcdsaJcsProofSuite().add_proof(badge(), signing_key=keys[name], verification_method=f"{DID}#{name}")
    signed["proof"]["@context"] = signed["@context"]
    write_json(f"{folder}/ecdsa-jcs-{name}.json", signed)

# The suites over linked data.
contexts = {url: read_json(path) for url, path in documents(asked["corpus"]).items()} if asked["corpus"] else {}
if contexts:
    rdfc = DataIntegrityProofSuite().add_proof(
        badge(), signing_key=keys["ed"], verification_method=f"{DID}#ed", extra_contexts=contexts)
    write_json(f"{folder}/rdfc.json", rdfc)
    for name in ("p256", "p384"):
        signed = EcdsaRdfcProofSuite().add_proof(
            badge(), signing_key=keys[name], verification_method=f"{DID}#{name}", extra_contexts=contexts)
        write_json(f"{folder}/ecdsa-rdfc-{name}.json", signed)
    disclosing = EcdsaSdProofSuite()
    base = disclosing.add_base_proof(
        badge(), signing_key=keys["p256"], verification_method=f"{DID}#p256",
        mandatory_pointers=["/issuer", "/validFrom"], extra_contexts=contexts)
    write_json(f"{folder}/sd-base.json", base)
    derived = disclosing.derive_proof(
        base, selective_pointers=["/name", "/credentialSubject/achievement"], extra_contexts=contexts)
    write_json(f"{folder}/sd-derived.json", derived)

# A status list of its own, with one of two badges withdrawn.
url = "https://peer.example/status/1"
bits = new_bitstring(131072)
set_status_bit(bits, 7, 1)
listed = build_status_list_credential(
    id=url, issuer=DID, bitstring=bits, status_purpose="revocation", valid_from=whole_second(),
    valid_until=whole_second() + datetime.timedelta(days=20))
listed = suite.add_proof(listed, signing_key=keys["ed"], verification_method=f"{DID}#ed")
listed["proof"]["@context"] = listed["@context"]
write_json(f"{folder}/list.json", listed)
for name, index in (("standing", 6), ("withdrawn", 7)):
    entry = build_status_list_entry(status_list_credential=url, index=index, status_purpose="revocation")
    document = suite.add_proof(
        badge(credentialStatus=entry), signing_key=keys["ed"], verification_method=f"{DID}#ed")
    document["proof"]["@context"] = document["@context"]
    write_json(f"{folder}/{name}.json", document)
answer({"did": did})
