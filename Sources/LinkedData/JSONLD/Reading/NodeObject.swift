public import Encodings

/// One object of a document that describes a node, in expanded form.
///
/// Two objects are equal when they are the same object of the same document; whether they describe the same node is for
/// ``isSameNode(as:)``.
public struct NodeObject: Sendable, Hashable {
    let storage: ExpandedDocument.Storage
    let number: ExpandedTree.Number

    var tree: ExpandedTree { storage.tree }
    var item: ExpandedTree.Item { storage.tree.items[Int(number)] }

    public static func == (left: NodeObject, right: NodeObject) -> Bool {
        left.storage === right.storage && left.number == right.number
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// The IRI or blank node identifier that it gives the node; nothing when it gives none.
    public var id: String? { item.id == .none ? nil : tree.texts.text(item.id) }

    /// Where the object stands in the document.
    public var path: JSONPath { tree.path(of: item.origin, in: storage.source) }

    /// The types that the object gives the node by `@type`, in their order.
    public var types: [String] { tree.types(of: item).map { tree.texts.text($0) } }

    public var index: String? { item.keywords.contains(.index) ? tree.texts.text(item.index) : nil }

    /// The IRIs of the properties that stand in the object, each once, in the order of the document.
    public var properties: [String] {
        var seen: Set<TextID> = []
        return tree.members(of: item.members).compactMap { member in
            guard !member.property.isKeyword, seen.insert(member.property).inserted else { return nil }
            return tree.texts.text(member.property)
        }
    }

    /// The object in expanded form, as JSON.
    public var json: JSONValue { tree.json(of: number) }

    /// The values of a property that stand in the object itself.
    ///
    /// - Parameter property: the property's IRI; for the types, that of `rdf:type`, which finds them however they are
    ///   written.
    public func values(of property: String) -> [NodeValue] {
        guard let members = storage.properties(property) else { return [] }
        return tree.members(of: item.members).flatMap { values(in: $0, of: members) }
    }

    /// Whether a graph of its own stands under the node (`@graph`), as a proof's does.
    public var hasGraph: Bool { item.keywords.contains(.graph) }

    /// The objects in the graph that stands under the node.
    public var graph: [NodeObject] { nodes(under: .graph) }

    /// The objects under its `@included`.
    public var included: [NodeObject] { nodes(under: .included) }

    private func nodes(under keyword: Keyword) -> [NodeObject] {
        tree.members(of: item.members).filter { $0.property == TextID(keyword) }.flatMap { member in
            tree.numbers(of: member.values).map { NodeObject(storage: storage, number: $0) }
        }
    }

    /// Whether both give the node the same id; objects without one describe no node but their own.
    public func isSameNode(as other: NodeObject) -> Bool {
        if self == other { return true }
        guard storage === other.storage else { return false }
        return item.id != .none && item.id == other.item.id
    }

    /// The values in a member when its property is among those asked for.
    func values(in member: ExpandedTree.Member, of properties: ExpandedDocument.Storage.Properties) -> [NodeValue] {
        if member.property == TextID(.type) {
            return properties.isType ? [NodeValue(.reference(tree.texts.text(member.type)), in: self)] : []
        }
        guard member.property == properties.id else { return [] }
        return tree.numbers(of: member.values).map { storage.value($0, in: self) }
    }
}

/// A value of a property, and the object in which it stands.
public struct NodeValue: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// A node, by the object that stands there; it may consist of an id alone.
        case node(NodeObject)
        /// A type, by its IRI.
        case reference(String)
        case literal(NodeLiteral)
        case list([NodeValue])
    }

    public let content: Content
    /// The object in which the value is written.
    public let holder: NodeObject
    /// Whether it is written turned around (`@reverse`): the holder is then the value, and what stands in it the node.
    public let isReversed: Bool
    private let origin: Int32

    init(_ content: Content, in holder: NodeObject, isReversed: Bool = false, origin: Int32? = nil) {
        self.content = content
        self.holder = holder
        self.isReversed = isReversed
        self.origin = origin ?? holder.item.origin
    }

    /// Where the value stands in the document.
    public var path: JSONPath { holder.tree.path(of: origin, in: holder.storage.source) }

    public var node: NodeObject? { if case .node(let node) = content { node } else { nil } }
    public var literal: NodeLiteral? { if case .literal(let literal) = content { literal } else { nil } }

    /// Whether both are one value to RDF, wherever they stand.
    public func isSameValue(as other: NodeValue) -> Bool {
        switch (content, other.content) {
        case (.node(let a), .node(let b)): return a.isSameNode(as: b)
        case (.reference(let a), .reference(let b)): return a.hasSameBytes(as: b)
        case (.node(let a), .reference(let b)), (.reference(let b), .node(let a)):
            return a.id?.hasSameBytes(as: b) ?? false
        case (.literal(let a), .literal(let b)): return a == b
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.isSameValue(as: $1) }
        default: return false
        }
    }

    /// Equal when they are the same value in the same object.
    public static func == (left: NodeValue, right: NodeValue) -> Bool {
        left.holder == right.holder && left.isReversed == right.isReversed && left.isSameValue(as: right)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(holder) }
}

/// A text, number, boolean or JSON value with what is said of its kind.
public struct NodeLiteral: Sendable, Hashable {
    /// The value as the document writes it.
    public let value: JSONValue
    /// The IRI of the datatype it is given, `@json` for JSON; nothing when it is given none.
    public let datatype: String?
    public let language: String?
    /// `ltr` or `rtl`.
    public let direction: String?

    public static func == (left: NodeLiteral, right: NodeLiteral) -> Bool {
        func same(_ a: String?, _ b: String?) -> Bool {
            switch (a, b) {
            case (nil, nil): true
            case (let a?, let b?): a.hasSameBytes(as: b)
            default: false
            }
        }
        return left.value == right.value && same(left.datatype, right.datatype)
            && same(left.language, right.language) && same(left.direction, right.direction)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension ExpandedDocument.Storage {
    /// A property that is asked for, by its number in the document.
    struct Properties {
        var id: TextID?
        /// Whether `@type` says it, too.
        var isType: Bool
    }

    static let rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    /// Nothing when the document doesn't have the property at all.
    func properties(_ property: String) -> Properties? {
        let isType = property.hasSameBytes(as: Self.rdfType)
        let id = tree.texts.find(property)
        return id == nil && !isType ? nil : Properties(id: id, isType: isType)
    }

    func value(_ number: ExpandedTree.Number, in holder: NodeObject) -> NodeValue {
        let item = tree.items[Int(number)]
        let content: NodeValue.Content
        if item.isValueObject {
            content = .literal(
                NodeLiteral(
                    value: tree.value(of: item),
                    datatype: item.keywords.contains(.type) ? tree.texts.text(item.type) : nil,
                    language: item.keywords.contains(.language) ? tree.texts.text(item.language) : nil,
                    direction: item.direction?.rawValue))
        } else if item.isListObject {
            content = .list(tree.numbers(of: item.items).map { value($0, in: holder) })
        } else {
            content = .node(NodeObject(storage: self, number: number))
        }
        return NodeValue(content, in: holder, origin: item.origin)
    }
}
