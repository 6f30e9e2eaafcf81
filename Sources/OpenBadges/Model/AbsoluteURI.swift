internal import Encodings

/// Whether a text is an absolute URI (RFC 3986 §4.3), told by its scheme and by characters that no URI has.
public enum AbsoluteURI {
    /// A scheme, a colon and something after it, without white space, controls, or `<>"{}|\^` and the backtick.
    ///
    /// Characters beyond ASCII pass, as in an IRI. What comes after the scheme isn't looked into.
    public static func isAbsolute(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count,
            (0x61...0x7A).contains(bytes[0].asciiLowercased)
        else { return false }
        let isScheme = bytes[1..<colon].allSatisfy {
            (0x61...0x7A).contains($0.asciiLowercased) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+")
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        return isScheme && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) }
    }

    private static let forbidden = Array("<>\"{}|\\^`".utf8)
}
