/// The one shape of DER that signatures and RSA keys need: a SEQUENCE of two non-negative INTEGERs (X.690).
///
/// An ECDSA signature is one (r, s; RFC 3279 §2.2.3), a PKCS#1 public key another (n, e; RFC 8017 A.1.1).
enum DER {
    /// The SEQUENCE of two unsigned big-endian integers, leading zeros dropped.
    static func integerPair(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> [UInt8] {
        let content = integer(first) + integer(second)
        return [0x30] + length(content.count) + content
    }

    /// The two integers without leading zeros, or `nil` when the bytes aren't that SEQUENCE in its only spelling.
    static func parseIntegerPair(_ bytes: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        var outer = bytes[...]
        guard var content = take(0x30, from: &outer), outer.isEmpty,
            let first = takeInteger(from: &content), let second = takeInteger(from: &content), content.isEmpty
        else { return nil }
        return (first, second)
    }

    private static func integer(_ magnitude: ArraySlice<UInt8>) -> [UInt8] {
        let digits = magnitude.drop { $0 == 0 }
        guard let first = digits.first else { return [0x02, 0x01, 0x00] }
        let sign: [UInt8] = first >= 0x80 ? [0] : []
        return [0x02] + length(digits.count + sign.count) + sign + digits
    }

    private static func length(_ count: Int) -> [UInt8] {
        if count < 0x80 { return [UInt8(count)] }
        var digits: [UInt8] = []
        var rest = count
        while rest > 0 {
            digits.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(digits.count)] + digits
    }

    private static func take(_ tag: UInt8, from bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.popFirst() == tag, let short = bytes.popFirst() else { return nil }
        var count = Int(short)
        if short >= 0x80 {
            // Two bytes of length are enough for an RSA key of 8192 bits.
            let digits = Int(short & 0x7F)
            guard (1...2).contains(digits), bytes.count >= digits else { return nil }
            count = bytes.prefix(digits).reduce(0) { $0 << 8 | Int($1) }
            bytes = bytes.dropFirst(digits)
            guard count >= 0x80, digits == 1 || count > 0xFF else { return nil }
        }
        guard bytes.count >= count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }

    private static func takeInteger(from bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let content = take(0x02, from: &bytes), let first = content.first, first < 0x80 else { return nil }
        guard first == 0 else { return content }
        let digits = content.dropFirst()
        // A zero in front is right only where the next byte would look negative, or for zero itself.
        guard let next = digits.first else { return digits }
        return next >= 0x80 ? digits : nil
    }
}
