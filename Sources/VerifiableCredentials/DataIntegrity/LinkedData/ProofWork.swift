import LinkedData

/// What reading a document as linked data may still cost, for all its proofs together.
///
/// A document may have sixteen proofs, and each may speak of another document: of the one with some of the other
/// proofs, under contexts and with members of its own. So the limits of one reading are those of a whole check: a file
/// with many dear proofs takes no longer than one with one. The sums are the same in whatever order the proofs stand.
public struct ProofWork: Sendable {
    /// Two readings of the largest document: of itself, and of its proofs.
    static let maxQuads = 40_000
    /// What one reading may take at most.
    static let maxContextWork = JSONLDLimits.document.contextWork
    static let maxTextBytes = JSONLDLimits.document.textBytes
    static let maxCanonicalization = CanonicalizationLimits.standard.work
    static let maxCanonicalBytes = 48 << 20
    /// A badge makes some 150 statements, and each that may be left out costs the receiver one signature check.
    static let maxSignatures = 2_000

    private var contexts = Self.maxContextWork
    private var textBytes = Self.maxTextBytes
    private var quads = Self.maxQuads
    private var canonicalization = Self.maxCanonicalization
    private var canonicalBytes = Self.maxCanonicalBytes
    private var signatures = Self.maxSignatures
    /// Whether something took more than there was.
    private(set) var isSpent = false

    public init() {}

    /// For a document that holds credentials: as much as a real one with as many takes.
    init(credentials count: Int) {
        guard count > 0 else { return }
        isOfWhole = true
        let count = min(count, Self.maxCredentials)
        let share = Self.share
        contexts += count * share.contexts
        textBytes = min(textBytes + count * share.textBytes, 96 << 20)
        quads = min(quads * (count + 1), 2 * Self.maxPassportQuads + quads)
        canonicalization += count * share.canonicalization
        canonicalBytes = min(canonicalBytes + count * share.canonicalBytes, 192 << 20)
        signatures += count * share.signatures
    }

    /// The most credentials that a document may hold.
    static let maxCredentials = 500
    /// The most statements that they may make together.
    static let maxPassportQuads = 200_000

    /// Whether what is read holds other credentials, and may so be as large as all of them.
    private var isOfWhole = false

    /// With room for some documents that take all that one may.
    func adding(dear count: Int) -> ProofWork {
        var work = self
        for sum in Self.sums { work[keyPath: sum] += count * ProofWork()[keyPath: sum] }
        return work
    }

    /// What one of several documents may take, as far as there is that much left for all of them.
    ///
    /// As much as a real document takes is there for each, whatever the others have used: so their order decides nothing
    /// about a real one.
    func part(credentials count: Int = 0) -> ProofWork {
        var part = ProofWork(credentials: count)
        let share = Self.share
        for sum in Self.sums {
            part[keyPath: sum] = min(part[keyPath: sum], max(self[keyPath: sum], share[keyPath: sum] * (count + 1)))
        }
        return part
    }

    /// What a real badge takes, with room to spare: some 150 statements under contexts of 2,000 definitions.
    private static var share: ProofWork {
        var share = ProofWork()
        (share.contexts, share.textBytes, share.quads) = (10_000, 1 << 20, 2_000)
        (share.canonicalization, share.canonicalBytes, share.signatures) = (2_000, 1 << 20, 30)
        return share
    }

    /// Takes what a part has used; one that was given up has used all it was given, and the others go on.
    mutating func settle(_ part: ProofWork, given: ProofWork) {
        for sum in Self.sums {
            self[keyPath: sum] -= given[keyPath: sum] - (part.isSpent ? 0 : part[keyPath: sum])
        }
    }

    private static var sums: [WritableKeyPath<ProofWork, Int>] {
        [\.contexts, \.textBytes, \.quads, \.canonicalization, \.canonicalBytes, \.signatures]
    }

    /// - Throws: `ProofError` `limit.proof-work` once something took more than there was.
    func check() throws(ProofError) {
        guard !isSpent else { throw Self.tooMuch }
    }

    /// From now on nothing more is tried.
    mutating func giveUp() { isSpent = true }

    func limits(_ limits: JSONLDLimits) -> JSONLDLimits {
        var limits = limits
        if isOfWhole { (limits.contextWork, limits.textBytes, limits.quads) = (.max, .max, Self.maxPassportQuads) }
        limits.contextWork = min(limits.contextWork, contexts)
        limits.textBytes = min(limits.textBytes, textBytes)
        limits.quads = min(limits.quads, quads)
        return limits
    }

    func limits(_ limits: CanonicalizationLimits) -> CanonicalizationLimits {
        var limits = limits
        if isOfWhole { limits.maxBytes = .max }
        limits.work = min(limits.work, canonicalization)
        limits.maxBytes = min(limits.maxBytes, canonicalBytes)
        return limits
    }

    mutating func spend(contexts: Int, textBytes: Int) {
        self.contexts -= contexts
        self.textBytes -= textBytes
    }

    mutating func spend(quads: Int) { self.quads -= quads }

    mutating func spend(canonicalization: Int, canonicalBytes: Int) {
        self.canonicalization = max(0, self.canonicalization - canonicalization)
        self.canonicalBytes -= canonicalBytes
    }

    /// For a document that is signed as its bytes are.
    ///
    /// - Throws: `ProofError` `limit.proof-work`.
    mutating func spend(writtenBytes count: Int) throws(ProofError) {
        try check()
        guard count <= canonicalBytes else {
            giveUp()
            throw Self.tooMuch
        }
        canonicalBytes -= count
    }

    /// - Throws: `ProofError` `limit.proof-work`.
    mutating func spend(signatures: Int) throws(ProofError) {
        guard signatures <= self.signatures else {
            giveUp()
            throw Self.tooMuch
        }
        self.signatures -= signatures
    }

    private static let tooMuch = ProofError(
        .tooMuchWork, "The document's proofs together take more work than is done for one document.",
        hint: "Real badges have few proofs; ask the issuer for a fresh copy.")
}
