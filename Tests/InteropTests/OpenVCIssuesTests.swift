import Encodings
import Testing
import TestSupport

@Suite("openvc-core issues", .needsPeers)
struct OpenVCIssuesTests {
    private let peer: PeerFiles
    private let receiver: Receiver

    init() throws {
        peer = try PeerFiles.openVC.get()
        receiver = try peer.receiver()
    }

    private func report(on name: String, _ options: [String] = []) throws -> Receiver.Report {
        try receiver.report(on: peer.path(of: name), options)
    }

    @Test("Its VC-JWTs are genuine", arguments: ["ed.jwt", "p256.jwt", "p384.jwt"])
    func jwt(name: String) throws {
        let report = try report(on: name)
        #expect(report.verdict == "valid", "\(report)")
    }

    /// VCDM 1.1 §6.3.1: `nbf` "MUST represent issuanceDate". openvc-core writes the second of signing there, so an
    /// earlier `validFrom` contradicts it.
    @Test("One whose nbf isn't its validFrom is refused, as it says two things")
    func notBefore() throws {
        let report = try report(on: "nbf.jwt")
        #expect(report.verdict == "invalid")
        #expect(report.code("claims") == "claims.jwt")
    }

    /// Data Integrity EdDSA Cryptosuites §3.3.1, step 2: "If unsecuredDocument.@context is present, set
    /// proof.@context to unsecuredDocument.@context." openvc-core hashes the contexts in the options but leaves them
    /// out of the proof that it writes, and puts them back when it verifies; by §3.3.2 the options are hashed as they
    /// stand. Taking such proofs would let a signed member be removed, so they are refused; with the contexts written
    /// where they were signed the same signature fits.
    @Test("Of its eddsa-jcs-2022 proofs, those fit whose contexts stand where they were signed")
    func contextsOfProofs() throws {
        let asWritten = try report(on: "jcs.json")
        #expect(asWritten.verdict == "invalid")
        #expect(asWritten.code("proof") == "proof.signature-mismatch")
        let completed = try report(on: "jcs-completed.json")
        #expect(completed.verdict == "valid", "\(completed)")
        try receiver.trust(try #require(peer.answer["did"]?.stringValue))
        let didKey = try report(on: "did-key.json")
        #expect(didKey.verdict == "valid", "\(didKey)")
    }

    @Test(
        "Its proofs over linked data are genuine, by each key", .needsCorpus("contexts"),
        arguments: ["rdfc.json", "ecdsa-rdfc-p256.json", "ecdsa-rdfc-p384.json", "sd-derived.json"])
    func linkedData(name: String) throws {
        let report = try report(on: name)
        #expect(report.code("proof") == "proof.ok", "\(report)")
        // The schema wants members that the holder of the partial copy left out.
        if name != "sd-derived.json" { #expect(report.verdict == "valid", "\(report)") }
    }

    @Test("Its ecdsa-jcs-2019 proofs are genuine too", arguments: ["ecdsa-jcs-p256.json", "ecdsa-jcs-p384.json"])
    func ecdsaJCS(name: String) throws {
        let report = try report(on: name)
        #expect(report.verdict == "valid", "\(report)")
    }

    @Test("What it signs for a holder alone is told from what is for receivers", .needsCorpus("contexts"))
    func baseProof() throws {
        let report = try report(on: "sd-base.json")
        #expect(report.verdict == "invalid")
        #expect(report.code("proof") == "proof.base-proof")
    }

    @Test("A bit that it set in its status list withdraws the badge, and only that")
    func statusList() throws {
        let list = ["--status", peer.path(of: "list.json")]
        let standing = try report(on: "standing.json", list)
        #expect(standing.verdict == "valid", "\(standing)")
        #expect(standing.code("status") == "status.ok")
        let withdrawn = try report(on: "withdrawn.json", list)
        #expect(withdrawn.verdict == "invalid")
        #expect(withdrawn.code("status") == "status.revoked")
    }
}
