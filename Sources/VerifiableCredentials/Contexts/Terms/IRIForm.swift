/// The form that tells an absolute IRI from a relative one.
enum IRIForm {
    /// A scheme of RFC 3986 §3.1, a colon, and something after it, without spaces or controls.
    static func isAbsolute(_ text: String) -> Bool {
        let fast = text.utf8.withContiguousStorageIfAvailable { isAbsolute(bytes: $0) }
        return fast ?? Array(text.utf8).withUnsafeBufferPointer { isAbsolute(bytes: $0) }
    }

    private static func isAbsolute(bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count
        else { return false }
        for byte in bytes[..<colon] {
            let isSchemeByte =
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || byte == 0x2B || byte == 0x2D || byte == 0x2E
            guard isSchemeByte else { return false }
        }
        // An embedded picture is a long address: eight bytes are looked at together.
        let memory = UnsafeRawBufferPointer(bytes)
        var offset = colon
        while offset + 8 <= bytes.count {
            guard !hasSpace(memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) else { return false }
            offset += 8
        }
        for byte in bytes[offset...] where byte <= 0x20 || byte == 0x7F { return false }
        return true
    }

    /// Whether one of eight bytes is a space or a control: below 0x21, or 0x7F.
    @inline(__always)
    private static func hasSpace(_ word: UInt64) -> Bool {
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let isDelete = word ^ (ones &* 0x7F)
        // A borrow may blame the byte after a culprit as well; without a culprit there is none.
        return ((word &- ones &* 0x21) & ~word | (isDelete &- ones) & ~isDelete) & tops != 0
    }
}
