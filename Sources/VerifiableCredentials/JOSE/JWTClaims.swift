public import Encodings

/// The registered claims of a JWT (RFC 7519 §4.1), and `nonce`.
public struct JWTClaims: Sendable, Hashable {
    /// `iss`
    public var issuer: String?
    /// `sub`
    public var subject: String?
    /// `jti`
    public var id: String?
    /// `nbf`
    public var notBefore: Timestamp?
    /// `exp`
    public var expires: Timestamp?
    /// `iat`: when the signer says the JWT was made.
    public var issuedAt: Timestamp?
    /// `aud`: for whom it was made; empty when it says nothing.
    public var audience: [String] = []
    /// `nonce`: the challenge it answers.
    public var nonce: String?

    public init() {}

    /// Names that are the JWT's own and no part of the credential beside which they stand.
    static let names = ["iss", "sub", "jti", "nbf", "exp", "iat", "aud", "nonce", "cnf"]

    /// - Parameter readsIssuedAt: whether an `iat` that is no number is an error; nothing is decided by it, and
    ///   issuers of VC-JOSE-COSE write dates there.
    /// - Throws: `JOSEError` `jose.claim-malformed`.
    init(in payload: JSONObject, requiresNumericIssuedAt: Bool) throws(JOSEError) {
        issuer = try Self.text("iss", in: payload)
        subject = try Self.text("sub", in: payload)
        id = try Self.text("jti", in: payload)
        notBefore = try Self.numericDate("nbf", in: payload)
        expires = try Self.numericDate("exp", in: payload)
        if requiresNumericIssuedAt || payload["iat"]?.numberValue != nil {
            issuedAt = try Self.numericDate("iat", in: payload)
        }
        for element in payload["aud"]?.asList ?? [] {
            guard let text = element.stringValue else { throw Self.malformed("aud") }
            audience.append(text)
        }
        nonce = try Self.text("nonce", in: payload)
    }

    private static func text(_ name: String, in payload: JSONObject) throws(JOSEError) -> String? {
        guard let value = payload[name] else { return nil }
        guard let text = value.stringValue else { throw malformed(name) }
        return text
    }

    /// NumericDate of RFC 7519 §2: seconds since 1970, a fraction allowed; whole seconds are kept.
    private static func numericDate(_ name: String, in payload: JSONObject) throws(JOSEError) -> Timestamp? {
        guard let value = payload[name] else { return nil }
        guard let number = value.numberValue, let seconds = Int64(exactly: number.double.rounded(.down)),
            let instant = Timestamp(exactlySecondsSince1970: seconds)
        else { throw malformed(name) }
        return instant
    }

    private static func malformed(_ name: String) -> JOSEError {
        JOSEError(
            .claimMalformed, "The JWT's claim \"\(name)\" doesn't have the kind of value it should have.",
            hint: JOSEError.askAgain)
    }
}
