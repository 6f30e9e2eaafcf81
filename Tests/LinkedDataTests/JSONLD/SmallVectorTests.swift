import Encodings
import LinkedData
import Testing

/// Documents and their quads that stand here, so that a clone without the corpus tests something.
@Suite("JSON-LD: small vectors") struct SmallVectorTests {
    @Test("A badge with scoped terms, a list, a JSON literal and a datatype")
    func badge() throws {
        let document = try SmallContexts.parse(SmallContexts.document)
        let dataset = try JSONLD.toRDF(document, contexts: SmallContexts.prepared(), options: .signing)
        let canonical = String(decoding: try RDFC10.canonicalize(dataset).text, as: UTF8.self)
        for line in SmallContexts.documentQuads.split(separator: "\n") where !line.contains("_:") {
            #expect(canonical.contains(line + "\n"))
        }
        let lists = canonical.split(separator: "\n").filter { $0.hasPrefix("_:") }
        #expect(lists.filter { $0.contains("#first") }.count == 3)
        #expect(lists.contains { $0.hasSuffix(#""2.5E0"^^<http://www.w3.org/2001/XMLSchema#double> ."#) })
        #expect(lists.contains { $0.hasSuffix(#""true"^^<http://www.w3.org/2001/XMLSchema#boolean> ."#) })
        #expect(lists.contains { $0.hasSuffix(#""1"^^<http://www.w3.org/2001/XMLSchema#integer> ."#) })
    }

    @Test("Names are compared by their bytes: é and e with an accent are two terms")
    func bytes() throws {
        let document = JSONValue.object(
            JSONObject(uniqueMembers: [
                .init(
                    name: "@context",
                    value: .object(
                        JSONObject(uniqueMembers: [
                            .init(name: "caf\u{E9}", value: "urn:one"), .init(name: "cafe\u{301}", value: "urn:two"),
                        ]))),
                .init(name: "caf\u{E9}", value: "1"), .init(name: "cafe\u{301}", value: "2"),
            ]))
        let json = try JSONLD.expand(document, contexts: SmallContexts.prepared(), options: .signing).json
        #expect(json == [["urn:one": [["@value": "1"]], "urn:two": [["@value": "2"]]]])
    }

    @Test("A type's scope ends where the next node begins")
    func typeScope() throws {
        let document = try SmallContexts.parse(
            #"{"@context": "\#(SmallContexts.badgeURL)", "type": "Badge", "subject": {"id": "urn:a", "name": "x"}}"#)
        let json = try JSONLD.expand(document, contexts: SmallContexts.prepared()).json
        let subject = json.arrayValue?.first?["https://example.org/vocab#subject"]
        #expect(subject == [["@id": "urn:a"]])
    }

    @Test("Each graph's nodes come apart when a document is flattened")
    func flattened() throws {
        let document = try SmallContexts.parse(
            #"""
            {"@context": "\#(SmallContexts.badgeURL)", "id": "urn:a", "type": "Badge", "name": "x",
             "proof": {"id": "urn:p", "type": "Badge", "name": "y"}}
            """#)
        let flat = try JSONLD.flatten(document, contexts: SmallContexts.prepared(), options: .signing)
        let nodes = try #require(flat.arrayValue)
        #expect(nodes.count == 2)
        #expect(nodes.compactMap { $0["@graph"]?.arrayValue?.count } == [1])
    }
}
