import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Credentials from the field read as they were signed.
@Suite("Claims: credentials from the field") struct ClaimsCorpusTests {
    /// Where a credential of the corpus says something that its names don't show, and what.
    static let differing: [String: String] = [:]

    private static let suites = [
        "dcc", "signed-credentials", "ob3-spec", "1edtech-validator", "vcdm2", "vcdm11", "vc-di-eddsa", "vc-di-ecdsa",
        "bitstring-status-list",
    ]

    @Test("The check finds nothing in credentials that their issuers wrote", .needsCorpus("dcc"))
    func genuine() throws {
        var count = 0
        for suite in Self.suites {
            for vector in Corpus.cases(suite) {
                for file in ["file", "input", "signed", "document"] {
                    guard vector.text(file) != nil, let bytes = try? vector.read(file),
                        case .credential(let presented) = PresentedFile.read(bytes),
                        presented.view.hasType("VerifiableCredential"),
                        let expanded = try? JSONLD.expand(
                            .object(presented.credential.removing("proof")),
                            contexts: OpenBadgesContexts.store.prepared, options: .signing)
                    else { continue }
                    count += 1
                    let found = expanded.difference(in: BadgeShapes.all)
                    let shown = found.map { "\($0.kind) \($0.path)" }
                    #expect(shown == Self.differing[vector.id], "\(suite) \(vector.id)")
                }
            }
        }
        #expect(count > 120, "\(count)")
    }
}
