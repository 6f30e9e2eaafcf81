import Encodings

/// Deserialize JSON-LD to RDF (JSON-LD 1.1 API, section 9.1), from the expanded form straight to quads.
///
/// The standard first makes a node map, which gathers what is said of each node in one place and drops what is said
/// twice. A dataset is a set of quads and does both by itself, so that step is left out here but for what it refuses:
/// two different indexes of one node.
struct RDFDeserializer {
    let tree: ExpandedTree
    private let document: JSONValue
    let options: JSONLDOptions
    var dataset: Dataset
    /// For each text the term it stands for, once that is known.
    private var terms: [Dataset.Term?]
    private var indexes: [IndexedNode: TextRange] = [:]
    /// How many bytes the dataset's terms may have in the end.
    private let maxBytes: Int
    var compoundLiterals: [CompoundLiteral: Dataset.Term] = [:]

    init(_ tree: ExpandedTree, of document: JSONValue, options: JSONLDOptions, into dataset: Dataset) {
        self.tree = tree
        self.document = document
        self.options = options
        self.dataset = dataset
        self.dataset.reserveCapacity(quads: tree.members.count + 16, bytes: tree.texts.byteCount * 2)
        terms = [Dataset.Term?](repeating: nil, count: tree.texts.count)
        maxBytes = dataset.byteCount + tree.texts.byteCount + options.limits.textBytes
    }

    /// The graph in which something is said.
    struct Graph {
        /// Its name; nothing when the name is none that RDF has, so that nothing is said.
        var name: Dataset.Term?
        /// What tells it from others that have no name in RDF.
        var identity: Int64
        static let `default` = Graph(name: .defaultGraph, identity: 0)
    }

    private struct IndexedNode: Hashable {
        let graph: Int64
        let node: TextID
    }

    /// A text with a direction where it stands.
    struct CompoundLiteral: Hashable {
        let subject: Dataset.Term
        let predicate: Dataset.Term
        let graph: Dataset.Term
        let text: Dataset.Term
        let language: [UInt8]
        let direction: BaseDirection
    }

    mutating func addDocument() throws(JSONLDError) {
        var number = tree.roots.first
        while number != ExpandedTree.none {
            _ = try addNode(number, in: .default)
            number = tree.items[Int(number)].next
        }
    }

    // MARK: Nodes

    /// 1.3) Says of a node what its object says.
    ///
    /// - Returns: the node; nothing when its id is none that RDF has.
    mutating func addNode(_ number: ExpandedTree.Number, in graph: Graph) throws(JSONLDError) -> Dataset.Term? {
        let item = tree.items[Int(number)]
        // 1.3.1)
        let subject =
            item.keywords.contains(.id) ? try node(item.id, at: item.origin) : dataset.freshBlankNode()
        if item.keywords.contains(.index), item.id != .none { try checkIndex(of: item, in: graph) }
        // 1.3.2)
        var next = item.members.first
        while next != ExpandedTree.none {
            let member = tree.members[Int(next)]
            next = member.next
            switch member.property.keyword {
            case .type?:
                // 1.3.2.1)
                let type = try node(member.type, at: item.origin)
                try add(subject, .rdfType, type, in: graph, at: item.origin)
            case .graph?:
                // 1), 1.1), 1.2) A graph is named by the node in which it stands.
                let identity = item.id == .none ? -Int64(number) - 1 : Int64(item.id.rawValue)
                try addNodes(member.values, in: Graph(name: subject, identity: identity))
            case .included?: try addNodes(member.values, in: graph)
            case .some:
                // 1.3.2.2)
                break
            case nil: try addProperty(member, of: subject, in: graph, at: item.origin)
            }
        }
        next = item.reverse.first
        while next != ExpandedTree.none {
            let member = tree.members[Int(next)]
            next = member.next
            let predicate = try predicate(member.property, at: item.origin)
            var value = member.values.first
            while value != ExpandedTree.none {
                let other = try addNode(value, in: graph)
                if let predicate { try add(other, predicate, subject, in: graph, at: item.origin) }
                value = tree.items[Int(value)].next
            }
        }
        return subject
    }

    private mutating func addNodes(_ chain: ExpandedTree.Chain, in graph: Graph) throws(JSONLDError) {
        var number = chain.first
        while number != ExpandedTree.none {
            if tree.items[Int(number)].isNodeObject { _ = try addNode(number, in: graph) }
            number = tree.items[Int(number)].next
        }
    }

