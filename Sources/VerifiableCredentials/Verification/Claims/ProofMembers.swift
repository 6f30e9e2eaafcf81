import Encodings
import LinkedData

/// Looks through the proofs of a document that is signed as linked data.
///
/// A proof is signed as a small document of its own, in which one statement has as many spellings as in any other. No
/// proof needs them: its members are plain texts under their names, and nothing is nested.
enum ProofMembers {
    static func difference(in document: JSONObject, shapes: NodeShapes) -> ReadingDifference? {
        guard let proof = document["proof"] else { return nil }
        if let difference = PlainReading(shapes: shapes).proof(proof) { return difference }
        let path = JSONPath.root.appending("proof")
        switch proof {
        case .object(let object): return difference(in: object, at: path)
        case .array(let proofs):
            for (index, proof) in proofs.enumerated() {
                guard case .object(let object) = proof else { continue }
                if let difference = difference(in: object, at: path.appending(index)) { return difference }
            }
            return nil
        default: return nil
        }
    }

    /// The types of proofs over linked data; what others say is for their own suites.
    private static let types = NameTable(["DataIntegrityProof", "Ed25519Signature2020"])

    private static func difference(in proof: JSONObject, at path: JSONPath) -> ReadingDifference? {
        guard proof["type"]?.stringValue.map(types.contains) ?? false else { return nil }
        for member in proof.members where !member.name.hasSameBytes(as: "@context") {
            // A name in full or with a prefix could be that of any member.
            if member.name.utf8.contains(UInt8(ascii: ":")) {
                return ReadingDifference(kind: .hidden, path: path.appending(member.name))
            }
            let values: [JSONValue] = if case .array(let elements) = member.value { elements } else { [member.value] }
            for value in values where value.objectValue != nil || value.arrayValue != nil || value.isNull {
                return ReadingDifference(kind: .hidden, path: path.appending(member.name))
            }
            // A blank node's label isn't signed.
            if member.name.hasSameBytes(as: "id"), member.value.stringValue?.utf8.starts(with: "_:".utf8) ?? false {
                return ReadingDifference(kind: .notPlain, path: path.appending(member.name))
            }
        }
        return nil
    }
}
