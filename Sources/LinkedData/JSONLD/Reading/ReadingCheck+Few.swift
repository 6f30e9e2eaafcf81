import Encodings

/// The ordinary case of a node with several objects: an organisation that is issuer and creator, a thing and what is
/// endorsed. A look at those few tells that nothing is hidden; whatever it can't tell is for ``merge()``.
extension ReadingCheck {
    /// Real badges have two or three.
    private static var maxObjects: Int { 16 }

    /// Whether each object that is read shows all that other objects of its node say. False means that it isn't known.
    var isPlainlyWhole: Bool {
        guard isOneGraph else { return false }
        let involved = places.filter { place in
            let id = tree.items[Int(place.number)].id
            return place.shape >= 0 && isDescribed(id)
        }
        var objects: [ExpandedTree.Number] = []
        var read: [Place] = []
        for place in storage.tree.items.indices where !tree.items[place].members.isEmpty {
            let id = tree.items[place].id
            guard id != .none, isDescribed(id) else { continue }
            objects.append(ExpandedTree.Number(truncatingIfNeeded: place))
        }
        // Those of an id that stands once are whole; the others are told apart below.
        objects = repeated(objects, involved)
        guard objects.count <= Self.maxObjects else { return false }
        for place in involved {
            let id = tree.items[Int(place.number)].id
            guard objects.contains(where: { tree.items[Int($0)].id == id }) else { continue }
            read.append(place)
        }
        guard read.count <= Self.maxObjects else { return false }
        for (index, place) in read.enumerated() {
            let id = tree.items[Int(place.number)].id
            for other in read[..<index] where other.holder == place.holder && other.property == place.property {
                if tree.items[Int(other.number)].id == id { return false }
            }
            for object in objects where object != place.number && tree.items[Int(object)].id == id {
                let isApart = isInDocument(object)
                if isApart, shapes.tables[place.shape].shape.isRepeatable { continue }
                guard isElsewhere(object, for: place, read) || !says(object, moreThan: place, isApart: isApart) else {
                    return false
                }
            }
        }
        return true
    }

    /// The objects whose id another one has, too, or that is read where nothing but the id stands.
    private func repeated(_ objects: [ExpandedTree.Number], _ involved: [Place]) -> [ExpandedTree.Number] {
        var count = [UInt8](repeating: 0, count: tree.texts.count)
        for object in objects {
            let place = tree.items[Int(object)].id.place
            if count[place] < 2 { count[place] += 1 }
        }
        for place in involved where tree.items[Int(place.number)].members.isEmpty {
            count[tree.items[Int(place.number)].id.place] = 2
        }
        return objects.filter { count[tree.items[Int($0)].id.place] > 1 }
    }

    /// Whether a place may leave what an object says to that object.
    private func isElsewhere(_ object: ExpandedTree.Number, for place: Place, _ read: [Place]) -> Bool {
        guard place.standing != .whole else { return false }
        let isBare = !tree.items[Int(place.number)].hasProperties
        return read.contains { other in
            other.number == object && other.shape == place.shape
                && (isBare || place.standing == .mention && other.standing != .mention)
        }
    }

    private func says(_ object: ExpandedTree.Number, moreThan place: Place, isApart: Bool) -> Bool {
        let table = shapes.tables[place.shape]
        for member in tree.members(of: tree.items[Int(object)].members) {
            if member.property == TextID(.type) {
                if table.actsOnTypes { return true }
                continue
            }
            if member.property.isKeyword { continue }
            let isRead = tree.texts.withBytes(of: tree.texts.range(of: member.property)) {
                let property = table.property(iri: $0)
                return property >= 0 && !(isApart && table.shape.properties[property].isRetold)
                    || table.actsOnTypes && $0.elementsEqual(ExpandedDocument.Storage.rdfType.utf8)
            }
            guard isRead else { continue }
            for value in tree.numbers(of: member.values) {
                let isOwn = tree.members(of: tree.items[Int(place.number)].members).contains { own in
                    own.property == member.property
                        && tree.numbers(of: own.values).contains { isSame($0, value, in: table) }
                }
                if !isOwn { return true }
            }
        }
        return false
    }

    /// Whether two items are one value. False, too, where that takes longer to tell.
    private func isSame(_ left: ExpandedTree.Number, _ right: ExpandedTree.Number, in table: ShapeTable) -> Bool {
        let (a, b) = (tree.items[Int(left)], tree.items[Int(right)])
        if a.isNodeObject, b.isNodeObject {
            if a.id != .none || b.id != .none { return a.id == b.id }
            return table.shape.isRepeatable
                && Fingerprint(left, in: tree, comparesStructure: true)
                    == Fingerprint(right, in: tree, comparesStructure: true)
        }
        guard a.isValueObject, b.isValueObject, a.literal == .string, b.literal == .string,
            a.keywords == b.keywords, a.keywords.isSubset(of: [.value, .type]), a.type == b.type
        else { return false }
        return tree.texts.withBytes(of: a.text) { text in
            tree.texts.withBytes(of: b.text) { text.hasSameBytes(as: $0) }
        }
    }
}