    /// 1.3.2.3) to 1.3.2.5)
    private mutating func addProperty(
        _ member: ExpandedTree.Member, of subject: Dataset.Term?, in graph: Graph, at origin: Int32
    ) throws(JSONLDError) {
        let predicate = try predicate(member.property, at: origin)
        var number = member.values.first
        while number != ExpandedTree.none {
            let item = tree.items[Int(number)]
            // 1.3.2.5.2), 1.3.2.5.3)
            if item.isValueObject {
                if let subject, let predicate, let name = graph.name,
                    let literal = try literal(of: item, subject, predicate, in: name)
                {
                    try insert(Dataset.Quad(subject, predicate, literal, graph: name), at: item.origin)
                }
            } else {
                let isSaid = subject != nil && predicate != nil && graph.name != nil
                let object = try object(number, in: graph, isSaid: isSaid)
                if let predicate { try add(subject, predicate, object, in: graph, at: item.origin) }
            }
            number = item.next
        }
    }

    // MARK: Terms

    /// The node that an id stands for; nothing when RDF has none such.
    private mutating func node(_ id: TextID, at origin: Int32) throws(JSONLDError) -> Dataset.Term? {
        switch tree.texts.kind(of: id) {
        case .iri, .blankNode: return term(of: id)
        case .relative, .malformed:
            if options.isSafe {
                throw dropped(.malformedIRI, "\"\(UTF8Text.shown(tree.texts.text(id)))\" is no IRI.", at: origin)
            }
            return nil
        }
    }

    private mutating func predicate(_ id: TextID, at origin: Int32) throws(JSONLDError) -> Dataset.Term? {
        switch tree.texts.kind(of: id) {
        case .iri: return term(of: id)
        case .blankNode where options.producesGeneralizedRDF: return term(of: id)
        default:
            if options.isSafe {
                throw dropped(.malformedIRI, "\"\(UTF8Text.shown(tree.texts.text(id)))\" is no IRI.", at: origin)
            }
            return nil
        }
    }

    /// The term of an IRI, or the node that stands for a blank node identifier of the document.
    @inline(__always)
    mutating func term(of id: TextID) -> Dataset.Term {
        if let term = terms[id.place] { return term }
        let term =
            tree.texts.kind(of: id) == .blankNode
            ? dataset.freshBlankNode()
            : tree.texts.withBytes(of: tree.texts.range(of: id)) { dataset.internIRI($0, isKnownLegal: true) }
        terms[id.place] = term
        return term
    }

    // MARK: Quads

    @inline(__always)
    mutating func add(
        _ subject: Dataset.Term?, _ predicate: Dataset.Term, _ object: Dataset.Term?, in graph: Graph, at origin: Int32
    ) throws(JSONLDError) {
        guard let subject, let object, let name = graph.name else { return }
        try insert(Dataset.Quad(subject, predicate, object, graph: name), at: origin)
    }

    @inline(__always)
    mutating func insert(_ quad: Dataset.Quad, at origin: Int32) throws(JSONLDError) {
        guard dataset.quads.count < options.limits.quads else {
            throw dropped(
                .tooManyQuads, "The document makes more than \(options.limits.quads) quads.", at: origin)
        }
        guard dataset.byteCount <= maxBytes else {
            throw dropped(.tooManyBytes, "The document's quads come to more than \(maxBytes) bytes.", at: origin)
        }
        dataset.insert(quad)
    }

    /// Node Map Generation, 6.8) One node has one index at most.
    private mutating func checkIndex(of item: ExpandedTree.Item, in graph: Graph) throws(JSONLDError) {
        let key = IndexedNode(graph: graph.identity, node: item.id)
        guard let known = indexes[key] else {
            indexes[key] = item.index
            return
        }
        let isSame = tree.texts.withBytes(of: known) { a in
            tree.texts.withBytes(of: item.index) { a.hasSameBytes(as: $0) }
        }
        guard isSame else {
            throw dropped(.conflictingIndexes, "One node is given two indexes.", at: item.origin)
        }
    }

    @inline(never)
    func dropped(_ code: JSONLDError.Code, _ message: String, at origin: Int32) -> JSONLDError {
        JSONLDError(code, message, at: tree.path(of: origin, in: document))
    }
}
