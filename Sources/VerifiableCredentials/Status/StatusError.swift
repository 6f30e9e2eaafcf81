public import Encodings

/// Why a status entry or a status list can't be read or made.
public struct StatusError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// A credential's `credentialStatus` lacks a member or has one of the wrong kind.
        case entryMalformed = "status.entry-malformed"
        /// A credential's `credentialStatus` is of a type that isn't read here.
        case typeUnknown = "status.type-unknown"
        /// The status list lacks a member or has one of the wrong kind.
        case listMalformed = "status.list-malformed"
        /// The list's `encodedList` is not gzip in base64url.
        case encodedListMalformed = "status.encoded-list-malformed"
        /// The credential's index lies beyond the end of the list.
        case indexOutOfRange = "status.index-out-of-range"
        /// The list unpacks to more than is read.
        case tooLarge = "limit.status-list"
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
    public static func == (left: StatusError, right: StatusError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
