import Encodings
import Testing
import TestSupport

/// Proofs checked step by step after the standard, with PyLD and cryptography: no verifier of anybody's.
@Suite("PyLD and cryptography", .needsPeers, .needsCorpus("contexts"))
struct ProofTests {
    private let badges: IssuedBadges

    init() throws { badges = try IssuedBadges.shared.get() }

    private func check(_ files: [String], against document: String) throws {
        let answer = try Peers.ask(
            "verify_proof",
            [
                "corpus": .string(try #require(Corpus.root)), "document": .string(document),
                "files": .array(files.map { .string($0) }),
            ])
        let outcomes = answer.arrayValue ?? []
        #expect(outcomes.count == files.count)
        for (file, outcome) in zip(files, outcomes) {
            #expect(outcome["proof"]?["ok"] == true, "\(file): \(outcome["proof"]?["error"]?.stringValue ?? "")")
            #expect(outcome["tampered"]?["error"] == "AssertionError: signature", "\(file)")
        }
    }

    @Test("Every badge's eddsa-rdfc-2022 proof fits by the standard's steps, and no longer after a change")
    func sampleBadges() throws {
        try check(badges.json + [badges.fullest, badges.holdable[0]], against: badges.didDocument)
    }

    @Test("So do the published status lists'")
    func statusLists() throws { try check(badges.statusLists, against: badges.didDocument) }

    @Test("And those of an organisation that is a did:key")
    func didKey() throws {
        let issuer = try KeyOnlyIssuer()
        try check([issuer.badge, issuer.statusList], against: issuer.did)
    }
}
