import Encodings

/// Step 13.4 of the Expansion Algorithm: members whose names stand for keywords.
extension Expander {
    mutating func expandKeyword(
        _ keyword: Keyword, of object: JSONObject, _ place: Int, in context: ActiveContext, frame: inout Frame,
        into result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        let value = object.members[place].value
        // 13.4.1)
        guard frame.property.kind != .reverse else { throw keywordUnderReverse(at: origin, place) }
        // 13.4.2)
        guard !result.keywords.contains(KeywordSet(keyword)) || keyword == .included || keyword == .type else {
            throw failure(
                .collidingKeywords, "Two members of one object stand for \(keyword.text).", at: origin, place)
        }
        switch keyword {
        case .id: try expandIDMember(value, in: context, into: &result, at: origin, place)
        case .type: try expandTypeMember(value, in: frame.typeScoped, into: &result, at: origin, place)
        case .graph:
            // 13.4.5)
            let graph = try expand(value, of: .graph, in: context, at: tree.descend(from: origin, to: place))
            addKeyword(.graph, graph.items, to: &result)
        case .included: try expandIncluded(value, in: context, into: &result, at: origin, place)
        case .value:
            try expandValueMember(
                value, isJSON: isJSON(object, in: context, frame: frame), into: &result, at: origin, place)
        case .language:
            // 13.4.8)
            guard case .string(let tag) = value else {
                throw failure(.invalidLanguageTaggedString, "An @language is no string.", at: origin, place)
            }
            try checkLanguage(tag, at: origin, place)
            result.keywords.insert(.language)
            result.language = tree.texts.store(tag)
        case .direction:
            // 13.4.9)
            guard case .string(let text) = value, let direction = BaseDirection(text) else {
                throw failure(
                    .invalidBaseDirection, "A @direction is neither \"ltr\" nor \"rtl\".", at: origin, place)
            }
            let member = tree.descend(from: origin, to: place)
            try setDirection(direction, in: &result, at: member)
        case .index:
            // 13.4.10)
            guard case .string(let index) = value else {
                throw failure(.invalidIndexValue, "An @index is no string.", at: origin, place)
            }
            result.keywords.insert(.index)
            result.index = tree.texts.store(index)
        case .list:
            // 13.4.11)
            if frame.property.isFreeFloating {
                if options.isSafe {
                    throw failure(.droppedValue, "A list stands where it says nothing.", at: origin, place)
                }
                return
            }
            let list = try expand(value, of: frame.property, in: context, at: tree.descend(from: origin, to: place))
            result.keywords.insert(.list)
            result.items = list.items
        case .set:
            // 13.4.12)
            let set = try expand(value, of: frame.property, in: context, at: tree.descend(from: origin, to: place))
            result.keywords.insert(.set)
            result.items = set.items
            result.hasSetArray = set.isArray
        case .reverse:
            // 13.4.13)
            try expandReverse(value, in: context, into: &result, at: tree.descend(from: origin, to: place))
        default:
            // The keywords of contexts say nothing elsewhere.
            if options.isSafe {
                throw failure(.reservedTerm, "The keyword \(keyword.text) has no place here.", at: origin, place)
            }
        }
    }

    @inline(never)
    mutating func keywordUnderReverse(at origin: Int32, _ place: Int) -> JSONLDError {
        failure(.invalidReversePropertyMap, "An object under @reverse has a keyword for a member.", at: origin, place)
    }

    /// 13.4.16) Puts what stands under a keyword that may come several times with what came before.
    private mutating func addKeyword(
        _ keyword: Keyword, _ items: ExpandedTree.Chain, to result: inout ExpandedTree.Item
    ) {
        result.keywords.insert(KeywordSet(keyword))
        tree.append(ExpandedTree.Member(property: TextID(keyword), values: items), to: &result.members)
    }

    /// 13.4.3)
    private mutating func expandIDMember(
        _ value: JSONValue, in context: ActiveContext, into result: inout ExpandedTree.Item, at origin: Int32,
        _ place: Int
    ) throws(JSONLDError) {
        // 13.4.3.1)
        guard case .string(let text) = value else {
            throw failure(.invalidIDValue, "An @id is no string.", at: origin, place)
        }
        // 13.4.3.2)
        let id = expandIRI(text, in: context, documentRelative: true, vocab: false)
        if options.isSafe, let code = unsafety(of: id) {
            let member = tree.descend(from: origin, to: place)
            throw unsafe(text, code, at: member)
        }
        result.keywords.insert(.id)
        result.id = id
    }

