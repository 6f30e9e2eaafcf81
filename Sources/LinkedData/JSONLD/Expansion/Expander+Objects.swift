import Encodings

/// Steps 6 to 12 and 15 to 20 of the Expansion Algorithm: objects as a whole.
extension Expander {
    mutating func expandObject(
        _ object: JSONObject, of property: ActiveProperty, in outer: ActiveContext, at origin: Int32, isFromMap: Bool
    ) throws(JSONLDError) -> Expanded {
        try enter(at: origin)
        defer { depth -= 1 }
        var context = outer
        // 7)
        if let previous = context.previous, !isFromMap, !staysInTypeScope(object, in: context) { context = previous }
        // 3), 8)
        if let definition = property.definition, let local = definition.localContext {
            context = try scope(of: definition, toProperty: local, in: context, at: origin)
        }
        // 9)
        if let place = Self.place(of: "@context", in: object) {
            do throws(JSONLDError) {
                context = try finder.apply(object.members[place].value, to: context, baseURL: options.base)
            } catch {
                throw error.under(path(of: origin, place))
            }
        }
        // 10)
        let typeScoped = context
        // 11)
        let typePlace = try applyTypeScopes(of: object, to: &context, at: origin)
        // 12)
        var result = ExpandedTree.Item()
        result.origin = origin
        var frame = Frame(property: property, typeScoped: typeScoped, inputTypePlace: typePlace)
        // 13)
        try expandMembers(of: object, in: context, frame: &frame, into: &result, at: origin)
        // 15) to 20)
        return try finish(&result, of: property, at: origin)
    }

    /// What the members of one object share while they are expanded, those under `@nest` included.
    struct Frame {
        let property: ActiveProperty
        let typeScoped: ActiveContext
        /// The place of the first member, by its name, that stands for `@type`.
        let inputTypePlace: Int?
    }

    /// 7) Whether an object is no new node object, so that what its surroundings' type has defined goes on.
    private func staysInTypeScope(_ object: JSONObject, in context: ActiveContext) -> Bool {
        if hasValue(object, in: context) { return true }
        guard object.count == 1, let name = object.members.first?.name else { return false }
        return context.terms[name]?.keyword == .id
    }

    /// Whether a member stands for `@value`.
    func hasValue(_ object: JSONObject, in context: ActiveContext) -> Bool {
        object.members.contains { context.valueNames.contains($0.name, .value, in: context) }
    }

