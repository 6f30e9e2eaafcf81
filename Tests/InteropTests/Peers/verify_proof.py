"""eddsa-jcs-2022, step by step after Data Integrity EdDSA Cryptosuites v1.0, section 3.3, with rfc8785 and cryptography.

request {document: DID document's path or a did:key, files: [path]}; answer in the order of the files
[{proof: outcome, tampered: outcome}], where the tampered document has one character of its id changed.
"""

import copy
import hashlib

import rfc8785
from cryptography.exceptions import InvalidSignature

from common import (JCS_SUITE, answer, did_key_document, ed25519_key, multibase_decode, outcome, read_json, request,
                    verification_method)


def verify(secured, document):
    # 3.3.2 step 1 to 4: the proof's own contexts, in their order, begin the document's.
    unsecured = {name: value for name, value in secured.items() if name != "proof"}
    # A set of one may stand without brackets; the proof that is left out is always all of them.
    proofs = secured["proof"] if isinstance(secured["proof"], list) else [secured["proof"]]
    assert len(proofs) == 1
    secured = dict(secured, proof=proofs[0])
    options = {name: value for name, value in secured["proof"].items() if name != "proofValue"}
    if "@context" in options:
        contexts = options["@context"]
        contexts = contexts if isinstance(contexts, list) else [contexts]
        assert unsecured["@context"][: len(contexts)] == contexts, "the proof's contexts begin the document's"
        unsecured["@context"] = options["@context"]
    # 3.3.3 and 3.3.5: type and suite as named; JCS for the document and for the options.
    assert options["type"] == "DataIntegrityProof" and options["cryptosuite"] == JCS_SUITE
    assert options["proofPurpose"] == "assertionMethod"
    # 3.3.4: the hash of the options comes first.
    hashed = hashlib.sha256(rfc8785.dumps(options)).digest() + hashlib.sha256(rfc8785.dumps(unsecured)).digest()
    # 3.3.7: the multibase header is z.
    assert secured["proof"]["proofValue"][0] == "z"
    signature = multibase_decode(secured["proof"]["proofValue"])
    assert len(signature) == 64
    method = verification_method(document, options["verificationMethod"])
    issuer = secured["issuer"] if isinstance(secured["issuer"], str) else secured["issuer"]["id"]
    assert method["controller"] == issuer, "the issuer controls the key"
    try:
        ed25519_key(method).verify(signature, hashed)
    except InvalidSignature:
        raise AssertionError("signature") from None
    return options["verificationMethod"]


asked = request()
name = asked["document"]
document = did_key_document(name) if name.startswith("did:key:") else read_json(name)
answers = []
for path in asked["files"]:
    secured = read_json(path)
    tampered = copy.deepcopy(secured)
    tampered["id"] = tampered["id"][:-1] + ("0" if tampered["id"][-1] != "0" else "1")
    answers.append({
        "proof": outcome(lambda: verify(secured, document)), "tampered": outcome(lambda: verify(tampered, document)),
    })
answer(answers)
