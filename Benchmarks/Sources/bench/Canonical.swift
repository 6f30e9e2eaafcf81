import Encodings
import VerifiableCredentials

extension EdDSARDFC2022 {
    /// A document as canonical N-Quads, with as much work as one document may cost.
    func nquads(_ document: JSONObject) throws -> [UInt8] {
        var work = ProofWork()
        return try canonicalDocument(document, digest: .sha256, work: &work).bytes
    }

    /// The same of a proof's own members.
    func nquads(ofConfig config: JSONObject) throws -> [UInt8] {
        var work = ProofWork()
        return try canonicalProofConfig(config, digest: .sha256, work: &work)
    }
}