    /// The place of a member, found by its name's length first.
    @inline(__always)
    private static func place(of name: StaticString, in object: JSONObject) -> Int? {
        let members = object.members
        for place in members.indices where members[place].name.utf8.count == name.utf8CodeUnitCount {
            var text = members[place].name
            let isSame = text.withUTF8 { bytes in
                bytes.hasSameBytes(as: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            }
            if isSame { return place }
        }
        return nil
    }

    /// 11) Applies the scoped contexts of an object's types.
    ///
    /// - Returns: the place of the first member, by its name, that stands for `@type`.
    private mutating func applyTypeScopes(
        of object: JSONObject, to context: inout ActiveContext, at origin: Int32
    ) throws(JSONLDError) -> Int? {
        let typeScoped = context
        let members = object.members
        var places: [Int] = []
        var single: Int?
        for place in members.indices where typeScoped.typeNames.contains(members[place].name, .type, in: typeScoped) {
            if single == nil { single = place } else { places.append(place) }
        }
        guard let single else { return nil }
        if places.isEmpty {
            try applyTypeScopes(members[single].value, typeScoped: typeScoped, to: &context, at: origin, single)
            return single
        }
        places = ([single] + places).sorted { members[$0].name.precedesByBytes(members[$1].name) }
        for place in places {
            try applyTypeScopes(members[place].value, typeScoped: typeScoped, to: &context, at: origin, place)
        }
        return places.first
    }

    /// 11.1), 11.2)
    private mutating func applyTypeScopes(
        _ value: JSONValue, typeScoped: ActiveContext, to context: inout ActiveContext, at origin: Int32, _ place: Int
    ) throws(JSONLDError) {
        switch value {
        case .string(let type):
            try applyTypeScope(typeScoped.terms[type], to: &context, at: origin, place)
        case .array(let types):
            if types.count == 1, case .string(let type) = types[0] {
                return try applyTypeScope(typeScoped.terms[type], to: &context, at: origin, place)
            }
            var scoping: [TermDefinition] = []
            for case .string(let type) in types {
                if let definition = typeScoped.terms[type], definition.localContext != nil {
                    scoping.append(definition)
                }
            }
            if scoping.count > 1 { scoping.sort { $0.term.precedesByBytes($1.term) } }
            for definition in scoping { try applyTypeScope(definition, to: &context, at: origin, place) }
        default: break
        }
    }

    private mutating func applyTypeScope(
        _ definition: TermDefinition?, to context: inout ActiveContext, at origin: Int32, _ place: Int
    ) throws(JSONLDError) {
        guard let definition, let local = definition.localContext else { return }
        do throws(JSONLDError) {
            context = try finder.scope(of: definition, local, to: .type, in: context)
        } catch {
            throw error.under(path(of: origin, place))
        }
    }

    /// 15) to 20) Looks at the object as a whole.
    private mutating func finish(
        _ result: inout ExpandedTree.Item, of property: ActiveProperty, at origin: Int32
    ) throws(JSONLDError) -> Expanded {
        if result.isValueObject {
            // 15)
            guard try finishValue(&result, at: origin) else { return .null }
        } else if !result.keywords.isDisjoint(with: [.set, .list]) {
            // 17.1)
            guard result.keywords.subtracting(.index).rawValue.nonzeroBitCount == 1, !result.hasProperties else {
                throw failure(
                    .invalidSetOrListObject, "An object with @set or @list has other members than @index.", at: origin)
            }
            // 17.2)
            if result.keywords.contains(.set) {
                if options.isSafe, property.isFreeFloating, result.items.isEmpty {
                    throw failure(.droppedValue, "A set is empty and says nothing.", at: origin)
                }
                return Expanded(result.items, isArray: result.hasSetArray)
            }
        }
        // 18)
        if result.keywords == .language, !result.hasProperties { return try drop("only a language", at: origin) }
        // 19)
        if property.isFreeFloating {
            // 19.1), 19.2)
            let isEmpty = result.keywords.isSubset(of: .id) && !result.hasProperties
            if isEmpty || result.isValueObject || result.isListObject {
                return try drop("nothing about anything", at: origin)
            }
        }
        // 20)
        return Expanded(tree.add(result))
    }

    func drop(_ what: String, at origin: Int32) throws(JSONLDError) -> Expanded {
        if options.isSafe {
            throw failure(.droppedValue, "An object says \(what), and would be left out.", at: origin)
        }
        return .null
    }

    /// 15) Checks a value object. False when it is no value after all.
    private func finishValue(_ result: inout ExpandedTree.Item, at origin: Int32) throws(JSONLDError) -> Bool {
        // 15.1)
        let keywords = result.keywords
        let isTyped = keywords.contains(.type)
        guard !result.hasProperties, keywords.isSubset(of: [.value, .type, .language, .direction, .index]),
            !isTyped || keywords.isDisjoint(with: [.language, .direction])
        else {
            throw failure(.invalidValueObject, "A value object has members that don't go with @value.", at: origin)
        }
        // 15.2)
        if result.type == TextID(.json), !result.hasTypeArray { return true }
        // 15.3)
        if result.literal == .null {
            _ = try drop("that it is null", at: origin)
            return false
        }
        // 15.4)
        guard result.literal == .string || !keywords.contains(.language) else {
            throw failure(.invalidLanguageTaggedValue, "Something that is no text has a language.", at: origin)
        }
        // 15.5)
        if isTyped {
            let kind = tree.texts.kind(of: result.type)
            guard !result.hasTypeArray, kind == .iri else {
                throw failure(.invalidTypedValue, "The type of a value is no IRI.", at: origin)
            }
        }
        return true
    }
}

extension String {
    /// Whether this sorts before another by its bytes, which is by code point.
    func precedesByBytes(_ other: String) -> Bool {
        var (left, right) = (self, other)
        return left.withUTF8 { a in right.withUTF8 { a.lexicographicallyPrecedes($0) } }
    }
}
