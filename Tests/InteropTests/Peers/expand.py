"""PyLD: does every term of these documents mean something, with all contexts from the corpus?

PyLD has no safe mode, so this is one: it drops nothing, and what it makes is absolute.
request {corpus, files: [path]}; answer [{dropped, relative, quads}] in the order of the files.
"""

import json

from pyld import jsonld

from common import answer, base64url_decode, document_loader, read_json, read_text, relative, request

# Registered claims of RFC 7519: of the JWT, not of the credential.
CLAIMS = ("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf")


def document(path):
    if not path.endswith(".jwt"):
        return read_json(path)
    payload = json.loads(base64url_decode(read_text(path).split(".")[1]))
    return {name: value for name, value in payload.items() if name not in CLAIMS}


asked = request()
# Without a base, which PyLD would invent, a relative identifier stays one.
options = {"documentLoader": document_loader(asked["corpus"]), "base": None}
answers = []
for path in asked["files"]:
    dropped = []
    source = document(path)
    expanded = jsonld.expand(source, options, on_property_dropped=lambda name: dropped.append(str(name)))
    quads = jsonld.normalize(source, {**options, "algorithm": "URDNA2015", "format": "application/n-quads"})
    answers.append(
        {"dropped": dropped, "relative": list(relative(expanded)), "quads": len(quads.splitlines())}
    )
answer(answers)
