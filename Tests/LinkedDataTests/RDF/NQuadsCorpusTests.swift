import LinkedData
import TestSupport
import Testing

/// N-Quads by W3C's test suites: the syntax of RDF 1.1, and the canonical form.
@Suite struct NQuadsCorpusTests {
    private static let syntax = Corpus.cases("n-quads/syntax")
    private static let c14n = Corpus.cases("n-quads/c14n")

    private static func vectors(of type: String, in all: [CorpusVector]) -> [CorpusVector] {
        all.filter { $0.text("type") == "rdft:\(type)" || $0.text("type") == nil }
    }

    @Test("The suites are whole", .needsCorpus("n-quads/syntax"))
    func counts() {
        let positive = Self.vectors(of: "TestNQuadsPositiveSyntax", in: Self.syntax)
        let negative = Self.vectors(of: "TestNQuadsNegativeSyntax", in: Self.syntax)
        #expect(positive.count + negative.count == 55)
        #expect(!positive.isEmpty && !negative.isEmpty)
        #expect(Self.vectors(of: "TestNQuadsPositiveC14N", in: Self.c14n).count == 23)
    }

    @Test(
        "Well-formed N-Quads are read", .needsCorpus("n-quads/syntax"),
        arguments: vectors(of: "TestNQuadsPositiveSyntax", in: syntax))
    func positive(_ vector: CorpusVector) throws {
        let dataset = try NQuadsParser.parse(vector.read("action"))
        let written = NQuadsWriter.write(dataset)
        #expect(NQuadsWriter.write(try NQuadsParser.parse(written)) == written)
    }

    @Test(
        "Malformed N-Quads are refused with their place", .needsCorpus("n-quads/syntax"),
        arguments: vectors(of: "TestNQuadsNegativeSyntax", in: syntax))
    func negative(_ vector: CorpusVector) throws {
        let text = try vector.read("action")
        let error = try #require(throws: RDFError.self) { try NQuadsParser.parse(text) }
        #expect([.malformed, .iri].contains(error.code))
        #expect(error.position != nil)
    }

    @Test(
        "The canonical form has one spelling for each quad", .needsCorpus("n-quads/c14n"),
        arguments: vectors(of: "TestNQuadsPositiveC14N", in: c14n))
    func canonical(_ vector: CorpusVector) throws {
        let dataset = try NQuadsParser.parse(vector.read("action"))
        let written = NQuadsWriter.write(dataset, languageTags: .lowerCase)
        #expect(written == (try vector.read("result")))
    }
}
