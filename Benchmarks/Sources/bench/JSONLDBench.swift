import Encodings
import Glibc
import LinkedData

/// From JSON text to canonical N-Quads, contexts processed once, with the contexts of the conformance corpus.
struct JSONLDBench {
    func run(beside bare: OpenSSLSpeed) throws {
        guard let root = getenv("PASSPORT_CONFORMANCE").map({ String(cString: $0) }) else {
            Output.note("JSON-LD is left out: PASSPORT_CONFORMANCE names no corpus to take contexts from")
            return
        }
        let contexts = try contexts(of: root)
        for (name, path) in [("3 KB badge", "short-badge.json"), ("sample badge", "sample-badge.json")] {
            // The proof isn't part of what is canonicalised.
            let badge = try JSONParser.parse(FileBytes.read("Benchmarks/Badges/\(path)")).objectValue?.removing("proof")
            let text = JSONWriter.compact(.object(badge ?? [:]))
            let prepared = PreparedContexts(contexts)
            let document = try JSONParser.parse(text)
            let dataset = try JSONLD.toRDF(document, contexts: prepared, options: .signing)
            row(
                "\(name): JSON-LD to \(dataset.quads.count) quads",
                try ProcessorTime.median {
                    _ = try JSONLD.toRDF(document, contexts: prepared, options: .signing)
                }, bare)
            row(
                "\(name): JSON text to canonical N-Quads, \(text.count) bytes",
                try ProcessorTime.median {
                    let document = try JSONParser.parse(text)
                    let dataset = try JSONLD.toRDF(document, contexts: prepared, options: .signing)
                    _ = try RDFC10.canonicalize(dataset)
                }, bare, goal: name == "3 KB badge" ? "≤ 0.97" : "")
        }
    }

    private func row(_ work: String, _ time: Double, _ bare: OpenSSLSpeed, goal: String = "") {
        Output.row(
            work, Output.microseconds(time), beside: "Ed25519 verify \(Output.microseconds(bare.ed25519Verify))",
            ratio: Output.fixed(time / bare.ed25519Verify), goal: goal)
    }

    private func contexts(of root: String) throws -> ContextCollection {
        let limits = JSONLimits(maxBytes: 4 << 20, maxDepth: 64, maxValues: 100_000, maxStringBytes: 1 << 20)
        let listing = try JSONParser.parse(FileBytes.read("\(root)/documents.json"), limits: limits)
        var contexts = ContextCollection()
        for entry in listing["contexts"]?.arrayValue ?? [] {
            guard let url = entry["url"]?.stringValue, let file = entry["file"]?.stringValue else { continue }
            contexts.add(try JSONParser.parse(FileBytes.read("\(root)/\(file)")), at: url)
        }
        return contexts
    }
}
