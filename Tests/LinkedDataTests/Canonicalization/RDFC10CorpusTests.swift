import Encodings
import LinkedData
import TestSupport
import Testing

/// RDFC-1.0 by W3C's test suite.
@Suite struct RDFC10CorpusTests {
    private static func vectors(of type: String) -> [CorpusVector] {
        Corpus.cases("rdf-canon").filter { $0.text("type") == "rdfc:\(type)" || $0.text("type") == nil }
    }

    private func hash(of vector: CorpusVector) -> CanonicalizationHash {
        vector.text("hashAlgorithm") == "SHA384" ? .sha384 : .sha256
    }

    @Test("The suite is whole", .needsCorpus("rdf-canon"))
    func counts() {
        #expect(Self.vectors(of: "RDFC10EvalTest").count == 38)
        #expect(Self.vectors(of: "RDFC10MapTest").count == 13)
        #expect(Self.vectors(of: "RDFC10NegativeEvalTest").count == 1)
    }

    @Test(
        "A dataset has its one canonical text", .needsCorpus("rdf-canon"),
        arguments: vectors(of: "RDFC10EvalTest"))
    func evaluation(_ vector: CorpusVector) throws {
        let dataset = try NQuadsParser.parse(vector.read("action"))
        let canonical = try RDFC10.canonicalize(dataset, hash: hash(of: vector))
        #expect(String(decoding: canonical.text, as: UTF8.self).hasSameBytes(as: try text(vector, "result")))
        // The quads by themselves make up the text, and the text is its own canonical form.
        #expect(canonical.quads.flatMap { canonical.text[$0] } == canonical.text)
        let again = try RDFC10.canonicalize(NQuadsParser.parse(canonical.text), hash: hash(of: vector))
        #expect(again.text == canonical.text)
    }

    @Test(
        "Each blank node gets its one identifier", .needsCorpus("rdf-canon"),
        arguments: vectors(of: "RDFC10MapTest"))
    func map(_ vector: CorpusVector) throws {
        let dataset = try NQuadsParser.parse(vector.read("action"))
        let canonical = try RDFC10.canonicalize(dataset, hash: hash(of: vector))
        let expected = try #require(try JSONParser.parse(vector.read("result")).objectValue).members
        let labels = canonical.labels(in: dataset)
        #expect(labels.count == expected.count)
        for (input, label) in labels {
            #expect(expected.first { $0.name.hasSameBytes(as: input) }?.value.stringValue == label)
        }
    }

    @Test(
        "A poisoned dataset is given up, and soon", .needsCorpus("rdf-canon"),
        arguments: vectors(of: "RDFC10NegativeEvalTest"))
    func negative(_ vector: CorpusVector) throws {
        let dataset = try NQuadsParser.parse(vector.read("action"))
        #expect(throws: RDFError(.tooMuchWork, "")) {
            try RDFC10.canonicalize(dataset, hash: hash(of: vector))
        }
    }

    private func text(_ vector: CorpusVector, _ member: String) throws -> String {
        String(decoding: try vector.read(member), as: UTF8.self)
    }
}
