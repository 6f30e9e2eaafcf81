import LinkedData
import TestSupport
import Testing

/// Datasets that take work: real ones pass, poison is given up.
@Suite struct CanonicalizationLimitsTests {
    private func clique(_ size: Int) -> Dataset {
        var dataset = Dataset()
        let nodes = (0..<size).map { _ in dataset.freshBlankNode() }
        for one in nodes {
            for other in nodes where other != one { dataset.insert(Dataset.Quad(one, .rdfType, other)) }
        }
        return dataset
    }

    private func ring(_ size: Int) -> Dataset {
        var dataset = Dataset()
        let nodes = (0..<size).map { _ in dataset.freshBlankNode() }
        for (place, node) in nodes.enumerated() {
            dataset.insert(Dataset.Quad(node, .rdfType, nodes[(place + 1) % size]))
        }
        return dataset
    }

    @Test("Small cliques have a canonical form, large ones are given up")
    func cliques() throws {
        for size in 2...5 { #expect(try RDFC10.canonicalize(clique(size)).blankNodes.count == size) }
        for size in [10, 20, 60, 140] {
            #expect(throws: RDFError(.tooMuchWork, "")) { _ = try RDFC10.canonicalize(clique(size)).quads.count }
        }
    }

    @Test("A ring of nodes has a canonical form until it is deeper than calls may be")
    func rings() throws {
        #expect(try RDFC10.canonicalize(ring(100)).quads.count == 100)
        // Without the limit of depth, such a ring would need a stack of many megabytes.
        #expect(throws: RDFError(.tooMuchWork, "")) {
            try RDFC10.canonicalize(
                ring(20_000),
                limits: CanonicalizationLimits(work: .max, workPerBlankNode: 0, depth: 500, maxBytes: .max))
        }
    }

    @Test("Twin nodes without anything of their own are no poison, however many there are")
    func twins() throws {
        var dataset = Dataset()
        let subject = dataset.iri("urn:s")
        let predicate = dataset.iri("urn:result")
        for _ in 0..<2_000 {
            let node = dataset.freshBlankNode()
            dataset.insert(Dataset.Quad(subject, predicate, node))
            dataset.insert(Dataset.Quad(node, .rdfType, .rdfNil))
        }
        let form = try RDFC10.canonicalize(dataset)
        #expect(form.quads.count == 4_000)
        #expect(form.blankNodes.count == 2_000)
    }

    @Test("A list of two hundred equal values has a canonical form")
    func list() throws {
        var dataset = Dataset()
        var cell = dataset.freshBlankNode()
        dataset.insert(Dataset.Quad(dataset.iri("urn:s"), dataset.iri("urn:p"), cell))
        for place in 0..<200 {
            dataset.insert(Dataset.Quad(cell, .rdfFirst, dataset.literal("1", datatype: .xsdInteger)))
            let next = place == 199 ? Dataset.Term.rdfNil : dataset.freshBlankNode()
            dataset.insert(Dataset.Quad(cell, .rdfRest, next))
            cell = next
        }
        #expect(try RDFC10.canonicalize(dataset).blankNodes.count == 200)
    }

    @Test("One long name in many quads is refused before its form is written")
    func longNames() throws {
        var dataset = Dataset()
        let subject = dataset.iri("urn:" + String(repeating: "a", count: 1 << 20))
        for number in 0..<20_000 {
            dataset.insert(Dataset.Quad(subject, .rdfValue, dataset.literal("\(number)")))
        }
        #expect(throws: RDFError(.tooLarge, "")) { _ = try RDFC10.canonicalize(dataset).quads.count }
    }

    @Test("A long predicate makes related hashes dear")
    func longPredicate() throws {
        func ring(predicate length: Int) -> Dataset {
            var dataset = Dataset()
            let predicate = dataset.iri("urn:" + String(repeating: "a", count: length))
            let nodes = (0..<80).map { _ in dataset.freshBlankNode() }
            for (place, node) in nodes.enumerated() {
                dataset.insert(Dataset.Quad(node, predicate, nodes[(place + 1) % 80]))
            }
            return dataset
        }
        #expect(try RDFC10.canonicalize(ring(predicate: 1_000)).quads.count == 80)
        #expect(throws: RDFError(.tooMuchWork, "")) {
            _ = try RDFC10.canonicalize(ring(predicate: 1 << 18)).quads.count
        }
    }

    @Test("Limits are the caller's to choose")
    func chosen() throws {
        let twins = clique(2)
        let none = CanonicalizationLimits(work: 0, workPerBlankNode: 0, depth: 500, maxBytes: 1 << 20)
        #expect(throws: RDFError(.tooMuchWork, "")) { _ = try RDFC10.canonicalize(twins, limits: none).quads.count }
        #expect(throws: RDFError(.tooMuchWork, "")) {
            try RDFC10.canonicalize(
                twins, limits: CanonicalizationLimits(work: 100, workPerBlankNode: 0, depth: 1, maxBytes: 4096))
        }
        let enough = CanonicalizationLimits(work: 0, workPerBlankNode: 10, depth: 2, maxBytes: 4096)
        #expect(try RDFC10.canonicalize(twins, limits: enough).quads.count == 2)
        let most = CanonicalizationLimits(work: .max, workPerBlankNode: .max, depth: 2, maxBytes: .max)
        #expect(try RDFC10.canonicalize(twins, limits: most).quads.count == 2)
        // Nodes that differ at first sight take no work at all.
        var badge = Dataset()
        for number in 0..<50 {
            badge.insert(Dataset.Quad(badge.freshBlankNode(), .rdfValue, badge.literal("\(number)")))
        }
        #expect(try RDFC10.canonicalize(badge, limits: none).quads.count == 50)
    }
}
