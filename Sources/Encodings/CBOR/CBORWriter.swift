/// Writes CBOR in the core deterministic form of [RFC 8949 §4.2.1](https://www.rfc-editor.org/rfc/rfc8949#section-4.2.1):
/// shortest heads, definite lengths, map keys in the order of their encoded bytes.
public enum CBORWriter {
    public static func encode(_ value: CBORValue) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    private static func append(_ value: CBORValue, to bytes: inout [UInt8]) {
        switch value {
        case .unsigned(let number): head(0, number, to: &bytes)
        case .negative(let number): head(1, number, to: &bytes)
        case .bytes(let content):
            head(2, UInt64(content.count), to: &bytes)
            bytes += content
        case .text(let content):
            head(3, UInt64(content.utf8.count), to: &bytes)
            bytes += content.utf8
        case .array(let elements):
            head(4, UInt64(elements.count), to: &bytes)
            for element in elements { append(element, to: &bytes) }
        case .map(let entries):
            head(5, UInt64(entries.count), to: &bytes)
            let encoded = entries.map { (key: encode($0.key), value: $0.value) }
            for entry in encoded.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                bytes += entry.key
                append(entry.value, to: &bytes)
            }
        case .tagged(let tag, let content):
            head(6, tag, to: &bytes)
            append(content, to: &bytes)
        case .bool(let truth): bytes.append(truth ? 0xF5 : 0xF4)
        case .null: bytes.append(0xF6)
        }
    }

    /// The major type and its argument in as few bytes as hold it (§3).
    private static func head(_ major: UInt8, _ argument: UInt64, to bytes: inout [UInt8]) {
        let type = major << 5
        switch argument {
        case 0..<24: bytes.append(type | UInt8(argument))
        case 24...0xFF: bytes += [type | 24, UInt8(argument)]
        case 0x100...0xFFFF: bigEndian(type | 25, argument, count: 2, to: &bytes)
        case 0x1_0000...0xFFFF_FFFF: bigEndian(type | 26, argument, count: 4, to: &bytes)
        default: bigEndian(type | 27, argument, count: 8, to: &bytes)
        }
    }

    private static func bigEndian(_ first: UInt8, _ argument: UInt64, count: Int, to bytes: inout [UInt8]) {
        bytes.append(first)
        for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: argument >> (8 * UInt64(place)))) }
    }
}
