public import Encodings

/// Why a key history can't be believed, read or begun.
public struct KeyHistoryError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// A line is not the JSON of an entry.
        case malformed = "history.malformed"
        /// The file or a line is of another kind, or of a later version.
        case format = "history.format"
        /// An entry doesn't follow on the one before: one was changed, left out, moved or added.
        case chainBroken = "history.chain-broken"
        /// An entry's signature doesn't fit, or is by a key that may not sign it.
        case proof = "history.proof"
        /// An entry says what can't follow on the entries before it, such as the end of a key that had ended.
        case notAllowed = "history.not-allowed"
        /// An entry speaks of another DID than the first.
        case didChanged = "history.did-changed"
        /// An entry tells of something that isn't read here.
        case eventUnsupported = "history.event-unsupported"
        /// A list of what was signed before a theft is of another kind or can't be read.
        case issuanceList = "history.issuance-list"
        /// The history is longer than is read.
        case tooLarge = "limit.key-history"
        /// The entry couldn't be signed.
        case signing = "history.signing"
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
    public static func == (left: KeyHistoryError, right: KeyHistoryError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
