/// The number on a learner's slip, `XXXX-XXXX-XXXX-C`: twelve symbols of Crockford's base32 and a check character.
///
/// See [Crockford's Base32](https://www.crockford.com/base32.html). It says nothing about the person, is unique in
/// one register, and catches every single wrong symbol and most swaps. Numbers whose check character would be one of
/// `*~$=U` are never drawn, so that each is easy to read aloud and to type.
package struct PassportNumber: Sendable, Hashable, LosslessStringConvertible {
    /// In capitals with hyphens: the only spelling that is stored.
    package let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let symbolCount = 12

    /// Reads a number as people type it: any case, spaces and hyphens anywhere, I and L for 1, O for 0.
    ///
    /// - Returns: `nil` when the length, a symbol or the check character is wrong.
    package init?(_ text: String) {
        var values: [UInt64] = []
        for byte in text.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
            guard values.count <= Self.symbolCount, let value = Self.value(of: byte) else { return nil }
            values.append(value)
        }
        guard values.count == Self.symbolCount + 1, let check = values.popLast() else { return nil }
        let number = values.reduce(0) { $0 << 5 | $1 }
        guard number % 37 == check else { return nil }
        self.init(number: number, check: check)
    }

    /// Draws a number, and draws again until its check character is a digit or a letter of the alphabet.
    package init(using generator: inout some RandomNumberGenerator) {
        while true {
            let number = generator.next() as UInt64 >> 4
            let check = number % 37
            if check < 32 {
                self.init(number: number, check: check)
                return
            }
        }
    }

    /// - Parameters:
    ///   - number: less than 2⁶⁰.
    ///   - check: less than 32.
    private init(number: UInt64, check: UInt64) {
        var text: [UInt8] = []
        for place in (0..<Self.symbolCount).reversed() {
            text.append(Self.alphabet[Int(number >> UInt64(place * 5) & 31)])
            if place % 4 == 0 { text.append(UInt8(ascii: "-")) }
        }
        text.append(Self.alphabet[Int(check)])
        description = String(decoding: text, as: UTF8.self)
    }

    private static func value(of byte: UInt8) -> UInt64? {
        let capital = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
        return switch capital {
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        case UInt8(ascii: "O"): 0
        default: alphabet.firstIndex(of: capital).map(UInt64.init)
        }
    }
}
