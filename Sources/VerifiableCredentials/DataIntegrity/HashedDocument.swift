public import Encodings

/// A document in the form a suite signs it, with its hash: worked out once, used for each of its proofs.
public struct HashedDocument: Sendable, Hashable {
    public let suite: String
    public let digest: ProofDigest
    /// What was canonicalised: the document without the proof being made or checked.
    public let unsecured: JSONObject
    public let canonical: [UInt8]
    public let hash: [UInt8]
}

/// Every value between a document and the bytes that are signed, in the order the suites' standards name them.
public struct DataIntegrityStages: Sendable, Hashable {
    public let canonicalDocument: [UInt8]
    public let canonicalDocumentHash: [UInt8]
    public let canonicalProofConfig: [UInt8]
    public let proofConfigHash: [UInt8]
    /// The proof's hash, then the document's.
    public var signedBytes: [UInt8] { proofConfigHash + canonicalDocumentHash }
}
