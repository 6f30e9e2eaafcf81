/// The terms of an active context, found by the bytes of their names.
///
/// Open addressing over a power of two of slots, at most two thirds of them taken.
struct TermTable: Sendable {
    /// The definitions in the order they came; nothing where one is being made anew.
    private(set) var definitions: [TermDefinition?] = []
    /// Each slot holds a hash in its upper half and, in its lower half, a place in `definitions` counted from one.
    private var slots: [UInt64] = [UInt64](repeating: 0, count: 64)
    /// The names of entries without a definition, by their places.
    private var vacant: [Int: String] = [:]

    var count: Int { definitions.count }

    subscript(_ term: String) -> TermDefinition? {
        var term = term
        return term.withUTF8 { find($0) }
    }

    @inline(__always)
    func find(_ name: UnsafeBufferPointer<UInt8>) -> TermDefinition? {
        let hash = ByteHash.hash(name)
        return slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var slot = Int(hash) & mask
            while slots[slot] != 0 {
                if UInt32(slots[slot] >> 32) == hash {
                    let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
                    if let definition = definitions[place] {
                        var term = definition.term
                        if term.withUTF8({ $0.hasSameBytes(as: name) }) { return definition }
                    }
                }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    /// Takes a term's definition out, so that the term means nothing until it is given another.
    mutating func remove(_ term: String) -> TermDefinition? {
        guard let place = place(of: term, hash: ByteHash.hash(term)), let definition = definitions[place] else {
            return nil
        }
        vacant[place] = term
        definitions[place] = nil
        return definition
    }

    mutating func insert(_ definition: TermDefinition) {
        if let place = place(of: definition.term, hash: definition.termHash) {
            definitions[place] = definition
            vacant[place] = nil
            return
        }
        definitions.append(definition)
        if definitions.count * 3 > slots.count * 2 {
            grow()
        } else {
            take(slotFor: definition.termHash, place: definitions.count)
        }
    }

    private func place(of term: String, hash: UInt32) -> Int? {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if UInt32(slots[slot] >> 32) == hash {
                let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if (definitions[place]?.term ?? vacant[place])?.hasSameBytes(as: term) == true { return place }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func take(slotFor hash: UInt32, place: Int) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt64(hash) << 32 | UInt64(place)
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for (index, definition) in definitions.enumerated() {
            guard let hash = definition?.termHash ?? vacant[index].map(ByteHash.hash) else { continue }
            take(slotFor: hash, place: index + 1)
        }
    }
}

extension String {
    fileprivate func hasSameBytes(as other: String) -> Bool {
        var (left, right) = (self, other)
        return left.withUTF8 { a in right.withUTF8 { a.hasSameBytes(as: $0) } }
    }
}
