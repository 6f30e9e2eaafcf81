/// What a whole document says of each node, and in which of its objects it says so.
///
/// RDF merges all objects of one id in one graph into one node. Whoever reads an object can thus ask whether the node
/// is said to be more than the object shows: ``values(of:about:)`` finds what stands in the object itself, in another
/// one of the same id, or turned around under `@reverse`; each value's `holder` tells which.
public struct NodeIndex: Sendable {
    /// A node of a graph.
    struct Key: Hashable {
        /// The number of the id's text; less than nought for an object without id.
        let node: Int64
        /// The same of the node that names the graph; nought for the default graph.
        let graph: Int64
    }

    private let storage: ExpandedDocument.Storage
    private(set) var keys: [Key?]
    /// The objects that describe a node, in the order of the document.
    private(set) var objects: [Key: [ExpandedTree.Number]] = [:]
    /// What is said of a node under the `@reverse` of others.
    private(set) var reversed: [Key: [(property: TextID, holder: ExpandedTree.Number)]] = [:]

    public init(_ document: ExpandedDocument) { self.init(document.storage) }

    init(_ storage: ExpandedDocument.Storage) {
        self.storage = storage
        keys = [Key?](repeating: nil, count: storage.tree.items.count)
        visit(storage.tree.roots, in: 0)
    }

    /// The objects of the document that describe the same node as this one, itself among them.
    public func objects(describing node: NodeObject) -> [NodeObject] {
        guard let key = key(of: node) else { return [] }
        return (objects[key] ?? []).map { NodeObject(storage: storage, number: $0) }
    }

    /// Every object of the document that describes a node of that id, in whichever graph.
    public func objects(withID id: String) -> [NodeObject] {
        guard let text = storage.tree.texts.find(id) else { return [] }
        return storage.tree.items.indices.compactMap { place in
            guard keys[place] != nil, storage.tree.items[place].id == text else { return nil }
            return NodeObject(storage: storage, number: ExpandedTree.Number(place))
        }
    }

    /// All values that the document says a property of a node has.
    ///
    /// - Parameters:
    ///   - property: the property's IRI; for the types, that of `rdf:type`.
    ///   - node: an object of this document; its id and its graph tell the node.
    public func values(of property: String, about node: NodeObject) -> [NodeValue] {
        guard let key = key(of: node), let properties = storage.properties(property) else { return [] }
        let direct = objects(describing: node).flatMap { $0.values(of: property) }
        let turned = (reversed[key] ?? []).filter { $0.property == properties.id }.map { statement in
            let holder = NodeObject(storage: storage, number: statement.holder)
            return NodeValue(.node(holder), in: holder, isReversed: true)
        }
        return direct + turned
    }

    /// The IRIs of all properties that the document says a node has, each once; types count as `rdf:type`.
    public func properties(of node: NodeObject) -> [String] {
        guard let key = key(of: node) else { return [] }
        let tree = storage.tree
        var seen: Set<TextID> = []
        var found: [String] = []
        func add(_ property: TextID) {
            if property.isKeyword, property != TextID(.type) { return }
            let isType = property == TextID(.type)
            let property = isType ? tree.texts.find(ExpandedDocument.Storage.rdfType) ?? property : property
            guard seen.insert(property).inserted else { return }
            found.append(property.isKeyword ? ExpandedDocument.Storage.rdfType : tree.texts.text(property))
        }
        for number in objects[key] ?? [] {
            for member in tree.members(of: tree.items[Int(number)].members) { add(member.property) }
        }
        for statement in reversed[key] ?? [] { add(statement.property) }
        return found
    }

    // MARK: Making

    private func key(of node: NodeObject) -> Key? {
        node.storage === storage && keys.indices.contains(Int(node.number)) ? keys[Int(node.number)] : nil
    }

    private mutating func visit(_ chain: ExpandedTree.Chain, in graph: Int64) {
        for number in Array(storage.tree.numbers(of: chain)) { visit(number, in: graph) }
    }

    private mutating func visit(_ number: ExpandedTree.Number, in graph: Int64) {
        let tree = storage.tree
        let item = tree.items[Int(number)]
        if item.isValueObject { return }
        if item.isListObject { return visit(item.items, in: graph) }
        let node = item.id == .none ? -Int64(number) - 1 : Int64(item.id.rawValue)
        let key = Key(node: node, graph: graph)
        keys[Int(number)] = key
        objects[key, default: []].append(number)
        for member in Array(tree.members(of: item.members)) {
            visit(member.values, in: member.property == TextID(.graph) ? node : graph)
        }
        for member in Array(tree.members(of: item.reverse)) {
            visit(member.values, in: graph)
            for value in Array(tree.numbers(of: member.values)) {
                if let key = keys[Int(value)] {
                    reversed[key, default: []].append((member.property, number))
                }
            }
        }
    }
}
