/// Finnish personal identity codes (henkilötunnus), which may never be kept, shown or signed.
///
/// A code is `DDMMYY`, a sign for the century (`+`, `-`, `A`–`F`, `U`–`Y`), three digits and a check character.
/// Free-standing and in one piece it counts without a look at the check character, since a mistyped code is personal
/// too. Where spaces stand inside its parts or letters around it, the check character must fit: otherwise too many
/// telephone numbers and identifiers would be taken for one.
package enum IdentityCode {
    /// Whether a code stands anywhere in the text, percent-encoded ones included.
    package static func occurs(in text: String) -> Bool {
        // Nine digits at least are needed; most texts have none. Full-width ones begin with 0xEF.
        var digits = 0
        var hasPercent = false
        var hasWide = false
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) { digits += 1 }
            if byte == UInt8(ascii: "%") { hasPercent = true }
            if byte == 0xEF { hasWide = true }
        }
        guard digits >= 9 || hasWide else { return false }
        if occurs(in: text.unicodeScalars.compactMap(symbol)) { return true }
        return hasPercent && occurs(in: percentDecoded(text).unicodeScalars.compactMap(symbol))
    }

    /// The scalar as plain ASCII: every dash a hyphen, full-width signs narrow, what isn't ASCII an asterisk; invisible
    /// ones are left out.
    private static func symbol(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return UInt8(ascii: "-")
        case 0xFF01...0xFF5E: return UInt8(upper: UInt8(scalar.value - 0xFF01 + 0x21))
        case 0..<0x80:
            return scalar.properties.isWhitespace ? UInt8(ascii: " ") : UInt8(upper: UInt8(scalar.value))
        default:
            if scalar.properties.isWhitespace { return UInt8(ascii: " ") }
            if scalar.properties.generalCategory == .format { return nil }
            return scalar.properties.isAlphabetic ? UInt8(ascii: "z") : UInt8(ascii: "*")
        }
    }

    private static func occurs(in symbols: [UInt8]) -> Bool {
        symbols.indices.contains { start in
            guard symbols[start].isDigit, start == 0 || !symbols[start - 1].isDigit else { return false }
            return startsCode(symbols, at: start)
        }
    }

    private static func startsCode(_ symbols: [UInt8], at start: Int) -> Bool {
        var place = start
        var hasInnerSpaces = false
        /// The next symbol that isn't a space; spaces within a part are remembered.
        func next(inside: Bool) -> UInt8? {
            while place < symbols.count, symbols[place] == 0x20 {
                if inside { hasInnerSpaces = true }
                place += 1
            }
            guard place < symbols.count else { return nil }
            defer { place += 1 }
            return symbols[place]
        }
        func number(_ digits: Int, inside: Bool) -> Int? {
            var value = 0
            for index in 0..<digits {
                guard let digit = next(inside: inside || index > 0), digit.isDigit else { return nil }
                value = value * 10 + Int(digit - 0x30)
            }
            return value
        }
        guard let day = number(2, inside: true), (1...31).contains(day), let month = number(2, inside: true),
            (1...12).contains(month), let year = number(2, inside: true), let sign = next(inside: false),
            signs.contains(sign), let individual = number(3, inside: false), let check = next(inside: true),
            let checkValue = checkCharacters.firstIndex(of: check)
        else { return false }
        let touchesBefore = start > 0 && symbols[start - 1].isAlphanumeric
        let touchesAfter = place < symbols.count && symbols[place].isAlphanumeric
        if !touchesBefore, !touchesAfter, !hasInnerSpaces { return true }
        return (day * 10_000_000 + month * 100_000 + year * 1000 + individual) % 31 == checkValue
    }

    private static let signs: [UInt8] = Array("+-ABCDEFUVWXY".utf8)
    private static let checkCharacters: [UInt8] = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)

    private static func percentDecoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count, let high = bytes[place + 1].hexValue,
                let low = bytes[place + 2].hexValue
            {
                result.append(high << 4 | low)
                place += 3
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    /// An ASCII letter in upper case, anything else as it is.
    fileprivate init(upper byte: UInt8) { self = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte }

    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isAlphanumeric: Bool {
        isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
    fileprivate var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
