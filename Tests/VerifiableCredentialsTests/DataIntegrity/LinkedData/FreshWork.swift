import Encodings
import LinkedData

@testable import VerifiableCredentials

// One reading, with all the work that a document may take.

extension LinkedDataForm {
    func canonicalize(_ document: JSONObject, digest: ProofDigest) throws(ProofError) -> Canonical {
        var work = ProofWork()
        return try canonicalize(document, digest: digest, work: &work)
    }
}

extension RDFCCryptosuite {
    func canonicalProofConfig(_ config: JSONObject, digest: ProofDigest) throws(ProofError) -> [UInt8] {
        var work = ProofWork()
        return try canonicalProofConfig(config, digest: digest, work: &work)
    }
}

extension ECDSASD2023 {
    func signData(
        options: JSONObject, context: JSONValue?, publicKey: [UInt8], mandatory: [UInt8]
    ) throws(ProofError) -> [UInt8] {
        var work = ProofWork()
        return try signData(
            options: options, context: context, publicKey: publicKey, mandatory: mandatory, work: &work)
    }
}
