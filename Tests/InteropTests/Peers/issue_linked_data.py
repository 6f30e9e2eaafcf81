"""Badges signed by hand in every suite over linked data, by PyLD and cryptography alone.

request {folder, corpus}; writes did.json and, for each suite, a badge; answer {}.
"""

import hashlib

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from common import answer, base64url_encode, document_loader, request, write_json
from linked_data import CURVES, TYPES, sign, signed_bytes
from sample import DID, badge, did_document, iso, whole_second

asked = request()
folder = asked["folder"]
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58btc(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, place = divmod(number, 58)
        text = ALPHABET[place] + text
    return "z" + "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def jwk(key, curve):
    if curve is None:
        raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url_encode(raw)}
    numbers, half = key.public_key().public_numbers(), CURVES[curve][2]
    return {"kty": "EC", "crv": curve, "x": base64url_encode(numbers.x.to_bytes(half, "big")),
            "y": base64url_encode(numbers.y.to_bytes(half, "big"))}


def secure(document, suite, key, curve, fragment, loader):
    config = {"type": TYPES[suite]}
    if TYPES[suite] == "DataIntegrityProof":
        config["cryptosuite"] = suite
    config |= {"created": iso(whole_second()), "verificationMethod": f"{DID}#{fragment}",
               "proofPurpose": "assertionMethod"}
    algorithm = CURVES[curve][3] if curve else hashlib.sha256
    message = signed_bytes(document, {"@context": document["@context"], **config}, loader, algorithm)
    return {**document, "proof": {**config, "proofValue": base58btc(sign(key, curve, message))}}


keys = {"ed": (ed25519.Ed25519PrivateKey.generate(), None)}
for fragment, name in (("p256", "P-256"), ("p384", "P-384")):
    keys[fragment] = (ec.generate_private_key(CURVES[name][0]), name)
write_json(f"{folder}/did.json",
           did_document(DID, {fragment: jwk(*key) for fragment, key in keys.items()}))
loader = document_loader(asked["corpus"])
older = badge()
older["@context"] = older["@context"] + ["https://w3id.org/security/suites/ed25519-2020/v1"]
for file, suite, fragment, document in (
        ("eddsa-rdfc-2022", "eddsa-rdfc-2022", "ed", badge()),
        ("ecdsa-rdfc-2019-p256", "ecdsa-rdfc-2019", "p256", badge()),
        ("ecdsa-rdfc-2019-p384", "ecdsa-rdfc-2019", "p384", badge()),
        ("Ed25519Signature2020", "Ed25519Signature2020", "ed", older)):
    write_json(f"{folder}/{file}.json", secure(document, suite, *keys[fragment], fragment, loader))
answer({})
