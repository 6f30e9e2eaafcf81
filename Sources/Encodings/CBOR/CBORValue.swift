/// A data item of CBOR ([RFC 8949](https://www.rfc-editor.org/rfc/rfc8949)), of the kinds that proofs are made of.
///
/// Floating-point numbers, simple values other than the three below, and items of unknown length are not among them.
public indirect enum CBORValue: Sendable, Hashable {
    case unsigned(UInt64)
    /// The number −1 − n, as major type 1 holds it.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    /// Entries in the order they were written.
    case map([Entry])
    case tagged(UInt64, CBORValue)
    case bool(Bool)
    case null

    public struct Entry: Sendable, Hashable {
        public let key: CBORValue
        public let value: CBORValue

        public init(_ key: CBORValue, _ value: CBORValue) {
            self.key = key
            self.value = value
        }
    }
}

extension CBORValue {
    public var unsignedValue: UInt64? { if case .unsigned(let value) = self { value } else { nil } }
    public var bytesValue: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
    public var textValue: String? { if case .text(let value) = self { value } else { nil } }
    public var arrayValue: [CBORValue]? { if case .array(let value) = self { value } else { nil } }
    public var mapValue: [Entry]? { if case .map(let value) = self { value } else { nil } }
}
