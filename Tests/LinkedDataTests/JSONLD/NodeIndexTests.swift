import Encodings
import LinkedData
import Testing

/// What a document says of a node, and where.
@Suite("JSON-LD: what stands where") struct NodeIndexTests {
    private static let knows = "https://schema.org/knows"
    private static let givenName = "https://schema.org/givenName"
    private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    private func subject(_ members: String, elsewhere: String) throws -> (NodeObject, NodeIndex) {
        let document = try SmallContexts.parse(
            #"""
            {"@context": "\#(SmallContexts.badgeURL)", "id": "urn:badge", "type": "Badge",
             "subject": {"id": "urn:anna", "type": "Person", \#(members)}, \#(elsewhere)}
            """#)
        let expanded = try JSONLD.expand(document, contexts: SmallContexts.prepared(), options: .signing)
        let badge = try #require(expanded.topNodes.first)
        #expect(badge.id == "urn:badge")
        let subject = try #require(badge.values(of: "https://example.org/vocab#subject").first?.node)
        #expect(subject.path.description == "$.subject")
        return (subject, NodeIndex(expanded))
    }

    @Test("Values in the object itself have it for their holder")
    func own() throws {
        let (anna, index) = try subject(#""givenName": "Anna""#, elsewhere: #""name": "x""#)
        #expect(anna.values(of: Self.givenName).map(\.literal?.value) == ["Anna"])
        let said = index.values(of: Self.givenName, about: anna)
        #expect(said.map(\.holder) == [anna])
        #expect(said.map(\.path.description) == ["$.subject.givenName"])
        #expect(index.objects(describing: anna) == [anna])
        #expect(index.properties(of: anna) == [Self.type, Self.givenName])
    }

    static let spellings: [(String, String)] = [
        (#""proof2": 1"#, "never"),
        (#""urn:other": {"@id": "urn:anna", "https://schema.org/givenName": "Eve"}"#, "$['urn:other']"),
        (
            #""urn:other": {"@id": "urn:anna", "@type": "https://example.org/vocab#Person", "@nest": {"https://schema.org/givenName": "Eve"}}"#,
            "$['urn:other']"
        ),
        (#""@included": {"@id": "urn:anna", "https://schema.org/givenName": "Eve"}"#, "$['@included']"),
        (
            #""urn:other": {"@context": {"g": "https://schema.org/givenName"}, "id": "urn:anna", "g": "Eve"}"#,
            "$['urn:other']"
        ),
        (
            #""urn:other": {"@list": [{"@id": "urn:anna", "https://schema.org/givenName": "Eve"}]}"#,
            "$['urn:other']['@list'][0]"
        ),
        (
            #""@reverse": {"urn:other": {"@id": "urn:anna", "https://schema.org/givenName": "Eve"}}"#,
            "$['@reverse']['urn:other']"
        ),
    ]

    @Test("Values that another object gives the same node name that object", arguments: spellings.dropFirst())
    func elsewhere(_ spelling: String, _ path: String) throws {
        let (anna, index) = try subject(#""data": 1"#, elsewhere: spelling)
        #expect(anna.values(of: Self.givenName).isEmpty)
        let said = index.values(of: Self.givenName, about: anna)
        #expect(said.map(\.literal?.value) == ["Eve"])
        #expect(said.map { $0.holder == anna } == [false])
        #expect(said.map(\.holder.path.description) == [path])
        #expect(index.objects(withID: "urn:anna").count == 2)
    }

    @Test("A property that is turned around is found at its other end")
    func reversed() throws {
        let (anna, index) = try subject(
            #""data": 1"#,
            elsewhere:
                #""urn:other": {"@id": "urn:eve", "@reverse": {"https://schema.org/knows": {"@id": "urn:anna"}}}"#)
        #expect(anna.values(of: Self.knows).isEmpty)
        let said = index.values(of: Self.knows, about: anna)
        #expect(said.map(\.isReversed) == [true])
        #expect(said.map(\.node?.id) == ["urn:eve"])
        #expect(index.properties(of: anna).contains(Self.knows))
    }

    @Test("Types are found as keyword and as property")
    func types() throws {
        let (anna, index) = try subject(
            #""data": 1"#,
            elsewhere: """
                "urn:other": [{"@id": "urn:anna", "@type": "urn:Boss"},
                              {"@id": "urn:anna", "\(Self.type)": {"@id": "urn:King"}}]
                """)
        #expect(anna.types == ["https://example.org/vocab#Person"])
        let said = index.values(of: Self.type, about: anna)
        #expect(
            said.map(\.path.description) == ["$.subject", "$['urn:other'][0]", "$['urn:other'][1]['\(Self.type)']"])
        #expect(said.map { $0.holder == anna } == [true, false, false])
        #expect(said.map { $0.node?.id ?? "type" } == ["type", "type", "urn:King"])
    }

    @Test("Graphs are apart: what a proof's graph says of a node, the document doesn't")
    func graphs() throws {
        let (anna, index) = try subject(
            #""givenName": "Anna""#,
            elsewhere: #""proof": {"@id": "urn:anna", "https://schema.org/givenName": "Eve"}"#)
        #expect(index.values(of: Self.givenName, about: anna).count == 1)
        #expect(index.objects(withID: "urn:anna").count == 2)
    }

    @Test("Equal values in two objects are told to be the same value")
    func sameValue() throws {
        let (anna, index) = try subject(
            #""givenName": "Anna""#,
            elsewhere: #""urn:other": {"@id": "urn:anna", "https://schema.org/givenName": "Anna"}"#)
        let said = index.values(of: Self.givenName, about: anna)
        #expect(said.count == 2)
        #expect(said.allSatisfy { $0.isSameValue(as: said[0]) })
        #expect(said[0] != said[1])
    }
}
