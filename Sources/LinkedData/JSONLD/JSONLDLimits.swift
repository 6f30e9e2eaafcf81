/// How much a document may ask of whoever reads it.
public struct JSONLDLimits: Sendable, Hashable {
    /// How many contexts may be referred to by URL from one `@context`, nested references included.
    public var contexts: Int
    /// How deep objects and arrays may stand in each other.
    public var depth: Int
    /// How many term definitions the document's contexts may make, counted each time one is made; taking over the
    /// terms of another context counts an eighth of a term each, and long names and IRIs count by their bytes.
    public var contextWork: Int
    /// How many quads a document may make.
    public var quads: Int
    /// How many bytes the document's IRIs may come to, and once more what its quads may have beyond its own texts: one
    /// long prefix, language tag or datatype stands in a document once and in what it says thousands of times.
    public var textBytes: Int

    public init(
        contexts: Int = 16, depth: Int = 128, contextWork: Int = 200_000, quads: Int = 20_000, textBytes: Int = 16 << 20
    ) {
        self.contexts = contexts
        self.depth = depth
        self.contextWork = contextWork
        self.quads = quads
        self.textBytes = textBytes
    }

    /// For a document from a stranger: real credentials name up to six contexts, which make some 2,000 definitions;
    /// 200,000 take less than a tenth of a second. At a depth of 128, which is twice what the parser lets through, some
    /// 600 KiB of the stack are in use.
    public static let document = JSONLDLimits()

    /// How long a chain of terms may be in which each is defined by the next.
    static let termDependencies = 32
}
