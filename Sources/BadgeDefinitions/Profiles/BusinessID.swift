/// A Finnish business identity code (Y-tunnus): seven digits, a hyphen and a check digit.
package struct BusinessID: Sendable, Hashable, LosslessStringConvertible {
    package let description: String

    /// The code, when its check digit fits: the digits weighted 7 9 10 5 8 4 2, modulo 11.
    package init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 9, bytes[7] == UInt8(ascii: "-") else { return nil }
        let digits = (bytes[..<7] + bytes[8...]).map { Int($0) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let sum = zip(digits, [7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        // Remainder 1 would need the check digit 10; such codes are never given.
        let check = sum % 11 == 0 ? 0 : 11 - sum % 11
        guard check != 10, digits.last == check else { return nil }
        self.description = description
    }
}
