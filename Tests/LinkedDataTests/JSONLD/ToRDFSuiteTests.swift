import Encodings
import LinkedData
import TestSupport
import Testing

/// The tests of deserialising to RDF of the JSON-LD 1.1 API; datasets are compared by their canonical form.
@Suite("JSON-LD API: toRdf") struct ToRDFSuiteTests {
    static let suite = "json-ld-api/toRdf-manifest.jsonld"

    @Test("To RDF", .needsCorpus(suite), arguments: JSONLDVector.cases("toRdf"))
    func toRDF(_ test: JSONLDVector) throws {
        func dataset() throws -> Dataset { try test.expand().dataset() }
        switch test.kind {
        case .negative: test.expectFailure { _ = try dataset() }
        case .syntax: _ = try dataset()
        case .evaluation:
            let expected = try NQuadsParser.parse(test.vector.read("expect"))
            #expect(try Self.canonical(dataset()) == Self.canonical(expected))
        }
    }

    @Test(
        "The expanded and the flattened form describe the same dataset as the document itself", .needsCorpus(suite),
        arguments: JSONLDVector.cases("toRdf"))
    func sameThroughOtherForms(_ test: JSONLDVector) throws {
        // An id of the form of a keyword is null once it is expanded, and null is no id to begin with.
        guard test.kind != .negative, test.vector.id != "#te122" else { return }
        let expanded = try test.expand()
        let expected = try Self.canonical(expanded.dataset())
        // What is still relative stays so.
        var options = test.options
        options.base = nil
        for form in [expanded.json, try expanded.flattened()] {
            let dataset = try JSONLD.toRDF(form, contexts: CorpusContexts.prepared, options: options)
            #expect(try Self.canonical(dataset) == expected)
        }
    }

    static func canonical(_ dataset: Dataset) throws -> String {
        String(decoding: try RDFC10.canonicalize(dataset).text, as: UTF8.self)
    }
}
