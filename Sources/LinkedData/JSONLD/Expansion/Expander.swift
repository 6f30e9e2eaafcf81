import Encodings

/// Expansion (JSON-LD 1.1 API, section 6.1): a document without its contexts, every name an IRI or a keyword.
///
/// The numbers in the comments are those of the standard's steps. The algorithm is spread over this type's files: here
/// the kinds of values, in `Expander+Objects` objects as a whole, in `Expander+Members` their members, in
/// `Expander+Keywords` what stands under a keyword, in `Expander+Maps` the containers that are maps.
struct Expander {
    let document: JSONValue
    let options: JSONLDOptions
    var finder: ContextFinder
    var tree: ExpandedTree
    var depth = 0

    init(_ document: JSONValue, contexts: PreparedContexts, options: JSONLDOptions) {
        self.document = document
        self.options = options
        finder = ContextFinder(contexts, options: options)
        tree = ExpandedTree(textBytes: options.limits.textBytes)
    }

    /// The name under which a value stands, and what it means there.
    struct ActiveProperty {
        enum Kind { case none, graph, reverse, term }
        let kind: Kind
        let definition: TermDefinition?

        init(kind: Kind, definition: TermDefinition? = nil) {
            self.kind = kind
            self.definition = definition
        }

        static let none = ActiveProperty(kind: .none)
        static let graph = ActiveProperty(kind: .graph)
        static let reverse = ActiveProperty(kind: .reverse)

        /// Whether values say nothing by standing there.
        var isFreeFloating: Bool { kind == .none || kind == .graph }
    }

    /// What an element has become: nothing, one item, or an array of them.
    struct Expanded {
        var items = ExpandedTree.Chain()
        var isArray = false

        static let null = Expanded()
        var isNull: Bool { items.isEmpty && !isArray }

        @inline(__always)
        init() {}
        @inline(__always)
        init(_ item: ExpandedTree.Number) {
            items.first = item
            items.last = item
        }
        @inline(__always)
        init(_ items: ExpandedTree.Chain, isArray: Bool) {
            self.items = items
            self.isArray = isArray
        }
    }

    /// Expands the whole document.
    mutating func expandDocument(
        expandContext: JSONValue?
    ) throws(JSONLDError) -> ExpandedTree {
        var context = finder.start(options)
        if let expandContext {
            context = try finder.apply(
                expandContext["@context"] ?? expandContext, to: context, baseURL: options.base)
        }
        let expanded: Expanded
        do throws(JSONLDError) {
            expanded = try expand(document, of: .none, in: context, at: ExpandedTree.Origin.root)
            try checkRoom(at: ExpandedTree.Origin.root)
        } catch {
            // What else was found wrong may be so only because a word had no room.
            try checkRoom(at: ExpandedTree.Origin.root)
            throw error
        }
        tree.roots = expanded.items
        // A graph that is all there is stands for the document itself.
        if !expanded.isArray, !expanded.isNull {
            let item = tree.items[Int(expanded.items.first)]
            if item.keywords == .graph, !item.hasProperties {
                var roots = ExpandedTree.Chain()
                for member in Array(tree.members(of: item.members)) { tree.append(member.values, to: &roots) }
                tree.roots = roots
            }
        }
        finder.share()
        return tree
    }

    /// - Parameters:
    ///   - origin: where the element stands in the document.
    ///   - isFromMap: whether it is a value of a map whose keys mean something.
    mutating func expand(
        _ element: JSONValue, of property: ActiveProperty, in context: ActiveContext, at origin: Int32,
        isFromMap: Bool = false
    ) throws(JSONLDError) -> Expanded {
        switch element {
        case .null:
            // 1)
            return .null
        case .object(let object):
            // 6) to 20)
            return try expandObject(object, of: property, in: context, at: origin, isFromMap: isFromMap)
        case .array(let elements):
            return try expandArray(elements, of: property, in: context, at: origin, isFromMap: isFromMap)
        default:
            return try expandScalar(element, of: property, in: context, at: origin)
        }
    }

