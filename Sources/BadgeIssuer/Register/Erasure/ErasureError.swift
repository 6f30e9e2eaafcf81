import Encodings

/// Why a person can't be erased, or why it isn't known who was.
package struct ErasureError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// There is an erasure journal, and the key that its codes were made with is gone.
        case keyMissing = "erasure.key-missing"
        /// The key file holds no erasure key.
        case keyMalformed = "erasure.key-malformed"
        /// A line of the journal isn't one that was written with the key.
        case journal = "erasure.journal"
        /// The journal or its key can't be written.
        case unwritable = "erasure.unwritable"
        /// The person is erased, and traces may be left in the register's files.
        case traces = "erasure.traces"
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
    package static func == (left: ErasureError, right: ErasureError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
