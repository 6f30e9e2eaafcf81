import Encodings
import Glibc
import LinkedData

/// RDFC-1.0 on the two badges as RDF, and on W3C's tests where the conformance corpus is at hand.
struct CanonicalizationBench {
    func run(into ours: inout [String: Double]) throws {
        for (name, path) in [("3 KB badge", "short-badge.nq"), ("sample badge", "sample-badge.nq")] {
            let text = try FileBytes.read("Benchmarks/Badges/\(path)")
            let dataset = try NQuadsParser.parse(text)
            let size = "\(dataset.quads.count) quads"
            let parsing = try Measured(beside: .ed25519Verify) { _ = try NQuadsParser.parse(text) }
            parsing.row("\(name): N-Quads parse, \(size)")
            let canonicalizing = try Measured(beside: .ed25519Verify) { _ = try RDFC10.canonicalize(dataset) }
            canonicalizing.row("\(name): RDFC-1.0, \(size)")
            ours["\(name)/quads"] = parsing.ratio + canonicalizing.ratio
        }
        guard let root = Self.corpus else {
            return Output.note("W3C's RDFC-1.0 tests are left out: PASSPORT_CONFORMANCE names no corpus")
        }
        try runOfficialTests(into: &ours)
        try runPoison(root)
    }

    private static var corpus: String? { getenv("PASSPORT_CONFORMANCE").map { String(cString: $0) } }

    /// The datasets of the suite's SHA-256 tests that have a canonical form; none without a corpus.
    func officialTests() throws -> [String] {
        guard let root = Self.corpus else { return [] }
        let manifest = try JSONParser.parse(FileBytes.read("\(root)/rdf-canon/manifest.jsonld"))
        return (manifest["entries"]?.arrayValue ?? []).compactMap { entry in
            guard entry["type"]?.stringValue == "rdfc:RDFC10EvalTest", entry["hashAlgorithm"] == nil else { return nil }
            return entry["action"]?.stringValue.map { "\(root)/rdf-canon/\($0)" }
        }
    }

    /// One round reads and canonicalises each of them.
    private func runOfficialTests(into ours: inout [String: Double]) throws {
        let texts = try officialTests().map { try FileBytes.read($0) }
        let round = try Measured(beside: .ed25519Verify) {
            for text in texts { _ = try RDFC10.canonicalize(NQuadsParser.parse(text)) }
        }
        Output.row(
            "W3C's \(texts.count) RDFC-1.0 tests, SHA-256, one round", Output.microseconds(round.time),
            beside: "\(Output.fixed(1e6 / round.time, 0)) rounds/s", ratio: Output.fixed(round.ratio),
            goal: "> 129 rounds/s")
        ours["W3C/tests"] = round.ratio
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
