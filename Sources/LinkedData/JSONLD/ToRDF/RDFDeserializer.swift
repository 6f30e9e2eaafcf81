import Encodings

/// Deserialize JSON-LD to RDF (JSON-LD 1.1 API, section 9.1), from the expanded form straight to quads.
///
/// The standard first makes a node map, which gathers what is said of each node in one place and drops what is said
/// twice. A dataset is a set of quads and does both by itself, so that step is left out here but for what it refuses:
/// two different indexes of one node.
struct RDFDeserializer {
    private let tree: ExpandedTree
    private let document: JSONValue
    private let options: JSONLDOptions
    private(set) var dataset: Dataset
    /// For each text the term it stands for, once that is known.
    private var terms: [Dataset.Term?]
    private var indexes: [IndexedNode: TextRange] = [:]
    private var compoundLiterals: [CompoundLiteral: Dataset.Term] = [:]

    init(_ tree: ExpandedTree, of document: JSONValue, options: JSONLDOptions, into dataset: Dataset) {
        self.tree = tree
        self.document = document
        self.options = options
        self.dataset = dataset
        self.dataset.reserveCapacity(quads: tree.members.count + 16, bytes: tree.texts.byteCount * 2)
        terms = [Dataset.Term?](repeating: nil, count: tree.texts.count)
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

    private struct CompoundLiteral: Hashable {
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
    private mutating func addNode(_ number: ExpandedTree.Number, in graph: Graph) throws(JSONLDError) -> Dataset.Term? {
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

    // MARK: Objects

    /// Object to RDF Conversion (section 9.2) of what is no value object.
    ///
    /// - Parameter isSaid: whether the object is part of a quad; if not, its nodes still are.
    private mutating func object(
        _ number: ExpandedTree.Number, in graph: Graph, isSaid: Bool
    ) throws(JSONLDError) -> Dataset.Term? {
        let item = tree.items[Int(number)]
        guard item.isListObject else {
            // 1), 2)
            return try addNode(number, in: graph)
        }
        // 3)
        return try list(item.items, in: graph, isSaid: isSaid)
    }

    /// List to RDF Conversion (section 9.3).
    private mutating func list(
        _ items: ExpandedTree.Chain, in graph: Graph, isSaid: Bool
    ) throws(JSONLDError) -> Dataset.Term? {
        // 1)
        guard !items.isEmpty else { return .rdfNil }
        // 2), 3)
        var head: Dataset.Term?
        var previous: Dataset.Term?
        var number = items.first
        while number != ExpandedTree.none {
            let item = tree.items[Int(number)]
            let cell = isSaid ? dataset.freshBlankNode() : nil
            // 3.4)
            if let previous { try add(previous, .rdfRest, cell, in: graph, at: item.origin) }
            // 3.2)
            let object: Dataset.Term?
            if item.isValueObject {
                object =
                    if let cell, let name = graph.name { try literal(of: item, cell, .rdfFirst, in: name) } else { nil }
            } else {
                object = try self.object(number, in: graph, isSaid: isSaid)
            }
            // 3.3)
            if cell != nil, object != nil { try add(cell, .rdfFirst, object, in: graph, at: item.origin) }
            if head == nil { head = cell }
            previous = cell
            number = item.next
        }
        // 3.4)
        if let previous { try add(previous, .rdfRest, .rdfNil, in: graph, at: ExpandedTree.Origin.root) }
        // 4)
        return head
    }

    /// Object to RDF Conversion (section 9.2) of a value object; nothing when RDF has no place for it.
    private mutating func literal(
        of item: ExpandedTree.Item, _ subject: Dataset.Term, _ predicate: Dataset.Term, in graph: Dataset.Term
    ) throws(JSONLDError) -> Dataset.Term? {
        // 5), 6)
        var datatype: Dataset.Term?
        if item.keywords.contains(.type), item.literal != .json {
            guard item.type.keyword == nil, tree.texts.kind(of: item.type) == .iri else {
                if options.isSafe { throw dropped(.malformedIRI, "The type of a value is no IRI.", at: item.origin) }
                return nil
            }
            datatype = term(of: item.type)
        }
        switch item.literal {
        case .null: return nil
        case .json:
            // 8)
            return dataset.literal(JCS.canonicalize(tree.value(of: item)), datatype: .rdfJSON)
        case .true, .false:
            // 9)
            return dataset.literal(item.literal == .true ? "true" : "false", datatype: datatype ?? .xsdBoolean)
        case .number:
            // 10), 11)
            guard case .number(let number) = tree.value(of: item) else { return nil }
            let form = NumberForm(number.double, isDouble: datatype == .xsdDouble)
            return dataset.literal(form.text, datatype: datatype ?? (form.isDouble ? .xsdDouble : .xsdInteger))
        case .string: break
        }
        // 7)
        let hasLanguage = item.keywords.contains(.language)
        if hasLanguage, !tree.texts.withBytes(of: item.language, LanguageTagForm.matches) {
            if options.isSafe {
                throw dropped(.invalidLanguage, "A language tag isn't formed like one.", at: item.origin)
            }
            return nil
        }
        // 13)
        if let direction = item.direction, let form = options.rdfDirection {
            return try directed(item, direction, form, subject, predicate, in: graph)
        }
        // 12), 14)
        return tree.texts.withBytes(of: item.text) { text in
            if hasLanguage {
                return tree.texts.withBytes(of: item.language) { dataset.literal(text, language: $0) }
            }
            return dataset.literal(text, datatype: datatype ?? .xsdString)
        }
    }

    /// 13) A text with a direction.
    private mutating func directed(
        _ item: ExpandedTree.Item, _ direction: BaseDirection, _ form: JSONLDOptions.RDFDirection,
        _ subject: Dataset.Term, _ predicate: Dataset.Term, in graph: Dataset.Term
    ) throws(JSONLDError) -> Dataset.Term {
        // 13.1)
        let language = tree.texts.withBytes(of: item.language) { bytes in
            bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        let text = tree.texts.text(item.text)
        switch form {
        case .i18nDatatype:
            // 13.2)
            let datatype = Array("https://www.w3.org/ns/i18n#".utf8) + language + Array("_\(direction.rawValue)".utf8)
            return dataset.literal(text, datatype: dataset.iri(datatype))
        case .compoundLiteral:
            // 13.3) The node map would keep only one of two that are alike.
            let value = dataset.literal(text)
            let key = CompoundLiteral(
                subject: subject, predicate: predicate, graph: graph, text: value, language: language,
                direction: direction)
            if let known = compoundLiterals[key] { return known }
            // 13.3.1)
            let literal = dataset.freshBlankNode()
            compoundLiterals[key] = literal
            // 13.3.2)
            try insert(Dataset.Quad(literal, .rdfValue, value, graph: graph), at: item.origin)
            // 13.3.3)
            if item.keywords.contains(.language) {
                let tag = dataset.literal(language)
                try insert(Dataset.Quad(literal, .rdfLanguage, tag, graph: graph), at: item.origin)
            }
            // 13.3.4)
            let word = dataset.literal(direction.rawValue)
            try insert(Dataset.Quad(literal, .rdfDirection, word, graph: graph), at: item.origin)
            return literal
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
    private mutating func term(of id: TextID) -> Dataset.Term {
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
    private mutating func add(
        _ subject: Dataset.Term?, _ predicate: Dataset.Term, _ object: Dataset.Term?, in graph: Graph, at origin: Int32
    ) throws(JSONLDError) {
        guard let subject, let object, let name = graph.name else { return }
        try insert(Dataset.Quad(subject, predicate, object, graph: name), at: origin)
    }

    @inline(__always)
    private mutating func insert(_ quad: Dataset.Quad, at origin: Int32) throws(JSONLDError) {
        guard dataset.quads.count < options.limits.quads else {
            throw dropped(
                .tooManyQuads, "The document makes more than \(options.limits.quads) quads.", at: origin)
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
    private func dropped(_ code: JSONLDError.Code, _ message: String, at origin: Int32) -> JSONLDError {
        JSONLDError(code, message, at: tree.path(of: origin, in: document))
    }
}
