public import Encodings

/// Why a DID, a DID URL or a DID document can't be used.
public struct DIDError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The text is not a DID, or not a DID URL, of DID Core §3.
        case malformed = "did.malformed"
        /// The DID's method is not one that is read here, or not the one that is due.
        case methodUnsupported = "did.method-unsupported"
        /// The key that a did:key or did:jwk spells out is broken or of a type that isn't read here.
        case key = "did.key"
        /// A did:web and an https URL can't stand for each other.
        case web = "did.web"
        /// The DID document breaks the form that DID Core §4 gives it.
        case document = "did.document"
        /// The DID document is another DID's.
        case documentOfAnother = "did.document-of-another"
        /// The DID document gives two different keys one id.
        case conflictingMethods = "did.conflicting-methods"
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
    public static func == (left: DIDError, right: DIDError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension DIDError {
    static func document(_ message: String, cause: String? = nil) -> DIDError {
        DIDError(.document, message, hint: "Ask the issuer for its DID document again.", cause: cause)
    }
}
