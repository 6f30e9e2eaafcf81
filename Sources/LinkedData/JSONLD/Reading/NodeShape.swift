/// What is read of a node that stands in a certain place of a document, by the names that it has in JSON.
///
/// A document that is signed as linked data says its statements in many spellings; a reader that knows objects by their
/// names reads one of them. A shape says which statements that are, so that ``ExpandedDocument/difference(in:)`` can
/// tell whether the names show them all, and nothing else.
public struct NodeShape: Sendable {
    /// A type that a reader acts on.
    public struct TypeWord: Sendable, Hashable {
        public let name: String
        /// What it means; versions of a vocabulary may differ.
        public let iris: [String]

        public init(_ name: String, _ iris: [String]) {
            self.name = name
            self.iris = iris
        }
    }

    /// A type, and the shape of the nodes that have it.
    public struct Other: Sendable, Hashable {
        public let type: String
        public let shape: String

        public init(type: String, shape: String) {
            self.type = type
            self.shape = shape
        }
    }

    public let name: String
    /// The types that are acted on, by their words.
    public let types: [TypeWord]
    /// Types that another object may give the node without changing how it is read; where there is such a list, all
    /// types but those must stand in the node itself, whether they are acted on or not.
    public let foreignTypes: [String]?
    /// Whether another object that says the same of the node, unnamed objects in it included, adds nothing: as where one
    /// organisation is described wherever it is named.
    public let isRepeatable: Bool
    /// The shape in which a node is read instead when it stands here with that type.
    public let other: Other?
    public let properties: [PropertyShape]

    public init(
        _ name: String, types: [TypeWord] = [], foreignTypes: [String]? = nil, isRepeatable: Bool = false,
        other: Other? = nil, _ properties: [PropertyShape]
    ) {
        self.name = name
        self.types = types
        self.foreignTypes = foreignTypes
        self.isRepeatable = isRepeatable
        self.other = other
        self.properties = properties
    }
}

/// A property that is read, by its name in JSON, its IRI and the kind of value that is due.
public struct PropertyShape: Sendable, Hashable {
    /// How much of a node must stand in the object that is its value.
    public enum Standing: Sendable, Hashable {
        /// All that is read of the node.
        case whole
        /// All of it, or nothing but the id where another object that is read in the same shape describes the node.
        case reference
        /// As before, or a part of what stands where the node is described as a whole or by reference.
        case mention
    }

    public enum Value: Sendable, Hashable {
        /// A plain text: one, or none when there are several.
        case text
        /// Plain texts, any number of them.
        case texts
        /// A text that may be a value object with a language.
        case localizedText
        case number
        case boolean
        /// An object of the shape of that name.
        case node(String, Standing)
        /// Objects of that shape, any number of them.
        case nodes(String, Standing)

        /// The shape of the objects that are due, and how much of them.
        public var node: (shape: String, standing: Standing)? {
            switch self {
            case .node(let shape, let standing), .nodes(let shape, let standing): (shape, standing)
            case .text, .texts, .localizedText, .number, .boolean: nil
            }
        }

        /// Whether several values are several, not none.
        public var isSet: Bool {
            switch self {
            case .texts, .nodes: true
            case .text, .localizedText, .number, .boolean, .node: false
            }
        }
    }

    public let name: String
    /// What it means; versions of a vocabulary may differ.
    public let iris: [String]
    public let value: Value
    /// Whether it makes no difference in which of several objects of a node it stands, as long as that one is read: as
    /// the picture of somebody who is issuer and subject.
    public let isShared: Bool
    /// Whether its values are documents of their own, which are read by themselves. What they say of an organisation, or
    /// of what ``isRetold``, they say for their own part: it adds nothing here.
    public let holdsDocuments: Bool
    /// Whether a document that stands inside may say it of the same node, too.
    public let isRetold: Bool

    public init(
        _ name: String, _ iris: [String], _ value: Value, isShared: Bool = false, holdsDocuments: Bool = false,
        isRetold: Bool = false
    ) {
        self.name = name
        self.iris = iris
        self.value = value
        self.isShared = isShared
        self.holdsDocuments = holdsDocuments
        self.isRetold = isRetold
    }
}
