"""Proofs over linked data, step by step after the Data Integrity standards, with PyLD and cryptography: eddsa-rdfc-2022
and Ed25519Signature2020 (EdDSA Cryptosuites v1.0, sections 3.2 and 3.4), ecdsa-rdfc-2019 (ECDSA Cryptosuites v1.0,
section 3.2) and the receiver's side of ecdsa-sd-2023 (there, section 3.6.7). No verifier of anybody's.
"""

import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pyld import jsonld
from pyld.canon import URDNA2015

from common import base64url_decode, base64url_encode, multibase_decode, relative

# Curve, hash of the signature, bytes of a half of it; the hash inside the canonicalisation is the same.
CURVES = {
    "P-256": (ec.SECP256R1(), hashes.SHA256(), 32, hashlib.sha256),
    "P-384": (ec.SECP384R1(), hashes.SHA384(), 48, hashlib.sha384),
}
TYPES = {
    "eddsa-rdfc-2022": "DataIntegrityProof", "ecdsa-rdfc-2019": "DataIntegrityProof",
    "ecdsa-sd-2023": "DataIntegrityProof", "Ed25519Signature2020": "Ed25519Signature2020",
}


class Canonicalization(URDNA2015):
    """PyLD's, with another hash: RDFC-1.0 differs from it in the escapes of control characters besides."""

    def __init__(self, algorithm):
        super().__init__()
        self.algorithm = algorithm

    def create_hash(self):
        return self.algorithm()


def canonical(document, loader, algorithm=hashlib.sha256):
    """The canonical N-Quads of a document all of whose words have a meaning."""
    options = {"documentLoader": loader, "base": None}
    dropped = []
    expanded = jsonld.expand(document, options, on_property_dropped=lambda name: dropped.append(str(name)))
    assert not dropped, f"words without a meaning: {dropped}"
    assert not list(relative(expanded)), "relative identifiers"
    dataset = jsonld.to_rdf(expanded, options)
    return Canonicalization(algorithm).main(dataset, {"format": "application/n-quads"})


def parts(secured):
    """The document without its one proof, that proof's value, and its configuration under the document's contexts."""
    proof = secured["proof"]
    if isinstance(proof, list):
        assert len(proof) == 1
        proof = proof[0]
    unsecured = {name: value for name, value in secured.items() if name != "proof"}
    config = {name: value for name, value in proof.items() if name != "proofValue"}
    assert config.get("@context", unsecured["@context"]) == unsecured["@context"]
    config["@context"] = unsecured["@context"]
    return unsecured, proof.get("proofValue"), config


def suite(config):
    name = config["cryptosuite"] if config["type"] == "DataIntegrityProof" else config["type"]
    assert TYPES[name] == config["type"]
    return name


def signed_bytes(unsecured, config, loader, algorithm):
    """Hashing, section 3.2.4 of both: the configuration's hash comes first."""
    return (algorithm(canonical(config, loader, algorithm).encode()).digest()
            + algorithm(canonical(unsecured, loader, algorithm).encode()).digest())


# Keys


def public_key(method):
    """The key of a verification method, and its curve; nothing for Ed25519."""
    if "publicKeyMultibase" in method:
        data = multibase_decode(method["publicKeyMultibase"])
        if data[:2] == b"\xed\x01":
            return ed25519.Ed25519PublicKey.from_public_bytes(data[2:]), None
        name = {b"\x80\x24": "P-256", b"\x81\x24": "P-384"}[data[:2]]
        return ec.EllipticCurvePublicKey.from_encoded_point(CURVES[name][0], data[2:]), name
    jwk = method["publicKeyJwk"]
    if jwk["crv"] == "Ed25519":
        return ed25519.Ed25519PublicKey.from_public_bytes(base64url_decode(jwk["x"])), None
    x, y = (int.from_bytes(base64url_decode(jwk[name]), "big") for name in ("x", "y"))
    return ec.EllipticCurvePublicNumbers(x, y, CURVES[jwk["crv"]][0]).public_key(), jwk["crv"]


def check(key, curve, signature, message):
    try:
        if curve is None:
            key.verify(signature, message)
            return
        _curve, digest, half, _algorithm = CURVES[curve]
        assert len(signature) == 2 * half, "the signature's length"
        r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(digest))
    except InvalidSignature:
        raise AssertionError("signature") from None


def sign(key, curve, message):
    if curve is None:
        return key.sign(message)
    _curve, digest, half, _algorithm = CURVES[curve]
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(digest)))
    return r.to_bytes(half, "big") + s.to_bytes(half, "big")


# Verifying


def verify(secured, method, loader, purpose="assertionMethod"):
    """The suite's name, when the proof fits the key of that method and was made for that purpose."""
    unsecured, value, config = parts(secured)
    name = suite(config)
    assert config["proofPurpose"] == purpose
    key, curve = public_key(method)
    if name == "ecdsa-sd-2023":
        assert curve == "P-256"
        verify_derived(unsecured, value, config, key, loader)
        return name
    assert (curve is None) == (name != "ecdsa-rdfc-2019")
    algorithm = CURVES[curve][3] if curve else hashlib.sha256
    assert value[0] == "z"
    check(key, curve, multibase_decode(value), signed_bytes(unsecured, config, loader, algorithm))
    return name


def verify_derived(unsecured, value, config, key, loader):
    """ECDSA Cryptosuites, 3.6.7 Verify Derived Proof, with 3.5.8 parseDerivedProofValue and 3.5.9 createVerifyData."""
    assert value[0] == "u"
    data = base64url_decode(value[1:])
    assert data[:3] == b"\xd9\x5d\x01", "a derived proof"
    components, end = cbor(data, 3)
    assert end == len(data)
    base_signature, statement_key, signatures, labels, mandatory = components
    config_hash = hashlib.sha256(canonical(config, loader).encode()).digest()
    named = {f"c14n{number}": "u" + base64url_encode(label) for number, label in labels.items()}
    lines = sorted(
        re.sub(r"_:(c14n\d+)", lambda match: "_:" + named[match.group(1)], line) + "\n"
        for line in canonical(unsecured, loader).splitlines())
    shown = "".join(line for place, line in enumerate(lines) if place in mandatory)
    chosen = [line for place, line in enumerate(lines) if place not in mandatory]
    assert len(chosen) == len(signatures), "a signature for each statement"
    to_verify = config_hash + statement_key + hashlib.sha256(shown.encode()).digest()
    check(key, "P-256", base_signature, to_verify)
    assert statement_key[:2] == b"\x80\x24"
    own_key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), statement_key[2:])
    for line, signature in zip(chosen, signatures):
        check(own_key, "P-256", signature, line.encode())


def cbor(data, place):
    """The CBOR (RFC 8949) that proof values hold: numbers, bytes, texts, lists and maps."""
    kind, count = data[place] >> 5, data[place] & 31
    place += 1
    if count >= 24:
        length = 1 << (count - 24)
        count = int.from_bytes(data[place:place + length], "big")
        place += length
    if kind == 0:
        return count, place
    if kind in (2, 3):
        content = data[place:place + count]
        return (content if kind == 2 else content.decode()), place + count
    items = []
    for _ in range(count * (2 if kind == 5 else 1)):
        item, place = cbor(data, place)
        items.append(item)
    assert kind in (4, 5)
    return (items if kind == 4 else dict(zip(items[::2], items[1::2]))), place
