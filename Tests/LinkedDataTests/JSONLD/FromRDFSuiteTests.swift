import Encodings
import LinkedData
import TestSupport
import Testing

/// The tests of serialising RDF of the JSON-LD 1.1 API, and the way there and back.
@Suite("JSON-LD API: fromRdf") struct FromRDFSuiteTests {
    static let suite = "json-ld-api/fromRdf-manifest.jsonld"

    @Test("From RDF", .needsCorpus(suite), arguments: JSONLDVector.cases("fromRdf"))
    func fromRDF(_ test: JSONLDVector) throws {
        func document() throws -> JSONValue {
            try JSONLD.fromRDF(NQuadsParser.parse(test.vector.read("input")), options: test.options)
        }
        if test.kind == .negative { return test.expectFailure { _ = try document() } }
        let expected = try JSONParser.parse(test.vector.read("expect"))
        #expect(try UnorderedJSON.canonical(document()) == UnorderedJSON.canonical(expected))
    }

    @Test(
        "What a document says is said by what its dataset is written as", .needsCorpus(ToRDFSuiteTests.suite),
        arguments: JSONLDVector.cases("toRdf"))
    func thereAndBack(_ test: JSONLDVector) throws {
        guard test.kind == .evaluation else { return }
        let dataset = try test.expand().dataset()
        // A graph or a predicate that is a blank node has no place in a document.
        guard dataset.quads.allSatisfy({ dataset.kind(of: $0.predicate) == .iri }) else { return }
        var options = test.options
        options.base = nil
        let document = try JSONLD.fromRDF(dataset, options: options)
        let again = try JSONLD.toRDF(document, contexts: CorpusContexts.prepared, options: options)
        #expect(try ToRDFSuiteTests.canonical(again) == ToRDFSuiteTests.canonical(dataset))
    }

    @Test("Lists, types and values of a dataset stand in the document as JSON-LD writes them")
    func small() throws {
        let dataset = try NQuadsParser.parse(
            Array(
                """
                <urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T> .
                <urn:a> <urn:p> _:l .
                _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "eka"@fi .
                _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
                <urn:a> <urn:n> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <urn:a> <urn:q> _:b <urn:g> .

                """.utf8))
        let expected: JSONValue = [
            [
                "@id": "urn:a", "@type": ["urn:T"],
                "urn:p": [["@list": [["@value": "eka", "@language": "fi"]]]], "urn:n": [["@value": 5]],
            ],
            ["@id": "urn:g", "@graph": [["@id": "urn:a", "urn:q": [["@id": "_:b"]]]]],
        ]
        #expect(try JSONLD.fromRDF(dataset, options: JSONLDOptions(usesNativeTypes: true)) == expected)
    }

    @Test("A JSON literal that holds no JSON is refused")
    func brokenJSON() throws {
        let dataset = try NQuadsParser.parse(
            Array("<urn:a> <urn:p> \"{\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .\n".utf8))
        #expect(throws: JSONLDError(.invalidJSONLiteral, "")) { try JSONLD.fromRDF(dataset) }
    }
}
