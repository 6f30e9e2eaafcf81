import Encodings

/// A step that the life of a record doesn't have, such as publishing what is retired.
package struct LifecycleError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// From the state the record is in, there is no such step.
        case transition = "state.transition"
    }

    package let code: Code
    package let message: String
    package let hint: String?

    package init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var codeText: String { code.rawValue }
    package static func == (left: LifecycleError, right: LifecycleError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
