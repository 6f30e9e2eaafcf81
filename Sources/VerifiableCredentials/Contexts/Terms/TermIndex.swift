import Encodings

/// Definitions by the bytes of their terms.
///
/// A table with open addressing, made once and read many times. Names from outside are only looked up, never stored, so
/// nobody can make its chains longer.
struct TermIndex: Sendable {
    private let definitions: [TermDefinition]
    /// Places in `definitions` plus one, where their hashes put them; 0 is free.
    private let slots: [UInt16]
    private let mask: Int

    init(_ definitions: [TermDefinition]) {
        var capacity = 16
        while capacity < definitions.count * 2 { capacity *= 2 }
        var slots = [UInt16](repeating: 0, count: capacity)
        for (place, definition) in definitions.enumerated() {
            var slot = Int(truncatingIfNeeded: definition.hash) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt16(place + 1)
        }
        self.definitions = definitions
        self.slots = slots
        mask = capacity - 1
    }

    var all: [TermDefinition] { definitions }

    subscript(_ term: String) -> TermDefinition? {
        let hash = Self.hash(term)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let definition = definitions[Int(slots[slot]) - 1]
            if definition.hash == hash, definition.term.hasSameBytes(as: term) { return definition }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// A number that few of a table's terms share: FNV-1a of 64 bits, eight bytes of UTF-8 at a time.
    static func hash(_ text: String) -> UInt64 {
        let fast = text.utf8.withContiguousStorageIfAvailable { hash(bytes: $0) }
        return fast ?? Array(text.utf8).withUnsafeBufferPointer { hash(bytes: $0) }
    }

    private static func hash(bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let (memory, count) = (UnsafeRawBufferPointer(bytes), bytes.count)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: count)
        var offset = 0
        while count - offset >= 8 {
            let word = memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset += 8
        }
        while offset < count {
            hash = (hash ^ UInt64(memory[offset])) &* 0x100_0000_01B3
            offset += 1
        }
        return hash ^ (hash >> 32)
    }
}
