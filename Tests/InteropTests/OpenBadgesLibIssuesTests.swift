import Encodings
import Testing
import TestSupport

@Suite("openbadgeslib issues", .needsPeers)
struct OpenBadgesLibIssuesTests {
    private let peer: PeerFiles
    private let receiver: Receiver

    init() throws {
        peer = try PeerFiles.openBadgesLib.get()
        receiver = try peer.receiver()
    }

    private func report(on name: String, _ options: [String] = []) throws -> Receiver.Report {
        try receiver.report(on: peer.path(of: name), options)
    }

    /// It names no `kid`; the key in its header proves nothing, and those pinned for the issuer are tried.
    @Test(
        "Its badges are genuine, by each algorithm, with an end, and with fractions of seconds",
        arguments: ["RS256.jwt", "ES256.jwt", "EdDSA.jwt", "ending.jwt", "fraction.jwt"])
    func jwt(name: String) throws {
        let report = try report(on: name)
        #expect(report.verdict == "valid", "\(report)")
        #expect(report.name == "Python developer")
    }

    @Test("Its salted hash names the person, and nobody else")
    func recipients() throws {
        let own = try report(on: "ES256.jwt", ["--recipient", try #require(peer.answer["recipient"]?.stringValue)])
        #expect(own.verdict == "valid", "\(own)")
        #expect(own.code("recipient") == "recipient.ok")
        let other = try report(on: "ES256.jwt", ["--recipient", "liisa@example.org"])
        #expect(other.verdict == "invalid")
        #expect(other.code("recipient") == "recipient.mismatch")
    }

    @Test("By a did:key it is genuine once that is trusted, and not when another key signed")
    func didKey() throws {
        let unknown = try report(on: "did-key.jwt")
        #expect(unknown.verdict == "undetermined")
        #expect(unknown.code("issuer") == "issuer.unknown")
        try receiver.trust(try #require(peer.answer["did"]?.stringValue))
        let known = try report(on: "did-key.jwt")
        #expect(known.verdict == "valid", "\(known)")
        let impostor = try report(on: "impostor.jwt")
        #expect(impostor.verdict == "invalid")
        #expect(impostor.code("proof") == "proof.signature-mismatch")
    }

    @Test("Its eddsa-rdfc-2022 proofs are genuine")
    func embedded() throws {
        let report = try report(on: "embedded.json")
        #expect(report.verdict == "valid", "\(report)")
    }

    @Test("A bit that it set in its status list, a JWT, withdraws the badge, and only that")
    func statusList() throws {
        let list = ["--status", peer.path(of: "list.jwt")]
        let standing = try report(on: "standing.jwt", list)
        #expect(standing.verdict == "valid", "\(standing)")
        #expect(standing.code("status") == "status.ok")
        let withdrawn = try report(on: "withdrawn.jwt", list)
        #expect(withdrawn.verdict == "invalid")
        #expect(withdrawn.code("status") == "status.revoked")
    }

    /// As the list names no `kid`, a key could have signed it that was not pinned yet.
    @Test("Its status list with another signature is not believed")
    func tamperedStatusList() throws {
        let changed = OneByte.changed(inSignatureOf: try peer.folder.text("list.jwt"))
        let list = ["--status", try receiver.folder.write("changed.jwt", changed)]
        let standing = try report(on: "standing.jwt", list)
        #expect(standing.verdict == "undetermined")
        #expect(standing.code("status") == "status.key-not-pinned")
    }
}
