/// Labels of blank nodes as [N-Quads](https://www.w3.org/TR/n-quads/#grammar-production-BLANK_NODE_LABEL) writes them,
/// without `_:`. A colon isn't part of one.
public enum BlankNodeLabelSyntax {
    /// Whether the whole text is a label.
    public static func isLegal(_ label: some TextBytes) -> Bool {
        label.withTextBytes { !$0.isEmpty && length(of: $0) == $0.count }
    }

    /// How many bytes from the start on are a label: no full stop ends it, and it may be none.
    static func length(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = 0
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte == UInt8(ascii: ".") {
                    // Belongs to the label only when something of it follows.
                    guard end > 0 else { return 0 }
                    offset += 1
                    continue
                }
                guard isASCIILabel(byte), end > 0 || byte != UInt8(ascii: "-") else { return end }
                offset += 1
            } else {
                guard let (scalar, width) = character(bytes, at: offset) else { return end }
                guard isStart(scalar) || (end > 0 && isFollowing(scalar)) else { return end }
                offset += width
            }
            end = offset
        }
        return end
    }

    private static func isASCIILabel(_ byte: UInt8) -> Bool {
        LanguageTagSyntax.isLetter(byte) || LanguageTagSyntax.isDigit(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    /// `PN_CHARS_BASE` beyond ASCII.
    private static func isStart(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
            0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
            true
        default: false
        }
    }

    /// What `PN_CHARS` has besides.
    private static func isFollowing(_ scalar: UInt32) -> Bool {
        scalar == 0xB7 || (0x300...0x36F).contains(scalar) || (0x203F...0x2040).contains(scalar)
    }

    private static func character(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int)? {
        let lead = bytes[offset]
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC0, offset + width <= bytes.count else { return nil }
        var scalar = UInt32(lead) & (0x7F >> UInt32(width))
        for place in 1..<width { scalar = scalar << 6 | UInt32(bytes[offset + place] & 0x3F) }
        return (scalar, width)
    }
}
