extension CanonicalizationState {
    /// The *Hash Related Blank Node algorithm* (RDFC-1.0 §4.7.3).
    ///
    /// Position, predicate and identifier decide the answer, and the same three come again and again, so answers are
    /// kept.
    ///
    /// - Throws: `RDFError` `limit.canonicalization`.
    /// - Returns: where the hash stands in ``relatedHashes``; equal hashes have one place.
    mutating func hashRelatedBlankNode(
        _ related: Int, predicate: Dataset.Term, position: RelatedHashes.Position
    ) throws(RDFError) -> Int {
        let key: RelatedHashes.Key
        let predicate = position == .graph ? Dataset.Term.defaultGraph : predicate
        if let counter = canonicalIssuer.counter(of: related) {
            key = RelatedHashes.Key(position, predicate, .canonical, UInt32(counter))
        } else if let counter = temporaryIssuer.counter(of: related) {
            key = RelatedHashes.Key(position, predicate, .temporary, UInt32(counter))
        } else {
            key = RelatedHashes.Key(position, predicate, .firstDegree, firstDegreeClasses[related])
        }
        if let known = relatedHashes.place(of: key) { return known }
        // 1
        lines.removeAll()
        lines.append(position.rawValue)
        // 2
        if position != .graph, let base = arena.baseAddress {
            let spelling = dataset.range(of: predicate)
            try spend(spelling.count / 64)
            lines.append(base + spelling.lowerBound, count: spelling.count)
        }
        // 3, 4
        switch key.kind {
        case .canonical: lines.append("_:c14n")
        case .temporary: lines.append("_:b")
        case .firstDegree: lines.append(firstDegreeHashes[related], byteCount: hash.byteCount)
        }
        if key.kind != .firstDegree { lines.append(Int(key.identifier)) }
        // 5
        return relatedHashes.add(hash.value(of: lines.bytes), for: key)
    }
}

/// The answers of Hash Related Blank Node so far.
struct RelatedHashes {
    enum Position: UInt8 {
        case subject = 0x73
        case object = 0x6F
        case graph = 0x67
    }

    enum Kind: UInt8 { case canonical, temporary, firstDegree }

    struct Key: Equatable {
        let position: Position
        let predicate: Dataset.Term
        let kind: Kind
        /// The counter of an issued identifier, or the number of a first degree hash.
        let identifier: UInt32

        init(_ position: Position, _ predicate: Dataset.Term, _ kind: Kind, _ identifier: UInt32) {
            self.position = position
            self.predicate = predicate
            self.kind = kind
            self.identifier = identifier
        }
    }

    private var keys: [Key] = []
    private(set) var hashes: [HashValue] = []
    private var index = HashIndex(capacity: 32)

    @inline(__always)
    func place(of key: Key) -> Int? { index.first(Self.hash(of: key)) { keys[$0] == key } }

    mutating func add(_ hash: HashValue, for key: Key) -> Int {
        index.insert(Self.hash(of: key), place: keys.count)
        keys.append(key)
        hashes.append(hash)
        return keys.count - 1
    }

    @inline(__always)
    private static func hash(of key: Key) -> UInt32 {
        SeededHash.hash(UInt32(key.position.rawValue), key.predicate.index, UInt32(key.kind.rawValue), key.identifier)
    }
}
