/// Why a text is not the JSON we accept, and where.
public struct JSONError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The text breaks the grammar of RFC 8259.
        case malformed = "json.malformed"
        /// An object has two members of one name.
        case duplicateKey = "json.duplicate-key"
        /// The bytes are not UTF-8.
        case invalidUTF8 = "json.invalid-utf8"
        /// A `\u` escape is half of a surrogate pair.
        case loneSurrogate = "json.lone-surrogate"
        /// A number is outside the range of an IEEE double.
        case numberRange = "json.number-range"
        /// More bytes than a text of this kind may have.
        case tooLarge = "limit.json-bytes"
        /// Arrays and objects stand deeper in each other than allowed.
        case tooDeep = "limit.json-depth"
        /// More values than allowed.
        case tooManyValues = "limit.json-values"
        /// A string is longer than allowed.
        case stringTooLong = "limit.json-string"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    /// Line and column of the first byte that is wrong, both from 1; columns count characters.
    public let position: TextPosition

    public init(_ code: Code, _ message: String, hint: String? = nil, at position: TextPosition) {
        self.code = code
        self.message = message
        self.hint = hint
        self.position = position
    }

    public var codeText: String { code.rawValue }
    public static func == (left: JSONError, right: JSONError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// A place in a text for people: line and column, both counted from 1.
public struct TextPosition: Sendable, Hashable, CustomStringConvertible {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public var description: String { "line \(line), column \(column)" }
}
