import Encodings

/// The terms of an active context, found by the bytes of their names.
struct TermTable: Sendable {
    private struct Entry: Sendable {
        let term: String
        /// Nothing while the term is being defined anew.
        var definition: TermDefinition?
    }

    private var entries: [Entry] = []
    private var index = HashIndex(capacity: 32)

    var count: Int { entries.count }

    /// All definitions, in the order in which their terms were first defined.
    var definitions: some Sequence<TermDefinition> { entries.lazy.compactMap(\.definition) }

    subscript(_ term: String) -> TermDefinition? {
        var term = term
        return term.withUTF8 { find($0) }
    }

    @inline(__always)
    func find(_ name: UnsafeBufferPointer<UInt8>) -> TermDefinition? {
        place(of: name, hash: SeededHash.hash(name)).flatMap { entries[$0].definition }
    }

    @inline(__always)
    private func place(of name: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
        index.first(hash) { place in
            var term = entries[place].term
            return term.withUTF8 { $0.hasSameBytes(as: name) }
        }
    }

    /// Takes a term's definition out, so that the term means nothing until it is given another.
    mutating func remove(_ term: String) -> TermDefinition? {
        var term = term
        guard let place = term.withUTF8({ place(of: $0, hash: SeededHash.hash($0)) }) else { return nil }
        defer { entries[place].definition = nil }
        return entries[place].definition
    }

    mutating func insert(_ definition: TermDefinition) {
        var term = definition.term
        if let place = term.withUTF8({ place(of: $0, hash: definition.termHash) }) {
            entries[place].definition = definition
        } else {
            index.insert(definition.termHash, place: entries.count)
            entries.append(Entry(term: definition.term, definition: definition))
        }
    }
}
