import Encodings
import Glibc
import LinkedData

/// RDFC-1.0 on the two badges as RDF, and on W3C's tests where the conformance corpus is at hand.
struct CanonicalizationBench {
    func run() throws {
        for (name, path) in [("3 KB badge", "short-badge.nq"), ("sample badge", "sample-badge.nq")] {
            let text = try FileBytes.read("Benchmarks/Badges/\(path)")
            let dataset = try NQuadsParser.parse(text)
            let size = "\(dataset.quads.count) quads"
            try Measured(beside: .ed25519Verify) { _ = try NQuadsParser.parse(text) }
                .row("\(name): N-Quads parse, \(size)")
            try Measured(beside: .ed25519Verify) { _ = try RDFC10.canonicalize(dataset) }
                .row("\(name): RDFC-1.0, \(size)")
        }
        try runOfficialTests()
    }

    /// One round reads and canonicalises every dataset of the suite's SHA-256 tests that has a canonical form.
    private func runOfficialTests() throws {
        guard let root = getenv("PASSPORT_CONFORMANCE").map({ String(cString: $0) }) else {
            Output.note("W3C's RDFC-1.0 tests are left out: PASSPORT_CONFORMANCE names no corpus")
            return
        }
        let manifest = try JSONParser.parse(FileBytes.read("\(root)/rdf-canon/manifest.jsonld"))
        let texts = try (manifest["entries"]?.arrayValue ?? []).compactMap { entry -> [UInt8]? in
            guard entry["type"]?.stringValue == "rdfc:RDFC10EvalTest", entry["hashAlgorithm"] == nil,
                let action = entry["action"]?.stringValue
            else { return nil }
            return try FileBytes.read("\(root)/rdf-canon/\(action)")
        }
        let round = try Measured(beside: .ed25519Verify) {
            for text in texts { _ = try RDFC10.canonicalize(NQuadsParser.parse(text)) }
        }
        Output.row(
            "W3C's \(texts.count) RDFC-1.0 tests, SHA-256, one round", Output.microseconds(round.time),
            beside: "\(Output.fixed(1e6 / round.time, 0)) rounds/s", ratio: Output.fixed(round.ratio),
            goal: "> 129 rounds/s")
        try runPoison(root)
    }

    /// A graph made to be hard has to be given up soon.
    private func runPoison(_ root: String) throws {
        let poisoned = try NQuadsParser.parse(FileBytes.read("\(root)/rdf-canon/rdfc10/test074-in.nq"))
        let poison = Measured(beside: .ed25519Verify, rounds: 5) { _ = try? RDFC10.canonicalize(poisoned) }
        Output.row(
            "W3C's poison graph, test074, given up after", "\(Output.fixed(poison.time / 1000, 1)) ms",
            ratio: Output.fixed(poison.ratio), goal: "≤ 100 ms")
    }
}
