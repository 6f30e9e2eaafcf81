/// Bytes as text whose first character names the base, after
/// [Controlled Identifiers 1.0 §2.4](https://www.w3.org/TR/cid-1.0/#multibase-0).
///
/// The two bases that Verifiable Credentials use are read and written; others are refused by name.
public enum Multibase {
    public enum Base: Character, Sendable, CaseIterable {
        case base58btc = "z"
        case base64url = "u"
    }

    public static func encode(_ bytes: some Collection<UInt8>, as base: Base) -> String {
        switch base {
        case .base58btc: "z" + Base58BTC.encode(bytes)
        case .base64url: "u" + Base64URL.encode(bytes)
        }
    }

    /// The base that the text's first character names, when it is one of the two.
    public static func base(of text: some StringProtocol) -> Base? {
        switch text.utf8.first {
        case UInt8(ascii: "z"): .base58btc
        case UInt8(ascii: "u"): .base64url
        default: nil
        }
    }

    /// - Parameter expected: the only base that is right in this place, when a standard names one.
    /// - Throws: `EncodingError` `encoding.multibase-unsupported` for another first character or none, and the errors
    ///   of the named base.
    public static func decode(
        _ text: some StringProtocol, expecting expected: Base? = nil
    ) throws(EncodingError) -> [UInt8] {
        try decode(String(text), expecting: expected)
    }

    public static func decode(_ text: String, expecting expected: Base? = nil) throws(EncodingError) -> [UInt8] {
        guard let base = base(of: text) else {
            throw EncodingError(
                .multibaseUnsupported,
                text.isEmpty
                    ? "The text is empty where a multibase value is due."
                    : "The text doesn't begin with \"z\" (base58btc) or \"u\" (base64url), the bases that are read here."
            )
        }
        if let expected, base != expected {
            throw EncodingError(
                .multibaseUnsupported,
                "The text begins with \"\(base.rawValue)\" where \"\(expected.rawValue)\" is due.")
        }
        let rest = text.utf8.dropFirst()
        switch base {
        case .base58btc: return try Base58BTC.decode(rest)
        case .base64url: return try Base64URL.decode(rest)
        }
    }
}
