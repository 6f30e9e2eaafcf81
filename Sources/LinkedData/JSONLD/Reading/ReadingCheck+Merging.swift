import Encodings

/// What the whole document says of the nodes that are read, against what stands where they are read.
extension ReadingCheck {
    /// The first value of a property that is read which stands elsewhere than where it is read.
    ///
    /// Cost: what is said of each node is gathered once for each shape, so it grows with the document and not with its
    /// square, however many objects one node has.
    func merge() -> ReadingDifference? {
        let index = NodeIndex(storage)
        if let twice = firstTwice(index) { return twice }
        var (main, read): (Set<Reading>, Set<Reading>) = ([], [])
        var all: Set<ExpandedTree.Number> = []
        for place in places {
            let reading = Reading(number: Int64(place.number), shape: place.shape)
            all.insert(place.number)
            read.insert(reading)
            if place.standing != .mention { main.insert(reading) }
        }
        var merged: [Reading: MergedNode] = [:]
        for place in places where place.shape >= 0 {
            guard let key = index.keys[Int(place.number)], let objects = index.objects[key], let first = objects.first,
                objects.count > 1 || index.reversed[key] != nil
            else { continue }
            let reading = Reading(number: Int64(first), shape: place.shape)
            let node: MergedNode
            if let known = merged[reading] {
                node = known
            } else {
                let apart = documents.isEmpty ? [] : Set(objects.filter(isInDocument))
                node = MergedNode(
                    objects, apart: apart, turned: index.reversed[key] ?? [], as: shapes.tables[place.shape], in: tree
                ) {
                    let reading = Reading(number: Int64($0), shape: place.shape)
                    return (main.contains(reading), read.contains(reading), all.contains($0))
                }
                merged[reading] = node
            }
            let isBare = !tree.items[Int(place.number)].hasProperties
            if let origin = node.hidden(from: place.number, standing: place.standing, isBare: isBare) {
                return ReadingDifference(kind: .hidden, path: path(of: origin))
            }
        }
        return nil
    }

    /// An object as it is read in a shape.
    private struct Reading: Hashable {
        let number: Int64
        let shape: Int
    }

    /// A set that has one node twice: by the statements it has it once.
    private func firstTwice(_ index: NodeIndex) -> ReadingDifference? {
        var values: Set<[Int64]> = []
        for place in places where place.holder != ExpandedTree.none && tree.items[Int(place.number)].id != .none {
            guard let key = index.keys[Int(place.number)] else { continue }
            if !values.insert([Int64(place.holder), Int64(place.property), key.node]).inserted {
                return ReadingDifference(kind: .notPlain, path: path(of: tree.items[Int(place.number)].origin))
            }
        }
        return nil
    }
}

/// All that a document says of one node, as far as a shape has it.
struct MergedNode {
    private struct Said: Hashable {
        let property: TextID
        let value: Fingerprint
    }

    /// Where something that is said of the node stands.
    private struct Standing {
        /// In an object that is read, as a whole or at all.
        var isMain = false
        var isRead = false
        /// In an object that is read in whatever shape, where that is enough.
        var isShared = false
        /// In an object that is read in whatever shape.
        var isAnywhere = false
        let origin: Int32
    }

    private var said: [Said: Standing] = [:]
    /// What stands in each object.
    private var own: [ExpandedTree.Number: Set<Said>] = [:]
    /// Whether all of it stands where the node is read.
    private var isAllMain = false
    private var isAllRead = false

