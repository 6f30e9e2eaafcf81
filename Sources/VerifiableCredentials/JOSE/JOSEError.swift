public import Encodings

/// Why a JWT is refused, or can't be made.
public struct JOSEError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The text is not three parts of canonical base64url.
        case malformed = "jose.malformed"
        /// SD-JWT, JWE and the JSON serialisation of JWS are not read here.
        case unsupportedSerialization = "jose.unsupported-serialization"
        /// The header is not a JSON object, or a member of it has the wrong kind.
        case header = "jose.header"
        /// The header has a member that changes what is checked, or with which key: `crit`, `b64`, `jku`, `x5u`, ….
        case headerForbidden = "jose.header-forbidden"
        /// The header says that there is no signature (`alg` is `none`).
        case unsecured = "jose.unsecured"
        /// The signature algorithm isn't one that is read here.
        case algorithmUnsupported = "jose.algorithm-unsupported"
        /// The header's `typ` or `cty` names something that is no credential.
        case type = "jose.type"
        /// The payload is not the JSON object of a credential or presentation.
        case payload = "jose.payload"
        /// A credential stands both in `vc` and beside it, or where its `typ` allows no `vc`.
        case ambiguousPayload = "jose.ambiguous-payload"
        /// A registered claim says something else than the credential's own member.
        case claimMismatch = "jose.claim-mismatch"
        /// A registered claim has a value of the wrong kind.
        case claimMalformed = "jose.claim-malformed"
        /// The credential lacks a member that its JWT must repeat as a claim.
        case claimMissing = "jose.claim-missing"
        /// The key doesn't go with the algorithm, or the signing itself failed.
        case signing = "jose.signing"
        /// The text is longer than a credential may be.
        case tooLarge = "limit.jwt-bytes"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    public let cause: String?

    public init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    /// Whether the text may be good but is of a form that can't be judged here; otherwise it breaks a rule.
    public var isUnsupported: Bool {
        switch code {
        case .unsupportedSerialization, .algorithmUnsupported, .tooLarge: true
        default: false
        }
    }

    public var codeText: String { code.rawValue }
    public static func == (left: JOSEError, right: JOSEError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension JOSEError {
    static let askAgain = "Ask the issuer for a fresh copy."

    static func malformed(_ message: String, cause: String? = nil) -> JOSEError {
        JOSEError(.malformed, message, hint: askAgain, cause: cause)
    }
}
