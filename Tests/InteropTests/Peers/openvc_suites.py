"""openvc-core's suites on badges that the program signed, and the holder's side of ecdsa-sd-2023 by its hand.

request {corpus, document: DID document's path, files: [path], base: path, pointers, derived: path to write}; answer
[outcome] in the order of the files, the value the suite's name; then the outcome of deriving.
"""

from openvc.proof.data_integrity import DataIntegrityProofSuite
from openvc.proof.di_ecdsa_rdfc import EcdsaRdfcProofSuite
from openvc.proof.di_jcs import EcdsaJcsProofSuite
from openvc.proof.ecdsa_sd import EcdsaSdProofSuite

from common import answer, documents, outcome, read_json, request, verification_method, write_json

asked = request()
contexts = {url: read_json(path) for url, path in documents(asked["corpus"]).items()}
document = read_json(asked["document"])
SUITES = {
    "eddsa-rdfc-2022": DataIntegrityProofSuite, "ecdsa-rdfc-2019": EcdsaRdfcProofSuite,
    "ecdsa-jcs-2019": EcdsaJcsProofSuite, "ecdsa-sd-2023": EcdsaSdProofSuite,
}


def verify(path):
    secured = read_json(path)
    name = secured["proof"]["cryptosuite"]
    method = verification_method(document, secured["proof"]["verificationMethod"])
    more = {} if "-jcs-" in name else {"extra_contexts": contexts}
    SUITES[name]().verify(secured, public_key_jwk=method["publicKeyJwk"], **more)
    return name


def derive():
    base = read_json(asked["base"])
    derived = EcdsaSdProofSuite().derive_proof(base, selective_pointers=asked["pointers"], extra_contexts=contexts)
    write_json(asked["derived"], derived)


answer([outcome(lambda: verify(path)) for path in asked["files"]] + [outcome(derive)])
