import LinkedData
import TestSupport
import Testing

/// What RDFC-1.0 promises, tried on datasets of chance.
@Suite("RDFC-1.0: properties") struct CanonicalFormPropertyTests {
    private func form(_ dataset: Dataset) -> CanonicalDataset? { try? RDFC10.canonicalize(dataset) }

    @Test("Nodes that look alike make no difference, whatever they are called and however the quads are ordered")
    func symmetric() {
        forAll("relabelled and shuffled, the form is the same", rounds: 400) { generator in
            let dataset = SymmetricDatasets.dataset(using: &generator)
            let other = RandomRDF.disguised(dataset, using: &generator)
            guard let form = form(dataset) else { return self.form(other) == nil }
            return self.form(other)?.text == form.text && form.blankNodes.count == Set(form.blankNodes).count
        }
    }

    @Test("A graph of a name has its form as the default graph has")
    func namedGraph() {
        forAll("relabelled and shuffled, the form is the same") { generator in
            let dataset = SymmetricDatasets.dataset(graphs: ["urn:g"], using: &generator)
            let other = RandomRDF.disguised(dataset, using: &generator)
            return form(dataset).map { $0.text == self.form(other)?.text } ?? (form(other) == nil)
        }
    }

    @Test("In several graphs the form is the same when the nodes differ at first sight")
    func severalGraphs() {
        forAll("relabelled and shuffled, the form is the same", rounds: 400) { generator in
            let dataset = SymmetricDatasets.dataset(graphs: [nil, "urn:g", "urn:h"], using: &generator)
            let other = RandomRDF.disguised(dataset, using: &generator)
            guard let form = form(dataset), let second = self.form(other) else { return true }
            // No node had to be told from another by its neighbours.
            return form.work > 0 ? form.quads.count == second.quads.count : form.text == second.text
        }
    }

    @Test("The canonical form is read again as the dataset it is the form of")
    func readAgain() {
        forAll("the form's own form is the same") { generator in
            let isRandom = Bool.random(using: &generator)
            let dataset =
                isRandom
                ? RandomRDF.dataset(upTo: 20, using: &generator) : SymmetricDatasets.dataset(using: &generator)
            guard let form = form(dataset) else { return true }
            let read = try NQuadsParser.parse(form.text)
            return read.quads.count == dataset.quads.count && self.form(read)?.text == form.text
                && NQuadsWriter.write(read) == form.text
        }
    }

    @Test("One quad more or less is another form")
    func difference() {
        forAll("another dataset has another form") { generator in
            let dataset = SymmetricDatasets.dataset(using: &generator)
            var other = dataset
            guard let quad = dataset.quads.randomElement(using: &generator) else { return true }
            let added = Dataset.Quad(quad.object, .rdfValue, quad.subject)
            guard dataset.kind(of: quad.object) != .literal else { return true }
            other.insert(added)
            guard let one = form(dataset), let two = form(other) else { return true }
            return one.text != two.text && one.quads.count + 1 == two.quads.count
        }
    }
}
