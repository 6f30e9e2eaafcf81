"""What the peers' scripts share: one JSON request on standard input, one JSON answer on standard output, no network."""

import base64
import json
import re
import socket
import sys

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

RDFC_SUITE = "eddsa-rdfc-2022"


def _no_network(*_arguments, **_options):
    raise OSError("a peer tried to reach the network")


# A peer that would fetch something answers from the network, not from what the program wrote.
socket.socket.connect = _no_network
socket.create_connection = _no_network
socket.getaddrinfo = _no_network


def request():
    return json.load(sys.stdin)


def answer(value):
    json.dump(value, sys.stdout, ensure_ascii=False)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def read_text(path):
    with open(path, encoding="utf-8") as file:
        return file.read().strip()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def write_json(path, value):
    write(path, json.dumps(value, ensure_ascii=False))


def outcome(action):
    """What the action answers, or by which error it refuses."""
    try:
        return {"ok": True, "value": action()}
    except Exception as error:  # The peer's own error is the answer.
        return {"ok": False, "error": f"{type(error).__name__}: {error}"}


# Base encodings, written out, so that no peer's decoder hides a fault in what the program writes.


def base64url_decode(text):
    assert "=" not in text, "base64url without padding"
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base64url_encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def multibase_decode(text):
    """Multibase of the Controlled Identifiers standard: base58btc (z) and base64url (u)."""
    if text[0] == "u":
        return base64url_decode(text[1:])
    assert text[0] == "z", f"multibase {text[0]!r}"
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number = 0
    for sign in text[1:]:
        number = number * 58 + alphabet.index(sign)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


# Keys of a DID document.


def verification_method(document, identifier):
    """The method with that id, when it may be used for assertions."""
    assert identifier in document["assertionMethod"], f"{identifier} is no assertionMethod"
    found = [method for method in document["verificationMethod"] if method["id"] == identifier]
    assert len(found) == 1, f"{len(found)} methods {identifier}"
    assert found[0]["controller"] == document["id"]
    return found[0]


def did_key_document(did):
    """did:key, for Ed25519: the DID is its key."""
    method = f"{did}#{did.removeprefix('did:key:')}"
    return {
        "id": did,
        "verificationMethod": [
            {"id": method, "type": "Multikey", "controller": did, "publicKeyMultibase": did.removeprefix("did:key:")}
        ],
        "assertionMethod": [method],
    }


def ed25519_key(method):
    assert method["type"] == "Multikey"
    data = multibase_decode(method["publicKeyMultibase"])
    assert data[:2] == b"\xed\x01" and len(data) == 34, "an Ed25519 Multikey"
    return ed25519.Ed25519PublicKey.from_public_bytes(data[2:])


def p256_pem(jwk):
    from cryptography.hazmat.primitives import serialization

    x, y = (int.from_bytes(base64url_decode(jwk[name]), "big") for name in ("x", "y"))
    return (
        ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1())
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


# Documents of the conformance corpus, instead of the network.


def documents(corpus):
    listed = read_json(f"{corpus}/documents.json")
    return {
        entry["url"]: f"{corpus}/{entry['file']}"
        for kind in ("contexts", "schemas", "other")
        for entry in listed[kind]
        if "url" in entry
    }


def document_loader(corpus):
    """A loader for PyLD that knows the corpus and nothing else."""
    known = documents(corpus)

    def load(url, _options):
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": read_json(known[url]),
        }

    return load


# Expanded documents.

ABSOLUTE = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*:|_:)[^\s<>\"{}|\\^`]*$")


def relative(node):
    """Identifiers and types of an expanded document that are no absolute IRIs."""
    if isinstance(node, list):
        for element in node:
            yield from relative(element)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name in ("@id", "@type"):
                for identifier in value if isinstance(value, list) else [value]:
                    if identifier != "@json" and not ABSOLUTE.match(identifier):
                        yield identifier
            elif not name.startswith("@") and not ABSOLUTE.match(name):
                yield name
            if name != "@value":
                yield from relative(value)
