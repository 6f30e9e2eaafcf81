import Encodings

/// The values under a name against those of the property that it means.
extension ReadingCheck {
    /// The values under a name against those of the property.
    mutating func compare(
        _ value: JSONValue, with values: ExpandedTree.Chain, as property: Int, of shape: Int, at place: Int,
        in holder: ExpandedTree.Number
    ) -> ReadingDifference? {
        let origin = tree.items[Int(holder)].origin
        func notPlain() -> ReadingDifference { ReadingDifference(kind: .notPlain, path: path(of: origin, place)) }
        var next = values.first
        if tree.items[Int(next)].isListObject, !value.isObject {
            guard tree.items[Int(next)].next == ExpandedTree.none else { return notPlain() }
            next = tree.items[Int(next)].items.first
        }
        guard case .array(let elements) = value else {
            guard next != ExpandedTree.none, tree.items[Int(next)].next == ExpandedTree.none,
                stands(tree.items[Int(next)].origin, at: place, in: origin)
            else { return notPlain() }
            return compare(value, with: next, as: property, of: shape, at: place, in: holder)
        }
        let first = next
        for index in elements.indices {
            guard next != ExpandedTree.none, stands(tree.items[Int(next)].origin, at: index, of: place, in: origin)
            else { return notPlain() }
            let difference = compare(elements[index], with: next, as: property, of: shape, at: place, in: holder)
            if let difference { return difference }
            next = tree.items[Int(next)].next
        }
        guard next == ExpandedTree.none else { return notPlain() }
        if elements.count > 1, !shapes.tables[shape].properties[property].isSet, isOneValue(first) {
            return notPlain()
        }
        return nil
    }

    /// Whether items that follow each other are all the same value to RDF.
    private func isOneValue(_ first: ExpandedTree.Number) -> Bool {
        let value = Fingerprint(first, in: tree, comparesStructure: false)
        return tree.numbers(of: ExpandedTree.Chain(first: first, last: first)).allSatisfy {
            Fingerprint($0, in: tree, comparesStructure: false) == value
        }
    }

    /// One value against one item.
    mutating func compare(
        _ value: JSONValue, with number: ExpandedTree.Number, as property: Int, of shape: Int, at place: Int,
        in holder: ExpandedTree.Number
    ) -> ReadingDifference? {
        let item = tree.items[Int(number)]
        func notPlain() -> ReadingDifference { ReadingDifference(kind: .notPlain, path: path(of: item.origin)) }
        let due = shapes.tables[shape].properties[property]
        switch due.value {
        case .text, .texts, .localizedText:
            switch value {
            case .string(let text): return isPlainText(text, item) ? nil : notPlain()
            case .object(let object):
                return due.value == .localizedText && isLocalized(object, item) ? nil : notPlain()
            default: return isUntyped(item) ? nil : notPlain()
            }
        case .number:
            if case .number = value, item.isValueObject { return nil }
            return value.isScalar && isUntyped(item) ? nil : notPlain()
        case .boolean:
            if case .bool = value, item.isValueObject { return nil }
            return value.isScalar && isUntyped(item) ? nil : notPlain()
        case .node, .nodes:
            switch value {
            case .object(let object):
                if item.keywords.contains(.graph), shapes.tables[shape].shape.properties[property].holdsDocuments {
                    // A graph of its own: what stands in it is another document's.
                    documents.insert(item.origin)
                    return nil
                }
                guard item.isNodeObject, due.shape >= 0 || !item.keywords.contains(.graph) else { return notPlain() }
                if shapes.tables[shape].shape.properties[property].holdsDocuments { documents.insert(item.origin) }
                guard due.shape >= 0 else { return nil }
                return check(
                    object, as: number, shape: due.shape, standing: due.standing, holder: holder, property: property)
            case .string(let text):
                guard item.isNodeObject else { return nil }
                guard isPlainID(item.id, text) else { return notPlain() }
                if isDescribed(item.id) { mustMerge = true }
                if due.shape >= 0 {
                    places.append(
                        Place(
                            number: number, shape: due.shape, standing: due.standing, holder: holder,
                            property: property))
                }
                return nil
            default: return isUntyped(item) ? nil : notPlain()
            }
        }
    }

    /// Whether the item is a text or an IRI that is written so.
    private func isPlainText(_ text: String, _ item: ExpandedTree.Item) -> Bool {
        if item.isNodeObject { return isPlainID(item.id, text) }
        guard item.literal == .string else { return false }
        var text = text
        return text.withUTF8 { bytes in
            storage.tree.texts.withBytes(of: item.text) { $0.hasSameBytes(as: bytes) }
        }
    }

    /// A value object that says a text's language, which no plain text could say.
    private func isLocalized(_ object: JSONObject, _ item: ExpandedTree.Item) -> Bool {
        item.isValueObject && item.keywords.contains(.language)
            && object.members.allSatisfy { ["@value", "@language", "@direction"].contains($0.name) }
    }

    /// A value whose own kind is signed: with a datatype from its name, `"1"` and `1` would be one.
    private func isUntyped(_ item: ExpandedTree.Item) -> Bool {
        item.isValueObject && !item.keywords.contains(.type)
    }

    func isDescribed(_ id: TextID) -> Bool {
        id.rawValue >= TextID.firstText && described[id.place]
    }
}
