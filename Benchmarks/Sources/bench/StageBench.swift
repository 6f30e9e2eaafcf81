import Cryptography
import Encodings
import LinkedData
import OpenBadges
import VerifiableCredentials

/// Where the time of verifying a badge goes: its parts one by one, and what they leave of the whole.
struct StageBench {
    let badge: BenchBadge

    func run() throws {
        let secured = try badge.secured(badge.rdfc)
        guard let document = try JSONParser.parse(secured).objectValue,
            let proof = try DataIntegrityProof.all(in: document).first,
            let summary = badge.verifier.judge(secured, source: badge.name).credential
        else { throw BenchError("\(badge.name) has no proof") }
        let contexts = OpenBadgesContexts.store
        let unsecured = document.removing("proof")
        let expanded = try JSONLD.expand(.object(unsecured), contexts: contexts.prepared, options: .signing)
        let dataset = try expanded.dataset()
        let canonical = try RDFC10.canonicalize(dataset)
        let config = badge.rdfc.proofConfig(options: proof.options, documentContext: document["@context"])
        let message = try badge.rdfc.nquads(ofConfig: config)
        let signature = try badge.ed25519.privateKey.sign(message, using: .ed25519)
        let key = badge.ed25519.privateKey.publicKey
        let profile = OpenBadgeProfile()

        let parts: [(String, () throws -> Void)] = [
            ("parse \(secured.count) bytes", { _ = try JSONParser.parse(secured) }),
            ("contexts", { _ = contexts.findings(in: document) }),
            (
                "expand",
                { _ = try JSONLD.expand(.object(unsecured), contexts: contexts.prepared, options: .signing) }
            ),
            ("to RDF, \(dataset.quads.count) quads", { _ = try expanded.dataset() }),
            ("RDFC-1.0", { _ = try RDFC10.canonicalize(dataset) }),
            ("SHA-256 of \(canonical.text.count) bytes", { _ = SHA256.hash(canonical.text) }),
            ("the proof's own members", { _ = try badge.rdfc.nquads(ofConfig: config) }),
            (
                "Ed25519",
                { _ = key.isValid(signature: signature, for: message, using: .ed25519) }
            ),
            ("schema", { _ = profile.schema(of: document) }),
            ("badge rules", { _ = profile.badge(of: document) }),
            (
                "summary",
                {
                    var summary = summary
                    profile.summarize(document, into: &summary)
                }
            ),
        ]
        let whole = Measured(beside: .ed25519Verify, rounds: 31) {
            _ = badge.verifier.judge(secured, source: badge.name)
        }
        var rest = whole.ratio
        for (name, work) in parts {
            let part = try Measured(beside: .ed25519Verify, rounds: 31, of: work)
            rest -= part.ratio
            row(name, part.ratio, of: whole)
        }
        row("everything else", rest, of: whole)
    }

    /// Times are given as they would have been while the whole was measured.
    private func row(_ part: String, _ ratio: Double, of whole: Measured) {
        Output.row(
            "– \(part)", Output.microseconds(ratio * whole.bareTime),
            beside: "\(Output.fixed(ratio / whole.ratio * 100, 0)) % of it", ratio: Output.fixed(ratio))
    }
}
