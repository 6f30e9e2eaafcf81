import Encodings
import LinkedData
import Testing

/// Contexts: found in the store, processed once, bounded.
@Suite("JSON-LD: contexts") struct ContextTests {
    @Test("A second document with the same contexts processes nothing")
    func processedOnce() throws {
        let contexts = try SmallContexts.prepared()
        #expect(contexts.count == 0)
        let document = try SmallContexts.parse(SmallContexts.document)
        _ = try JSONLD.expand(document, contexts: contexts)
        let count = contexts.count
        // The beginning, the context, and the scopes of a badge and of a person.
        #expect(count == 4)
        let first = try JSONLD.expand(document, contexts: contexts).json
        #expect(contexts.count == count)
        #expect(first == (try JSONLD.expand(document, contexts: SmallContexts.prepared()).json))
    }

    @Test("Many documents may be read at once with the same contexts")
    func concurrently() async throws {
        let contexts = try SmallContexts.prepared()
        let document = try SmallContexts.parse(SmallContexts.document)
        let expected = try JSONLD.expand(document, contexts: SmallContexts.prepared()).json
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { try JSONLD.expand(document, contexts: contexts).json == expected }
            }
            for try await isSame in group { #expect(isSame) }
        }
        #expect(contexts.count >= 4)
    }

    @Test("What a document defines itself is forgotten with it")
    func ownContextsAreForgotten() throws {
        let contexts = try SmallContexts.prepared()
        for number in 0..<20 {
            let document = try SmallContexts.parse(
                #"""
                {"@context": ["\#(SmallContexts.badgeURL)", {"own\#(number)": "https://example.org/own"}],
                 "type": "Badge", "own\#(number)": "x"}
                """#)
            let json = try JSONLD.expand(document, contexts: contexts, options: .signing).json
            #expect(json.arrayValue?.first?["https://example.org/own"] != nil)
        }
        #expect(contexts.count == 2)
    }

    @Test("Safe mode's findings in a context don't depend on who read it first")
    func safeAndUnsafeApart() throws {
        let store = ContextCollection([
            ("https://example.org/odd", try SmallContexts.parse(#"{"@context": {"@odd": "urn:a", "b": "urn:b"}}"#))
        ])
        let document: JSONValue = ["@context": "https://example.org/odd", "b": "x"]
        let contexts = PreparedContexts(store)
        _ = try JSONLD.expand(document, contexts: contexts)
        let error = try #require(throws: JSONLDError.self) {
            try JSONLD.expand(document, contexts: contexts, options: .signing)
        }
        #expect(error.code == .reservedTerm)
        #expect(error.contextURL == "https://example.org/odd")
    }

    @Test("A context whose term brings the context along ends, and works at every depth")
    func selfReference() throws {
        let document = try SmallContexts.parse(
            #"{"@context": "\#(SmallContexts.selfURL)", "again": {"again": {"again": "x"}}}"#)
        let json = try JSONLD.expand(document, contexts: SmallContexts.prepared()).json
        let again = "https://example.org/vocab#again"
        let inner = json.arrayValue?.first?[again]?.arrayValue?.first?[again]?.arrayValue?.first?[again]
        #expect(inner == [["@value": "x"]])
    }

    @Test("Contexts that name each other in a circle end in an overflow")
    func circle() throws {
        let store = ContextCollection([
            ("https://example.org/a", try SmallContexts.parse(#"{"@context": "https://example.org/b"}"#)),
            ("https://example.org/b", try SmallContexts.parse(#"{"@context": "https://example.org/a"}"#)),
        ])
        #expect(
            Self.failure(["@context": "https://example.org/a", "urn:a": "x"], PreparedContexts(store))
                == .contextOverflow)
    }

    @Test("Sixteen contexts may be named, not seventeen")
    func sixteen() throws {
        let contexts = try SmallContexts.prepared()
        func document(_ count: Int) -> JSONValue {
            ["@context": .array([JSONValue](repeating: .string(SmallContexts.extraURL), count: count)), "extra": "x"]
        }
        #expect(JSONLDLimits.document.contexts == 16)
        #expect(Self.failure(document(16), contexts) == nil)
        #expect(Self.failure(document(17), contexts) == .contextOverflow)
    }

    @Test("A circle of terms is found")
    func circleOfTerms() throws {
        let document = try SmallContexts.parse(#"{"@context": {"a": "b:x", "b": "a:y"}, "a": "x"}"#)
        #expect(Self.failure(document, try SmallContexts.prepared()) == .cyclicIRIMapping)
    }

    @Test("A long chain of terms ends in an error, not in a crash")
    func chainOfTerms() throws {
        let terms = (0..<10_000).map { ("t\($0)", JSONValue.string("t\($0 + 1):x")) }
        let document: JSONValue = [
            "@context": .object(JSONObject(uniqueMembers: terms.map { .init(name: $0.0, value: $0.1) })), "t0": "x",
        ]
        #expect(Self.failure(document, try SmallContexts.prepared()) == .contextWork)
    }

    @Test("Many terms that each bring a large context along end in an error")
    func work() throws {
        var options = JSONLDOptions()
        options.limits.contextWork = 500
        let terms = (0..<400).map { number in
            JSONObject.Member(
                name: "t\(number)",
                value: ["@id": "urn:t\(number)", "@context": .string(SmallContexts.badgeURL)])
        }
        let document: JSONValue = ["@context": .object(JSONObject(uniqueMembers: terms)), "t0": "x"]
        #expect(Self.failure(document, try SmallContexts.prepared(), options) == .contextWork)
        #expect(Self.failure(document, try SmallContexts.prepared()) == nil)
    }

    @Test("A context on each of many objects is counted, too")
    func workInObjects() throws {
        var options = JSONLDOptions()
        options.limits.contextWork = 500
        let node: JSONValue = ["@context": ["a": "urn:a", "b": "urn:b"], "a": "x"]
        let document: JSONValue = ["urn:nodes": .array([JSONValue](repeating: node, count: 300))]
        #expect(Self.failure(document, try SmallContexts.prepared(), options) == .contextWork)
        #expect(Self.failure(document, try SmallContexts.prepared()) == nil)
    }

    @Test("Depth and quads are bounded")
    func depthAndQuads() throws {
        var deep: JSONValue = "x"
        for _ in 0..<200 { deep = ["urn:a": deep] }
        #expect(Self.failure(deep, try SmallContexts.prepared()) == .tooDeep)
        var options = JSONLDOptions()
        options.limits.quads = 13
        let document = try SmallContexts.parse(SmallContexts.document)
        #expect(Self.failure(document, try SmallContexts.prepared(), options) == .tooManyQuads)
        options.limits.quads = 14
        #expect(Self.failure(document, try SmallContexts.prepared(), options) == nil)
        #expect(JSONLDLimits.document.quads == 20_000)
    }

    @Test("What is remembered is bounded: ever new orders of the same contexts make it begin anew")
    func bounded() throws {
        var terms = JSONObject()
        for number in 0..<50 { terms["term\(number)"] = .string("https://example.org/vocab#\(number)") }
        let urls = (0..<8).map { "https://example.org/large/\($0)" }
        // Some eighty terms in each, with the keywords.
        let contexts = PreparedContexts(
            ContextCollection(urls.map { ($0, ["@context": .object(terms)]) }), maxTerms: 1_600)
        var counts: [Int] = []
        for number in 0..<64 {
            let order = [urls[number % 8], urls[number / 8], urls[(number + 1) % 8]]
            let document: JSONValue = ["@context": .array(order.map { .string($0) }), "term1": "x"]
            #expect(Self.failure(document, contexts) == nil)
            counts.append(contexts.count)
        }
        #expect(counts.max() ?? 0 <= 24)
        #expect(zip(counts, counts.dropFirst()).contains { $0 > $1 })
        #expect(PreparedContexts.maxTerms == 300_000)
    }

    private static func failure(
        _ document: JSONValue, _ contexts: PreparedContexts, _ options: JSONLDOptions = JSONLDOptions()
    ) -> JSONLDError.Code? {
        do throws(JSONLDError) {
            _ = try JSONLD.toRDF(document, contexts: contexts, options: options)
            return nil
        } catch {
            return error.code
        }
    }
}
