/// Hexadecimal digits, two a byte, after [RFC 4648 §8](https://www.rfc-editor.org/rfc/rfc4648#section-8).
///
/// Written in lower case, as `sha256$…` identity hashes and digests are in this field.
public enum Base16 {
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        withContiguousBytes(bytes) { source in
            String(unsafeUninitializedCapacity: source.count * 2) { target in
                for (place, byte) in source.enumerated() {
                    target[place * 2] = digit(byte >> 4)
                    target[place * 2 + 1] = digit(byte & 0x0F)
                }
                return source.count * 2
            }
        }
    }

    /// - Parameter anyCase: whether `A`–`F` are read too.
    /// - Throws: `EncodingError` `encoding.base16` for anything but pairs of digits.
    public static func decode(_ text: some StringProtocol, anyCase: Bool = false) throws(EncodingError) -> [UInt8] {
        try decode(text.utf8, anyCase: anyCase)
    }

    /// Decodes ASCII text at hand as bytes; otherwise as for text.
    public static func decode(
        _ text: some Collection<UInt8>, anyCase: Bool = false
    ) throws(EncodingError) -> [UInt8] {
        let bytes: [UInt8]? = withContiguousBytes(text) { text in
            guard text.count.isMultiple(of: 2) else { return nil }
            var isValid = true
            let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 2) { target, written in
                for place in 0..<text.count / 2 {
                    let high = value(text[place * 2], anyCase: anyCase)
                    let low = value(text[place * 2 + 1], anyCase: anyCase)
                    guard let high, let low else {
                        isValid = false
                        return
                    }
                    target[place] = high << 4 | low
                    written = place + 1
                }
            }
            return isValid ? bytes : nil
        }
        guard let bytes else {
            throw EncodingError(
                .base16,
                anyCase
                    ? "The text is not pairs of hexadecimal digits 0–9, a–f."
                    : "The text is not pairs of lower-case hexadecimal digits 0–9, a–f.")
        }
        return bytes
    }

    /// The lower-case digit of a value below 16.
    @inlinable
    public static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }

    /// The value of a digit, or nothing when it is none.
    @inlinable
    public static func value(_ digit: UInt8, anyCase: Bool = true) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit &- 0x30
        case 0x61...0x66: digit &- 0x57
        case 0x41...0x46 where anyCase: digit &- 0x37
        default: nil
        }
    }
}
