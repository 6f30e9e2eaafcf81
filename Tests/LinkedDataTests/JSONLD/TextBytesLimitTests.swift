import Encodings
import LinkedData
import Testing

/// Texts that stand in a document once and in what it says many times.
@Suite("JSON-LD: bytes that multiply") struct TextBytesLimitTests {
    private static let long = String(repeating: "a", count: 900_000)
    private static let tag = Array(repeating: "aaaaaaaa", count: 100_000).joined(separator: "-")
    private static let many = JSONValue.array((0..<9_000).map { .string("\($0)") })

    struct Bomb: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let document: JSONObject

        init(_ name: String, _ context: JSONObject, _ members: JSONObject) {
            testDescription = name
            var document: JSONObject = ["@context": .object(context)]
            for member in members.members { document[member.name] = member.value }
            self.document = document
        }
    }

    private static func members(_ name: (Int) -> String) -> JSONObject {
        JSONObject(uniqueMembers: (0..<9_000).map { .init(name: name($0), value: 1) })
    }

    static let bombs = [
        Bomb("a prefix", ["p": .string("urn:\(long):")], members { "p:\($0)" }),
        Bomb("a vocabulary", ["@vocab": .string("urn:\(long):")], members { "w\($0)" }),
        Bomb("a datatype", ["p": ["@id": "urn:p", "@type": .string("urn:\(long)")]], ["p": many]),
        Bomb("a property", ["p": .string("urn:\(long)")], ["urn:q": .array(Array(repeating: ["p": 1], count: 6_000))]),
        Bomb("the language of a term", ["p": ["@id": "urn:p", "@language": .string(tag)]], ["p": many]),
        Bomb("the language of a context", ["@language": .string(tag)], ["urn:p": many]),
        Bomb(
            "the key of a language map", ["p": ["@id": "urn:p", "@container": "@language"]],
            ["p": .object(JSONObject([(tag, many)]))]),
        Bomb(
            "the key of an index map", ["p": ["@id": "urn:p", "@container": "@index"]],
            ["p": .object(JSONObject([(long, many)]))]),
        Bomb(
            "a base", ["@base": .string("http://a/\(long)/")],
            ["urn:p": .array((0..<6_000).map { ["@id": .string("x\($0)")] })]),
        Bomb(
            "a base of which nothing remains",
            ["@base": .string("http://a/" + String(repeating: "./", count: 450_000))],
            ["urn:p": .array((0..<6_000).map { ["@id": .string("x\($0)")] })]),
    ]

    @Test("One long text in thousands of words is given up", arguments: bombs)
    func givenUp(_ bomb: Bomb) {
        #expect(throws: JSONLDError(.tooManyBytes, "")) {
            _ = try JSONLD.toRDF(
                .object(bomb.document), contexts: PreparedContexts(ContextCollection([])), options: .signing
            ).quads.count
        }
    }

    @Test("Long texts that contexts make and take over count as definitions")
    func contexts() {
        let name = String(repeating: "n", count: 900_000)
        let terms = (0..<9_000).map { JSONObject.Member(name: "t\($0)", value: ["@type": "@id"]) }
        let vocabulary = JSONObject.Member(name: "@vocab", value: .string("urn:\(name):"))
        let items = JSONValue.array(Array(repeating: ["@context": ["a": "urn:a"], "a": 1], count: 4_000))
        for document: JSONValue in [
            ["@context": .object(JSONObject(uniqueMembers: [vocabulary] + terms)), "urn:p": 1],
            ["@context": .object(JSONObject([(name, "urn:n")])), "urn:p": items],
            ["@context": .array(Array(repeating: ["@import": "https://example.org/badge/v1"], count: 9_000))],
        ] {
            #expect(throws: JSONLDError(.contextWork, "")) {
                _ = try JSONLD.toRDF(document, contexts: SmallContexts.prepared(), options: .signing).quads.count
            }
        }
    }

    @Test("The limit is counted in what is made, and is the caller's to choose")
    func chosen() throws {
        let document: JSONValue = ["@context": ["p": "urn:prefix:"], "p:a": 1, "p:b": ["p:a": "x"]]
        let contexts = PreparedContexts(ContextCollection([]))
        var options = JSONLDOptions.signing
        options.limits.textBytes = 400
        #expect(try JSONLD.toRDF(document, contexts: contexts, options: options).quads.count == 3)
        options.limits.textBytes = 20
        #expect(throws: JSONLDError(.tooManyBytes, "")) {
            _ = try JSONLD.toRDF(document, contexts: contexts, options: options).quads.count
        }
    }

    @Test("A long text of its own is read, as an image or a status list is")
    func literals() throws {
        let image = "data:image/png;base64," + String(repeating: "A", count: 24 << 20)
        let dataset = try JSONLD.toRDF(
            ["urn:list": .string(image)], contexts: PreparedContexts(ContextCollection([])), options: .signing)
        #expect(try RDFC10.canonicalize(dataset).text.count > 24 << 20)
    }
}
