"""What badge and linked-data libraries by other hands take for the same work on the same files.

request on standard input {contexts: {url: path}, badges: [{name, credential, quads, secured, jwt: paths}],
keys: {ed25519, p256: JWK}, tests: [paths of N-Quads]};
answer on standard output [{peer, badge, work, microseconds} or {peer, badge, work, error}].

Times are processor time of one thread, the median of some rounds; whatever can be made ready is made ready before, and
each peer reads its contexts from memory. No peer reaches the network.
"""

import base64
import importlib.metadata
import json
import socket
import statistics
import sys
import time


def _no_network(*_arguments, **_options):
    raise OSError("a peer tried to reach the network")


socket.socket.connect = _no_network
socket.create_connection = _no_network
socket.getaddrinfo = _no_network

SECONDS = 1.2  # for each piece of work
answers = []


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def microseconds(work):
    """The median of what one call takes, over rounds that fill the time."""
    work()
    times, end = [], time.thread_time_ns() + int(SECONDS * 1e9)
    while len(times) < 3 or (time.thread_time_ns() < end and len(times) < 2000):
        start = time.thread_time_ns()
        work()
        times.append(time.thread_time_ns() - start)
    return statistics.median(times) / 1000


def measure(package, badge, name, work):
    entry = {"peer": f"{package} {importlib.metadata.version(package)}", "badge": badge, "work": name}
    try:
        entry["microseconds"] = microseconds(work)
    except Exception as error:  # A peer that refuses the file says so in the table.
        entry["error"] = f"{type(error).__name__}: {error}"
    answers.append(entry)


def pyld(badge, contexts):
    from pyld import jsonld

    def load(url, _options):
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
                "document": contexts[url]}

    options = {"documentLoader": load, "base": None, "algorithm": "URDNA2015", "format": "application/n-quads"}
    text = read(badge["credential"])
    measure("PyLD", badge["name"], "canonical", lambda: jsonld.normalize(json.loads(text), options))


def oxigraph(badge):
    text = read(badge["quads"])
    measure("pyoxigraph", badge["name"], "quads", lambda: oxigraph_canonical(text))


def oxigraph_canonical(text):
    from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize

    dataset = Dataset(quad for quad in parse(text, format=RdfFormat.N_QUADS))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return b"".join(sorted(serialize(dataset, format=RdfFormat.N_QUADS).splitlines(keepends=True)))


def openvc(badge, contexts, keys):
    from openvc.keys import Ed25519SigningKey, P256SigningKey
    from openvc.proof.data_integrity import DataIntegrityProofSuite
    from openvc.proof.vc_jwt import VcJwtProofSuite

    package, name = "openvc-core", badge["name"]
    credential, secured, token = read(badge["credential"]), read(badge["secured"]), read(badge["jwt"])
    suite, jwt = DataIntegrityProofSuite(), VcJwtProofSuite()
    issuer = json.loads(credential)["issuer"]["id"]
    own = {"ed": Ed25519SigningKey.generate(f"{issuer}#ed"), "p256": P256SigningKey.generate(f"{issuer}#p256")}
    measure(package, name, "verify", lambda: suite.verify(
        json.loads(secured), public_key_jwk=keys["ed25519"], extra_contexts=contexts, check_temporal=False))
    measure(package, name, "secure", lambda: json.dumps(suite.add_proof(
        json.loads(credential), signing_key=own["ed"], verification_method=f"{issuer}#ed", extra_contexts=contexts)))
    measure(package, name, "verify-jwt", lambda: jwt.verify(
        token, public_key_jwk=keys["p256"], check_temporal=False))
    measure(package, name, "secure-jwt", lambda: jwt.sign(json.loads(credential), signing_key=own["p256"]))


def openbadgeslib(badge, keys):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519
    from openbadgeslib.ob3 import OB3LdpSigner, OB3LdpVerifier, OB3Signer, OB3Verifier

    def number(text):
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

    def public(key):
        return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    def private(key):
        return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                 serialization.NoEncryption())

    package, name = "openbadgeslib", badge["name"]
    secured, token = read(badge["secured"]), read(badge["jwt"])
    x, y = (int.from_bytes(number(keys["p256"][part]), "big") for part in ("x", "y"))
    embedded = OB3LdpVerifier(public(ed25519.Ed25519PublicKey.from_public_bytes(number(keys["ed25519"]["x"]))))
    enveloped = OB3Verifier(public(ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()))
    measure(package, name, "verify", lambda: embedded.verify(secured))
    measure(package, name, "verify-jwt", lambda: enveloped.verify(token))

    def signing(read_badge, signer, sign):
        made = {}

        def work():
            # Its own reading of the badge is made once, before the first round that counts.
            made.setdefault("badge", None)
            made["badge"] = made["badge"] or read_badge()
            return sign(signer, made["badge"])

        return work

    measure(package, name, "secure", signing(
        lambda: embedded.verify(secured),
        OB3LdpSigner(private(ed25519.Ed25519PrivateKey.generate()), verification_method=f"{badge['issuer']}#ed"),
        lambda signer, made: signer.sign_to_json(made)))
    measure(package, name, "secure-jwt", signing(
        lambda: enveloped.verify(token),
        OB3Signer(privkey_pem=private(ec.generate_private_key(ec.SECP256R1())), algorithm="ES256"),
        lambda signer, made: signer.sign(made)))


def official_tests(paths):
    from pyld import jsonld

    texts = [read(path) for path in paths]
    options = {"inputFormat": "application/n-quads", "algorithm": "URDNA2015", "format": "application/n-quads"}
    measure("pyoxigraph", "W3C", "tests", lambda: [oxigraph_canonical(text) for text in texts])
    measure("PyLD", "W3C", "tests", lambda: [jsonld.normalize(text, options) for text in texts])


asked = json.load(sys.stdin)
documents = {url: json.loads(read(path)) for url, path in asked["contexts"].items()}
for one in asked["badges"]:
    pyld(one, documents)
    oxigraph(one)
    openvc(one, documents, asked["keys"])
    openbadgeslib(one, asked["keys"])
if asked["tests"]:
    official_tests(asked["tests"])
json.dump(answers, sys.stdout)
