import Encodings

/// Steps 13 and 14 of the Expansion Algorithm: the members of an object.
extension Expander {
    /// 13), 14) The members of an object, or of one under its `@nest`.
    mutating func expandMembers(
        of object: JSONObject, in context: ActiveContext, frame: inout Frame, into result: inout ExpandedTree.Item,
        at origin: Int32
    ) throws(JSONLDError) {
        var nests: [Int] = []
        let members = object.members
        for place in members.indices {
            try checkRoom(at: origin)
            let name = members[place].name
            // 13.2)
            let definition = context.terms[name]
            if let keyword = definition?.keyword {
                // 13.1)
                if keyword == .context, name.utf8.count == 8, name.hasSameBytes(as: "@context") { continue }
                // 13.4)
                if keyword == .nest {
                    // 13.4.14)
                    nests.append(place)
                    guard frame.property.kind != .reverse else { throw keywordUnderReverse(at: origin, place) }
                } else {
                    try expandKeyword(
                        keyword, of: object, place, in: context, frame: &frame, into: &result, at: origin)
                }
                continue
            }
            let property: TextID
            if let definition {
                // 13.3)
                guard definition.hasColon else {
                    if options.isSafe { throw undefined(name, at: origin, place) }
                    continue
                }
                property = tree.texts.intern(iriOf: definition)
            } else {
                property = expandIRI(name, in: context, documentRelative: false, vocab: true)
                // 13.3)
                guard property != .none, tree.texts.hasColon(property) else {
                    if options.isSafe { throw undefined(name, at: origin, place) }
                    continue
                }
            }
            if options.isSafe { try checkProperty(property, name, at: origin, place) }
            let valueOrigin = tree.descend(from: origin, to: place)
            try expandMember(
                members[place].value, of: ActiveProperty(kind: .term, definition: definition), to: property,
                in: context,
                into: &result, at: valueOrigin)
        }
        for place in nests { try expandNested(members[place], place, in: context, frame: &frame, &result, at: origin) }
    }

    /// 13.5) to 13.14) A member whose name is an IRI.
    private mutating func expandMember(
        _ value: JSONValue, of active: ActiveProperty, to property: TextID, in context: ActiveContext,
        into result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        guard let definition = active.definition, !definition.isPlain else {
            // 13.9), 13.10), 13.14)
            let expanded = try expand(value, of: active, in: context, at: origin)
            if expanded.isNull { return }
            return add(expanded.items, to: property, of: &result)
        }
        // 13.5)
        let container = definition.container
        var expanded: Expanded
        if definition.typeMapping == .json {
            // 13.6)
            var item = ExpandedTree.Item()
            item.origin = origin
            setJSONLiteral(value, in: &item)
            expanded = Expanded(tree.add(item))
        } else if container.contains(.language), case .object(let map) = value {
            // 13.7)
            expanded = try expandLanguageMap(map, of: definition, in: context, at: origin)
        } else if !container.isDisjoint(with: .maps), case .object(let map) = value {
            // 13.8)
            expanded = try expandMap(map, of: active, definition, in: context, at: origin)
        } else {
            // 13.9)
            expanded = try expand(value, of: active, in: context, at: origin)
        }
        // 13.10)
        if expanded.isNull { return }
        // 13.11)
        if container.contains(.list), expanded.isArray || !tree.items[Int(expanded.items.first)].isListObject {
            expanded = Expanded(tree.add(list(of: expanded.items, at: origin)))
        }
        // 13.12)
        if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {
            expanded.items = graphs(of: expanded.items)
        }
        if definition.isReverse {
            // 13.13)
            try addReverse(expanded.items, to: property, of: &result, at: origin)
        } else {
            // 13.14)
            add(expanded.items, to: property, of: &result)
        }
    }

    /// 13.12.1) A graph object for each of some items.
    private mutating func graphs(of items: ExpandedTree.Chain) -> ExpandedTree.Chain {
        var graphs = ExpandedTree.Chain()
        for number in Array(tree.numbers(of: items)) { tree.append(Expanded(graph(of: number)).items, to: &graphs) }
        return graphs
    }

