"""eddsa-rdfc-2022, step by step after Data Integrity EdDSA Cryptosuites v1.0, section 3.2, with PyLD and cryptography.

request {corpus, document: DID document's path or a did:key, files: [path]}; answer in the order of the files
[{proof: outcome, tampered: outcome}], where the tampered document has one character of its id changed.
"""

import copy
import hashlib

from cryptography.exceptions import InvalidSignature
from pyld import jsonld

from common import (RDFC_SUITE, answer, did_key_document, document_loader, ed25519_key, multibase_decode,
                    outcome, read_json, request, verification_method)


def rdfc(document):
    """3.2.3 and 3.2.5: RDF, and the canonical form of RDF Dataset Canonicalization."""
    return jsonld.normalize(
        document, {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": loader}).encode()


def verify(secured, document):
    unsecured = {name: value for name, value in secured.items() if name != "proof"}
    # A set of one may stand without brackets; the proof that is left out is always all of them.
    proofs = secured["proof"] if isinstance(secured["proof"], list) else [secured["proof"]]
    assert len(proofs) == 1
    secured = dict(secured, proof=proofs[0])
    options = {name: value for name, value in secured["proof"].items() if name != "proofValue"}
    # 3.2.5: the options are read under the document's contexts.
    assert "@context" not in options
    options = dict({"@context": unsecured["@context"]}, **options)
    # 3.2.3 and 3.2.5: type and suite as named.
    assert options["type"] == "DataIntegrityProof" and options["cryptosuite"] == RDFC_SUITE
    assert options["proofPurpose"] == "assertionMethod"
    # 3.2.4: the hash of the options comes first.
    hashed = hashlib.sha256(rdfc(options)).digest() + hashlib.sha256(rdfc(unsecured)).digest()
    # 3.2.7: the multibase header is z.
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
loader = document_loader(asked["corpus"])
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
