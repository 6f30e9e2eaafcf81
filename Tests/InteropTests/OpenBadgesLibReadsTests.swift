import Encodings
import Foundation
import Testing
import TestSupport

@Suite("openbadgeslib reads what is issued", .needsPeers)
struct OpenBadgesLibReadsTests {
    private let badges: IssuedBadges

    init() throws { badges = try IssuedBadges.shared.get() }

    private func verify(_ files: [String], email: String = "fi.jwt@example.org") throws -> [JSONValue] {
        let answer = try Peers.ask(
            "openbadgeslib_verify",
            [
                "did": .string(IssuedBadges.did), "served": .object(badges.served), "email": .string(email),
                "files": .array(files.map { .string($0) }),
            ])
        return answer.arrayValue ?? []
    }

    @Test("It takes every JWT by the issuer's DID, checks its status, and reads out what was awarded")
    func jwt() throws {
        let outcomes = try verify(badges.jwt)
        #expect(outcomes.count == badges.jwt.count)
        for (file, outcome) in zip(badges.jwt, outcomes) {
            #expect(outcome["ok"] == true, "\(file): \(outcome["error"]?.stringValue ?? "")")
            #expect(outcome["value"]?["status"] == 1)
            #expect(outcome["value"]?["recipient"]?.stringValue?.hasPrefix("urn:uuid:") == true)
            let isMilestone = file.contains("/koonti-")
            #expect(outcome["value"]?["levels"]?.arrayValue?.count == (isMilestone ? 0 : 1), "\(file)")
            #expect(outcome["value"]?["values"]?.arrayValue?.count == (isMilestone ? 0 : 2), "\(file)")
        }
    }

    @Test("By its salted hash each badge is that of one learner of the three")
    func recipients() throws {
        let named = try verify(badges.jwt).count { $0["value"]?["names"] == [true] }
        #expect(named == badges.slugs.count)
    }

    @Test("It reads both status entries of a badge that can be put on hold")
    func holdable() throws {
        let outcome = try #require(try verify([badges.holdable[1]], email: "jwt@example.org").first)
        #expect(outcome["ok"] == true, "\(outcome["error"]?.stringValue ?? "")")
        #expect(outcome["value"]?["status"] == 2)
        #expect(outcome["value"]?["names"] == [true])
    }

    @Test("It takes every badge with an eddsa-rdfc-2022 proof, in each language")
    func embedded() throws {
        let files = badges.json + [badges.fullest, badges.holdable[0]]
        let outcomes = try verify(files)
        #expect(outcomes.count == files.count)
        for (file, outcome) in zip(files, outcomes) {
            #expect(outcome["ok"] == true, "\(file): \(outcome["error"]?.stringValue ?? "")")
        }
    }

    @Test("It refuses an eddsa-rdfc-2022 badge with another name")
    func embeddedTampered() throws {
        let text = try String(contentsOfFile: badges.fullest, encoding: .utf8)
        let changed = try badges.folder.write(
            "faults/renamed.json", text.replacingOccurrences(of: "Ledde teamet", with: "Lade ner teamet"))
        #expect(text.contains("Ledde teamet"))
        let outcome = try #require(try verify([changed]).first)
        #expect(outcome["ok"] == false)
    }

    @Test("It refuses a JWT with another signature")
    func tampered() throws {
        let text = try String(contentsOfFile: try #require(badges.jwt.first), encoding: .utf8)
        let changed = try badges.folder.write("faults/badgeslib.jwt", OneByte.changed(inSignatureOf: text))
        let outcome = try #require(try verify([changed]).first)
        #expect(outcome["error"] == "OB3VerificationError: Invalid signature")
    }
}
