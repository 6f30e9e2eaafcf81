/// Language tags as [N-Quads](https://www.w3.org/TR/n-quads/#grammar-production-LANGTAG) writes them: letters, then any
/// number of groups of letters and digits, each after a hyphen.
public enum LanguageTagSyntax {
    /// Whether the whole text, without `@`, is a tag.
    public static func isLegal(_ tag: some TextBytes) -> Bool {
        tag.withTextBytes { bytes in
            var inFirst = true
            var length = 0
            for byte in bytes {
                if byte == UInt8(ascii: "-") {
                    guard length > 0 else { return false }
                    inFirst = false
                    length = 0
                    continue
                }
                guard isLetter(byte) || (!inFirst && isDigit(byte)) else { return false }
                length += 1
            }
            return length > 0
        }
    }

    /// The bytes from the start on that can't end a term: letters, digits and hyphens.
    static func prefix(_ tag: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let end = tag.firstIndex { !isLetter($0) && !isDigit($0) && $0 != UInt8(ascii: "-") } ?? tag.count
        return UnsafeBufferPointer(rebasing: tag[..<end])
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
