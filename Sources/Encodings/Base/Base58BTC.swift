/// Base58 with Bitcoin's alphabet, the form of keys and proof values, after
/// [the Base58 draft](https://datatracker.ietf.org/doc/html/draft-msporny-base58).
///
/// The work grows with the square of the length, so what is read is bounded, and both ways take ten characters at a
/// time (58¹⁰ fits a machine word). What is written is our own keys and signatures, well below the bound.
public enum Base58BTC {
    /// The longest text that is read. The longest in use, an RSA-8192 key, has 1,420 characters.
    public static let maxTextBytes = 8 * 1024

    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// 58⁵, the greatest power of 58 that fits 32 bits: encoding divides by it.
    private static let fifthPower: UInt64 = 656_356_768

    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        let zeros = bytes.prefix { $0 == 0 }.count
        // The number as 32-bit limbs, most significant first.
        let payload = Array(bytes.dropFirst(zeros))
        var limbs: [UInt32] = []
        limbs.reserveCapacity(payload.count / 4 + 1)
        var limb: UInt32 = 0
        for (place, byte) in payload.enumerated() {
            limb = limb << 8 | UInt32(byte)
            if (payload.count - place - 1).isMultiple(of: 4) {
                limbs.append(limb)
                limb = 0
            }
        }

        // Digits come out least significant first, five from each division.
        var digits: [UInt8] = []
        digits.reserveCapacity(payload.count * 138 / 100 + 6 + zeros)
        var first = 0
        while first < limbs.count {
            var remainder: UInt64 = 0
            limbs.withUnsafeMutableBufferPointer { limbs in
                for place in first..<limbs.count {
                    let dividend = remainder << 32 | UInt64(limbs[place])
                    limbs[place] = UInt32(truncatingIfNeeded: dividend / fifthPower)
                    remainder = dividend % fifthPower
                }
            }
            while first < limbs.count, limbs[first] == 0 { first += 1 }
            for _ in 0..<5 {
                digits.append(alphabet[Int(remainder % 58)])
                remainder /= 58
            }
        }
        // The last division may have padded with zeros that aren't part of the number.
        while digits.last == alphabet[0] { digits.removeLast() }
        digits.append(contentsOf: repeatElement(alphabet[0], count: zeros))
        return String(decoding: digits.reversed(), as: UTF8.self)
    }

    /// - Throws: `EncodingError` `encoding.base58` for a character outside the alphabet, `limit.base58` for more than
    ///   `maxTextBytes`.
    public static func decode(_ text: some StringProtocol) throws(EncodingError) -> [UInt8] {
        try decode(text.utf8)
    }

    /// Decodes ASCII text at hand as bytes; otherwise as for text.
    public static func decode(_ text: some Collection<UInt8>) throws(EncodingError) -> [UInt8] {
        guard text.count <= maxTextBytes else {
            throw EncodingError(
                .base58Limit, "The base58 text is longer than the \(maxTextBytes) characters that are read.")
        }
        guard let bytes = withContiguousBytes(text, bytes(of:)) else {
            throw EncodingError(.base58, "The text is not base58: it has a character that doesn't belong there.")
        }
        return bytes
    }

    private static func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let zeros = text.prefix { $0 == alphabet[0] }.count
        // The number as 64-bit limbs, least significant first.
        var limbs: [UInt64] = []
        limbs.reserveCapacity(text.count / 10 + 1)
        var read = zeros
        while read < text.count {
            var (digits, power): (UInt64, UInt64) = (0, 1)
            for place in read..<min(read + 10, text.count) {
                let value = values[Int(text[place])]
                guard value < 58 else { return nil }
                digits = digits &* 58 &+ UInt64(value)
                power = power &* 58
            }
            var carry = digits
            limbs.withUnsafeMutableBufferPointer { limbs in
                for place in limbs.indices {
                    let (high, low) = limbs[place].multipliedFullWidth(by: power)
                    let (sum, overflow) = low.addingReportingOverflow(carry)
                    limbs[place] = sum
                    carry = high &+ (overflow ? 1 : 0)
                }
            }
            if carry > 0 { limbs.append(carry) }
            read += 10
        }

        var bytes = [UInt8](repeating: 0, count: zeros)
        bytes.reserveCapacity(zeros + limbs.count * 8)
        if let top = limbs.last {
            var shift = 56 - top.leadingZeroBitCount / 8 * 8
            for limb in limbs.reversed() {
                while shift >= 0 {
                    bytes.append(UInt8(truncatingIfNeeded: limb >> UInt64(shift)))
                    shift -= 8
                }
                shift = 56
            }
        }
        return bytes
    }
}