    /// A graph object that holds one item alone.
    mutating func graph(of number: ExpandedTree.Number) -> ExpandedTree.Number {
        tree.items[Int(number)].next = ExpandedTree.none
        var graph = ExpandedTree.Item()
        graph.origin = tree.items[Int(number)].origin
        graph.keywords = .graph
        let member = ExpandedTree.Member(property: TextID(.graph), values: Expanded(number).items)
        tree.append(member, to: &graph.members)
        return tree.add(graph)
    }

    mutating func add(_ items: ExpandedTree.Chain, to property: TextID, of result: inout ExpandedTree.Item) {
        result.hasProperties = true
        tree.append(ExpandedTree.Member(property: property, values: items), to: &result.members)
    }

    /// 13.13), 13.4.13.4) Adds what a property that is turned around leads back to.
    mutating func addReverse(
        _ items: ExpandedTree.Chain, to property: TextID, of result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        // 13.13.1)
        result.keywords.insert(.reverse)
        // 13.13.4.1)
        for number in tree.numbers(of: items) {
            guard tree.items[Int(number)].isNodeObject else {
                throw failure(
                    .invalidReversePropertyValue,
                    "A property that is turned around leads to something that is no node.",
                    at: origin)
            }
        }
        tree.append(ExpandedTree.Member(property: property, values: items), to: &result.reverse)
    }

    /// 14.1), 14.2) The objects under a member that stands for `@nest`.
    private mutating func expandNested(
        _ member: JSONObject.Member, _ place: Int, in outer: ActiveContext, frame: inout Frame,
        _ result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        let origin = tree.descend(from: origin, to: place)
        try enter(at: origin)
        defer { depth -= 1 }
        // 3), 8)
        var context = outer
        let definition = outer.terms[member.name]
        if let definition, let local = definition.localContext {
            context = try scope(of: definition, toProperty: local, in: outer, at: origin)
        }
        let property = ActiveProperty(kind: .term, definition: definition)
        var inner = Frame(property: property, typeScoped: frame.typeScoped, inputTypePlace: nil)
        func expandOne(_ value: JSONValue, at origin: Int32) throws(JSONLDError) {
            // 14.2.1)
            guard case .object(let object) = value, !hasValue(object, in: outer) else {
                throw failure(
                    .invalidNestValue, "A @nest holds something other than an object without @value.", at: origin)
            }
            // 14.2.2)
            try expandMembers(of: object, in: context, frame: &inner, into: &result, at: origin)
        }
        if case .array(let values) = member.value {
            for (place, value) in values.enumerated() {
                try expandOne(value, at: tree.descend(from: origin, to: place))
            }
        } else {
            try expandOne(member.value, at: origin)
        }
    }

    // MARK: Safe mode

    @inline(never)
    private mutating func undefined(_ name: String, at origin: Int32, _ place: Int) -> JSONLDError {
        if Keyword.hasForm(name) {
            return failure(
                .reservedTerm, "The name \"\(UTF8Text.shown(name))\" looks like a keyword, and is none.", at: origin,
                place)
        }
        return failure(
            .undefinedTerm, "The name \"\(UTF8Text.shown(name))\" means nothing in its context.", at: origin, place)
    }

    @inline(__always)
    private mutating func checkProperty(
        _ property: TextID, _ name: String, at origin: Int32, _ place: Int
    ) throws(JSONLDError) {
        if tree.texts.kind(of: property) != .iri { throw unsafeProperty(property, name, at: origin, place) }
    }

    @inline(never)
    private mutating func unsafeProperty(
        _ property: TextID, _ name: String, at origin: Int32, _ place: Int
    ) -> JSONLDError {
        let shown = UTF8Text.shown(name)
        switch tree.texts.kind(of: property) {
        case .blankNode:
            return failure(.blankNodeProperty, "The name \"\(shown)\" stands for a blank node.", at: origin, place)
        case .malformed:
            return failure(.malformedIRI, "The name \"\(shown)\" stands for no IRI.", at: origin, place)
        default:
            return failure(.relativeIRI, "The name \"\(shown)\" stands for a relative IRI.", at: origin, place)
        }
    }
}
