import Glibc

extension CanonicalizationState {
    /// The *Hash N-Degree Quads algorithm* (RDFC-1.0 §4.8.3). The path identifier issuer is ``temporaryIssuer``, which
    /// afterwards is the issuer of the result.
    ///
    /// Copies of issuers are left out: since an issuer only grows, each trial ends with rolling back to where it began.
    ///
    /// - Throws: `RDFError` `limit.canonicalization`.
    mutating func hashNDegreeQuads(of identifier: Int, depth: Int) throws(RDFError) -> HashValue {
        try spend(1 + mentionPlaces(of: identifier).count)
        guard depth < depthLimit else { throw Self.tooMuchWork }
        let frame = takeFrame()
        defer { giveBack(frame) }
        // 1, 2, 3
        try collectRelatedBlankNodes(of: identifier, in: frame)
        // 4
        frame.pointee.dataToHash.removeAll()
        // 5
        var start = 0
        while start < frame.pointee.related.count {
            let place = frame.pointee.related[start].hash
            // 5.1
            frame.pointee.dataToHash.append(relatedHashes.hashes[place], byteCount: hash.byteCount)
            frame.pointee.permutation.removeAll(keepingCapacity: true)
            while start < frame.pointee.related.count, frame.pointee.related[start].hash == place {
                frame.pointee.permutation.append(frame.pointee.related[start].node)
                start += 1
            }
            if frame.pointee.permutation.count == 1 {
                // The one permutation of one node is its chosen path.
                try appendOnlyPath(in: frame, depth: depth)
            } else {
                try appendChosenPath(in: frame, depth: depth)
            }
        }
        // 6
        return hash.value(of: frame.pointee.dataToHash.bytes)
    }

    /// Steps 1 to 3: the other blank nodes of the quads, sorted by their related hashes. A node stands there once for
    /// each mention, as §4.8.1 says in words; the steps alone could be read as a set, which gives other labels where a
    /// blank node names a graph.
    private mutating func collectRelatedBlankNodes(of identifier: Int, in frame: UnsafeMutablePointer<HashNDegreeFrame>)
        throws(RDFError)
    {
        frame.pointee.related.removeAll(keepingCapacity: true)
        for place in mentionPlaces(of: identifier) {
            let quad = dataset.quads[Int(mentions[place])]
            // 3.1
            if let node = node(quad.subject), node != identifier {
                let hash = try hashRelatedBlankNode(node, predicate: quad.predicate, position: .subject)
                frame.pointee.related.append(HashNDegreeFrame.Related(hash: hash, node: Int32(node)))
            }
            if let node = node(quad.object), node != identifier {
                let hash = try hashRelatedBlankNode(node, predicate: quad.predicate, position: .object)
                frame.pointee.related.append(HashNDegreeFrame.Related(hash: hash, node: Int32(node)))
            }
            if let node = node(quad.graph), node != identifier {
                let hash = try hashRelatedBlankNode(node, predicate: quad.predicate, position: .graph)
                frame.pointee.related.append(HashNDegreeFrame.Related(hash: hash, node: Int32(node)))
            }
        }
        guard frame.pointee.related.count > 1 else { return }
        frame.pointee.related.sort { left, right in
            if left.hash == right.hash { return left.node < right.node }
            return relatedHashes.hashes[left.hash] < relatedHashes.hashes[right.hash]
        }
    }

    /// Steps 5.2 to 5.5 for a single related blank node.
    private mutating func appendOnlyPath(in frame: UnsafeMutablePointer<HashNDegreeFrame>, depth: Int) throws(RDFError)
    {
        let related = Int(frame.pointee.permutation[0])
        let isNew = canonicalIssuer.counter(of: related) == nil && temporaryIssuer.counter(of: related) == nil
        appendIdentifier(of: related, to: &frame.pointee.dataToHash)
        guard isNew else { return }
        let result = try hashNDegreeQuads(of: related, depth: depth + 1)
        appendResult(of: related, result, to: &frame.pointee.dataToHash)
    }

    /// Steps 5.2 to 5.6.
    private mutating func appendChosenPath(in frame: UnsafeMutablePointer<HashNDegreeFrame>, depth: Int)
        throws(RDFError)
    {
        // 5.2, 5.3
        frame.pointee.chosenPath.removeAll()
        let issued = temporaryIssuer.count
        // 5.4: the nodes are sorted, so that the permutations come in ascending order; a node that is there twice is
        // not exchanged with itself.
        repeat {
            try spend(frame.pointee.permutation.count)
            // 5.4.1
            temporaryIssuer.rollBack(to: issued)
            guard try writePath(in: frame, depth: depth) else { continue }
            // 5.4.6
            swap(&frame.pointee.chosenPath, &frame.pointee.path)
            frame.pointee.chosenIssued.removeAll(keepingCapacity: true)
            frame.pointee.chosenIssued.append(contentsOf: temporaryIssuer.issued[issued...])
        } while Self.permute(&frame.pointee.permutation)
        // 5.5
        frame.pointee.dataToHash.append(frame.pointee.chosenPath.start, count: frame.pointee.chosenPath.count)
        // 5.6
        temporaryIssuer.rollBack(to: issued)
        for node in frame.pointee.chosenIssued { temporaryIssuer.issue(Int(node)) }
    }

