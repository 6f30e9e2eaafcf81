import Encodings
import LinkedData
import TestSupport
import Testing

/// What a JSON-LD document says doesn't depend on how it is written.
@Suite("JSON-LD: properties") struct DocumentPropertyTests {
    private let contexts = PreparedContexts(
        ContextCollection([
            (
                "urn:context",
                [
                    "@context": [
                        "id": "@id", "type": "@type", "v": "urn:v:",
                        "name": "v:name", "knows": ["@id": "v:knows", "@type": "@id"],
                        "words": ["@id": "v:words", "@container": "@language"],
                        "list": ["@id": "v:list", "@container": "@list"],
                        "set": ["@id": "v:set", "@container": "@set"],
                        "data": ["@id": "v:data", "@type": "@json"],
                        "Person": ["@id": "v:Person", "@context": ["name": "v:personName", "born": "v:born"]],
                        "member": ["@id": "v:member", "@context": ["name": "v:memberName"]],
                    ]
                ]
            )
        ]))

    private static let ids = ["urn:a", "urn:b", "_:x", "_:y", "v:c"]

    private func node(_ depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        var object: JSONObject = [:]
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func text() -> JSONValue { .string(generator.text(upTo: 4)) }
        if number(0...1) == 0 { object["id"] = .string(Self.ids[number(0...4)]) }
        if number(0...2) == 0 { object["type"] = number(0...1) == 0 ? "Person" : ["Person", "v:Other"] }
        for _ in 0..<number(1...4) {
            switch number(0...8) {
            case 0: object["name"] = text()
            case 1: object["knows"] = .array((0..<number(0...3)).map { _ in .string(Self.ids[number(0...4)]) })
            case 2: object["words"] = ["fi": text(), "sv": .array([text(), text()])]
            case 3: object["list"] = .array((0..<number(0...3)).map { _ in text() })
            case 4: object["set"] = .array((0..<number(0...3)).map { .number(JSONNumber($0)) })
            case 5: object["data"] = ["b": .array([text(), nil]), "a": ["c": true]]
            case 6: object["v:plain"] = .array([text(), 1, true])
            case 7 where depth < 4: object["member"] = node(depth + 1, using: &generator)
            default:
                if depth < 4 {
                    object["v:nodes"] = .array((0..<number(1...2)).map { _ in node(depth + 1, using: &generator) })
                }
            }
        }
        return .object(object)
    }

    private func document(using generator: inout SeededGenerator) -> JSONValue {
        guard case .object(var object) = node(0, using: &generator) else { return nil }
        object["@context"] = "urn:context"
        if object["name"] == nil { object["name"] = "x" }
        return .object(object)
    }

    /// Members in another order everywhere, elements where they are a set.
    private func disguised(
        _ value: JSONValue, isOrdered: Bool = true, using generator: inout SeededGenerator
    ) -> JSONValue {
        switch value {
        case .object(let object):
            let members = object.members.shuffled(using: &generator).map { member in
                JSONObject.Member(
                    name: member.name,
                    value: member.name == "data"
                        ? member.value
                        : disguised(member.value, isOrdered: member.name == "list", using: &generator))
            }
            return .object(JSONObject(uniqueMembers: members))
        case .array(let elements):
            let order = isOrdered ? elements : elements.shuffled(using: &generator)
            return .array(order.map { disguised($0, isOrdered: isOrdered, using: &generator) })
        default: return value
        }
    }

    private func form(_ document: JSONValue, isSafe: Bool = true) throws -> [UInt8] {
        let options = isSafe ? JSONLDOptions.signing : JSONLDOptions()
        return try RDFC10.canonicalize(JSONLD.toRDF(document, contexts: contexts, options: options)).text
    }

    @Test("The order of members, and of elements that are a set, says nothing")
    func order() {
        forAll("the form is the same") { generator in
            let document = document(using: &generator)
            return try form(document) == form(disguised(document, using: &generator))
        }
    }

    @Test("White space and escapes say nothing")
    func spelling() {
        forAll("the form is the same") { generator in
            let document = document(using: &generator)
            let pretty = try JSONParser.parse(JSONWriter.pretty(document))
            return try form(document) == form(pretty)
        }
    }

    @Test("The expanded and the flattened form say what the document says")
    func detours() {
        forAll("the form is the same") { generator in
            let document = document(using: &generator)
            let expanded = try JSONLD.expand(document, contexts: contexts, options: .signing)
            let form = try form(document)
            return try form == self.form(expanded.json, isSafe: false)
                && form == self.form(expanded.flattened(), isSafe: false)
                && form == self.form(try JSONLD.flatten(expanded.json, contexts: contexts), isSafe: false)
        }
    }

    @Test("The safe mode says what the other says, and the same when asked again")
    func modes() {
        forAll("the dataset is the same") { generator in
            let document = document(using: &generator)
            let safe = NQuadsWriter.write(try JSONLD.toRDF(document, contexts: contexts, options: .signing))
            return try safe == NQuadsWriter.write(JSONLD.toRDF(document, contexts: contexts))
                && safe == NQuadsWriter.write(JSONLD.toRDF(document, contexts: contexts, options: .signing))
        }
    }
}
