/// A fixed list of texts, found by their bytes: open addressing, made once and asked for every name in a document.
///
/// Texts from outside are only looked up, so nobody can make its chains longer.
package struct WordIndex: Sendable {
    private let words: [(text: [UInt8], place: Int16)]
    /// Places in `words` plus one; nought is free.
    private let slots: [UInt8]
    private let mask: Int

    /// - Parameter words: texts, each with what it stands for; of two alike the first counts. At most 255 are kept.
    package init(_ words: [(String, Int)]) {
        let words = words.prefix(Int(UInt8.max)).map { (text: Array($0.0.utf8), place: Int16(clamping: $0.1)) }
        var capacity = 8
        while capacity < words.count * 3 { capacity *= 2 }
        var slots = [UInt8](repeating: 0, count: capacity)
        for (place, word) in words.enumerated() {
            var slot = word.text.withUnsafeBufferPointer { Self.hash($0) } & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt8(place + 1)
        }
        self.words = words
        self.slots = slots
        mask = capacity - 1
    }

    /// What the text stands for, or -1.
    package func place(of text: UnsafeBufferPointer<UInt8>) -> Int {
        if words.isEmpty { return -1 }
        var slot = Self.hash(text) & mask
        while slots[slot] != 0 {
            let found = Int(slots[slot]) - 1
            if words[found].text.withUnsafeBufferPointer({ $0.hasSameBytes(as: text) }) {
                return Int(words[found].place)
            }
            slot = (slot + 1) & mask
        }
        return -1
    }

    /// Length, first and last bytes: enough to tell the words of a vocabulary apart.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let memory = UnsafeRawBufferPointer(text)
        var word = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
        if text.count >= 8 {
            word ^= memory.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            word = (word ^ word >> 29) &* 0xBF58_476D_1CE4_E5B9
            word ^= memory.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
        } else {
            for byte in text { word = word << 8 ^ word >> 56 ^ UInt64(byte) }
        }
        word = (word ^ word >> 30) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: word >> 33)
    }
}
