public import Encodings

/// One place where a credential breaks the JSON Schema of Open Badges 3.0.
public struct SchemaFinding: Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// A required member is absent.
        case missing = "schema.missing"
        /// A member stands where the schema allows no others.
        case unexpected = "schema.unexpected"
        /// The value is of another JSON kind than the schema asks for.
        case kind = "schema.kind"
        /// The text isn't one of the words of its vocabulary.
        case vocabulary = "schema.vocabulary"
        /// The text isn't written as its kind of value is: a date, a language tag, a compact JWS.
        case format = "schema.format"
        /// The list of types lacks the type that has to be there.
        case type = "schema.type"
        /// The contexts aren't those of Open Badges 3.0 in their order.
        case context = "schema.context"
    }

    /// Where the value stands; for an absent member, where it would stand.
    public let path: JSONPath
    public let code: Code
    /// One full sentence.
    public let message: String

    public init(path: JSONPath, code: Code, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }

    public var description: String { "\(path): \(message) (\(code.rawValue))" }
}
