public import Encodings
public import LinkedData

/// A document as a suite signs it.
public struct CanonicalDocument: Sendable {
    public let bytes: [UInt8]
    /// What the document says as linked data, from the suites that sign that.
    public let expanded: ExpandedDocument?

    public init(bytes: [UInt8], expanded: ExpandedDocument? = nil) {
        self.bytes = bytes
        self.expanded = expanded
    }
}

/// A document in the form a suite signs it, with its hash: worked out once, used for each of its proofs.
public struct HashedDocument: Sendable {
    public let suite: String
    public let digest: ProofDigest
    /// What was canonicalised: the document without the proof being made or checked.
    public let unsecured: JSONObject
    public let canonical: CanonicalDocument
    public let hash: [UInt8]
}

/// What has been worked out of one document, for its further proofs and for whoever reads it afterwards.
public struct DocumentMemory: Sendable {
    private var hashed: [HashedDocument]
    /// What the proof that was checked last speaks of.
    public private(set) var latest: HashedDocument?
    /// What the document's proofs may still cost.
    var work: ProofWork

    public init(_ hashed: HashedDocument? = nil, work: ProofWork = ProofWork()) {
        self.hashed = hashed.map { [$0] } ?? []
        self.work = work
    }

    mutating func remember(_ unsecured: JSONObject, as form: LinkedDataForm.Canonical, by suite: some Cryptosuite) {
        let hashed = HashedDocument(
            suite: suite.name, digest: .sha256, unsecured: unsecured, canonical: form.document,
            hash: form.canonical.digest())
        self.hashed.append(hashed)
        latest = hashed
    }

    /// The document hashed by that suite; worked out now if it wasn't before.
    mutating func document(
        _ unsecured: JSONObject, by suite: some Cryptosuite, digest: ProofDigest
    ) throws(ProofError) -> HashedDocument {
        if let known = hashed.first(where: {
            $0.suite == suite.name && $0.digest == digest && $0.unsecured == unsecured
        }) {
            latest = known
            return known
        }
        let fresh = try suite.hash(unsecured, digest: digest, work: &work)
        hashed.append(fresh)
        latest = fresh
        return fresh
    }
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
