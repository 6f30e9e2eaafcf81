import Encodings
import Testing
import TestSupport

@Suite("PyJWT and joserfc issue", .needsPeers)
struct JWTPeersIssueTests {
    private let peer: PeerFiles
    private let receiver: Receiver

    init() throws {
        peer = try PeerFiles.jwt.get()
        receiver = try peer.receiver()
    }

    private func files(_ names: [String]) -> [String] { names.map { peer.path(of: "\($0).jwt") } }

    @Test("Badges by every algorithm are genuine, with the key that kid names in the pinned DID document")
    func algorithms() throws {
        let names = ["pyjwt", "joserfc"].flatMap { peer in
            ["es256", "es384", "rs256", "eddsa"].map { "\(peer)-\($0)" }
        }
        let reports = try receiver.reports(on: files(names))
        for (name, report) in zip(names, reports) {
            #expect(report.verdict == "valid", "\(name): \(report)")
            #expect(report.status == 0)
            #expect(report.name == "Peer badge")
        }
    }

    @Test("So are those with a vc claim by VCDM 1.1, in both models, and by VC-JOSE-COSE")
    func otherForms() throws {
        let names = ["pyjwt-vc-claim", "joserfc-vc-claim-2", "joserfc-vc-jose-cose"]
        for (name, report) in zip(names, try receiver.reports(on: files(names))) {
            #expect(report.verdict == "valid", "\(name): \(report)")
            #expect(report.name == "Peer badge")
        }
    }

    @Test(
        "Whatever nobody may take is not taken",
        arguments: [
            ("bad-none", "invalid", "proof", "proof.missing"),
            ("bad-unsigned", "invalid", "proof", "proof.signature-mismatch"),
            ("bad-hs256", "undetermined", "proof", "proof.unsupported"),
            ("bad-payload", "invalid", "proof", "proof.signature-mismatch"),
            ("bad-key", "invalid", "proof", "proof.signature-mismatch"),
            ("bad-own-jwk", "invalid", "proof", "proof.signature-mismatch"),
            ("bad-wrong-algorithm", "invalid", "proof", "proof.signature-mismatch"),
            ("bad-claim", "invalid", "claims", "claims.jwt"),
            ("bad-issuer", "invalid", "claims", "claims.jwt"),
            ("bad-both-forms", "invalid", "claims", "claims.jwt"),
            ("bad-expired", "invalid", "validity", "validity.expired"),
        ])
    func refused(name: String, verdict: String, check: String, code: String) throws {
        let report = try #require(try receiver.reports(on: files([name])).first)
        #expect(report.verdict == verdict, "\(report)")
        #expect(report.code(check) == code, "\(report)")
        #expect(report.status == (verdict == "invalid" ? 1 : 2))
    }
}
