import Encodings
import LinkedData

/// Looks through what is read of a credential whose JSON was signed as it stands: whether each value is of a kind that
/// a reader by names understands.
struct PlainReading {
    let shapes: NodeShapes

    func difference(in document: JSONObject) -> ReadingDifference? {
        if let difference = difference(in: document, as: shapes.tables[shapes.top], at: .root) { return difference }
        guard let proof = document["proof"] else { return nil }
        return self.proof(proof)
    }

    /// The proofs of a document.
    func proof(_ proof: JSONValue) -> ReadingDifference? {
        guard let table = shapes.table(CredentialShapes.proof) else { return nil }
        return differences(in: proof, as: table, at: JSONPath.root.appending("proof"))
    }

    private func difference(in object: JSONObject, as table: ShapeTable, at path: JSONPath) -> ReadingDifference? {
        for member in object.members {
            if member.name.utf8.first == UInt8(ascii: "@"), !member.name.hasSameBytes(as: "@context") {
                return ReadingDifference(kind: .keyword(member.name), path: path.appending(member.name))
            }
            if member.name.hasSameBytes(as: "id") {
                guard isPlain(member.value) else {
                    return ReadingDifference(kind: .notPlain, path: path.appending(member.name))
                }
                continue
            }
            var name = member.name
            let place = name.withUTF8 { table.property($0) }
            guard place >= 0 else { continue }
            let property = table.properties[place]
            switch property.value {
            case .node, .nodes:
                guard property.shape >= 0 else { continue }
                let inner = shapes.tables[property.shape]
                if let found = differences(in: member.value, as: inner, at: path.appending(member.name)) {
                    return found
                }
            case .localizedText: continue
            case .text, .texts, .number, .boolean:
                guard isPlain(member.value) else {
                    return ReadingDifference(kind: .notPlain, path: path.appending(member.name))
                }
            }
        }
        return nil
    }

    /// An object, or several; what is no object is read as an id or not at all.
    private func differences(in value: JSONValue, as table: ShapeTable, at path: JSONPath) -> ReadingDifference? {
        switch value {
        case .object(let object): return difference(in: object, as: table, at: path)
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                guard case .object(let object) = element else { continue }
                if let found = difference(in: object, as: table, at: path.appending(index)) { return found }
            }
            return nil
        default: return nil
        }
    }

    /// One value, or several, none of which holds others.
    private func isPlain(_ value: JSONValue) -> Bool {
        switch value {
        case .object: false
        case .array(let elements): !elements.contains { $0.objectValue != nil || $0.arrayValue != nil }
        default: true
        }
    }
}
