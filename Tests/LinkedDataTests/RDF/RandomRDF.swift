import LinkedData
import TestSupport

/// Datasets and texts of chance.
enum RandomRDF {
    /// Up to that many quads over few terms, so that they meet; the graph is the default one or an IRI's.
    static func dataset(upTo most: Int, using generator: inout SeededGenerator) -> Dataset {
        var dataset = Dataset()
        let nodes = (0..<Int.random(in: 1...6, using: &generator)).map { dataset.blankNode("n\($0)") }
        let predicates = [dataset.iri("urn:p"), dataset.iri("urn:q?é#\u{1F600}")]
        let subject = dataset.iri("urn:s")
        for _ in 0..<Int.random(in: 0...most, using: &generator) {
            let object =
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: dataset.literal(generator.text(upTo: 12))
                case 1: dataset.literal(generator.text(upTo: 4), language: "sv-FI") ?? .rdfNil
                case 2: dataset.literal("\(Int.random(in: 0..<3, using: &generator))", datatype: .xsdInteger)
                default: nodes[Int.random(in: 0..<nodes.count, using: &generator)]
                }
            let isBlank = Int.random(in: 0..<8, using: &generator) > 0
            dataset.insert(
                Dataset.Quad(
                    isBlank ? nodes[Int.random(in: 0..<nodes.count, using: &generator)] : subject,
                    predicates[Int.random(in: 0...1, using: &generator)], object))
        }
        return dataset
    }

    /// The same quads in another order and with other labels.
    static func disguised(_ dataset: Dataset, using generator: inout SeededGenerator) -> Dataset {
        var other = Dataset()
        var labels: [Dataset.Term: Dataset.Term] = [:]
        let nodes = Set(dataset.quads.flatMap { [$0.subject, $0.object, $0.graph] })
            .filter { $0 != .defaultGraph && dataset.kind(of: $0) == .blankNode }
        for (number, node) in nodes.shuffled(using: &generator).enumerated() {
            labels[node] = other.blankNode("x\(number)")
        }
        func copy(_ term: Dataset.Term) -> Dataset.Term {
            if term == .defaultGraph { return term }
            if let node = labels[term] { return node }
            let text = dataset.text(of: term)
            guard dataset.kind(of: term) == .literal else { return other.iri(text) }
            if let tag = dataset.language(of: term) { return other.literal(text, language: tag) ?? .rdfNil }
            return other.literal(text, datatype: dataset.datatype(of: term).map(copy) ?? .xsdString)
        }
        for quad in dataset.quads.shuffled(using: &generator) {
            let (subject, predicate) = (copy(quad.subject), copy(quad.predicate))
            other.insert(Dataset.Quad(subject, predicate, copy(quad.object), graph: copy(quad.graph)))
        }
        return other
    }
}
