import Encodings
import LinkedData
import TestSupport
import Testing

/// The expansion tests of the JSON-LD 1.1 API.
@Suite("JSON-LD API: expand") struct ExpansionSuiteTests {
    @Test(
        "Expansion", .needsCorpus("json-ld-api/expand-manifest.jsonld"), arguments: JSONLDVector.cases("expand"))
    func expand(_ test: JSONLDVector) throws {
        if test.kind == .negative { return test.expectFailure { _ = try test.expand() } }
        let expected = try JSONParser.parse(test.vector.read("expect"))
        #expect(UnorderedJSON.canonical(try test.expand().json) == UnorderedJSON.canonical(expected))
        // Once more, with all contexts known.
        #expect(UnorderedJSON.canonical(try test.expand().json) == UnorderedJSON.canonical(expected))
    }
}
