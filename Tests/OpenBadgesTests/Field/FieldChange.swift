import Encodings
import TestSupport

/// One small change to a signed document, somewhere.
enum FieldChange {
    /// The document with one text, number or truth changed in one place, and the place.
    ///
    /// Of proofs only what no other proof beside could make good is changed.
    static func one(of document: JSONValue, using generator: inout SeededGenerator) -> (JSONValue, String)? {
        let places = leaves(of: document, at: [])
        guard let place = places.randomElement(using: &generator) else { return nil }
        return (changing(document, at: place[...], using: &generator), place.joined(separator: "."))
    }

    private static func leaves(of value: JSONValue, at path: [String]) -> [[String]] {
        if let array = value.arrayValue {
            return array.enumerated().flatMap { leaves(of: $1, at: path + ["\($0)"]) }
        }
        if let object = value.objectValue {
            let isProof = path.contains("proof")
            return object.members.flatMap { member -> [[String]] in
                if isProof, !["proofValue", "created"].contains(member.name) { return [] }
                return leaves(of: member.value, at: path + [member.name])
            }
        }
        return value.isNull ? [] : [path]
    }

    private static func changing(
        _ value: JSONValue, at path: ArraySlice<String>, using generator: inout SeededGenerator
    ) -> JSONValue {
        guard let step = path.first else { return changed(value, using: &generator) }
        if let array = value.arrayValue, let place = Int(step) {
            var array = array
            array[place] = changing(array[place], at: path.dropFirst(), using: &generator)
            return .array(array)
        }
        guard var object = value.objectValue, let member = object[step] else { return value }
        object[step] = changing(member, at: path.dropFirst(), using: &generator)
        return .object(object)
    }

    private static func changed(_ value: JSONValue, using generator: inout SeededGenerator) -> JSONValue {
        if let flag = value.boolValue { return .bool(!flag) }
        if let number = value.numberValue {
            return .number(JSONNumber((number.intValue ?? 0) + Int.random(in: 1...9, using: &generator)))
        }
        var text = Array((value.stringValue ?? "").unicodeScalars)
        guard !text.isEmpty else { return "x" }
        let place = Int.random(in: text.indices, using: &generator)
        // A letter of the same form, so that only its meaning changes.
        let letters = Array("acegkmpqsuwy2468".unicodeScalars).filter { $0 != text[place] }
        text[place] = letters.randomElement(using: &generator) ?? "x"
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text)
        return .string(String(scalars))
    }
}
