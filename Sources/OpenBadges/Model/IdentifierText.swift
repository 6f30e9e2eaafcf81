// Unicode normalisation isn't public in the standard library, and Foundation, which offers it, is heavier than the rest
// of this target. The library's own implementation is used through its system interface; it is part of the toolchain
// that the program is built with, so a toolchain without it would stop the build, not change an answer. A test holds it
// to Unicode's examples.
@_spi(_Unicode) internal import Swift

/// How an identifier is written before it is hashed, so that both sides arrive at the same bytes.
public enum IdentifierText {
    /// The spelling that we hash when issuing, and try second when comparing.
    ///
    /// An email address loses white space around it, becomes NFC and lower case. A passport number is written
    /// `XXXX-XXXX-XXXX-C` in capitals, with I and L read as 1 and O as 0. Anything else stays as it is.
    public static func normalised(_ text: String, as type: IdentityType) -> String {
        switch type {
        case _ where type.isSameKind(as: .emailAddress): nfc(trimmed(text)).lowercased()
        case .passportNumber: passportNumber(text) ?? text
        default: text
        }
    }

    /// The text in Unicode's Normalization Form C.
    static func nfc(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar) }
        return String(scalars)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The number as it is stored, when the text has its thirteen symbols; the check character isn't computed.
    static func passportNumber(_ text: String) -> String? {
        var symbols: [UInt8] = []
        for byte in text.utf8 {
            let capital = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
            switch capital {
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            case UInt8(ascii: "I"), UInt8(ascii: "L"): symbols.append(UInt8(ascii: "1"))
            case UInt8(ascii: "O"): symbols.append(UInt8(ascii: "0"))
            case UInt8(ascii: "U"): return nil
            case 0x30...0x39, 0x41...0x5A: symbols.append(capital)
            default: return nil
            }
            guard symbols.count <= 13 else { return nil }
        }
        guard symbols.count == 13 else { return nil }
        let groups = [symbols[0..<4], symbols[4..<8], symbols[8..<12], symbols[12..<13]]
        return groups.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }
}
