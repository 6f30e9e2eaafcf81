import Encodings

/// An option that was misunderstood, or two that don't go together.
struct UsageError: CodedError, Hashable {
    enum Code: String, Sendable, CaseIterable {
        /// The command line has an option or word too many, one too few, or one that isn't known.
        case arguments = "usage.arguments"
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

extension UsageError {
    /// A value that may not be empty; an empty one usually comes from a variable that a script forgot to set.
    static func refuseEmpty(_ value: String?, _ option: String) throws(UsageError) {
        guard let value, value.isEmpty else { return }
        throw UsageError(.value, "\(option) is empty.", hint: "Give it a value, or leave it out.")
    }
}
