/// Base64 with the alphabet that is safe in URLs, without padding, after
/// [RFC 4648 §5](https://www.rfc-editor.org/rfc/rfc4648#section-5) as JOSE and Multibase `u` use it.
public enum Base64URL {
    public static func encode(_ bytes: some Collection<UInt8>) -> String {
        withContiguousBytes(bytes) { source in
            String(unsafeUninitializedCapacity: Base64Alphabet.url.encodedCount(source.count)) { target in
                Base64Alphabet.url.encode(source, into: target)
            }
        }
    }

    /// The same as ASCII bytes, for a signing input that is put together from parts.
    public static func encodedBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
        withContiguousBytes(bytes) { source in
            let count = Base64Alphabet.url.encodedCount(source.count)
            return [UInt8](unsafeUninitializedCapacity: count) { target, written in
                written = Base64Alphabet.url.encode(source, into: target)
            }
        }
    }

    /// - Throws: `EncodingError` `encoding.base64url` unless the text is canonical: no padding, no whitespace,
    ///   unused bits zero. A signature thus has one spelling.
    public static func decode(_ text: some StringProtocol) throws(EncodingError) -> [UInt8] {
        try decode(text.utf8)
    }

    /// Decodes ASCII text at hand as bytes; otherwise as for text.
    public static func decode(_ text: some Collection<UInt8>) throws(EncodingError) -> [UInt8] {
        switch withContiguousBytes(text, Base64Alphabet.url.decode) {
        case .success(let bytes): return bytes
        case .failure(let flaw): throw EncodingError(.base64URL, "The text is not base64url: \(flaw.words).")
        }
    }
}