    /// - Parameters:
    ///   - apart: those of the objects that stand in documents inside this one.
    ///   - turned: what is said of it in other nodes, turned around.
    ///   - reading: whether an object is read as a whole, and whether it is read at all.
    init(
        _ objects: [ExpandedTree.Number], apart: Set<ExpandedTree.Number>,
        turned: [(property: TextID, holder: ExpandedTree.Number)],
        as table: ShapeTable, in tree: ExpandedTree,
        reading: (ExpandedTree.Number) -> (main: Bool, read: Bool, any: Bool)
    ) {
        let properties = Self.properties(of: table, in: tree)
        let shared = Set(
            table.shape.properties.filter(\.isShared).flatMap(\.iris).compactMap { tree.texts.find($0) })
        let retold = Set(
            table.shape.properties.filter(\.isRetold).flatMap(\.iris).compactMap { tree.texts.find($0) })
        let rdfType = tree.texts.find(ExpandedDocument.Storage.rdfType)
        for holder in objects {
            let isApart = apart.contains(holder)
            if isApart, table.shape.isRepeatable { continue }
            let item = tree.items[Int(holder)]
            let reading = reading(holder)
            func add(_ property: TextID, _ value: Fingerprint, at origin: Int32) {
                let isType = property == TextID(.type) || property == rdfType
                let said = Said(property: isType ? TextID(.type) : property, value: value)
                var standing = self.said[said] ?? Standing(origin: origin)
                standing.isMain = standing.isMain || reading.main
                standing.isRead = standing.isRead || reading.read
                standing.isShared = standing.isShared || reading.any && shared.contains(property)
                standing.isAnywhere = standing.isAnywhere || reading.any
                self.said[said] = standing
                own[holder, default: []].insert(said)
            }
            for member in tree.members(of: item.members) {
                if member.property == TextID(.type) {
                    if Self.isRead(type: member.type, table, in: tree) {
                        add(member.property, .node(member.type), at: item.origin)
                    }
                } else if properties.contains(member.property), !(isApart && retold.contains(member.property)) {
                    for number in tree.numbers(of: member.values) {
                        let value = Fingerprint(number, in: tree, comparesStructure: table.shape.isRepeatable)
                        add(member.property, value, at: tree.items[Int(number)].origin)
                    }
                }
            }
        }
        for turned in turned where properties.contains(turned.property) {
            let item = tree.items[Int(turned.holder)]
            let value: Fingerprint = item.id == .none ? .unnamed(turned.holder) : .node(item.id)
            let said = Said(property: turned.property, value: value)
            if self.said[said] == nil { self.said[said] = Standing(origin: item.origin) }
        }
        isAllMain = said.values.allSatisfy(\.isMain)
        isAllRead = said.values.allSatisfy(\.isRead)
    }

    /// Where something stands that is said of the node and that an object should show and doesn't.
    func hidden(
        from object: ExpandedTree.Number, standing: PropertyShape.Standing, isBare: Bool
    ) -> Int32? {
        if isBare, standing != .whole, isAllRead { return nil }
        if standing == .mention, isAllMain { return nil }
        let own = own[object] ?? []
        guard own.count < said.count else { return nil }
        return said.filter { said, place in
            if own.contains(said) || place.isShared { return false }
            switch standing {
            case .whole: return true
            // Who names somebody by the id alone says no more of them: as a person who is issuer and subject.
            case .reference: return !(isBare && (place.isRead || place.isAnywhere))
            case .mention: return !(isBare && place.isRead || place.isMain)
            }
        }.map(\.value.origin).min()
    }

    private static func properties(of table: ShapeTable, in tree: ExpandedTree) -> Set<TextID> {
        var iris = table.properties.flatMap(\.iris)
        if table.actsOnTypes { iris.append(ExpandedDocument.Storage.rdfType) }
        return Set(iris.compactMap { tree.texts.find($0) })
    }

    private static func isRead(type: TextID, _ table: ShapeTable, in tree: ExpandedTree) -> Bool {
        guard type.rawValue >= TextID.firstText else { return false }
        return tree.texts.withBytes(of: tree.texts.range(of: type)) { iri in
            if let foreign = table.shape.foreignTypes { return !foreign.contains { $0.utf8.elementsEqual(iri) } }
            return table.type(iri: iri) >= 0
        }
    }
}
