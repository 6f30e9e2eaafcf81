import Encodings

/// The parts of a document that JSON pointers choose, as a document:
/// [ECDSA §3.4.13 selectJsonLd](https://www.w3.org/TR/vc-di-ecdsa/#selectjsonld).
///
/// With each chosen part go the `id` and `type` of every object on the way to it, and the contexts. What is chosen of
/// an array closes ranks.
struct JSONSelection {
    private var isWhole = false
    private var children: [(token: String, selection: JSONSelection)] = []

    /// - Throws: `ProofError` `proof.pointer` when a pointer leads nowhere in the document.
    static func select(_ pointers: [JSONPointer], in document: JSONObject) throws(ProofError) -> JSONObject? {
        guard !pointers.isEmpty else { return nil }
        var selection = JSONSelection()
        for pointer in pointers {
            guard selection.add(pointer.tokens[...], in: .object(document)) else {
                throw ProofError(
                    .pointer, "The document has nothing at \"\(pointer)\".",
                    hint: "A pointer is written like /credentialSubject/achievement.")
            }
        }
        var chosen = selection.chosen(of: .object(document)).objectValue ?? [:]
        if let context = document["@context"] {
            var whole: JSONObject = ["@context": context]
            for member in chosen.removing("@context").members { whole[member.name] = member.value }
            chosen = whole
        }
        return chosen
    }

    private mutating func add(_ tokens: ArraySlice<String>, in value: JSONValue) -> Bool {
        guard let token = tokens.first else {
            isWhole = true
            return true
        }
        guard let member = Self.member(token, of: value) else { return false }
        if let place = children.firstIndex(where: { $0.token.hasSameBytes(as: token) }) {
            return children[place].selection.add(tokens.dropFirst(), in: member)
        }
        var child = JSONSelection()
        guard child.add(tokens.dropFirst(), in: member) else { return false }
        children.append((token, child))
        return true
    }

    private static func member(_ token: String, of value: JSONValue) -> JSONValue? {
        switch value {
        case .object(let object): object[token]
        case .array(let elements):
            JSONPointer.index(token).flatMap { elements.indices.contains($0) ? .some(elements[$0]) : .none }
        default: nil
        }
    }

    private func chosen(of value: JSONValue) -> JSONValue {
        if isWhole { return value }
        switch value {
        case .object(let object):
            var result = Self.initialSelection(of: object)
            for member in object.members {
                // The id and the types go along whole, whichever of them is chosen.
                guard result[member.name] == nil,
                    let child = children.first(where: { $0.token.hasSameBytes(as: member.name) })
                else { continue }
                result[member.name] = child.selection.chosen(of: member.value)
            }
            return .object(result)
        case .array(let elements):
            let places = children.compactMap { child in JSONPointer.index(child.token).map { ($0, child.selection) } }
            return .array(places.sorted { $0.0 < $1.0 }.map { $0.1.chosen(of: elements[$0.0]) })
        default: return value
        }
    }

    /// §3.4.11 createInitialSelection.
    private static func initialSelection(of object: JSONObject) -> JSONObject {
        var selection: JSONObject = [:]
        for name in ["id", "@id"] {
            if let id = object[name], id.stringValue?.utf8.starts(with: "_:".utf8) != true { selection[name] = id }
        }
        for name in ["type", "@type"] { if let type = object[name] { selection[name] = type } }
        return selection
    }
}
