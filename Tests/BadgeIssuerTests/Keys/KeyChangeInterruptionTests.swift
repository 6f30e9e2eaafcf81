import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("A change of keys that is interrupted")
struct KeyChangeInterruptionTests {
    private typealias Fixture = KeyCustodyFixture

    enum Operation: String, CaseIterable, Sendable {
        case generate, rotate, retire, revoke, close

        func run(_ custodian: KeyCustodian, _ fixture: KeyCustodyFixture) throws -> KeyChangeReport {
            switch self {
            case .generate: try custodian.generate(.p384)
            case .rotate: try custodian.rotate("ed25519-1")
            case .retire: try custodian.retire("p256-1")
            case .revoke: try custodian.revoke(fixture.theft())
            case .close: try custodian.close(since: nil, successor: nil)
            }
        }
    }

    @Test(
        "has not begun or will be completed by the same command run again, once",
        arguments: Operation.allCases, KeyChange.Moment.allCases)
    func rerun(_ operation: Operation, _ moment: KeyChange.Moment) throws {
        let fixture = try Fixture()
        let register = try fixture.base.register()
        try register.write { try $0.ensureStatusList(.revocation, at: FixedClock.now) }
        try register.close()
        let before = try fixture.contents()

        // When the command is killed
        #expect(throws: Fixture.Killed.self) {
            try operation.run(fixture.custodian(day: 1, endingAt: moment), fixture)
        }
        // Then nothing has happened yet that others could see
        if moment == .drafted {
            #expect(try fixture.history().entries.count == 1)
            let after = try fixture.contents().filter { !$0.key.contains(".key-change-") }
            #expect(after == before)
        }
        // and running it again brings it to one end
        let report = try operation.run(fixture.custodian(day: 2), fixture)
        try check(fixture, report, operation)
        #expect(report.entry.at == Fixture.day(moment == .drafted ? 2 : 1))
    }

    @Test("is completed by whoever needs the keys next", arguments: Operation.allCases)
    func completion(_ operation: Operation) throws {
        for moment in KeyChange.Moment.allCases.dropFirst() {
            let fixture = try Fixture()
            #expect(throws: Fixture.Killed.self) {
                try operation.run(fixture.custodian(day: 1, endingAt: moment), fixture)
            }
            _ = try fixture.base.keys()
            #expect(try fixture.history().entries.count == 2, "\(moment)")
            #expect(!entries(of: fixture.workspace.root).contains { $0.contains("key-change") }, "\(moment)")
        }
    }

    @Test("another command than the interrupted one completes that and then does its own")
    func anotherCommand() throws {
        let fixture = try Fixture()
        #expect(throws: Fixture.Killed.self) {
            try fixture.custodian(day: 1, endingAt: .decided).rotate("ed25519-1")
        }
        let report = try fixture.custodian(day: 2).rotate("p256-1")
        #expect(report.ended.map(\.id) == ["\(fixture.issuer)#p256-1"])
        #expect(try fixture.history().entries.map(\.event) == [.initial, .rotated, .rotated])
        #expect(try fixture.auditEvents().filter { $0 == "key.rotated" }.count == 2)
    }

    @Test("without its plan can't be completed, and says so")
    func broken() throws {
        let fixture = try Fixture()
        try fixture.scratch.write("koulu/key-change/entry.jsonl", "{}")
        #expect(throws: KeyCustodyError(.unfinished, "")) { try fixture.custodian() }
        #expect(throws: KeyCustodyError(.unfinished, "")) { try fixture.base.keys() }
    }

    /// History, key files, register and what waits to be taken away agree.
    private func check(
        _ fixture: KeyCustodyFixture, _ report: KeyChangeReport, _ operation: Operation
    ) throws {
        let history = try fixture.history()
        #expect(history.entries.count == 2)
        #expect(history.head == report.entry.digest)
        for key in history.keys {
            let fragment = Workspace.fragment(of: key)
            let file = try KeyFiles.readPrivate(
                fragment: fragment, folder: fixture.workspace.keysFolder, passphrase: nil)
            #expect(file.publicKey == key.publicKey)
        }
        #expect(try fixture.workspace.publicKeys().count == history.keys.count)
        #expect(!entries(of: fixture.workspace.root).contains { $0.contains("key-change") })
        let events = try fixture.auditEvents().filter { $0.hasPrefix("key.") || $0.hasPrefix("organisation.") }
        #expect(events.count == 1)
        guard operation == .revoke || operation == .close else { return }
        if operation == .revoke {
            let path = try #require(report.recoveryKeyPath)
            let recovery = try KeyFiles.readPrivate(path, passphrase: nil)
            #expect(history.recoveryKeyDigest == KeyHistoryEntry.recoveryKeyDigest(of: recovery.publicKey))
            let list = try IssuanceList(parsing: fixture.scratch.read("koulu/issuance/ed25519-1.json"))
            #expect(list.isGenuine(in: history))
        } else {
            let register = try fixture.base.register()
            let bytes = try #require(try register.read { try $0.statusLists() }.first?.signed?.bytes)
            let list = try #require(try JSONParser.parse(bytes, limits: .statusList).objectValue)
            let id = try #require(list["id"]?.stringValue)
            #expect(history.closing?.finalLists == [.init(id: id, credential: list)])
        }
    }
}
