import Encodings
import TestSupport
import Testing

@testable import LinkedData

/// Terms and quads of a dataset.
@Suite struct DatasetTests {
    @Test("A text is one term however often and in whatever it is given")
    func interning() {
        var dataset = Dataset()
        let text = "https://example.org/é"
        let term = dataset.iri(text)
        #expect(dataset.iri(Array(text.utf8)) == term)
        #expect(dataset.iri(Substring(text)) == term)
        #expect(Array(text.utf8).withUnsafeBufferPointer { dataset.iri($0) } == term)
        #expect(dataset.string(of: term) == text)
        #expect(dataset.kind(of: term) == .iri)
        #expect(String(decoding: dataset.spelling(of: term), as: UTF8.self) == "<\(text)>")
    }

    @Test("Texts that only look alike are different terms")
    func bytes() {
        var dataset = Dataset()
        #expect(dataset.iri("urn:é") != dataset.iri("urn:e\u{301}"))
        #expect(dataset.literal("é") != dataset.literal("e\u{301}"))
        #expect(dataset.literal("a") != dataset.iri("a"))
        #expect(dataset.blankNode("a") != dataset.iri("a"))
        #expect(dataset.literal("a", language: "en") != dataset.literal("a", language: "EN"))
        #expect(dataset.literal("a", language: "en") != dataset.literal("a", datatype: .rdfLangString))
        #expect(dataset.literal("1") != dataset.literal("1", datatype: .xsdInteger))
        #expect(dataset.literal("a\\n") != dataset.literal("a\n"))
    }

    @Test("The well-known terms are the IRIs that they are called after")
    func wellKnown() {
        var dataset = Dataset()
        let named: [(Dataset.Term, String)] = [
            (.xsdString, "http://www.w3.org/2001/XMLSchema#string"),
            (.xsdBoolean, "http://www.w3.org/2001/XMLSchema#boolean"),
            (.xsdInteger, "http://www.w3.org/2001/XMLSchema#integer"),
            (.xsdDouble, "http://www.w3.org/2001/XMLSchema#double"),
            (.xsdDateTime, "http://www.w3.org/2001/XMLSchema#dateTime"),
            (.rdfLangString, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
            (.rdfType, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
            (.rdfFirst, "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"),
            (.rdfRest, "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"),
            (.rdfNil, "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"),
            (.rdfJSON, "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"),
            (.rdfValue, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"),
            (.rdfLanguage, "http://www.w3.org/1999/02/22-rdf-syntax-ns#language"),
            (.rdfDirection, "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction"),
        ]
        #expect(named.count == Dataset.Term.wellKnown.count)
        for (term, iri) in named { #expect(dataset.iri(iri) == term) }
    }

    @Test("A literal tells its text, datatype and language")
    func literals() throws {
        var dataset = Dataset()
        let plain = dataset.literal("a \"b\"\n\u{FFFF}\u{7F}é")
        #expect(dataset.string(of: plain) == "a \"b\"\n\u{FFFF}\u{7F}é")
        #expect(dataset.datatype(of: plain) == .xsdString)
        #expect(dataset.language(of: plain) == nil)
        #expect(String(decoding: dataset.spelling(of: plain), as: UTF8.self) == #""a \"b\"\n\uFFFF\u007Fé""#)
        let maybe = dataset.literal("@en", language: "fi-FI")
        let tagged = try #require(maybe)
        #expect(dataset.string(of: tagged) == "@en")
        #expect(dataset.datatype(of: tagged) == .rdfLangString)
        #expect(dataset.language(of: tagged) == "fi-FI")
        let number = dataset.literal("", datatype: .xsdInteger)
        #expect(dataset.text(of: number) == [])
        #expect(dataset.datatype(of: number) == .xsdInteger)
        #expect(dataset.datatype(of: .rdfType) == nil)
        #expect(dataset.language(of: .rdfType) == nil)
    }

    @Test("A quad is there once")
    func quads() {
        var dataset = Dataset()
        let node = dataset.blankNode("x")
        let quad = Dataset.Quad(node, .rdfType, .rdfNil)
        #expect(!dataset.contains(quad))
        let inserted = [
            dataset.insert(quad), dataset.insert(quad),
            dataset.insert(Dataset.Quad(node, .rdfType, .rdfNil, graph: node)),
        ]
        #expect(inserted == [true, false, true])
        #expect(dataset.contains(quad))
        #expect(dataset.quads.count == 2)
    }

    @Test("A fresh blank node is no other, even of a label that is asked for later")
    func freshNodes() {
        var dataset = Dataset()
        let mine = dataset.blankNode("b1")
        let fresh = (0..<4).map { _ in dataset.freshBlankNode() }
        let label = dataset.string(of: fresh[2])
        let claimed = dataset.blankNode(label)
        let all = [mine, claimed] + fresh
        #expect(Set(all).count == 6)
        #expect(Set(all.map { dataset.string(of: $0) }).count == 6)
        #expect(dataset.string(of: claimed) == label)
        for term in [mine, claimed] { #expect(dataset.blankNode(dataset.string(of: term)) == term) }
    }

    @Test("No text can end its term")
    func noInjection() {
        var dataset = Dataset()
        let evil = dataset.iri("urn:a> <urn:b> <urn:c> .\n<urn:d\\u003E")
        let spelling = String(decoding: dataset.spelling(of: evil), as: UTF8.self)
        #expect(
            spelling == #"<urn:a\u003E\u0020\u003Curn:b\u003E\u0020\u003Curn:c\u003E\u0020.\n\u003Curn:d\\u003E>"#)
        #expect(dataset.string(of: evil) == "urn:a> <urn:b> <urn:c> .\n<urn:d\\u003E")
        #expect(dataset.iri(String(spelling.dropFirst().dropLast())) != evil)
        #expect(dataset.iri("urn:a> <urn:b> <urn:c> .\n<urn:d\\u003E") == evil)
        for tag in ["en .\n<urn:a> <urn:b> \"c\"", "", "1", "en-", "é"] {
            let term = dataset.literal("x", language: tag)
            #expect(term == nil)
        }
    }

    @Test("An emptied dataset is as good as new")
    func reuse() {
        var dataset = Dataset()
        for round in 0..<3 {
            for number in 0..<500 {
                let subject = number.isMultiple(of: 2) ? dataset.freshBlankNode() : dataset.iri("urn:\(number)")
                dataset.insert(Dataset.Quad(subject, .rdfType, dataset.literal("\(round) \(number)")))
            }
            #expect(dataset.quads.count == 500)
            dataset.removeAll()
            #expect(dataset.quads.isEmpty)
            #expect(dataset.entries.count == Dataset.Term.wellKnown.count)
            #expect(dataset.iri("http://www.w3.org/2001/XMLSchema#double") == .xsdDouble)
        }
        let fresh = dataset.freshBlankNode()
        #expect(dataset.string(of: fresh) == "b0")
    }

    @Test("Any text comes back from its term")
    func roundTrip() {
        forAll("text(of:) undoes interning") { generator in
            var dataset = Dataset()
            for _ in 0..<50 {
                let text = generator.text(upTo: 40)
                let tagged = dataset.literal(text, language: "en")
                let terms = [dataset.iri(text), dataset.literal(text), try #require(tagged)]
                guard terms.allSatisfy({ dataset.text(of: $0) == Array(text.utf8) }) else { return false }
                guard dataset.iri(text) == terms[0], dataset.literal(text) == terms[1] else { return false }
            }
            return true
        }
    }
}
