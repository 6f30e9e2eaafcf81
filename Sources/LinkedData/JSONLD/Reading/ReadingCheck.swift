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
    var places: [Place] = []
    /// Whether one node is described in several objects, or turned around.
    var mustMerge = false
    /// Whether no graph stands in the document, and nothing is turned around.
    private(set) var isOneGraph = true
    /// Where documents begin that stand inside and are read by themselves.
    var documents: Set<Int32> = []
    /// Which ids some object says anything of.
    var described: [Bool]

    init(_ storage: ExpandedDocument.Storage, shapes: NodeShapes) {
        self.storage = storage
        self.shapes = shapes
        places.reserveCapacity(48)
        described = [Bool](repeating: false, count: storage.tree.texts.count)
        noteDescriptions()
    }

    private mutating func noteDescriptions() {
        storage.tree.items.withUnsafeBufferPointer { items in
            for place in items.indices {
                if !items[place].reverse.isEmpty || items[place].keywords.contains(.graph) { isOneGraph = false }
                let id = items[place].id
                guard id.rawValue >= TextID.firstText, !items[place].members.isEmpty else { continue }
                if described[id.place] { mustMerge = true }
                described[id.place] = true
            }
        }
        if !isOneGraph { mustMerge = true }
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
    func isPlainID(_ id: TextID, _ text: String) -> Bool {
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
}
