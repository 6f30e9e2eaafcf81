/// What a canonicalisation gives: the canonical text, its quads one by one, and which blank node got which identifier.
public struct CanonicalDataset: Sendable {
    /// The serialized canonical form: N-Quads, one quad a line, sorted by code point.
    public let text: [UInt8]
    /// Where each quad stands in ``text``, with its line feed.
    public let quads: [Range<Int>]
    /// The issued identifiers map: the blank nodes in the order of their canonical identifiers `c14n0`, `c14n1`, …
    public let blankNodes: [Dataset.Term]
    /// The hash algorithm that was used.
    public let hash: CanonicalizationHash

    /// What it took of ``CanonicalizationLimits/work``, each blank node's own share included.
    package let work: Int

    /// The digest of ``text``, by the same algorithm.
    public func digest() -> [UInt8] { hash.digest(of: text) }

    /// The issued identifiers map as labels without `_:`, in the order of issuance.
    ///
    /// - Parameter dataset: the one that was canonicalised.
    public func labels(in dataset: Dataset) -> [(input: String, canonical: String)] {
        blankNodes.enumerated().map { (dataset.string(of: $0.element), "c14n\($0.offset)") }
    }

    /// The canonical quads under other labels, sorted anew, as selective disclosure replaces `c14n` identifiers by
    /// ones that say nothing of their order.
    ///
    /// - Parameter dataset: the one that was canonicalised.
    /// - Parameter label: the label, without `_:`, for the node of that canonical number.
    /// - Throws: `RDFError` `rdf.generalized` when it is another dataset, with quads that RDF doesn't have.
    public func relabelled(
        _ dataset: Dataset, label: (_ canonicalNumber: Int) -> [UInt8]
    ) throws(RDFError) -> CanonicalDataset {
        try dataset.arena.withUnsafeBufferPointer { (arena) throws(RDFError) in
            var state = try CanonicalizationState(dataset, arena: arena, hash: hash, limits: .standard)
            for node in blankNodes { if let number = state.node(node) { state.canonicalIssuer.issue(number) } }
            return state.serialize { line, counter in
                line.append("_:")
                line.append(label(counter))
            }
        }
    }
}
