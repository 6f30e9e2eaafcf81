"""PyJWT and joserfc: JWTs checked with the key that their kid names in the DID document.

request {document: path, files: [path]}; answer in the order of the files
[{header, claims, pyjwt, joserfc, tampered: {pyjwt, joserfc}}], the middle two outcomes whose value is the claims.
"""

import json

import jwt
from joserfc import jws
from joserfc.jwk import ECKey

from common import answer, base64url_decode, base64url_encode, outcome, read_json, read_text, request, verification_method


def with_pyjwt(token, jwk):
    return jwt.decode(token, jwt.PyJWK(jwk, algorithm="ES256"), algorithms=["ES256"],
                      options={"require": ["iss", "sub", "jti", "nbf"]})


def with_joserfc(token, jwk):
    signed = jws.deserialize_compact(token, ECKey.import_key(jwk), algorithms=["ES256"])
    return json.loads(signed.payload)


def tamper(token):
    """The same badge at another level of trust in its name."""
    header, payload, signature = token.split(".")
    claims = json.loads(base64url_decode(payload))
    claims["name"] += "!"
    return ".".join([header, base64url_encode(json.dumps(claims).encode()), signature])


asked = request()
document = read_json(asked["document"])
answers = []
for path in asked["files"]:
    token = read_text(path)
    header, payload, _ = token.split(".")
    header = json.loads(base64url_decode(header))
    method = verification_method(document, header["kid"])
    assert method["type"] == "JsonWebKey"
    jwk = method["publicKeyJwk"]
    changed = tamper(token)
    answers.append({
        "header": header,
        "claims": json.loads(base64url_decode(payload)),
        "pyjwt": outcome(lambda: with_pyjwt(token, jwk)),
        "joserfc": outcome(lambda: with_joserfc(token, jwk)),
        "tampered": {"pyjwt": outcome(lambda: with_pyjwt(changed, jwk)),
                     "joserfc": outcome(lambda: with_joserfc(changed, jwk))},
    })
answer(answers)
