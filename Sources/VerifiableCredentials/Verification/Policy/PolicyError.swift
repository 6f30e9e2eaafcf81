public import Encodings

/// Why a policy can't be used.
public struct PolicyError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The file isn't a policy.
        case format = "policy.format"
        /// A member is missing, unknown or of the wrong kind.
        case field = "policy.field"
        /// A member names something that isn't known, or lies outside its limits.
        case value = "policy.value"
        /// No policy of that name ships, and no file has it.
        case unknown = "policy.unknown"
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
    public static func == (left: PolicyError, right: PolicyError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
