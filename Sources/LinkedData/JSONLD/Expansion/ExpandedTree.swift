import Encodings

/// A document in expanded form, kept flat: objects and their members are numbered, and all texts stand in one block.
struct ExpandedTree: Sendable {
    /// The number of an object or a member; `none` is none.
    typealias Number = Int32
    static let none: Number = -1

    /// A node object, value object, list object, or, while it is expanded, any object.
    struct Item: Sendable {
        /// The keywords it has.
        var keywords: KeywordSet = []
        /// How its `@value` is written.
        var literal = Literal.null
        /// Whether its `@type` came as an array.
        var hasTypeArray = false
        /// Whether its `@set` came as an array.
        var hasSetArray = false
        /// The next item of the array in which it stands.
        var next = ExpandedTree.none
        /// Its properties, types, graph and included nodes as they came; several may be of one property.
        var members = Chain()
        /// What stands under `@reverse`.
        var reverse = Chain()
        /// What stands in its `@list` or `@set`.
        var items = Chain()
        var id = TextID.none
        /// A value object's datatype, or its only one of several types.
        var type = TextID.none
        var index = TextRange()
        var language = TextRange()
        var direction = BaseDirection?.none
        /// The text of a `@value`, or the place in `values` of another.
        var text = TextRange()
        /// Where it stands in the document.
        var origin = Origin.root

        var isValueObject: Bool { keywords.contains(.value) }
        var isListObject: Bool { keywords.contains(.list) }
        var isNodeObject: Bool { keywords.isDisjoint(with: [.value, .list, .set]) }
        /// Whether nothing but its graph, its id and its index is said of it.
        var isGraphObject: Bool {
            keywords.contains(.graph) && keywords.isSubset(of: [.graph, .id, .index]) && !hasProperties
        }
        /// Whether it has members that are no keywords.
        var hasProperties = false
    }

    enum Literal: UInt8, Sendable { case null, string, `true`, `false`, number, json }

    /// A property, `@type`, `@graph` or `@included` of an object, with what it holds.
    struct Member: Sendable {
        var property: TextID
        /// The type, where the property is `@type`.
        var type = TextID.none
        /// The values, elsewhere.
        var values = Chain()
        var next = ExpandedTree.none
    }

    /// The first and the last of things that follow each other by their `next`.
    struct Chain: Sendable {
        var first = ExpandedTree.none
        var last = ExpandedTree.none
        @inline(__always)
        var isEmpty: Bool { first == ExpandedTree.none }
    }

    /// One step on the way from the document to a value: the place among the members or elements of the one before.
    struct Origin: Sendable {
        let parent: Int32
        let place: Int32
        static let root: Int32 = 0
    }

    var items: [Item] = []
    var members: [Member] = []
    var texts: TextTable
    /// Numbers and JSON literals.
    var values: [JSONValue] = []
    var origins: [Origin] = [Origin(parent: -1, place: 0)]
    /// The top of the document.
    var roots = Chain()

    init(textBytes: Int) {
        texts = TextTable(limit: textBytes)
        items.reserveCapacity(128)
        members.reserveCapacity(128)
        origins.reserveCapacity(128)
    }

    @inline(__always)
    mutating func add(_ item: Item) -> Number {
        let number = Number(truncatingIfNeeded: items.count)
        items.append(item)
        return number
    }

    /// Puts a member at the end of a chain.
    @inline(__always)
    mutating func append(_ member: Member, to chain: inout Chain) {
        let number = Number(truncatingIfNeeded: members.count)
        members.append(member)
        if chain.isEmpty {
            chain.first = number
        } else {
            members[Int(chain.last)].next = number
        }
        chain.last = number
    }

    /// Puts items at the end of others.
    @inline(__always)
    mutating func append(_ more: Chain, to chain: inout Chain) {
        if more.isEmpty { return }
        if chain.isEmpty {
            chain = more
        } else {
            items[Int(chain.last)].next = more.first
            chain.last = more.last
        }
    }

    mutating func descend(from origin: Int32, to place: Int) -> Int32 {
        origins.append(Origin(parent: origin, place: Int32(truncatingIfNeeded: place)))
        return Int32(truncatingIfNeeded: origins.count - 1)
    }

    /// The numbers of the items in a chain.
    func numbers(of chain: Chain) -> some Sequence<Number> {
        sequence(first: chain.first) { items[Int($0)].next }.prefix { $0 != Self.none }
    }

    /// The members in a chain.
    func members(of chain: Chain) -> some Sequence<Member> {
        sequence(first: chain.first) { members[Int($0)].next }.lazy.prefix { $0 != Self.none }.map {
            members[Int($0)]
        }
    }

    /// Where in a document something stands.
    func path(of origin: Int32, in document: JSONValue) -> JSONPath {
        var places: [Int] = []
        var origin = origin
        while origin > Origin.root {
            places.append(Int(origins[Int(origin)].place))
            origin = origins[Int(origin)].parent
        }
        var path: [JSONPath.Step] = []
        var value = document
        for place in places.reversed() {
            switch value {
            case .object(let object) where object.members.indices.contains(place):
                path.append(.name(object.members[place].name))
                value = object.members[place].value
            case .array(let elements) where elements.indices.contains(place):
                path.append(.index(place))
                value = elements[place]
            default: break
            }
        }
        return JSONPath(path)
    }
}
