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
        // An embedded picture is a long address: its bytes are looked at without a branch for each.
        var isSound = true
        for byte in bytes[colon...] { isSound = isSound && byte > 0x20 && byte != 0x7F }
        return isSound
    }
}
