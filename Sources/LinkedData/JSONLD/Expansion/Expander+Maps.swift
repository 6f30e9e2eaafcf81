import Encodings

/// Steps 13.7 and 13.8 of the Expansion Algorithm: values that are maps whose keys mean something.
extension Expander {
    /// 13.7) A map from languages to texts.
    mutating func expandLanguageMap(
        _ map: JSONObject, of definition: TermDefinition, in context: ActiveContext, at origin: Int32
    ) throws(JSONLDError) -> Expanded {
        // 13.7.1)
        var expanded = ExpandedTree.Chain()
        // 13.7.2), 13.7.3)
        let direction: BaseDirection? =
            switch definition.direction {
            case .undefined: context.defaultDirection
            case .null: nil
            case .direction(let direction): direction
            }
        // 13.7.4)
        for (place, member) in map.members.enumerated() {
            let isNone = expandIRI(member.name, in: context, documentRelative: false, vocab: true) == TextID(.none)
            if !isNone { try checkLanguage(member.name, at: origin, place) }
            let memberOrigin = tree.descend(from: origin, to: place)
            // 13.7.4.1)
            let values = member.value.arrayValue ?? [member.value]
            // 13.7.4.2)
            for value in values {
                try checkRoom(at: memberOrigin)
                // 13.7.4.2.1)
                if value.isNull { continue }
                // 13.7.4.2.2)
                guard case .string(let text) = value else {
                    throw failure(
                        .invalidLanguageMapValue, "A language map holds something that is no text.", at: memberOrigin)
                }
                // 13.7.4.2.3), 13.7.4.2.4)
                var item = ExpandedTree.Item()
                item.origin = memberOrigin
                item.keywords = .value
                item.literal = .string
                item.text = tree.texts.store(text)
                if !isNone {
                    item.keywords.insert(.language)
                    item.language = tree.texts.storeAgain(member.name)
                }
                // 13.7.4.2.5)
                if let direction { try setDirection(direction, in: &item, at: memberOrigin) }
                // 13.7.4.2.6)
                tree.append(Expanded(tree.add(item)).items, to: &expanded)
            }
        }
        return Expanded(expanded, isArray: true)
    }

    /// 13.8) A map from indexes, types or ids to values.
    mutating func expandMap(
        _ map: JSONObject, of property: ActiveProperty, _ definition: TermDefinition, in context: ActiveContext,
        at origin: Int32
    ) throws(JSONLDError) -> Expanded {
        let container = definition.container
        // 13.8.1)
        var expanded = ExpandedTree.Chain()
        // 13.8.3)
        for (place, member) in map.members.enumerated() {
            let memberOrigin = tree.descend(from: origin, to: place)
            // 13.8.3.1), 13.8.3.3)
            var mapContext = context
            if !container.isDisjoint(with: [.id, .type]), let previous = context.previous { mapContext = previous }
            // 13.8.3.2)
            if container.contains(.type), let type = mapContext.terms[member.name], let local = type.localContext {
                do throws(JSONLDError) {
                    mapContext = try finder.scope(of: type, local, to: .typeKey, in: mapContext)
                } catch {
                    throw error.under(path(of: memberOrigin))
                }
            }
            // 13.8.3.4)
            let index = expandIRI(member.name, in: context, documentRelative: false, vocab: true)
            // 13.8.3.5), 13.8.3.6)
            let value: JSONValue = member.value.arrayValue == nil ? .array([member.value]) : member.value
            let values = try expand(value, of: property, in: mapContext, at: memberOrigin, isFromMap: true)
            // 13.8.3.7)
            for number in Array(tree.numbers(of: values.items)) {
                try checkRoom(at: memberOrigin)
                tree.items[Int(number)].next = ExpandedTree.none
                var number = number
                // 13.8.3.7.1)
                if container.contains(.graph), !tree.items[Int(number)].isGraphObject { number = graph(of: number) }
                if index != TextID(.none) {
                    try addKey(
                        member.name, expanded: index, of: definition, to: number, in: context, at: memberOrigin)
                }
                // 13.8.3.7.6)
                tree.append(Expanded(number).items, to: &expanded)
            }
        }
        return Expanded(expanded, isArray: true)
    }

    /// 13.8.3.7.2) to 13.8.3.7.5) Gives an item what its key in the map says of it.
    private mutating func addKey(
        _ key: String, expanded index: TextID, of definition: TermDefinition, to number: ExpandedTree.Number,
        in context: ActiveContext, at origin: Int32
    ) throws(JSONLDError) {
        let container = definition.container
        var item = tree.items[Int(number)]
        if container.contains(.index) {
            if let indexKey = definition.indexMapping, !indexKey.hasSameBytes(as: "@index") {
                // 13.8.3.7.2.5)
                guard !item.isValueObject else {
                    throw failure(
                        .invalidValueObject, "A text can't have the property that its index stands for.", at: origin)
                }
                // 13.8.3.7.2.1)
                let value = try expandValue(.string(key), of: context.terms[indexKey], in: context, at: origin)
                // 13.8.3.7.2.2) to 13.8.3.7.2.4)
                let property = expandIRI(indexKey, in: context, documentRelative: false, vocab: true)
                add(Expanded(tree.add(value)).items, to: property, of: &item)
            } else if !item.keywords.contains(.index) {
                // 13.8.3.7.3)
                item.keywords.insert(.index)
                item.index = tree.texts.storeAgain(key)
            }
        } else if container.contains(.id) {
            // 13.8.3.7.4)
            if !item.keywords.contains(.id) {
                item.keywords.insert(.id)
                item.id = try expandID(key, in: context, vocab: false, at: origin)
            }
        } else if container.contains(.type) {
            // 13.8.3.7.5)
            if options.isSafe, let code = unsafety(of: index) { throw unsafe(key, code, at: origin) }
            item.keywords.insert(.type)
            tree.append(ExpandedTree.Member(property: TextID(.type), type: index), to: &item.members)
        }
        tree.items[Int(number)] = item
    }
}
