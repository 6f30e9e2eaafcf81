public import Encodings

/// Why a trust list can't be used.
public struct TrustError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The file isn't a trust list.
        case format = "trust.format"
        /// A member is missing, unknown or of the wrong kind.
        case field = "trust.field"
        /// A key can't be used.
        case key = "trust.key"
        /// The issuer stands twice in the list.
        case duplicate = "trust.duplicate"
        /// The issuer isn't in the list.
        case unknownIssuer = "trust.unknown-issuer"
        /// A prefix doesn't end in `/` or isn't an absolute URL.
        case prefix = "trust.prefix"
        /// What a signer may speak for isn't a DID or a DID and `:*`.
        case pattern = "trust.pattern"
        /// There is no trust list yet.
        case missing = "trust.missing"
        /// A trust list is there already.
        case exists = "trust.exists"
        /// A certificate for time stamps can't be used.
        case certificate = "trust.certificate"
        /// The certificate isn't in the list.
        case unknownCertificate = "trust.unknown-certificate"
        /// The DID document isn't that issuer's.
        case otherDocument = "trust.other-document"
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

    public var codeText: String { code.rawValue }
    public static func == (left: TrustError, right: TrustError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
