import Encodings

/// An option that was misunderstood, or two that don't go together.
struct UsageError: CodedError, Hashable {
    enum Code: String, Sendable, CaseIterable {
        /// An option has a value it can't have.
        case value = "usage.value"
        /// Something the command needs wasn't given.
        case missing = "usage.missing"
    }

    let code: Code
    let message: String
    let hint: String?

    init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    var codeText: String { code.rawValue }
    static func == (left: UsageError, right: UsageError) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
