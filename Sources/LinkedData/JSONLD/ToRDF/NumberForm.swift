import Glibc

/// A JSON number as RDF writes it: the canonical form of an xsd:integer or an xsd:double (JSON-LD 1.1 API, section
/// 9.6).
struct NumberForm {
    let text: String
    let isDouble: Bool

    /// - Parameter isDouble: whether it is to be a double though it is whole.
    init(_ value: Double, isDouble: Bool) {
        let isWhole = value.magnitude < 1e21 && value == value.rounded(.towardZero)
        self.isDouble = isDouble || !isWhole
        text = self.isDouble ? Self.double(value) : String(Int128(value))
    }

    /// One digit, a point, up to fifteen digits, `E` and the exponent.
    private static func double(_ value: Double) -> String {
        if value == 0 { return "0.0E0" }
        var (digits, exponent) = decimal(value.magnitude)
        // Half a unit of the sixteenth digit is rounded up, as ECMAScript's toExponential does; C rounds to even.
        let roundsUp = digits[16] >= 5
        digits.removeSubrange(16...)
        if roundsUp {
            var place = 15
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
                exponent += 1
            }
        }
        while digits.count > 2, digits.last == 0 { digits.removeLast() }
        let fraction = digits.dropFirst().reduce(into: "") { $0 += "\($1)" }
        return "\(value < 0 ? "-" : "")\(digits[0]).\(fraction)E\(exponent)"
    }

    /// The first 41 decimal digits of a number, which are all of those that decide how it is rounded to 16.
    private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
        var buffer = [CChar](repeating: 0, count: 64)
        let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.40e", $0) }
        let text = buffer.prefix(max(Int(length), 0)).map { UInt8(bitPattern: $0) }
        let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
        let digits = text[..<mark].filter { (0x30...0x39).contains($0) }.map { $0 - 0x30 }
        let exponent = Int(String(decoding: text[mark...].dropFirst(), as: UTF8.self)) ?? 0
        return (digits, exponent)
    }
}
