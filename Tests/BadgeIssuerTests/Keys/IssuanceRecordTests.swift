import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("What the register knows of a stolen key's signatures")
struct IssuanceRecordTests {
    private typealias Fixture = KeyCustodyFixture

    /// A workspace with so many awards on its first day, and a site published then.
    private func published(_ awards: Int) throws -> (fixture: KeyCustodyFixture, awards: [AwardRecord]) {
        let samples = try ScratchFolder()
        let fixture = try Fixture(samples: WorkspaceFixture.smallSamples(in: samples))
        let register = try fixture.base.register()
        let made = try (0..<awards).map {
            try fixture.base.award(register, to: PersonDetails(name: "N \($0)", email: "n\($0)@koulu.example"))
        }
        _ = try SitePublisher.publish(
            fixture.workspace, register: register, keys: fixture.base.keys(), to: fixture.scratch.path(of: "site"),
            at: Fixture.day(0))
        try register.close()
        return (fixture, made)
    }

    private func list(_ fixture: KeyCustodyFixture, _ name: String = "ed25519-1") throws -> IssuanceList {
        try IssuanceList(parsing: fixture.scratch.read("koulu/issuance/\(name).json"))
    }

    @Test("all awards before the theft are listed, and the status list that was published, and nothing later")
    func beforeAndAfter() throws {
        let (fixture, awards) = try published(5)
        let report = try fixture.custodian(day: 2).revoke(fixture.theft(since: 1))
        let list = try list(fixture)
        #expect(awards.allSatisfy { list.contains($0.signatureDigest) })
        #expect(list.count == 6)
        #expect(report.issuanceLists.map(\.count) == [6])
        #expect(report.failingAwards == 0)
        #expect(list.before == Fixture.day(1))
        let site = try #require(try JSONParser.parse(fixture.scratch.read("site/status/1.json")).objectValue)
        let value = try #require(site["proof"]?["proofValue"]?.stringValue)
        #expect(list.contains(SHA256.hash(try EdDSAJCS2022().decodeProofValue(value))))

        let (later, late) = try published(3)
        let told = try later.custodian(day: 2).revoke(later.theft(since: 0))
        #expect(told.failingAwards == 3)
        let nothing = try self.list(later)
        #expect(nothing.count == 0 && !late.contains { nothing.contains($0.signatureDigest) })
    }

    @Test("awards of erased persons are listed, too")
    func erased() throws {
        let (fixture, awards) = try published(2)
        let first = try #require(awards.first)
        try RawDatabase.tamper(
            """
            UPDATE awards SET person = NULL WHERE id = '\(first.id)';
            DELETE FROM signed_credentials WHERE award = (SELECT number FROM awards WHERE id = '\(first.id)');
            """, at: fixture.workspace.registerPath)
        _ = try fixture.custodian(day: 2).revoke(fixture.theft())
        #expect(try list(fixture).contains(first.signatureDigest))
    }

    @Test("a list that was lost is made again by publishing, with the same signatures")
    func madeAgain() throws {
        let (fixture, _) = try published(2)
        _ = try fixture.custodian(day: 2).revoke(fixture.theft())
        let register = try fixture.base.register()
        func publish() throws -> PublishReport {
            try SitePublisher.publish(
                fixture.workspace, register: register, keys: fixture.base.keys(),
                to: fixture.scratch.path(of: "site"), at: Fixture.day(3))
        }
        #expect(try publish().written.contains("issuance/ed25519-1.json"))
        #expect(try publish().written.isEmpty)
        try FileManager.default.removeItem(atPath: fixture.scratch.path(of: "koulu/issuance/ed25519-1.json"))
        #expect(try publish().written.contains("issuance/ed25519-1.json"))
        let again = try list(fixture)
        #expect(try again.isGenuine(in: fixture.history()))
        // The published status list was signed anew meanwhile, so its first signature is no longer recorded.
        #expect(again.count == 2)
    }

    @Test("what is published after a closing keeps the last lists, years later, too")
    func closed() throws {
        let (fixture, _) = try published(1)
        _ = try fixture.custodian(day: 2).close(since: nil, successor: nil)
        let register = try fixture.base.register()
        func publish(_ day: Int) throws -> PublishReport {
            try SitePublisher.publish(
                fixture.workspace, register: register, keys: fixture.base.keys(),
                to: fixture.scratch.path(of: "site"), at: Fixture.day(day))
        }
        #expect(try publish(2).written.sorted() == ["checkpoint.json", "key-history.jsonl", "status/1.json"])
        let bytes = try fixture.scratch.read("site/status/1.json")
        let list = try #require(try JSONParser.parse(bytes).objectValue)
        #expect(list["validUntil"] == nil)
        let id = try #require(list["id"]?.stringValue)
        #expect(try fixture.history().closing?.finalLists == [.init(id: id, credential: list)])
        #expect(try publish(900).written == ["checkpoint.json"])
        #expect(try fixture.scratch.read("site/status/1.json") == bytes)
    }
}
