import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("Checkpoints of award batches")
struct AwardCheckpointTests {
    let records: RecordsFixture

    init() throws { records = try RecordsFixture() }

    private func newest() throws -> AuditCheckpoint? { try records.register.read { try $0.latestCheckpoint() } }

    @Test("each batch signs where the trail ends, and nothing awarded signs nothing")
    func signed() throws {
        #expect(try newest() == nil)
        try records.award([.init(email: "anna@koulu.example"), .init(email: "bo@koulu.example")])
        let first = try #require(try newest())
        #expect(try first.head == records.register.read { try $0.auditTrailHead() })
        let key = try #require(try records.workspace.publicKeys().first { $0.role == .checkpoint })
        let document = try CheckpointDocument(reading: first.signedBytes, key: key.publicKey)
        #expect(document.head == first.head && document.issuer == records.workspace.settings.issuer)
        // The same again awards nothing.
        try records.award([.init(email: "anna@koulu.example")])
        #expect(try newest() == first)
        try records.award((0..<501).map { .init(email: "p\($0)@koulu.example") })
        #expect(try RawDatabase.text("SELECT count(*) FROM checkpoints", at: records.register.path) == "3")
    }

    /// What somebody with an SQLite shell does to the trail after a checkpoint was kept elsewhere.
    static let edits: [(String, AuditBreak.Reason)] = [
        ("DELETE FROM audit_entries WHERE sequence = (SELECT max(sequence) FROM audit_entries)", .cut),
        ("DELETE FROM audit_entries WHERE sequence > 3; DELETE FROM checkpoints", .cut),
        ("DELETE FROM audit_entries WHERE sequence = 2", .sequence),
        (
            "UPDATE audit_entries SET json = CAST(replace(CAST(json AS TEXT), 'award.issued', 'award.change') AS BLOB)",
            .hash
        ),
        (
            """
            UPDATE audit_entries SET sequence = -1 WHERE sequence = 2; UPDATE audit_entries SET sequence = 2 WHERE sequence = 3;
            UPDATE audit_entries SET sequence = 3 WHERE sequence = -1
            """, .hash
        ),
        ("UPDATE audit_entries SET hash = x'\(String(repeating: "ab", count: 32))' WHERE sequence = 2", .hash),
        ("UPDATE audit_salts SET salt = x'\(String(repeating: "ab", count: 16))'", .commitment),
    ]

    @Test("editing, deleting, reordering and cutting off are found on a copy", arguments: edits)
    func edited(sql: String, reason: AuditBreak.Reason) throws {
        try records.award((0..<3).map { .init(email: "p\($0)@koulu.example") })
        let kept = try #require(try newest())
        try records.register.close()
        let copy = records.fixture.scratch.path(of: "copy.sqlite")
        try FileManager.default.copyItem(atPath: records.workspace.registerPath, toPath: copy)
        // A check on what a number may be would only save us the work.
        try RawDatabase.tamper("PRAGMA ignore_check_constraints = ON; \(sql)", at: copy)
        let result = try Register.open(at: copy, readOnly: true).read { try $0.verifyAuditChain(against: [kept]) }
        guard case .broken(let found) = result else {
            Issue.record("Nothing was noticed.")
            return
        }
        #expect(found.reason == reason)
        // And the register itself is as it was.
        let own = try Register.open(at: records.workspace.registerPath, readOnly: true)
        #expect(try own.read { try $0.verifyAuditChain(against: [kept]) } == .consistent(kept.head))
    }

    @Test("a trail that was computed anew fits itself, and not the checkpoint")
    func computedAnew() throws {
        try records.award((0..<3).map { .init(email: "p\($0)@koulu.example") })
        let kept = try #require(try newest())
        // Given a forger who leaves an entry out and links the rest again
        let entries = try records.register.read { try $0.auditEntries() }.enumerated()
            .filter { $0.offset != 2 }.map(\.element.json)
        var statements = ["DELETE FROM checkpoints", "DELETE FROM audit_salts", "DELETE FROM audit_entries"]
        var hash = AuditChain.empty.hash
        for (sequence, json) in entries.enumerated() {
            let old = try #require(try JSONParser.parse(json).objectValue)
            var object = old
            object["sequence"] = .number(JSONNumber(sequence))
            let bytes = JCS.canonicalize(.object(object))
            hash = AuditChain.hash(after: hash, bytes)
            statements.append(
                "INSERT INTO audit_entries VALUES (\(sequence), x'\(Base16.encode(bytes))', x'\(Base16.encode(hash))')")
        }
        try records.register.close()
        try RawDatabase.tamper(statements.joined(separator: ";"), at: records.workspace.registerPath)
        let forged = try Register.open(at: records.workspace.registerPath, readOnly: true)
        guard case .consistent = try forged.read({ try $0.verifyAuditChain() }) else {
            Issue.record("The forger wasn't careful enough.")
            return
        }
        #expect(
            try forged.read { try $0.verifyAuditChain(against: [kept]) }
                == .broken(AuditBreak(sequence: entries.count, reason: .cut)))
    }
}
