import LinkedData
import Testing

/// Writing what N-Quads can't spell as it is.
@Suite struct NQuadsWriterTests {
    @Test("Labels that the grammar doesn't have make the writer number all blank nodes")
    func labels() throws {
        var dataset = Dataset()
        let evil = dataset.blankNode("a> .\n<urn:x> <urn:y> <urn:z")
        let good = dataset.blankNode("b0")
        dataset.insert(Dataset.Quad(evil, .rdfType, good, graph: evil))
        let text = NQuadsWriter.write(dataset)
        let read = try NQuadsParser.parse(text)
        #expect(read.quads.count == 1)
        #expect(read.quads[0].subject == read.quads[0].graph)
        #expect(read.quads[0].subject != read.quads[0].object)
    }

    @Test("Language tags keep their case unless lower case is asked for")
    func languageTags() throws {
        var dataset = Dataset()
        let text = dataset.literal("A@B", language: "sv-FI")
        dataset.insert(Dataset.Quad(.rdfNil, .rdfValue, try #require(text)))
        let start =
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "
        #expect(String(decoding: NQuadsWriter.write(dataset), as: UTF8.self) == start + "\"A@B\"@sv-FI .\n")
        #expect(
            String(decoding: NQuadsWriter.write(dataset, languageTags: .lowerCase), as: UTF8.self)
                == start + "\"A@B\"@sv-fi .\n")
    }

    @Test("A hostile datatype stays inside its term")
    func noInjection() throws {
        var dataset = Dataset()
        let datatype = dataset.iri("urn:d> .\n<urn:x> <urn:y> <urn:z")
        dataset.insert(Dataset.Quad(.rdfNil, .rdfType, dataset.literal("\" .\n", datatype: datatype)))
        let lines = String(decoding: NQuadsWriter.write(dataset), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.allSatisfy { $0.hasPrefix("<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> ") })
    }
}
