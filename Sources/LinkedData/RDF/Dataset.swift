/// An RDF dataset over UTF-8 bytes: terms are kept once, quads are four small numbers.
///
/// Each term stands in one run of bytes as canonical N-Quads spells it (`<iri>`, `_:label`, `"lexical"^^<datatype>`),
/// so that writing, sorting and hashing copy ranges and nothing else. Terms and quads follow
/// [RDF 1.1 Concepts](https://www.w3.org/TR/rdf11-concepts/): two literals are one term when lexical form, datatype and
/// language tag are the same to the byte.
///
///     var dataset = Dataset()
///     let badge = dataset.iri("urn:uuid:6b5c…")
///     dataset.insert(Dataset.Quad(badge, .rdfType, dataset.iri("https://…#OpenBadgeCredential")))
///
/// A dataset can be used again and again with ``removeAll()``, which keeps its memory. Its texts may come to 4 GiB
/// together; whoever takes bytes from strangers stays far below that by ``RDFLimits``.
public struct Dataset: Sendable {
    /// A term of a dataset: a number that means nothing in another one. Equal terms have equal numbers.
    public struct Term: Hashable, Sendable {
        let index: UInt32

        /// Stands in a quad's graph position for the default graph; it is no term to be read.
        public static var defaultGraph: Term { Term(index: .max) }
    }

    public enum TermKind: Sendable, Hashable { case iri, blankNode, literal }

    /// A statement and the graph in which it is made.
    public struct Quad: Hashable, Sendable {
        public var subject: Term
        public var predicate: Term
        public var object: Term
        /// The graph's name, or ``Term/defaultGraph``.
        public var graph: Term

        public init(_ subject: Term, _ predicate: Term, _ object: Term, graph: Term = .defaultGraph) {
            self.subject = subject
            self.predicate = predicate
            self.object = object
            self.graph = graph
        }
    }

    /// Where a term's parts stand in the arena.
    struct Entry: Sendable {
        var start: UInt32
        /// The end of the text itself: of the IRI, of the label, of the lexical form as it is spelled.
        var textEnd: UInt32
        var end: UInt32
        /// Of a literal.
        var datatype: Term
        var kind: TermKind
        /// Whether the spelling has escapes, so that the text must be read out of it.
        var isEscaped: Bool
        /// Whether the label was chosen here and gives way to one that is asked for.
        var isFresh: Bool
    }

    /// The quads in the order of their first insertion. None occurs twice: a dataset is a set.
    public private(set) var quads: [Quad]
    var arena: [UInt8]
    var entries: [Entry]
    var terms: HashIndex
    var freshLabels = 0
    private var quadIndex: HashIndex

    /// An empty dataset, which knows the terms of ``Term``'s static members.
    public init() { self = Self.prototype }

    private static let prototype = Dataset(knowing: Term.wellKnown)

    private init(knowing iris: [StaticString]) {
        quads = []
        arena = []
        entries = []
        terms = HashIndex(capacity: 128)
        quadIndex = HashIndex(capacity: 128)
        for iri in iris { _ = internIRI(UnsafeBufferPointer(start: iri.utf8Start, count: iri.utf8CodeUnitCount)) }
    }

    /// Adds a quad.
    ///
    /// - Returns: `false` when the dataset had it already.
    @discardableResult
    public mutating func insert(_ quad: Quad) -> Bool {
        let hash = SeededHash.hash(
            quad.subject.index, quad.predicate.index, quad.object.index, quad.graph.index)
        if quadIndex.first(hash, where: { quads[$0] == quad }) != nil { return false }
        quadIndex.insert(hash, place: quads.count)
        quads.append(quad)
        return true
    }

    /// How many bytes the terms have, as they are spelled.
    var byteCount: Int { arena.count }

    public func contains(_ quad: Quad) -> Bool {
        let hash = SeededHash.hash(
            quad.subject.index, quad.predicate.index, quad.object.index, quad.graph.index)
        return quadIndex.first(hash, where: { quads[$0] == quad }) != nil
    }

    /// Makes room for that many quads, and for texts of that many bytes.
    public mutating func reserveCapacity(quads count: Int, bytes: Int = 0) {
        quads.reserveCapacity(count)
        quadIndex.reserve(count)
        arena.reserveCapacity(arena.count + bytes)
    }

    /// Empties the dataset and keeps its memory for the next one; terms taken from it are void.
    public mutating func removeAll() {
        let known = Self.prototype
        quads.removeAll(keepingCapacity: true)
        arena.removeSubrange(known.arena.count...)
        entries.removeSubrange(known.entries.count...)
        quadIndex.removeAll()
        terms.removeAll()
        for place in entries.indices { terms.insert(hash(of: entries[place]), place: place) }
        freshLabels = 0
    }
}
