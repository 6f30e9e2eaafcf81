import LinkedData
import TestSupport

/// Datasets whose blank nodes look alike: rings, cliques, trees, lists and twins, joined here and there.
enum SymmetricDatasets {
    /// - Parameter graphs: names of graphs as IRIs; none is the default graph.
    static func dataset(graphs: [String?] = [nil], using generator: inout SeededGenerator) -> Dataset {
        var dataset = Dataset()
        let predicates = [dataset.iri("urn:p"), dataset.iri("urn:q")]
        var nodes: [Dataset.Term] = []
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        for _ in 0..<number(1...4) {
            let graph = graphs[number(0...graphs.count - 1)].map { dataset.iri($0) } ?? .defaultGraph
            let predicate = predicates[number(0...1)]
            let size = number(1...5)
            let fresh = (0..<size).map { _ in dataset.freshBlankNode() }
            func say(_ subject: Dataset.Term, _ object: Dataset.Term) {
                dataset.insert(Dataset.Quad(subject, predicate, object, graph: graph))
            }
            switch number(0...4) {
            case 0: for place in 0..<size { say(fresh[place], fresh[(place + 1) % size]) }
            case 1: for one in fresh { for other in fresh where one != other { say(one, other) } }
            case 2: for place in 1..<max(2, size) { say(fresh[(place - 1) / 2], fresh[place % size]) }
            case 3: for one in fresh { say(one, .rdfNil) }
            default: for place in 0..<size - 1 { say(fresh[place], fresh[place + 1]) }
            }
            if let other = nodes.randomElement(using: &generator), number(0...1) == 0 { say(fresh[0], other) }
            if number(0...3) == 0 { say(fresh[0], dataset.literal("\(number(0...2))")) }
            nodes += fresh
        }
        return dataset
    }
}