    /// 13.4.4)
    private mutating func expandTypeMember(
        _ value: JSONValue, in typeScoped: ActiveContext, into result: inout ExpandedTree.Item, at origin: Int32,
        _ place: Int
    ) throws(JSONLDError) {
        switch value {
        case .string(let type):
            try addType(type, in: typeScoped, to: &result, at: origin, place, nil)
        case .array(let types):
            result.hasTypeArray = true
            for (index, element) in types.enumerated() {
                guard case .string(let type) = element else {
                    throw failure(
                        .invalidTypeValue, "An @type is neither a string nor an array of strings.", at: origin, place)
                }
                try addType(type, in: typeScoped, to: &result, at: origin, place, index)
            }
        default:
            // 13.4.4.1)
            throw failure(
                .invalidTypeValue, "An @type is neither a string nor an array of strings.", at: origin, place)
        }
        result.keywords.insert(.type)
    }

    /// 13.4.4.4), 13.4.4.5)
    private mutating func addType(
        _ text: String, in typeScoped: ActiveContext, to result: inout ExpandedTree.Item, at origin: Int32,
        _ place: Int, _ index: Int?
    ) throws(JSONLDError) {
        let type = expandIRI(text, in: typeScoped, documentRelative: true, vocab: true)
        if options.isSafe, let code = unsafety(of: type) {
            let member = tree.descend(from: origin, to: place)
            let element = index.map { tree.descend(from: member, to: $0) } ?? member
            throw unsafe(text, code, at: element)
        }
        if result.keywords.contains(.type) { result.hasTypeArray = true }
        result.type = type
        tree.append(ExpandedTree.Member(property: TextID(.type), type: type), to: &result.members)
    }

    /// 13.4.6)
    private mutating func expandIncluded(
        _ value: JSONValue, in context: ActiveContext, into result: inout ExpandedTree.Item, at origin: Int32,
        _ place: Int
    ) throws(JSONLDError) {
        // 13.4.6.2)
        let included = try expand(value, of: .none, in: context, at: tree.descend(from: origin, to: place))
        // 13.4.6.3)
        let isNodes = tree.numbers(of: included.items).allSatisfy { tree.items[Int($0)].isNodeObject }
        guard isNodes, !included.isNull else {
            throw failure(.invalidIncludedValue, "An @included holds something that is no node.", at: origin, place)
        }
        // 13.4.6.4)
        addKeyword(.included, included.items, to: &result)
    }

    /// 12) Whether the type that comes with a `@value` makes it a JSON literal.
    private mutating func isJSON(_ object: JSONObject, in context: ActiveContext, frame: Frame) -> Bool {
        guard let place = frame.inputTypePlace else { return false }
        let last: JSONValue? =
            switch object.members[place].value {
            case .array(let types): types.last
            case let value: value
            }
        guard case .string(let type)? = last else { return false }
        return expandIRI(type, in: context, documentRelative: false, vocab: true) == TextID(.json)
    }

    /// 13.4.7)
    private mutating func expandValueMember(
        _ value: JSONValue, isJSON: Bool, into result: inout ExpandedTree.Item, at origin: Int32, _ place: Int
    ) throws(JSONLDError) {
        result.keywords.insert(.value)
        // 13.4.7.1)
        if isJSON {
            result.literal = .json
            result.text = TextRange(offset: UInt32(truncatingIfNeeded: tree.values.count), count: 0)
            tree.values.append(value)
            return
        }
        switch value {
        case .array, .object:
            // 13.4.7.2)
            throw failure(.invalidValueObjectValue, "A @value is an object or an array.", at: origin, place)
        default:
            // 13.4.7.3), 13.4.7.4)
            setLiteral(value, in: &result)
        }
    }

    /// 13.4.13)
    private mutating func expandReverse(
        _ value: JSONValue, in context: ActiveContext, into result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        // 13.4.13.1)
        guard case .object = value else {
            throw failure(.invalidReverseValue, "An @reverse is no object.", at: origin)
        }
        // 13.4.13.2)
        let expanded = try expand(value, of: .reverse, in: context, at: origin)
        if expanded.items.isEmpty { return }
        let item = tree.items[Int(expanded.items.first)]
        // 13.4.13.3)
        for member in Array(tree.members(of: item.reverse)) { add(member.values, to: member.property, of: &result) }
        // 13.4.13.4)
        for member in Array(tree.members(of: item.members)) {
            try addReverse(member.values, to: member.property, of: &result, at: origin)
        }
    }

    mutating func checkLanguage(_ tag: String, at origin: Int32, _ place: Int) throws(JSONLDError) {
        guard options.isSafe, !LanguageTagForm.matches(tag) else { return }
        throw failure(
            .invalidLanguage, "\"\(UTF8Text.shown(tag))\" isn't formed like a language tag.", at: origin, place)
    }
}
