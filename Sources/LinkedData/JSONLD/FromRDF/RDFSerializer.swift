import Encodings

/// Serialize RDF as JSON-LD (JSON-LD 1.1 API, section 8.4): a dataset as an expanded document.
///
/// Nodes and values are kept by their numbers; what they become is written when lists and compound literals are known.
struct RDFSerializer {
    typealias Term = Dataset.Term

    struct Node {
        let term: Term
        var types: [Term] = []
        /// The values of each property, by their places in `values`.
        var properties: [(predicate: Term, values: [Int])] = []
        var isRemoved = false

        func values(of predicate: Term) -> [Int]? { properties.first { $0.predicate == predicate }?.values }
    }

    enum Value {
        case term(Term)
        /// What a chain of `rdf:first` and `rdf:rest` comes to.
        case list([Int])
        /// A text with its direction, from a node that said so.
        case literal(JSONObject)
    }

    /// Where a term is the object of a statement.
    struct Usage {
        let node: Int
        let property: Term
        let value: Int
    }

    /// How often a blank node is the object of a statement, all graphs together.
    enum References {
        case one(Usage)
        case several
    }

    struct Graph {
        let name: Term
        /// The nodes by their terms, in the order in which they were met.
        var places: [Term: Int] = [:]
        var nodes: [Int] = []
        /// Where a list may end.
        var nilUsages: [Usage] = []
        /// Nodes that say the direction of a text.
        var compoundLiterals: [Term] = []
    }

    let dataset: Dataset
    let options: JSONLDOptions
    var nodes: [Node] = []
    var values: [Value] = []
    var graphs = [Graph(name: .defaultGraph)]
    var references: [Term: References] = [:]
    private var graphPlaces: [Term: Int] = [.defaultGraph: 0]

    init(_ dataset: Dataset, options: JSONLDOptions) {
        self.dataset = dataset
        self.options = options
    }

    mutating func serialize() throws(JSONLDError) -> JSONValue {
        // 5)
        for quad in dataset.quads { try add(quad) }
        // 6)
        for place in graphs.indices {
            if options.rdfDirection == .compoundLiteral { try mendCompoundLiterals(in: place) }
            findLists(in: place)
        }
        // 7), 8)
        var result: [JSONValue] = []
        for number in graphs[0].nodes where !nodes[number].isRemoved {
            var object = try json(of: nodes[number])
            if let place = graphPlaces[nodes[number].term] {
                var inner: [JSONValue] = []
                for number in graphs[place].nodes where !nodes[number].isRemoved {
                    let node = try json(of: nodes[number])
                    if node.count > 1 { inner.append(.object(node)) }
                }
                object["@graph"] = .array(inner)
            }
            if object.count > 1 { result.append(.object(object)) }
        }
        return .array(result)
    }

    // MARK: Step 5

    private mutating func add(_ quad: Dataset.Quad) throws(JSONLDError) {
        // 5.1) - 5.5)
        let graph = graph(named: quad.graph)
        // 5.7.1)
        if options.rdfDirection == .compoundLiteral, quad.predicate == .rdfDirection,
            !graphs[graph].compoundLiterals.contains(quad.subject)
        {
            graphs[graph].compoundLiterals.append(quad.subject)
        }
        // 5.7.2) - 5.7.4)
        let node = node(quad.subject, in: graph)
        let isNode = dataset.kind(of: quad.object) != .literal
        if isNode { _ = self.node(quad.object, in: graph) }
        // 5.7.5)
        if quad.predicate == .rdfType, !options.usesRDFType, isNode {
            nodes[node].types.append(quad.object)
            return
        }
        // 5.7.6) - 5.7.8): a dataset has no statement twice, so the value is a new one.
        let value = values.count
        values.append(.term(quad.object))
        if let place = nodes[node].properties.firstIndex(where: { $0.predicate == quad.predicate }) {
            nodes[node].properties[place].values.append(value)
        } else {
            nodes[node].properties.append((quad.predicate, [value]))
        }
        // 5.7.9) - 5.7.11)
        let usage = Usage(node: node, property: quad.predicate, value: value)
        if quad.object == .rdfNil {
            graphs[graph].nilUsages.append(usage)
        } else if references[quad.object] != nil {
            references[quad.object] = .several
        } else if dataset.kind(of: quad.object) == .blankNode {
            references[quad.object] = .one(usage)
        }
    }

    private mutating func graph(named name: Term) -> Int {
        if let place = graphPlaces[name] { return place }
        _ = node(name, in: 0)
        graphs.append(Graph(name: name))
        graphPlaces[name] = graphs.count - 1
        return graphs.count - 1
    }

    private mutating func node(_ term: Term, in graph: Int) -> Int {
        if let number = graphs[graph].places[term] { return number }
        nodes.append(Node(term: term))
        graphs[graph].places[term] = nodes.count - 1
        graphs[graph].nodes.append(nodes.count - 1)
        return nodes.count - 1
    }
}
