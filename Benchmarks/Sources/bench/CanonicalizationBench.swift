import Encodings
import Glibc
import LinkedData

/// RDFC-1.0 on the two badges as RDF, and on W3C's tests where the conformance corpus is at hand.
struct CanonicalizationBench {
    func run(beside bare: OpenSSLSpeed) throws {
        for (name, path) in [("3 KB badge", "short-badge.nq"), ("sample badge", "sample-badge.nq")] {
            let text = try FileBytes.read("Benchmarks/Badges/\(path)")
            let dataset = try NQuadsParser.parse(text)
            let size = "\(dataset.quads.count) quads"
            row("\(name): N-Quads parse, \(size)", try ProcessorTime.median { _ = try NQuadsParser.parse(text) }, bare)
            row(
                "\(name): RDFC-1.0, \(size)", try ProcessorTime.median { _ = try RDFC10.canonicalize(dataset) }, bare)
        }
        try runOfficialTests()
    }

    private func row(_ work: String, _ time: Double, _ bare: OpenSSLSpeed) {
        Output.row(
            work, Output.microseconds(time), beside: "Ed25519 verify \(Output.microseconds(bare.ed25519Verify))",
            ratio: Output.fixed(time / bare.ed25519Verify))
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
        let time = try ProcessorTime.median {
            for text in texts { _ = try RDFC10.canonicalize(NQuadsParser.parse(text)) }
        }
        Output.row(
            "W3C's \(texts.count) RDFC-1.0 tests, SHA-256, one round", Output.microseconds(time),
            ratio: "\(Output.fixed(1e6 / time, 0)) rounds/s", goal: "> 129 rounds/s")
    }
}
