import Encodings
import Testing
import TestSupport

/// The suites over linked data and ECDSA, both ways: proofs of ours checked by others, proofs of theirs by us.
@Suite("Cryptosuites and their peers", .needsPeers, .needsCorpus("contexts"))
struct SuiteTests {
    private let badges: SuiteBadges
    private let corpus: String

    init() throws {
        badges = try SuiteBadges.shared.get()
        corpus = try #require(Corpus.root)
    }

    private func receiver() throws -> Receiver {
        let receiver = try Receiver()
        try receiver.trust(SuiteBadges.did, document: badges.didDocument)
        return receiver
    }

    @Test("Every proof over linked data fits by the standards' steps, and no longer after a change")
    func byHand() throws {
        let files = badges.files.filter { !$0.contains("-jcs-") }
        #expect(files.count == 5)
        let outcomes =
            try Peers.ask(
                "verify_linked_data",
                [
                    "corpus": .string(corpus), "document": .string(badges.didDocument),
                    "files": .array(files.map { .string($0) }),
                ]
            ).arrayValue ?? []
        #expect(outcomes.count == files.count)
        for (file, outcome) in zip(files, outcomes) {
            #expect(outcome["proof"]?["ok"] == true, "\(file): \(outcome["proof"]?["error"]?.stringValue ?? "")")
            let name = outcome["proof"]?["value"]?.stringValue ?? "?"
            #expect(file.contains("/\(name)"))
            #expect(outcome["tampered"]?["error"] == "AssertionError: signature", "\(file)")
        }
    }

    /// ECDSA §3.2.3: with a P-384 key the hash inside the canonicalisation is SHA-384 as well. openvc-core takes SHA-256
    /// there, so that it names blank nodes in another order than the standard; a document with one of them at most
    /// comes out alike.
    @Test("openvc-core takes them in each of its suites, and shows parts of a badge by our base proof")
    func openVC() throws {
        // It doesn't know the proof type from before Data Integrity.
        let files = badges.files.filter { !$0.contains("Ed25519Signature2020") }
        let derived = badges.folder.path(of: "derived-by-openvc.json")
        var outcomes =
            try Peers.ask(
                "openvc_suites",
                [
                    "corpus": .string(corpus), "document": .string(badges.didDocument),
                    "files": .array(files.map { .string($0) }), "base": .string(badges.base),
                    "pointers": .array(SuiteBadges.pointers.map { .string($0) }), "derived": .string(derived),
                ]
            ).arrayValue ?? []
        let deriving = outcomes.popLast()
        #expect(outcomes.count == files.count)
        for (file, outcome) in zip(files, outcomes) {
            if file.hasSuffix("ecdsa-rdfc-2019-p384.json") {
                #expect(outcome["error"] == "SignatureInvalid: ecdsa-rdfc-2019 proof does not verify")
                continue
            }
            #expect(outcome["ok"] == true, "\(file): \(outcome["error"]?.stringValue ?? "")")
        }
        #expect(deriving?["ok"] == true, "\(deriving?["error"]?.stringValue ?? "")")
        let report = try receiver().report(on: derived)
        #expect(report.code("proof") == "proof.ok", "\(report)")
        // It shows the same in another spelling, with the same proof.
        let ours = try JSONParser.parse(badges.folder.read("ecdsa-sd-2023.json"))
        let theirs = try JSONParser.parse(badges.folder.read("derived-by-openvc.json"))
        #expect(ours["proof"] == theirs["proof"])
    }

    @Test("The program believes its own badges in every suite, but for the holder's copy")
    func own() throws {
        let receiver = try receiver()
        for file in badges.files {
            let report = try receiver.report(on: file)
            #expect(report.code("proof") == "proof.ok", "\(report)")
            #expect(report.code("issuer") == "issuer.ok")
        }
        let base = try receiver.report(on: badges.base)
        #expect(base.verdict == "invalid")
        #expect(base.code("proof") == "proof.base-proof")
    }

    @Test(
        "Badges signed by hand with PyLD and cryptography are genuine",
        arguments: ["eddsa-rdfc-2022", "ecdsa-rdfc-2019-p256", "ecdsa-rdfc-2019-p384", "Ed25519Signature2020"])
    func signedByHand(name: String) throws {
        let peer = try PeerFiles.linkedData.get()
        let report = try peer.receiver().report(on: peer.path(of: "\(name).json"))
        #expect(report.verdict == "valid", "\(report)")
    }
}
