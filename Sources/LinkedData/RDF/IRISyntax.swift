/// What text is an IRI that N-Quads takes: absolute, and of characters that can stand between `<` and `>`.
///
/// Of [RFC 3987](https://www.rfc-editor.org/rfc/rfc3987) this checks the scheme and the characters; it doesn't take
/// authority, path and query apart.
public enum IRISyntax {
    /// Whether the text begins with a scheme and has legal characters only.
    public static func isAbsolute(_ text: some TextBytes) -> Bool {
        text.withTextBytes { hasScheme($0) && isLegal($0) }
    }

    static func hasScheme(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, LanguageTagSyntax.isLetter(first) else { return false }
        for byte in text {
            switch byte {
            case UInt8(ascii: ":"): return true
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
            default:
                guard LanguageTagSyntax.isLetter(byte) || LanguageTagSyntax.isDigit(byte) else { return false }
            }
        }
        return false
    }

    /// Whether every character may stand in the production IRIREF: none up to U+0020, none of `<>"{}|^`\`, no DEL.
    static func isLegal(_ text: UnsafeBufferPointer<UInt8>) -> Bool { legalEnd(of: text, from: 0) == text.count }

    /// Where the characters that may stand in the production IRIREF end.
    @inline(__always)
    static func legalEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return start }
        var offset = start
        while text.count - offset >= 8 {
            let found = illegal(in: UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            // Of the bits that are set the lowest is right; a borrow may have set higher ones.
            if found != 0 { return offset + found.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < text.count, !isIllegal(text[offset]) { offset += 1 }
        return offset
    }

    @inline(__always)
    static func isIllegal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: true
        default: false
        }
    }

    /// Looks at eight bytes at once and sets the high bit of an illegal one. Pairs that differ in one bit are looked for
    /// together: `<` and `>`, `\` and `^`, `|` and `}`, `{` and DEL.
    @inline(__always)
    private static func illegal(in word: UInt64) -> UInt64 {
        let found =
            below(word, 0x21) | zero(word & every(0xFD) ^ every(0x3C)) | zero(word & every(0xFD) ^ every(0x5C))
            | zero(word & every(0xFE) ^ every(0x7C)) | zero(word & every(0xFB) ^ every(0x7B))
            | zero(word ^ every(0x22)) | zero(word ^ every(0x60))
        return found & every(0x80)
    }

    @inline(__always)
    private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Has a high bit set when a byte is zero.
    @inline(__always)
    private static func zero(_ word: UInt64) -> UInt64 { (word &- every(1)) & ~word }

    /// Has a high bit set when a byte is less than that.
    @inline(__always)
    private static func below(_ word: UInt64, _ limit: UInt8) -> UInt64 { (word &- every(limit)) & ~word }

    /// The text with `\u00XX` for each character that can't stand there.
    static func escaped(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 16)
        for byte in text {
            if isIllegal(byte) { LiteralSpelling.appendEscape(byte, to: &bytes) } else { bytes.append(byte) }
        }
        return bytes
    }
}
