/// Base64 with the standard alphabet and padding, as data: URIs and PEM use it, after
/// [RFC 4648 §4](https://www.rfc-editor.org/rfc/rfc4648#section-4).
public enum Base64 {
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        withContiguousBytes(bytes) { source in
            String(unsafeUninitializedCapacity: Base64Alphabet.standard.encodedCount(source.count)) { target in
                Base64Alphabet.standard.encode(source, into: target)
            }
        }
    }

    /// - Throws: `EncodingError` `encoding.base64` unless the text is canonical: padded, no line breaks, unused bits zero.
    public static func decode(_ text: some StringProtocol) throws(EncodingError) -> [UInt8] {
        try decode(text.utf8)
    }

    /// Decodes ASCII text at hand as bytes; otherwise as for text.
    public static func decode(_ text: some Collection<UInt8>) throws(EncodingError) -> [UInt8] {
        switch withContiguousBytes(text, Base64Alphabet.standard.decode) {
        case .success(let bytes): return bytes
        case .failure(let flaw): throw EncodingError(.base64, "The text is not base64: \(flaw.words).")
        }
    }
}