    /// Steps 5.4.2 to 5.4.5: writes the path of a permutation, and answers whether it is less than the chosen one.
    ///
    /// A path is given up as soon as its beginning is greater than that of the chosen one. The standard wants it to be
    /// as long as the chosen one before it is given up; what is longer or shorter is compared the same in the end.
    private mutating func writePath(in frame: UnsafeMutablePointer<HashNDegreeFrame>, depth: Int) throws(RDFError)
        -> Bool
    {
        // 5.4.2
        frame.pointee.path.removeAll()
        // 5.4.3
        frame.pointee.recursion.removeAll(keepingCapacity: true)
        var comparison = PathComparison(hasChosen: frame.pointee.chosenPath.count > 0)
        // 5.4.4
        for related in frame.pointee.permutation {
            let related = Int(related)
            // 5.4.4.2.1
            if canonicalIssuer.counter(of: related) == nil, temporaryIssuer.counter(of: related) == nil {
                frame.pointee.recursion.append(Int32(related))
            }
            // 5.4.4.1, 5.4.4.2.2
            appendIdentifier(of: related, to: &frame.pointee.path)
            // 5.4.4.3
            if comparison.isGreater(frame.pointee.path, than: frame.pointee.chosenPath) { return false }
        }
        // 5.4.5
        for related in frame.pointee.recursion {
            // 5.4.5.1 to 5.4.5.4
            let result = try hashNDegreeQuads(of: Int(related), depth: depth + 1)
            appendResult(of: Int(related), result, to: &frame.pointee.path)
            // 5.4.5.5
            if comparison.isGreater(frame.pointee.path, than: frame.pointee.chosenPath) { return false }
        }
        return comparison.isLess(frame.pointee.path, than: frame.pointee.chosenPath)
    }

    /// Writes the canonical identifier, or the temporary one, which is issued when there is none.
    @inline(__always)
    private mutating func appendIdentifier(of node: Int, to path: inout ByteBuffer) {
        if let counter = canonicalIssuer.counter(of: node) {
            path.append("_:c14n")
            path.append(counter)
        } else {
            path.append("_:b")
            path.append(temporaryIssuer.issue(node))
        }
    }

    @inline(__always)
    private mutating func appendResult(of node: Int, _ result: HashValue, to path: inout ByteBuffer) {
        path.append("_:b")
        path.append(temporaryIssuer.issue(node))
        path.append(UInt8(ascii: "<"))
        path.append(result, byteCount: hash.byteCount)
        path.append(UInt8(ascii: ">"))
    }

    /// The next permutation in ascending order; `false` after the last.
    private static func permute(_ list: inout [Int32]) -> Bool {
        var pivot = list.count - 2
        while pivot >= 0, list[pivot] >= list[pivot + 1] { pivot -= 1 }
        guard pivot >= 0 else { return false }
        var other = list.count - 1
        while list[other] <= list[pivot] { other -= 1 }
        list.swapAt(pivot, other)
        list[(pivot + 1)...].reverse()
        return true
    }
}

/// How a path that is being written compares with the chosen one so far.
private struct PathComparison {
    private var compared = 0
    private var isDecided: Bool

    /// Without a chosen path any other is less.
    init(hasChosen: Bool) { isDecided = !hasChosen }

    /// Whether the path is greater already, whatever follows.
    mutating func isGreater(_ path: borrowing ByteBuffer, than chosen: borrowing ByteBuffer) -> Bool {
        if isDecided { return false }
        let end = min(path.count, chosen.count)
        let order = memcmp(path.start + compared, chosen.start + compared, end - compared)
        compared = end
        if order > 0 { return true }
        isDecided = order < 0
        return false
    }

    /// Whether the whole path, of which ``isGreater(_:than:)`` was asked last, is less.
    func isLess(_ path: borrowing ByteBuffer, than chosen: borrowing ByteBuffer) -> Bool {
        isDecided || path.count < chosen.count
    }
}

/// What one call of Hash N-Degree Quads writes down.
struct HashNDegreeFrame: ~Copyable {
    struct Related {
        /// The place of its hash in ``RelatedHashes``.
        let hash: Int
        let node: Int32
    }

    /// Hn: related blank nodes by their hashes, including repetitions.
    var related: [Related] = []
    var permutation: [Int32] = []
    var recursion: [Int32] = []
    var chosenIssued: [Int32] = []
    var dataToHash = ByteBuffer()
    var path = ByteBuffer()
    var chosenPath = ByteBuffer()
}
