/// A JSON number with the digits it was written with, and the IEEE double that a signature covers.
///
/// Equality is that of the double: `1.0` and `1` are one number to JSON, to JCS and to RDF.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number as RFC 8259 text, for example `27`, `1.0`, `-2.5e-3`.
    public let text: String
    /// The nearest IEEE 754 double; always finite.
    public let double: Double

    /// - Parameter text: must match the grammar of RFC 8259 §6 and be within the range of a double.
    public init?(text: String) {
        guard let value = Double(text), value.isFinite else { return nil }
        self.text = text
        self.double = value
    }

    @usableFromInline
    init(text: String, double: Double) {
        self.text = text
        self.double = double
    }

    public init(_ value: Int) {
        text = String(value)
        double = Double(value)
    }

    /// The whole number that was written, when it was written as one (`27`, not `27.0`) and fits.
    public var intValue: Int? { Int(text) }

    public var description: String { text }

    public static func == (left: JSONNumber, right: JSONNumber) -> Bool { left.double == right.double }
    public func hash(into hasher: inout Hasher) { hasher.combine(double) }
}
