/// The terms of an active context, found by the bytes of their names.
///
/// Names stand in one block, so that looking one up touches no string and no definition but the one that is found.
struct TermTable: Sendable {
    private var names: [UInt8] = []
    private var ranges: [TextRange] = []
    /// Nothing while a term is being defined anew.
    private var known: [TermDefinition?] = []
    private var index = HashIndex(capacity: 32)

    var count: Int { known.count }
    var nameBytes: Int { names.count }

    /// All definitions, in the order in which their terms were first defined.
    var definitions: some Sequence<TermDefinition> { known.lazy.compactMap { $0 } }

    subscript(_ term: String) -> TermDefinition? {
        var term = term
        return term.withUTF8 { find($0) }
    }

    @inline(__always)
    func find(_ name: UnsafeBufferPointer<UInt8>) -> TermDefinition? {
        guard let place = place(of: name, hash: SeededHash.hash(name)) else { return nil }
        return known[place]
    }

    @inline(__always)
    private func place(of name: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
        names.withUnsafeBufferPointer { names in
            index.first(hash) { place in
                let range = ranges[place]
                return UnsafeBufferPointer(rebasing: names[Int(range.offset)..<Int(range.offset + range.count)])
                    .hasSameBytes(as: name)
            }
        }
    }

    /// Takes a term's definition out, so that the term means nothing until it is given another.
    mutating func remove(_ term: String) -> TermDefinition? {
        var term = term
        guard let place = term.withUTF8({ place(of: $0, hash: SeededHash.hash($0)) }) else { return nil }
        defer { known[place] = nil }
        return known[place]
    }

    mutating func insert(_ definition: TermDefinition) {
        var term = definition.term
        term.withUTF8 { name in
            if let place = place(of: name, hash: definition.termHash) {
                known[place] = definition
                return
            }
            index.insert(definition.termHash, place: known.count)
            ranges.append(TextRange(offset: UInt32(names.count), count: UInt32(name.count)))
            names.append(contentsOf: name)
            known.append(definition)
        }
    }
}
