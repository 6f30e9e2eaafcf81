"""Proofs over linked data checked by hand.

request {corpus, document: DID document's path, files: [path]}; answer in the order of the files [{proof: outcome,
tampered: outcome}], where the tampered document has one character of its id changed.
"""

import copy

from common import answer, document_loader, outcome, read_json, request, verification_method
from linked_data import parts, verify

asked = request()
loader = document_loader(asked["corpus"])
document = read_json(asked["document"])


def judge(secured):
    method = verification_method(document, parts(secured)[2]["verificationMethod"])
    issuer = secured["issuer"] if isinstance(secured["issuer"], str) else secured["issuer"]["id"]
    assert method["controller"] == issuer, "the issuer controls the key"
    return verify(secured, method, loader)


answers = []
for path in asked["files"]:
    secured = read_json(path)
    tampered = copy.deepcopy(secured)
    tampered["id"] = tampered["id"][:-1] + ("0" if tampered["id"][-1] != "0" else "1")
    answers.append({"proof": outcome(lambda: judge(secured)), "tampered": outcome(lambda: judge(tampered))})
answer(answers)
