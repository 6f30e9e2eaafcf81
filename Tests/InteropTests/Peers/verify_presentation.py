"""Presentations by a learner's did:key, checked by hand with PyLD and cryptography: the proof around the credentials, and
the proof of each credential in it.

request {corpus, document: the badges' issuer's DID document, files: [path]}; answer in the order of the files
[{proof: outcome, tampered: outcome, inner: [outcome]}], where the tampered presentation has one credential fewer or,
without any, another challenge.
"""

import copy

from common import answer, did_key_document, document_loader, outcome, read_json, request, verification_method
from linked_data import parts, verify

asked = request()
loader = document_loader(asked["corpus"])
issuer_document = read_json(asked["document"])


def method_of(secured, owner):
    document = did_key_document(owner) if owner.startswith("did:key:") else issuer_document
    method = verification_method(document, parts(secured)[2]["verificationMethod"])
    assert method["controller"] == owner
    return method


def judge(presentation):
    assert presentation["type"] == ["VerifiablePresentation"]
    return verify(presentation, method_of(presentation, presentation["holder"]), loader, "authentication")


def judge_inner(credential):
    if credential["type"] == "EnvelopedVerifiableCredential":
        assert credential["id"].startswith("data:application/vc+jwt,ey")
        return "envelope"
    issuer = credential["issuer"] if isinstance(credential["issuer"], str) else credential["issuer"]["id"]
    return verify(credential, method_of(credential, issuer), loader)


answers = []
for path in asked["files"]:
    presentation = read_json(path)
    tampered = copy.deepcopy(presentation)
    if "verifiableCredential" in tampered:
        tampered["verifiableCredential"].pop()
    else:
        tampered["proof"]["challenge"] += "x"
    answers.append({
        "proof": outcome(lambda: judge(presentation)), "tampered": outcome(lambda: judge(tampered)),
        "inner": [outcome(lambda: judge_inner(inner)) for inner in presentation.get("verifiableCredential", [])],
    })
answer(answers)
