import Encodings
import LinkedData
import TestSupport
import Testing

/// The flattening tests of the JSON-LD 1.1 API; results are compared up to the names of blank nodes.
@Suite("JSON-LD API: flatten") struct FlatteningSuiteTests {
    static let suite = "json-ld-api/flatten-manifest.jsonld"

    @Test("Flattening", .needsCorpus(suite), arguments: JSONLDVector.cases("flatten"))
    func flatten(_ test: JSONLDVector) throws {
        if test.kind == .negative { return test.expectFailure { _ = try test.expand().flattened() } }
        let expected = try JSONParser.parse(test.vector.read("expect"))
        #expect(Self.canonical(try test.expand().flattened()) == Self.canonical(expected))
    }

    /// The JSON with blank nodes named by what is said of them and of those around them.
    private static func canonical(_ value: JSONValue) -> String {
        var names: [String: String] = [:]
        for label in labels(in: value) { names[label] = "_:" }
        for _ in 0..<names.count {
            var next: [String: String] = [:]
            for label in names.keys {
                // Each node in turn sees itself apart from the others.
                next[label] =
                    "_:\(UnorderedJSON.canonical(renamed(value) { $0 == label ? "_:self" : names[$0] }).hashValue)"
            }
            if Set(next.values).count == Set(names.values).count, !names.values.contains("_:") { break }
            names = next
        }
        return UnorderedJSON.canonical(renamed(value) { names[$0] })
    }

    private static func labels(in value: JSONValue) -> Set<String> {
        switch value {
        case .string(let text): text.hasPrefix("_:") ? [text] : []
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(labels(in: $1)) }
        case .object(let object):
            object.members.reduce(into: []) { found, member in
                found.formUnion(labels(in: .string(member.name)))
                if member.name != "@value" { found.formUnion(labels(in: member.value)) }
            }
        default: []
        }
    }

    private static func renamed(_ value: JSONValue, _ name: (String) -> String?) -> JSONValue {
        switch value {
        case .string(let text): .string(name(text) ?? text)
        case .array(let elements): .array(elements.map { renamed($0, name) })
        case .object(let object):
            .object(
                JSONObject(
                    object.members.map { member in
                        (
                            name(member.name) ?? member.name,
                            member.name == "@value" ? member.value : renamed(member.value, name)
                        )
                    }))
        default: value
        }
    }
}
