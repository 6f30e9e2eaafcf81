import COpenSSL

/// Which 32 bytes may be an Ed25519 public key.
///
/// RFC 8032 §5.1.3 refuses a y that isn't below p and a y without an x. Points of small order are refused besides:
/// under such a key a signature that fits one message fits others too, so it binds nobody to anything.
enum Ed25519Point {
    static let byteCount = 32

    static func check(_ bytes: [UInt8]) throws(KeyError) {
        guard bytes.count == byteCount else {
            throw .malformed("An Ed25519 public key has 32 bytes; this one has \(bytes.count).")
        }
        var y = bytes
        y[31] &= 0x7F
        guard isCanonical(y) else {
            throw .malformed("This Ed25519 public key is written in a form that isn't allowed (y is not below p).")
        }
        guard !smallOrder.contains(y) else {
            throw KeyError(
                .smallOrder, "This Ed25519 public key is one of the few weak ones that vouch for any message.",
                hint: "Nobody gets such a key by generating one: don't trust what is signed with it.")
        }
        guard try hasX(y) else {
            throw KeyError(
                .notOnCurve, "The point of this key doesn't lie on the curve Ed25519.",
                hint: "Ask for the key again: it was changed, or made by a faulty program.")
        }
    }

    /// The y of the eight points whose order divides 8: the sign of x makes eight encodings of these five, and two
    /// more that name no point of their own.
    private static let smallOrder: [[UInt8]] = [
        [UInt8](repeating: 0, count: 32),
        [1] + [UInt8](repeating: 0, count: 31),
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
            0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]

    /// Whether y, little-endian without the sign bit, is below p = 2²⁵⁵ − 19.
    private static func isCanonical(_ y: [UInt8]) -> Bool {
        y[0] < 0xED || y[31] != 0x7F || y[1..<31].contains { $0 != 0xFF }
    }

    /// Whether some x fits: x² = (y² − 1) / (dy² + 1), so the product of both terms has to be a square.
    private static func hasX(_ y: [UInt8]) throws(KeyError) -> Bool {
        guard let field, let context = BN_CTX_new() else { throw .openSSL("checking an Ed25519 key") }
        defer { BN_CTX_free(context) }
        BN_CTX_start(context)
        defer { BN_CTX_end(context) }
        guard let square = BN_CTX_get(context), let product = BN_CTX_get(context),
            BN_lebin2bn(y, Int32(y.count), square) != nil,
            BN_mod_sqr(square, square, field.p, context) == 1,
            BN_mod_mul(product, square, field.d, field.p, context) == 1, BN_add_word(product, 1) == 1,
            BN_sub_word(square, 1) == 1,
            BN_mod_mul(product, product, square, field.p, context) == 1
        else { throw .openSSL("checking an Ed25519 key") }
        switch BN_kronecker(product, field.p, context) {
        case 1: return true
        case -1, 0: return false
        default: throw .openSSL("checking an Ed25519 key")
        }
    }

    /// The prime and the curve's constant d of RFC 8032 §5.1, made once and only read.
    private final class Field: @unchecked Sendable {
        let p: OpaquePointer
        let d: OpaquePointer

        init?() {
            var (p, d): (OpaquePointer?, OpaquePointer?)
            guard BN_hex2bn(&p, "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFED") == 64,
                BN_hex2bn(&d, "52036CEE2B6FFE738CC740797779E89800700A4D4141D8AB75EB4DCA135978A3") == 64, let p, let d
            else { return nil }
            self.p = p
            self.d = d
        }
    }

    private static let field = Field()
}
