/// RDF Dataset Canonicalization, [RDFC-1.0](https://www.w3.org/TR/rdf-canon/): the one form in which a dataset is the
/// same bytes, however its blank nodes are called and its quads are ordered.
///
/// The standard has a gap in datasets of several graphs: where nodes that look alike differ only in the graph in which
/// they meet the same others, its hashes are equal, and the order of the quads decides between two forms. A signature
/// over such data may be found wrong, never one over other data right.
public enum RDFC10 {
    /// The *canonicalization algorithm* (§4.4.3).
    ///
    /// Costs little more than hashing when all blank nodes differ in what is said of them, as in badges.
    ///
    /// - Parameter limits: how much may be spent on datasets that need more than that.
    /// - Throws: `RDFError` `limit.canonicalization` for a dataset that takes too much work, `limit.rdf-bytes` for one
    ///   whose form would be too long, `rdf.generalized` for one with quads that RDF doesn't have.
    public static func canonicalize(
        _ dataset: Dataset, hash: CanonicalizationHash = .sha256, limits: CanonicalizationLimits = .standard
    ) throws(RDFError) -> CanonicalDataset {
        try dataset.arena.withUnsafeBufferPointer { (arena) throws(RDFError) in
            // Steps 1, 2: the state, and the quads of each blank node.
            var state = try CanonicalizationState(dataset, arena: arena, hash: hash, limits: limits)
            // Step 3: the first degree hashes, and the nodes in their order.
            let shared = state.issueIdentifiersOfUniqueHashes(in: state.hashFirstDegree())
            // Step 5: the nodes that share one.
            for group in shared { try state.issueIdentifiers(ofNodes: group) }
            // Steps 6, 7: the issued identifiers and the serialized canonical form.
            return state.serialize()
        }
    }
}

extension CanonicalizationState {
    /// Step 3; answers the nodes sorted by their hashes.
    fileprivate mutating func hashFirstDegree() -> [Int32] {
        firstDegreeHashes.reserveCapacity(nodes.count)
        for node in nodes.indices { firstDegreeHashes.append(hashFirstDegreeQuads(of: node)) }
        var order = (0..<Int32(nodes.count)).map { $0 }
        order.sort { firstDegreeHashes[Int($0)] < firstDegreeHashes[Int($1)] }
        return order
    }

    /// Step 4; answers the groups of nodes that share a hash, in the hashes' order.
    fileprivate mutating func issueIdentifiersOfUniqueHashes(in order: [Int32]) -> [ArraySlice<Int32>] {
        var shared: [ArraySlice<Int32>] = []
        firstDegreeClasses = [UInt32](repeating: 0, count: nodes.count)
        var start = 0
        while start < order.count {
            let first = firstDegreeHashes[Int(order[start])]
            var end = start + 1
            while end < order.count, firstDegreeHashes[Int(order[end])] == first { end += 1 }
            if end - start == 1 {
                canonicalIssuer.issue(Int(order[start]))
            } else {
                shared.append(order[start..<end])
                for node in order[start..<end] { firstDegreeClasses[Int(node)] = UInt32(start) }
            }
            start = end
        }
        return shared
    }

    /// Step 5 for the nodes of one first degree hash.
    fileprivate mutating func issueIdentifiers(ofNodes group: ArraySlice<Int32>) throws(RDFError) {
        // 5.1
        var hashPaths: [(hash: HashValue, issued: [Int32])] = []
        for node in group {
            // 5.2.1
            if canonicalIssuer.counter(of: Int(node)) != nil { continue }
            // 5.2.2, 5.2.3: one temporary issuer is emptied for each.
            temporaryIssuer.rollBack(to: 0)
            temporaryIssuer.issue(Int(node))
            // 5.2.4
            let hash = try hashNDegreeQuads(of: Int(node), depth: 0)
            hashPaths.append((hash, temporaryIssuer.issued))
        }
        // 5.3
        hashPaths.sort { $0.hash < $1.hash }
        for path in hashPaths {
            for node in path.issued { canonicalIssuer.issue(Int(node)) }
        }
    }
}
