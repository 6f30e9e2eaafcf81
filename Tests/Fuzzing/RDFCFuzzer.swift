// module: LinkedData
// seeds: Benchmarks/Badges/short-badge.nq Benchmarks/Badges/sample-badge.nq examples/tiimityo.json
// parts: Choices
import LinkedData

/// Datasets full of blank nodes: other names of theirs and another order of the quads make no other canonical form.
func fuzz(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let statements = statements(&choices)
    var generator = choices.generator()
    let one = dataset(statements, names: Array(0..<64))
    let other = dataset(statements.shuffled(using: &generator), names: Array(0..<64).shuffled(using: &generator))
    claim("both have the same quads", one.quads.count == other.quads.count)

    let limits = CanonicalizationLimits(work: 20_000, workPerBlankNode: 20, depth: 500, maxBytes: 1 << 20)
    let more = CanonicalizationLimits(work: 2_000_000, workPerBlankNode: 20, depth: 500, maxBytes: 1 << 20)
    var forms = [one, other].map { dataset in accepted { try RDFC10.canonicalize(dataset, limits: limits) } }
    if forms.allSatisfy({ $0 == nil }) { return }
    // The way to the form depends on the order, so that one of the two may be just within the limit.
    for (place, dataset) in [one, other].enumerated() where forms[place] == nil {
        forms[place] = accepted { try RDFC10.canonicalize(dataset, limits: more) }
    }
    guard let first = forms[0], let second = forms[1] else {
        fatalError("Not so: the order of quads decides whether there is a form")
    }
    guard let parsed = accepted({ try NQuadsParser.parse(first.text) }) else {
        fatalError("Not so: the canonical form is N-Quads")
    }
    claim("the canonical form has the same quads", parsed.quads.count == one.quads.count)
    // Of several graphs the standard promises less: nodes that look alike may change places.
    guard Set(statements.map(\.graph)).count <= 1, !statements.contains(where: { ($0.graph ?? -1) >= 0 }) else {
        return
    }
    claim("names and order make no other form", first.text == second.text)
    claim("the form is its own", accepted { try RDFC10.canonicalize(parsed, limits: more).text } == first.text)
}

private struct Statement {
    var subject: Int
    var predicate: Int
    /// A node; below nought a literal or an IRI.
    var object: Int
    /// Nothing is the default graph; below nought an IRI.
    var graph: Int?
}

private func statements(_ choices: inout Choices) -> [Statement] {
    var statements: [Statement] = []
    let nodes = 1 + choices.number(below: 12)
    let graphs: [Int?] = choices.chance(2, of: 3) ? [nil] : [nil, -1, -2, 0]
    while !choices.isEmpty, statements.count < 60 {
        let graph = choices.one(of: graphs)
        let predicate = choices.number(below: 2)
        switch choices.number(below: 6) {
        case 0:
            // A ring.
            let (first, length) = (choices.number(below: nodes), 1 + choices.number(below: 6))
            for place in 0..<length {
                statements.append(
                    Statement(
                        subject: first + place, predicate: predicate, object: first + (place + 1) % length, graph: graph
                    ))
            }
        case 1:
            // Everyone knows everyone.
            let (first, size) = (choices.number(below: nodes), 2 + choices.number(below: 4))
            for one in 0..<size {
                for other in 0..<size where other != one {
                    statements.append(
                        Statement(subject: first + one, predicate: predicate, object: first + other, graph: graph))
                }
            }
        case 2:
            statements.append(
                Statement(
                    subject: choices.number(below: nodes), predicate: predicate, object: -1 - choices.number(below: 3),
                    graph: graph))
        default:
            statements.append(
                Statement(
                    subject: choices.number(below: nodes), predicate: predicate, object: choices.number(below: nodes),
                    graph: graph))
        }
    }
    return statements
}

private func dataset(_ statements: [Statement], names: [Int]) -> Dataset {
    var dataset = Dataset()
    func term(_ number: Int) -> Dataset.Term {
        if number >= 0 { return dataset.blankNode("n\(names[number])") }
        return number == -1 ? dataset.iri("urn:i") : dataset.literal("\(number)")
    }
    for statement in statements {
        let graph = statement.graph.map { $0 < 0 ? dataset.iri("urn:g\($0)") : term($0) } ?? .defaultGraph
        let subject = term(statement.subject)
        let predicate = dataset.iri("urn:p\(statement.predicate)")
        dataset.insert(Dataset.Quad(subject, predicate, term(statement.object), graph: graph))
    }
    return dataset
}
