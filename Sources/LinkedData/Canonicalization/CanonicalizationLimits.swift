/// How much work a canonicalisation may take before it is given up.
///
/// Whoever wants to can write a small dataset whose canonical form takes years to find (RDFC-1.0 §7.1). Work is counted
/// where such datasets spend it: one unit for each call of Hash N-Degree Quads, for each mention that a call looks at,
/// for each blank node of a permutation, and for each 64 bytes of a predicate that is hashed. Datasets whose blank nodes
/// all differ at first sight need none of it.
public struct CanonicalizationLimits: Sendable, Hashable {
    /// Units that any dataset may take.
    public var work: Int
    /// Units that it may take besides for each of its blank nodes.
    public var workPerBlankNode: Int
    /// How deep Hash N-Degree Quads may call itself. A level takes less than 1 KiB of the stack, and a dataset that goes
    /// 500 deep takes about all the work of ``standard``.
    public var depth: Int
    /// About how many bytes the canonical form may have: one long name in many quads is a small dataset with a huge form.
    public var maxBytes: Int

    public init(work: Int, workPerBlankNode: Int, depth: Int, maxBytes: Int) {
        self.work = work
        self.workPerBlankNode = workPerBlankNode
        self.depth = depth
        self.maxBytes = maxBytes
    }

    /// Enough for every dataset of W3C's test suite that has a canonical form and for a passport of 200,000 quads, and
    /// used up within some tenths of a second.
    public static let standard = CanonicalizationLimits(
        work: 200_000, workPerBlankNode: 20, depth: 500, maxBytes: 32 << 20)
}
