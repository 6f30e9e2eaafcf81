import Encodings

/// One walk through a document's JSON and its expanded form at a time, object by object: the values under the names
/// that are read, and the values of the properties that are meant, must be the same.
struct ReadingCheck {
    /// An object that is read, or an id alone.
    struct Place {
        let number: ExpandedTree.Number
        let shape: Int
        let standing: PropertyShape.Standing
        /// The object and the property of which it is a value, to notice one that stands there twice.
        let holder: ExpandedTree.Number
        let property: Int
    }

    let storage: ExpandedDocument.Storage
    let shapes: NodeShapes
    var tree: ExpandedTree { storage.tree }
    /// What is read, in the order of the document.
    private(set) var places: [Place] = []
    /// Whether one node is described in several objects, or turned around.
    private(set) var mustMerge = false
    /// Which ids some object says anything of.
    private var described: [Bool]

    init(_ storage: ExpandedDocument.Storage, shapes: NodeShapes) {
        self.storage = storage
        self.shapes = shapes
        places.reserveCapacity(48)
        described = [Bool](repeating: false, count: storage.tree.texts.count)
        noteDescriptions()
    }

    private mutating func noteDescriptions() {
        for place in storage.tree.items.indices {
            let (id, isDescribed, isTurned) = storage.tree.items.withUnsafeBufferPointer { items in
                (items[place].id, !items[place].members.isEmpty, !items[place].reverse.isEmpty)
            }
            if isTurned { mustMerge = true }
            guard id != .none, isDescribed || isTurned, id.rawValue >= TextID.firstText else { continue }
            if described[id.place] { mustMerge = true }
            described[id.place] = true
        }
    }

    // MARK: Objects

    /// - Parameters:
    ///   - number: the node object that the JSON object has become.
    ///   - holder: the object that it is a value of, and the property's place in the shape of that.
    mutating func check(
        _ object: JSONObject, as number: ExpandedTree.Number, shape: Int, standing: PropertyShape.Standing,
        holder: ExpandedTree.Number = ExpandedTree.none, property: Int = -1
    ) -> ReadingDifference? {
        let item = tree.items[Int(number)]
        let shape = self.shape(shape, of: item)
        places.append(
            Place(number: number, shape: shape, standing: standing, holder: holder, property: property))
        if item.members.isEmpty, isDescribed(item.id) { mustMerge = true }
        return withUnsafeTemporaryAllocation(of: Int16.self, capacity: object.count + 1) { found in
            var shown = 0
            var (idPlace, typePlace) = (-1, -1)
            for place in object.members.indices {
                var name = object.members[place].name
                let (property, special) = name.withUTF8 { bytes in
                    (shapes.tables[shape].property(bytes), Special(bytes))
                }
                found[place] = Int16(truncatingIfNeeded: property)
                switch special {
                case .none: break
                case .id: idPlace = place
                case .type: typePlace = place
                case .keyword:
                    if object.members[place].name != "@context" {
                        return ReadingDifference(
                            kind: .keyword(object.members[place].name), path: path(of: item.origin, place))
                    }
                }
                if property >= 0, Self.isShown(object.members[place].value) { shown += 1 }
            }
            if let difference = checkID(object, idPlace, item) { return difference }
            if let difference = checkTypes(object, typePlace, item, shape) { return difference }
            return checkProperties(object, as: number, item, shape, found, shown: shown)
        }
    }

    /// The shape that an object is read in, by its types where those tell.
    private func shape(_ shape: Int, of item: ExpandedTree.Item) -> Int {
        guard let other = shapes.tables[shape].other else { return shape }
        let has = tree.types(of: item).contains { type in
            type.rawValue >= TextID.firstText
                && tree.texts.withBytes(of: tree.texts.range(of: type)) { $0.elementsEqual(other.type) }
        }
        return has ? other.shape : shape
    }

    private enum Special {
        case none, id, type, keyword

