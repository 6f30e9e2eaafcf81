import Encodings
import Foundation
import Testing
import TestSupport

@Suite("openvc-core reads what is issued", .needsPeers, .needsCorpus("contexts"))
struct OpenVCReadsTests {
    private func verify(_ files: [String], served: JSONObject) throws -> [JSONValue] {
        let answer = try Peers.ask(
            "openvc_verify",
            [
                "corpus": .string(try #require(Corpus.root)), "served": .object(served),
                "files": .array(files.map { .string($0) }),
            ])
        return answer.arrayValue ?? []
    }

    @Test("Its whole pipeline takes every badge: did:web document, eddsa-rdfc-2022, signed status list")
    func badges() throws {
        let badges = try IssuedBadges.shared.get()
        let files = badges.json + [badges.fullest, badges.holdable[0]]
        let outcomes = try verify(files, served: badges.served)
        #expect(outcomes.count == files.count)
        for (file, outcome) in zip(files, outcomes) {
            #expect(outcome["ok"] == true, "\(file): \(outcome["error"]?.stringValue ?? "")")
            #expect(outcome["value"]?["issuer"]?.stringValue == IssuedBadges.did)
            #expect(outcome["value"]?["format"] == "data-integrity:eddsa-rdfc-2022")
            #expect(outcome["value"]?["revoked"] == false)
            #expect(outcome["value"]?["suspended"] == false)
            #expect(outcome["value"]?["lists"] == (badges.holdable.contains(file) ? 2 : 1))
        }
    }

    @Test("And those of a did:key, with its status list under a urn:uuid:")
    func didKey() throws {
        let issuer = try KeyOnlyIssuer()
        let outcome = try #require(try verify([issuer.badge], served: issuer.served).first)
        #expect(outcome["ok"] == true, "\(outcome["error"]?.stringValue ?? "")")
        #expect(outcome["value"]?["issuer"]?.stringValue == issuer.did)
    }

    /// Open Badges 3.0 §8.2.4.1 puts the credential's members at the top level of the payload; openvc-core knows only
    /// the older form of VCDM 1.1 §6.3.1 with a `vc` claim. It does find the key and accept the signature before that:
    /// a changed JWT gets another answer.
    @Test("Of an Open Badges JWT it takes the signature, but looks for a vc claim")
    func jwt() throws {
        let badges = try IssuedBadges.shared.get()
        let sound = try #require(badges.jwt.first)
        let text = try String(contentsOfFile: sound, encoding: .utf8)
        let changed = try badges.folder.write("faults/changed.jwt", OneByte.changed(inSignatureOf: text))
        let outcomes = try verify([sound, changed], served: badges.served)
        #expect(outcomes.first?["error"] == "ClaimsInvalid: no embedded `vc` object in token")
        #expect(outcomes.last?["error"]?.stringValue?.hasPrefix("SignatureInvalid") == true)
    }
}
