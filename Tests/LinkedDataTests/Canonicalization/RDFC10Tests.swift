import Cryptography
import LinkedData
import TestSupport
import Testing

/// RDFC-1.0 beyond W3C's vectors.
@Suite struct RDFC10Tests {
    private func dataset(_ text: String) throws -> Dataset { try NQuadsParser.parse(Array(text.utf8)) }

    private func canonical(_ text: String, _ hash: CanonicalizationHash = .sha256) throws -> String {
        String(decoding: try RDFC10.canonicalize(dataset(text), hash: hash).text, as: UTF8.self)
    }

    @Test("Without blank nodes the canonical form is the sorted quads, each once")
    func ground() throws {
        #expect(try canonical("") == "")
        #expect(
            try canonical(
                """
                <urn:b> <urn:p> "é" .
                <urn:a> <urn:p> "z"@en <urn:g> .
                <urn:a> <urn:p> "z"@en .
                <urn:a> <urn:p> "z" .
                <urn:b> <urn:p> "\\u00e9" .
                """) == """
                    <urn:a> <urn:p> "z" .
                    <urn:a> <urn:p> "z"@en .
                    <urn:a> <urn:p> "z"@en <urn:g> .
                    <urn:b> <urn:p> "é" .

                    """)
    }

    @Test("Order is that of bytes, where UTF-16 has another")
    func order() throws {
        let text = try canonical("<urn:s> <urn:p> \"\u{1F600}\" .\n<urn:s> <urn:p> \"\u{FB01}\" .\n")
        #expect(text == "<urn:s> <urn:p> \"\u{FB01}\" .\n<urn:s> <urn:p> \"\u{1F600}\" .\n")
    }

    @Test("Language tags keep their case, which is what others sign")
    func languageTags() throws {
        let text = "<urn:s> <urn:p> \"x\"@en-US .\n"
        #expect(try canonical(text) == text)
    }

    /// A hash as the standard means it: the hexadecimal text.
    private func hash(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return String(SHA256.hash(Array(text.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// First degree hashes reckoned by hand from §4.6.3: `_:a` for the node itself, `_:z` for the other.
    @Test("Nodes are numbered by the hashes of what is said of them")
    func firstDegree() throws {
        let text = "_:x <urn:p> \"1\" .\n_:x <urn:q> _:y .\n_:y <urn:p> \"2\" .\n"
        for (algorithm, hash) in [
            (CanonicalizationHash.sha256, { (bytes: [UInt8]) in SHA256.hash(bytes) }), (.sha384, SHA384.hash),
        ] {
            let x = hash(Array("_:a <urn:p> \"1\" .\n_:a <urn:q> _:z .\n".utf8))
            let y = hash(Array("_:a <urn:p> \"2\" .\n_:z <urn:q> _:a .\n".utf8))
            let data = try dataset(text)
            let labels = try RDFC10.canonicalize(data, hash: algorithm).labels(in: data).map(\.input)
            #expect(labels == (x.lexicographicallyPrecedes(y) ? ["x", "y"] : ["y", "x"]))
        }
    }

    /// Two nodes that only their neighbours' neighbours tell apart; the hashes are reckoned from §4.7.3 and §4.8.3.
    @Test("Nodes that look alike are told apart by their paths")
    func nDegree() throws {
        // e0 and e1 look alike, e2 and e3 differ by the direction of the last quad.
        let data = try dataset(
            """
            <urn:p> <urn:q> _:e0 .
            <urn:p> <urn:q> _:e1 .
            _:e0 <urn:p> _:e2 .
            _:e1 <urn:p> _:e3 .
            _:e2 <urn:r> _:e3 .
            """)
        let e2 = hash("_:a <urn:r> _:z .\n_:z <urn:p> _:a .\n")
        let e3 = hash("_:z <urn:p> _:a .\n_:z <urn:r> _:a .\n")
        let unique = e2 < e3 ? ["e2", "e3"] : ["e3", "e2"]
        func path(to node: String) -> String {
            let number = unique.firstIndex(of: node) ?? -1
            return hash(hash("o<urn:p>_:c14n\(number)") + "_:c14n\(number)")
        }
        let shared = path(to: "e2") < path(to: "e3") ? ["e0", "e1"] : ["e1", "e0"]
        #expect(try RDFC10.canonicalize(data).labels(in: data).map(\.input) == unique + shared)
    }

    /// §4.8.1 has an identifier recorded once for every mention; here it decides between the two nodes.
    @Test("A node that is met twice counts twice")
    func repetitions() throws {
        let data = try dataset(
            """
            _:x <urn:p> "1" _:g .
            _:x <urn:p> "2" _:g .
            _:y <urn:p> "1" _:h .
            _:y <urn:p> "2" _:h .
            <urn:s> <urn:a> _:g .
            <urn:s> <urn:b> _:h .
            """)
        let labels = try RDFC10.canonicalize(data).labels(in: data).map(\.input)
        #expect(Set(labels[..<2]) == ["g", "h"])
        func path(to number: Int, mentions: Int) -> String {
            hash(hash("g_:c14n\(number)") + String(repeating: "_:c14n\(number)", count: mentions))
        }
        let node = labels[0] == "g" ? ["x", "y"] : ["y", "x"]
        #expect(Array(labels[2...]) == (path(to: 0, mentions: 2) < path(to: 1, mentions: 2) ? node : node.reversed()))
        // The vector tells the two readings apart.
        #expect(
            (path(to: 0, mentions: 2) < path(to: 1, mentions: 2))
                != (path(to: 0, mentions: 1) < path(to: 1, mentions: 1)))
    }

    @Test("The algorithm's hash decides labels, so SHA-384 can give other ones")
    func hashes() throws {
        let text = (0..<8).map { "_:n\($0) <urn:p> \"\($0)\" .\n" }.joined()
        let data = try dataset(text)
        let long = try RDFC10.canonicalize(data, hash: .sha384)
        #expect(long.hash == .sha384)
        #expect(long.text != (try RDFC10.canonicalize(data).text))
        #expect(long.digest() == SHA384.hash(long.text))
        #expect(try RDFC10.canonicalize(data).digest() == SHA256.hash(RDFC10.canonicalize(data).text))
    }

    @Test("Labels and order don't count")
    func invariance() {
        forAll("relabelled and shuffled quads have one canonical form") { generator in
            let dataset = RandomRDF.dataset(upTo: 16, using: &generator)
            let other = RandomRDF.disguised(dataset, using: &generator)
            for hash in [CanonicalizationHash.sha256, .sha384] {
                let form = try RDFC10.canonicalize(dataset, hash: hash)
                guard try RDFC10.canonicalize(other, hash: hash).text == form.text else { return false }
                // The form says as much as the dataset, and is its own form.
                let again = try NQuadsParser.parse(form.text)
                guard again.quads.count == dataset.quads.count,
                    try RDFC10.canonicalize(again, hash: hash).text == form.text
                else { return false }
            }
            return true
        }
    }

    @Test("Another quad is another form")
    func sensitivity() {
        forAll("a quad more or less shows") { generator in
            var dataset = RandomRDF.dataset(upTo: 12, using: &generator)
            let form = try RDFC10.canonicalize(dataset).text
            let node = dataset.freshBlankNode()
            dataset.insert(Dataset.Quad(node, .rdfType, .rdfNil))
            return try RDFC10.canonicalize(dataset).text != form
        }
    }

    @Test("Named graphs of blank nodes are told apart")
    func graphs() throws {
        let text = """
            _:p1 <urn:value> "a" _:g1 .
            _:p2 <urn:value> "b" _:g2 .
            <urn:vc> <urn:proof> _:g1 .
            <urn:vc> <urn:proof> _:g2 .
            """
        let swapped = text.replacing("g1", with: "G").replacing("g2", with: "g1").replacing("G", with: "g2")
        #expect(try canonical(text) == canonical(swapped))
        #expect(try canonical(text) != canonical(text.replacing("\"b\" _:g2", with: "\"b\" _:g1")))
    }

    @Test("The quads can be had one by one, and under other labels in their new order")
    func relabelled() throws {
        let data = try dataset("_:x <urn:p> \"1\" .\n_:y <urn:p> _:x .\n<urn:s> <urn:p> _:y .\n")
        let form = try RDFC10.canonicalize(data)
        #expect(
            form.quads.map { String(decoding: form.text[$0], as: UTF8.self) }.joined().utf8.elementsEqual(form.text))
        let other = try form.relabelled(data) { number in Array("u\(9 - number)".utf8) }
        var expected = String(decoding: form.text, as: UTF8.self)
        for number in 0...1 { expected = expected.replacing("_:c14n\(number)", with: "_:u\(9 - number)") }
        #expect(
            other.quads.map { String(decoding: other.text[$0], as: UTF8.self) }
                == expected.split(separator: "\n").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { $0 + "\n" })
        #expect(other.blankNodes == form.blankNodes)
    }

    @Test("What RDF doesn't allow has no canonical form")
    func generalized() {
        var dataset = Dataset()
        let node = dataset.blankNode("x")
        let text = dataset.literal("x")
        for quad in [
            Dataset.Quad(node, node, node), Dataset.Quad(text, .rdfType, node), Dataset.Quad(node, text, node),
            Dataset.Quad(node, .rdfType, node, graph: text),
        ] {
            var wrong = dataset
            wrong.insert(quad)
            #expect(throws: RDFError(.generalized, "")) { try RDFC10.canonicalize(wrong) }
        }
    }

    @Test("A dataset that is used again gives what a new one gives")
    func reuse() throws {
        var dataset = Dataset()
        for round in 0..<3 {
            let text = Array("_:x <urn:p> \"\(round)\" .\n_:y <urn:q> _:x .\n".utf8)
            try NQuadsParser.parse(text, into: &dataset)
            #expect(try RDFC10.canonicalize(dataset).text == RDFC10.canonicalize(NQuadsParser.parse(text)).text)
            dataset.removeAll()
        }
    }
}
