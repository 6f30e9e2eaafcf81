// module: LinkedData
// seeds: Benchmarks/Badges/short-badge.nq Benchmarks/Badges/sample-badge.nq
import Encodings
import LinkedData

/// Any bytes as N-Quads: what is read is written and read again as the same, and has one canonical form.
func fuzz(_ bytes: [UInt8]) {
    guard let dataset = accepted({ try NQuadsParser.parse(bytes) }) else { return }
    let text = NQuadsWriter.write(dataset)
    guard let again = accepted({ try NQuadsParser.parse(text) }) else {
        fatalError("Not so: what was written is read again")
    }
    claim("there are as many quads", again.quads.count == dataset.quads.count)
    claim("what was written is written again", NQuadsWriter.write(again) == text)

    guard let canonical = accepted({ try RDFC10.canonicalize(dataset) }) else { return }
    guard let parsed = accepted({ try NQuadsParser.parse(canonical.text) }) else {
        fatalError("Not so: the canonical form is N-Quads")
    }
    claim("the canonical form has the same quads", parsed.quads.count == canonical.quads.count)
    // Of several graphs the standard promises less: nodes that look alike may change places.
    guard dataset.quads.allSatisfy({ $0.graph == .defaultGraph }) else { return }
    claim("the canonical form is its own", accepted { try RDFC10.canonicalize(parsed).text } == canonical.text)
    let lines = text.split(separator: UInt8(ascii: "\n")).reversed().flatMap { $0 + [UInt8(ascii: "\n")] }
    let shuffled = accepted { try RDFC10.canonicalize(NQuadsParser.parse(lines)).text }
    claim("the order of quads doesn't matter", shuffled == canonical.text)
}
