/// A decimal number with at most two places, held exactly as a count of hundredths: hours and credits.
public struct DecimalHundredths: Sendable, Hashable, Comparable {
    public let hundredths: Int

    /// Whole digits that are read; anything an hour or a credit could be, far from overflowing a sum.
    private static let maxWholeDigits = 9

    public static let zero = DecimalHundredths(hundredths: 0)

    public init(hundredths: Int) { self.hundredths = hundredths }

    /// A number as people write it, with decimal point or comma: `27`, `27.5`, `27,50`, `-1`.
    ///
    /// Nothing for a third decimal, an exponent, a thousands separator, a plus sign or a bare point.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let isNegative = bytes.first == UInt8(ascii: "-")
        let parts = bytes.dropFirst(isNegative ? 1 : 0)
            .split(maxSplits: 1, omittingEmptySubsequences: false) {
                $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
            }
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : []
        guard fraction.count <= 2 else { return nil }
        self.init(isNegative: isNegative, digits: whole + fraction, exponent: -fraction.count)
    }

    /// Exactly the number that was written, when it has at most two places: `27.50`, `1.000` and `2.7e1` do.
    public init?(_ number: JSONNumber) {
        var rest = Array(number.text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }

        var exponent = 0
        if let mark = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            guard let written = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)) else { return nil }
            // Beyond this no number of bounded length has a value that fits.
            guard abs(written) < 1_000_000_000 else { return nil }
            exponent = written
            rest = rest[..<mark]
        }
        if let point = rest.firstIndex(of: UInt8(ascii: ".")) {
            exponent -= rest.endIndex - point - 1
            rest.remove(at: point)
        }
        self.init(isNegative: isNegative, digits: rest, exponent: exponent)
    }

    /// `digits` × 10^`exponent`, when that is a whole number of hundredths that fits.
    private init?(isNegative: Bool, digits: ArraySlice<UInt8>, exponent: Int) {
        var digits = digits.drop { $0 == UInt8(ascii: "0") }
        var places = exponent + 2
        while places < 0, digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            places += 1
        }
        if digits.isEmpty { places = 0 }
        guard places >= 0, digits.count + places <= Self.maxWholeDigits + 2 else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        for _ in 0..<places { value *= 10 }
        hundredths = isNegative ? -value : value
    }

    /// The sum; stays at the greatest or least number when it would pass it.
    public static func + (left: DecimalHundredths, right: DecimalHundredths) -> DecimalHundredths {
        let (sum, overflow) = left.hundredths.addingReportingOverflow(right.hundredths)
        return DecimalHundredths(hundredths: overflow ? (left.hundredths < 0 ? .min : .max) : sum)
    }

    public static func += (left: inout DecimalHundredths, right: DecimalHundredths) { left = left + right }

    public static func < (left: DecimalHundredths, right: DecimalHundredths) -> Bool {
        left.hundredths < right.hundredths
    }

    public var isNegative: Bool { hundredths < 0 }

    /// Two places always: `27.00`, `0.50`.
    public var twoPlaces: String { text(atLeast: 2) }

    /// As many places as needed, one at least: `1.0`, `0.5`, `1.25`.
    public var oneAtLeast: String { text(atLeast: 1) }

    private func text(atLeast places: Int) -> String {
        let magnitude = hundredths.magnitude
        let whole = "\(isNegative ? "-" : "")\(magnitude / 100)"
        let (tenth, hundredth) = (magnitude / 10 % 10, magnitude % 10)
        if places == 2 || hundredth != 0 { return "\(whole).\(tenth)\(hundredth)" }
        if places == 1 || tenth != 0 { return "\(whole).\(tenth)" }
        return whole
    }
}

extension DecimalHundredths: LosslessStringConvertible {
    /// The shortest form: `27`, `0.5`, `1.25`.
    public var description: String { text(atLeast: 0) }
}