        @inline(__always)
        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            switch bytes.first {
            case UInt8(ascii: "@"): self = .keyword
            case UInt8(ascii: "i") where bytes.count == 2 && bytes[1] == UInt8(ascii: "d"): self = .id
            case UInt8(ascii: "t") where bytes.count == 4 && bytes.elementsEqual("type".utf8): self = .type
            default: self = .none
            }
        }
    }

    /// Whether a member shows anything: `null` and an empty array are as good as no member.
    private static func isShown(_ value: JSONValue) -> Bool {
        switch value {
        case .null: false
        case .array(let elements): !elements.isEmpty
        default: true
        }
    }

    /// The id is written in full under its name; a blank node's label isn't signed, so it is none.
    private mutating func checkID(
        _ object: JSONObject, _ place: Int, _ item: ExpandedTree.Item
    ) -> ReadingDifference? {
        guard place >= 0 else {
            return item.id == .none ? nil : ReadingDifference(kind: .hidden, path: path(of: item.origin))
        }
        guard case .string(let text) = object.members[place].value, isPlainID(item.id, text) else {
            return ReadingDifference(kind: .notPlain, path: path(of: item.origin, place))
        }
        return nil
    }

    /// Whether an id is that text, and signed.
    private func isPlainID(_ id: TextID, _ text: String) -> Bool {
        guard id.rawValue >= TextID.firstText, tree.texts.kind(of: id) != .blankNode else { return false }
        var text = text
        return text.withUTF8 { bytes in
            storage.tree.texts.withBytes(of: storage.tree.texts.range(of: id)) { $0.hasSameBytes(as: bytes) }
        }
    }

    private mutating func checkTypes(
        _ object: JSONObject, _ place: Int, _ item: ExpandedTree.Item, _ shape: Int
    ) -> ReadingDifference? {
        guard shapes.tables[shape].actsOnTypes else { return nil }
        let words: [JSONValue] = place < 0 ? [] : object.members[place].value.asList
        var next = item.members.first
        var count = 0
        while next != ExpandedTree.none {
            let member = tree.members[Int(next)]
            next = member.next
            guard member.property == TextID(.type) else { continue }
            guard count < words.count, case .string(let word) = words[count] else {
                return ReadingDifference(kind: .hidden, path: path(of: item.origin))
            }
            count += 1
            guard isPlainType(word, member.type, shape) else {
                return ReadingDifference(kind: .notPlain, path: path(of: item.origin, place))
            }
        }
        guard count == words.count else {
            return ReadingDifference(kind: .notPlain, path: path(of: item.origin, max(place, 0)))
        }
        return nil
    }

    /// Whether a type that is acted on is written as its word, and the word means it.
    private func isPlainType(_ word: String, _ type: TextID, _ shape: Int) -> Bool {
        guard type.rawValue >= TextID.firstText else { return false }
        let table = shapes.tables[shape]
        if table.shape.types.isEmpty { return true }
        var word = word
        let named = word.withUTF8 { table.type($0) }
        let (meant, isNamed) = tree.texts.withBytes(of: tree.texts.range(of: type)) { iri in
            (table.type(iri: iri), named >= 0 && table.shape.types[named].iris.contains { $0.utf8.elementsEqual(iri) })
        }
        return named >= 0 ? isNamed : meant < 0
    }

    // MARK: Properties

    /// - Parameters:
    ///   - found: for each member the place of its property in the shape, or -1.
    ///   - shown: how many of them show a value.
    private mutating func checkProperties(
        _ object: JSONObject, as number: ExpandedTree.Number, _ item: ExpandedTree.Item, _ shape: Int,
        _ found: UnsafeMutableBufferPointer<Int16>, shown: Int
    ) -> ReadingDifference? {
        var seen = 0
        var next = item.members.first
        while next != ExpandedTree.none {
            let member = tree.members[Int(next)]
            next = member.next
            if member.property.isKeyword {
                if member.property == TextID(.type) { continue }
                // A graph or included nodes under a name of somebody's own.
                return ReadingDifference(kind: .hidden, path: path(of: item.origin))
            }
            guard member.values.first != ExpandedTree.none else { continue }
            let meant = storage.tree.texts.withBytes(of: storage.tree.texts.range(of: member.property)) {
                shapes.tables[shape].property(iri: $0)
            }
            let place = place(of: tree.items[Int(member.values.first)].origin, under: item.origin)
            let named = place >= 0 && place < object.count ? Int(found[place]) : -1
            if named < 0 {
                if meant < 0, !isType(member.property, shape) { continue }
                return ReadingDifference(
                    kind: .hidden, path: path(of: tree.items[Int(member.values.first)].origin))
            }
            guard named == meant || shapes.tables[shape].properties[named].means(member.property, in: tree) else {
                return ReadingDifference(kind: .notPlain, path: path(of: item.origin, place))
            }
            if Self.isShown(object.members[place].value) { seen += 1 }
            let difference = compare(
                object.members[place].value, with: member.values, as: named, of: shape, at: place, in: number)
            if let difference { return difference }
        }
        guard seen == shown else { return unseen(object, item, shape, found) }
        return nil
    }

    /// Whether a property is `rdf:type`, and types are acted on.
    private func isType(_ property: TextID, _ shape: Int) -> Bool {
        guard shapes.tables[shape].actsOnTypes else { return false }
        return tree.texts.withBytes(of: tree.texts.range(of: property)) {
            $0.elementsEqual(ExpandedDocument.Storage.rdfType.utf8)
        }
    }

    /// A member shows a value that expansion has left out: nobody has signed it.
    private mutating func unseen(
        _ object: JSONObject, _ item: ExpandedTree.Item, _ shape: Int, _ found: UnsafeMutableBufferPointer<Int16>
    ) -> ReadingDifference {
        let place = object.members.indices.first { place in
            guard found[place] >= 0, Self.isShown(object.members[place].value) else { return false }
            return !tree.members(of: item.members).contains { member in
                member.values.first != ExpandedTree.none
                    && self.place(of: tree.items[Int(member.values.first)].origin, under: item.origin) == place
            }
        }
        return ReadingDifference(kind: .notPlain, path: path(of: item.origin, place ?? 0))
    }

    // MARK: Values

    /// The values under a name against those of the property.
    private mutating func compare(
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
    private mutating func compare(
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
                guard item.isNodeObject, due.shape >= 0 || !item.keywords.contains(.graph) else { return notPlain() }
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

    private func isDescribed(_ id: TextID) -> Bool {
        id.rawValue >= TextID.firstText && described[id.place]
    }
}