    /// 4) A string, a number or a boolean.
    private mutating func expandScalar(
        _ element: JSONValue, of property: ActiveProperty, in context: ActiveContext, at origin: Int32
    ) throws(JSONLDError) -> Expanded {
        // 4.1)
        if property.isFreeFloating {
            if options.isSafe {
                throw failure(.droppedValue, "A value stands where it says nothing about anything.", at: origin)
            }
            return .null
        }
        // 3), 4.2)
        if let definition = property.definition, let local = definition.localContext {
            let scoped = try scope(of: definition, toProperty: local, in: context, at: origin)
            let item = try expandValue(element, of: scoped.terms[definition.term], in: scoped, at: origin)
            return Expanded(tree.add(item))
        }
        // 4.3)
        return Expanded(tree.add(try expandValue(element, of: property.definition, in: context, at: origin)))
    }

    /// 5) An array.
    private mutating func expandArray(
        _ elements: [JSONValue], of property: ActiveProperty, in context: ActiveContext, at origin: Int32,
        isFromMap: Bool
    ) throws(JSONLDError) -> Expanded {
        try enter(at: origin)
        defer { depth -= 1 }
        let isList = property.definition?.container.contains(.list) ?? false
        // 5.1)
        var result = ExpandedTree.Chain()
        // 5.2)
        for place in elements.indices {
            try checkRoom(at: origin)
            let itemOrigin = tree.descend(from: origin, to: place)
            // 5.2.1)
            var item = try expand(elements[place], of: property, in: context, at: itemOrigin, isFromMap: isFromMap)
            // 5.2.2)
            if isList, item.isArray { item = Expanded(tree.add(list(of: item.items, at: itemOrigin))) }
            // 5.2.3)
            tree.append(item.items, to: &result)
        }
        // 5.3)
        return Expanded(result, isArray: true)
    }

    // MARK: Helpers

    func list(of items: ExpandedTree.Chain, at origin: Int32) -> ExpandedTree.Item {
        var list = ExpandedTree.Item()
        list.keywords = .list
        list.items = items
        list.origin = origin
        return list
    }

    /// The context in the value of a property that has a scoped context.
    mutating func scope(
        of definition: TermDefinition, toProperty local: JSONValue, in context: ActiveContext, at origin: Int32
    ) throws(JSONLDError) -> ActiveContext {
        do throws(JSONLDError) {
            return try finder.scope(of: definition, local, to: .property, in: context)
        } catch {
            throw error.under(path(of: origin))
        }
    }

    mutating func enter(at origin: Int32) throws(JSONLDError) {
        depth += 1
        guard depth <= options.limits.depth else {
            throw failure(
                .tooDeep, "Objects and arrays stand more than \(options.limits.depth) deep in each other.", at: origin)
        }
    }

    /// The path of a member or element of what stands at the origin.
    mutating func path(of origin: Int32, _ place: Int) -> JSONPath {
        let member = tree.descend(from: origin, to: place)
        return path(of: member)
    }

    /// Ends the work when the document's words have too many bytes.
    @inline(__always)
    func checkRoom(at origin: Int32) throws(JSONLDError) {
        if tree.texts.isFull { throw tooManyBytes(at: origin) }
    }

    @inline(never)
    private func tooManyBytes(at origin: Int32) -> JSONLDError {
        failure(
            .tooManyBytes, "The document's words come to more than \(options.limits.textBytes) bytes of IRIs.",
            at: origin)
    }

    func path(of origin: Int32) -> JSONPath { tree.path(of: origin, in: document) }

    @inline(never)
    func failure(_ code: JSONLDError.Code, _ message: String, at origin: Int32) -> JSONLDError {
        JSONLDError(code, message, at: path(of: origin))
    }

    /// - Parameter place: the place of the member or element that is wrong, in what stands at the origin.
    @inline(never)
    mutating func failure(_ code: JSONLDError.Code, _ message: String, at origin: Int32, _ place: Int) -> JSONLDError {
        let member = tree.descend(from: origin, to: place)
        return failure(code, message, at: member)
    }
}
