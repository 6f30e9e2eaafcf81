/// The number before some bytes that says what they are, written as an unsigned varint, after
/// [the multicodec table](https://github.com/multiformats/multicodec/blob/master/table.csv).
public struct Multicodec: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: UInt64

    public init(rawValue: UInt64) { self.rawValue = rawValue }

    public static let ed25519Pub = Multicodec(rawValue: 0xED)
    public static let x25519Pub = Multicodec(rawValue: 0xEC)
    public static let secp256k1Pub = Multicodec(rawValue: 0xE7)
    public static let p256Pub = Multicodec(rawValue: 0x1200)
    public static let p384Pub = Multicodec(rawValue: 0x1201)
    public static let p521Pub = Multicodec(rawValue: 0x1202)
    public static let rsaPub = Multicodec(rawValue: 0x1205)
    public static let ed25519Priv = Multicodec(rawValue: 0x1300)
    public static let p256Priv = Multicodec(rawValue: 0x1306)
    public static let p384Priv = Multicodec(rawValue: 0x1307)
    public static let sha2_256 = Multicodec(rawValue: 0x12)
    public static let sha2_384 = Multicodec(rawValue: 0x20)

    /// A varint has at most nine bytes, so 63 bits, by
    /// [its specification](https://github.com/multiformats/unsigned-varint#practical-maximum-of-9-bytes-for-security).
    private static let maxVarintBytes = 9

    public var description: String { "0x" + String(rawValue, radix: 16) }

    /// The number as a varint, then the bytes.
    public func prefix(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(Self.maxVarintBytes + 1 + bytes.count)
        var rest = rawValue
        while rest >= 0x80 {
            result.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        result.append(UInt8(rest))
        result.append(contentsOf: bytes)
        return result
    }

    /// The number at the start of the bytes, and what follows it.
    ///
    /// - Throws: `EncodingError` `encoding.multicodec` when the varint is cut short, too long, or not the shortest
    ///   that says its number; a key thus has one spelling.
    public static func split(
        _ bytes: some Collection<UInt8>
    ) throws(EncodingError) -> (codec: Multicodec, bytes: [UInt8]) {
        var value: UInt64 = 0
        for (place, byte) in bytes.prefix(maxVarintBytes).enumerated() {
            value |= UInt64(byte & 0x7F) << UInt64(7 * place)
            guard byte < 0x80 else { continue }
            guard byte != 0 || place == 0 else {
                throw EncodingError(.multicodec, "The number that names the kind of bytes is not in its shortest form.")
            }
            return (Multicodec(rawValue: value), Array(bytes.dropFirst(place + 1)))
        }
        throw EncodingError(.multicodec, "The bytes don't begin with a whole number that names their kind.")
    }
}
