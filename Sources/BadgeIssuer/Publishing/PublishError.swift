import Encodings

/// Why the site can't be published.
package struct PublishError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The folder is the workspace itself or holds it: what is served from there would hold the keys.
        case unsafeFolder = "publish.unsafe-folder"
        /// A definition in the register can't be read.
        case definition = "publish.definition"
        /// The workspace's key history is missing or isn't this issuer's.
        case keyHistory = "publish.key-history"
        /// A list or checkpoint can't be signed with the keys at hand.
        case signing = "publish.signing"
        /// A checkpoint isn't one, isn't this register's, or its signature doesn't fit.
        case checkpoint = "publish.checkpoint"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: PublishError, right: PublishError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
