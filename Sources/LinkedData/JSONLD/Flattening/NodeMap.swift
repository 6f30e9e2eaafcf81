import Encodings

/// Node Map Generation (JSON-LD 1.1 API, section 8.2): what is said of each node, gathered in one place for each graph.
struct NodeMap {
    /// A graph's nodes, in the order in which they were met.
    struct Graph {
        var name: String
        var nodes: [Node] = []
        fileprivate var places: [Key: Int] = [:]

        func place(of id: String) -> Int? { places[Key(id)] }
    }

    struct Node {
        var id: String
        var types: [String] = []
        var index: String?
        var properties: [(name: String, values: [JSONValue])] = []
        fileprivate var places: [Key: Int] = [:]
        fileprivate var known: [Set<JSONValue>] = []
        fileprivate var knownTypes: Set<Key> = []

        init(id: String) { self.id = id }
    }

    /// A text by its bytes.
    fileprivate struct Key: Hashable {
        let text: String
        init(_ text: String) { self.text = text }
        static func == (left: Key, right: Key) -> Bool { left.text.hasSameBytes(as: right.text) }
        func hash(into hasher: inout Hasher) { hasher.combine(SeededHash.hash(text)) }
    }

    static let defaultGraph = "@default"

    private(set) var graphs = [Graph(name: defaultGraph)]
    private var graphPlaces: [Key: Int] = [Key(defaultGraph): 0]
    private var identifiers: [Key: String] = [:]
    private var issued = 0
    private let tree: ExpandedTree
    private let document: JSONValue

    init(_ tree: ExpandedTree, of document: JSONValue) throws(JSONLDError) {
        self.tree = tree
        self.document = document
        try add(tree.roots, to: 0)
    }

    private mutating func add(_ chain: ExpandedTree.Chain, to graph: Int) throws(JSONLDError) {
        // 1)
        for number in Array(tree.numbers(of: chain)) where tree.items[Int(number)].isNodeObject {
            _ = try addNode(number, to: graph)
        }
    }

    /// 6) A node object; returns its identifier.
    private mutating func addNode(_ number: ExpandedTree.Number, to graph: Int) throws(JSONLDError) -> String {
        let item = tree.items[Int(number)]
        // 6.1), 6.2)
        let id: String
        if item.keywords.contains(.id) {
            id = identifier(for: tree.texts.text(item.id))
        } else {
            id = newIdentifier()
        }
        // 6.3), 6.4)
        let node = place(of: id, in: graph)
        // 3), 6.7)
        for type in tree.types(of: item) {
            let type = identifier(for: tree.texts.text(type))
            if graphs[graph].nodes[node].knownTypes.insert(Key(type)).inserted {
                graphs[graph].nodes[node].types.append(type)
            }
        }
        // 6.8)
        if item.keywords.contains(.index) {
            let index = tree.texts.text(item.index)
            if let known = graphs[graph].nodes[node].index, !known.hasSameBytes(as: index) {
                throw JSONLDError(
                    .conflictingIndexes, "One node is given two indexes.", at: tree.path(of: item.origin, in: document))
            }
            graphs[graph].nodes[node].index = index
        }
        // 6.9)
        for member in Array(tree.members(of: item.reverse)) {
            let property = identifier(for: tree.texts.text(member.property))
            for value in Array(tree.numbers(of: member.values)) {
                // 6.5)
                let other = place(of: try addNode(value, to: graph), in: graph)
                append(["@id": .string(id)], to: property, of: other, in: graph)
            }
        }
        for member in Array(tree.members(of: item.members)) {
            switch member.property.keyword {
            case .graph?:
                // 6.10)
                try add(member.values, to: graphPlace(of: id))
            case .included?:
                // 6.11)
                try add(member.values, to: graph)
            case .some: break
            case nil:
                // 6.12)
                let property = identifier(for: tree.texts.text(member.property))
                _ = graphs[graph].nodes[node].place(of: property)
                for value in Array(tree.numbers(of: member.values)) {
                    let json = try reference(value, in: graph)
                    append(json, to: property, of: node, in: graph)
                }
            }
        }
        return id
    }

    /// 4), 5), 6.6) What stands for a value in a node of the map: a value itself, a list, a reference to a node.
    private mutating func reference(_ number: ExpandedTree.Number, in graph: Int) throws(JSONLDError) -> JSONValue {
        let item = tree.items[Int(number)]
        if item.isValueObject { return tree.json(of: number) }
        guard item.isListObject else { return ["@id": .string(try addNode(number, to: graph))] }
        var values: [JSONValue] = []
        for value in Array(tree.numbers(of: item.items)) { values.append(try reference(value, in: graph)) }
        return ["@list": .array(values)]
    }

    /// 4.1.2), 6.5.2), 6.6.2.2) A value that isn't there yet; lists are never the same.
    private mutating func append(_ value: JSONValue, to property: String, of node: Int, in graph: Int) {
        let place = graphs[graph].nodes[node].place(of: property)
        let isNew = graphs[graph].nodes[node].known[place].insert(value).inserted
        if isNew || value["@list"] != nil { graphs[graph].nodes[node].properties[place].values.append(value) }
    }

    private mutating func place(of id: String, in graph: Int) -> Int {
        if let place = graphs[graph].places[Key(id)] { return place }
        let place = graphs[graph].nodes.count
        graphs[graph].places[Key(id)] = place
        graphs[graph].nodes.append(Node(id: id))
        return place
    }

    private mutating func graphPlace(of name: String) -> Int {
        if let place = graphPlaces[Key(name)] { return place }
        graphPlaces[Key(name)] = graphs.count
        graphs.append(Graph(name: name))
        return graphs.count - 1
    }

    // MARK: Generate Blank Node Identifier (section 8.4)

    private mutating func identifier(for text: String) -> String {
        guard IRI.isBlankNode(text) else { return text }
        // 1)
        if let known = identifiers[Key(text)] { return known }
        // 2), 3)
        let new = newIdentifier()
        identifiers[Key(text)] = new
        return new
    }

    private mutating func newIdentifier() -> String {
        defer { issued += 1 }
        return "_:b\(issued)"
    }
}

extension NodeMap.Node {
    fileprivate mutating func place(of property: String) -> Int {
        if let place = places[NodeMap.Key(property)] { return place }
        let place = properties.count
        places[NodeMap.Key(property)] = place
        properties.append((property, []))
        known.append([])
        return place
    }

    /// The node as an object of the expanded form; nothing when its id is all there is.
    var json: JSONObject? {
        guard !types.isEmpty || index != nil || !properties.isEmpty else { return nil }
        return bareJSON
    }

    var bareJSON: JSONObject {
        var object: JSONObject = ["@id": .string(id)]
        if !types.isEmpty { object["@type"] = .array(types.map { .string($0) }) }
        if let index { object["@index"] = .string(index) }
        let members = properties.map { JSONObject.Member(name: $0.name, value: .array($0.values)) }
        return JSONObject(uniqueMembers: object.members + members)
    }
}
