public import Encodings

/// Why a context of the user's own can't be added.
public struct ContextError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The list of contexts isn't one, or a member of it is missing, unknown or of the wrong kind.
        case list = "context.list"
        /// The context's file isn't the one whose digest the list states.
        case digest = "context.digest-mismatch"
        /// The address is that of a context that is built in, or stands twice in the list.
        case taken = "context.address-taken"
        /// The file isn't a context, or defines a word in a way that isn't read.
        case form = "context.form"
        /// A keyword that would change what other words mean.
        case keyword = "context.keyword"
        /// The file takes in another file.
        case remote = "context.remote-reference"
        /// A word that has a meaning already.
        case knownTerm = "context.known-term"
        /// A second name for a meaning that has one already.
        case knownIRI = "context.known-iri"
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
    public static func == (left: ContextError, right: ContextError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
