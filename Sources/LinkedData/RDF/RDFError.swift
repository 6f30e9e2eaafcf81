public import Encodings

/// Why RDF can't be read or brought into its canonical form, and where.
public struct RDFError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The text breaks the grammar of N-Quads.
        case malformed = "rdf.malformed"
        /// The bytes are not UTF-8.
        case invalidUTF8 = "rdf.invalid-utf8"
        /// An IRI has no scheme, or characters that no IRI has.
        case iri = "rdf.iri"
        /// A quad has a literal or a blank node where RDF has none.
        case generalized = "rdf.generalized"
        /// More bytes than a text of this kind may have.
        case tooLarge = "limit.rdf-bytes"
        /// More quads than a dataset of this kind may have.
        case tooManyQuads = "limit.quads"
        /// Bringing the dataset into its canonical form takes more work than real data do.
        case tooMuchWork = "limit.canonicalization"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    /// Line and column of the first byte that is wrong, where a text was read.
    public let position: TextPosition?

    public init(_ code: Code, _ message: String, hint: String? = nil, at position: TextPosition? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.position = position
    }

    public var codeText: String { code.rawValue }
    public static func == (left: RDFError, right: RDFError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
