import Encodings

/// Where something stands, by the steps that lead to it.
extension ReadingCheck {
    /// The place of the member, among those of what stands at `holder`, beneath which something stands; -1 if it doesn't.
    func place(of origin: Int32, under holder: Int32) -> Int {
        var origin = origin
        while origin > ExpandedTree.Origin.root {
            let step = storage.tree.origins[Int(origin)]
            if step.parent == holder { return Int(step.place) }
            origin = step.parent
        }
        return -1
    }

    /// Whether it is the value of that member.
    func stands(_ origin: Int32, at place: Int, in holder: Int32) -> Bool {
        guard origin > ExpandedTree.Origin.root else { return false }
        let step = storage.tree.origins[Int(origin)]
        return step.parent == holder && Int(step.place) == place
    }

    /// Whether it is that element of the array that is the value of that member.
    func stands(_ origin: Int32, at index: Int, of place: Int, in holder: Int32) -> Bool {
        guard origin > ExpandedTree.Origin.root else { return false }
        let step = storage.tree.origins[Int(origin)]
        return Int(step.place) == index && stands(step.parent, at: place, in: holder)
    }

    /// Whether an object stands in a document inside this one.
    func isInDocument(_ number: ExpandedTree.Number) -> Bool {
        guard !documents.isEmpty else { return false }
        var origin = tree.items[Int(number)].origin
        while origin > ExpandedTree.Origin.root {
            if documents.contains(origin) { return true }
            origin = storage.tree.origins[Int(origin)].parent
        }
        return false
    }

    func path(of origin: Int32) -> JSONPath { tree.path(of: origin, in: storage.source) }

    /// The path of a member of what stands at the origin.
    func path(of origin: Int32, _ place: Int) -> JSONPath {
        let path = path(of: origin)
        guard let object = path.value(in: storage.source)?.objectValue, object.members.indices.contains(place) else {
            return path
        }
        return path.appending(object.members[place].name)
    }
}

extension JSONPath {
    fileprivate func value(in document: JSONValue) -> JSONValue? {
        var value: JSONValue? = document
        for step in steps {
            switch step {
            case .name(let name): value = value?.objectValue?[name]
            case .index(let index):
                let elements = value?.arrayValue ?? []
                value = elements.indices.contains(index) ? elements[index] : nil
            }
        }
        return value
    }
}

extension ShapeTable.Property {
    /// Whether a property's IRI is one of those that the name may have.
    func means(_ property: TextID, in tree: ExpandedTree) -> Bool {
        tree.texts.withBytes(of: tree.texts.range(of: property)) { iri in
            iris.contains { $0.utf8.elementsEqual(iri) }
        }
    }
}

extension JSONValue {
    var isObject: Bool { if case .object = self { true } else { false } }

    var isScalar: Bool {
        switch self {
        case .object, .array: false
        default: true
        }
    }
}
