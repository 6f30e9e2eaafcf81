// module: OpenBadges
// seeds: examples/tiimityo.json Benchmarks/Badges/short-badge.json Tests/Fuzzing/DocumentFuzzer.swift
// parts: Choices Documents
import Encodings
import LinkedData
import OpenBadges
import VerifiableCredentials

/// JSON-LD of badges' own words and contexts of all shapes, under the contexts that ship: what it says doesn't depend
/// on the order of members, on a detour over its expanded or flattened form, or on what was read before.
func fuzz(_ bytes: [UInt8]) {
    var maker = DocumentMaker(Choices(bytes))
    let document = maker.document()
    let contexts = OpenBadgesContexts.store.prepared
    let signed = outcome { try JSONLD.toRDF(document, contexts: contexts, options: .signing) }
    let plain = outcome { try JSONLD.toRDF(document, contexts: contexts) }
    if let signed = signed.dataset {
        claim("the safe mode says what the other says", plain.dataset.map { NQuadsWriter.write($0) } == text(signed))
        claim(
            "a dataset is N-Quads", accepted { try NQuadsParser.parse(text(signed)) }?.quads.count == signed.quads.count
        )
    }

    let reversed = document.reversed
    let other = outcome { try JSONLD.toRDF(reversed, contexts: contexts, options: .signing) }
    // How deep terms depend on each other is counted from where it begins.
    if !signed.isLimit, !other.isLimit {
        claim("the order of members decides nothing", (signed.dataset == nil) == (other.dataset == nil))
    }
    guard let dataset = signed.dataset, let canonical = form(dataset) else { return }
    if dataset.quads.allSatisfy({ $0.graph == .defaultGraph }), let other = other.dataset.flatMap(form) {
        claim("the order of members says nothing", other == canonical)
    }

    guard let expanded = accepted({ try JSONLD.expand(document, contexts: contexts, options: .signing) }) else {
        return
    }
    let again = accepted { try JSONLD.toRDF(expanded.json, contexts: contexts) }
    claim("the expanded form says the same", again.flatMap(form).map { $0.count } == canonical.count)
    guard dataset.quads.allSatisfy({ $0.graph == .defaultGraph }) else { return }
    claim("the expanded form says the same", again.flatMap(form) == canonical)
    guard let flat = accepted({ try expanded.flattened() }) else { return }
    claim(
        "the flattened form says the same",
        accepted { try JSONLD.toRDF(flat, contexts: contexts) }.flatMap(form) == canonical)
}

private struct Outcome {
    var dataset: Dataset?
    var isLimit = false
}

private func outcome(_ work: () throws -> Dataset) -> Outcome {
    do {
        return Outcome(dataset: try work())
    } catch {
        let code = (error as? JSONLDError)?.codeText ?? ""
        return Outcome(isLimit: code.hasPrefix("limit.") || code == "jsonld.context-overflow")
    }
}

private func text(_ dataset: Dataset) -> [UInt8] { NQuadsWriter.write(dataset) }

private func form(_ dataset: Dataset) -> [UInt8]? { accepted { try RDFC10.canonicalize(dataset).text } }
