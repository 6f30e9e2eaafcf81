import BadgeIssuer
import Encodings
import TestSupport
import Testing

@Suite("The audit trail")
struct AuditTrailTests {
    let fixture: RegisterFixture
    let person: Person

    init() throws {
        fixture = try RegisterFixture()
        person = try fixture.person(PersonDetails(name: "Anna Aalto", email: "anna@koulu.example"))
        for _ in 0..<3 { try fixture.give(to: fixture.person()) }
        try fixture.give(to: person)
    }

    private func verify(_ others: [AuditCheckpoint] = []) throws -> AuditResult {
        try fixture.register.read { try $0.verifyAuditChain(against: others) }
    }

    private func checkpoint() throws -> AuditCheckpoint {
        let head = try fixture.register.read { try $0.auditTrailHead() }
        return AuditCheckpoint(head: head, at: fixture.now, signedBytes: [1])
    }

    @Test("an untouched trail is consistent, from the register's own first entry on")
    func consistent() throws {
        let head = try fixture.register.read { try $0.auditTrailHead() }
        #expect(head.count == 5)
        #expect(try verify([checkpoint()]) == .consistent(head))
        let first = try #require(try fixture.register.read { try $0.auditEntries(limit: 1) }.first)
        let id = try fixture.register.read { try $0.registerIdentity().id }
        let value = try JSONParser.parse(first.json)
        #expect(value["event"] == "register.created")
        #expect(value["subjects"] == ["urn:uuid:\(id)"])
        #expect(value["format"] == "passport.audit/1")
    }

    @Test("an entry names award, person and staff only as ids and commitments")
    func noNames() throws {
        let entry = try #require(try fixture.register.read { try $0.auditEntries(from: 4) }.first)
        #expect(entry.personIDs == [person.id])
        #expect(entry.who == "staff-7")
        let text = String(decoding: entry.json, as: UTF8.self)
        for secret in ["Anna", "anna@", person.id, "staff-7", person.passportNumber.description] {
            #expect(!text.contains(secret))
        }
    }

    @Test("two entries on one person can't be tied together without the salts")
    func unlinkable() throws {
        for _ in 0..<2 {
            try fixture.register.write {
                try $0.appendAudit(
                    .personCompleted, persons: [person.id], at: fixture.now, using: &fixture.generator)
            }
        }
        let people = try fixture.register.read { try $0.auditEntries(from: 5) }
            .map { try JSONParser.parse($0.json)["people"] }
        #expect(people.count == 2)
        #expect(people[0] != people[1])
    }

    @Test(
        "a text that could name a person doesn't get into the trail",
        arguments: ["anna@koulu.example", "Anna A", "é", ""])
    func references(text: String) throws {
        #expect(throws: RegisterError(.auditReference, "")) {
            try fixture.register.write {
                try $0.appendAudit(.awardIssued, subjects: [text], at: fixture.now, using: &fixture.generator)
            }
        }
        #expect(throws: RegisterError(.auditReference, "")) {
            try fixture.register.write {
                try $0.appendAudit(.awardIssued, who: text, at: fixture.now, using: &fixture.generator)
            }
        }
    }

    @Test("editing, deleting and reordering entries is found at its place")
    func tampering() throws {
        let edits: [(String, AuditBreak)] = [
            (
                "UPDATE audit_entries SET json = CAST(replace(CAST(json AS TEXT), 'issued', 'edited') AS BLOB) WHERE sequence = 2",
                AuditBreak(sequence: 2, reason: .hash)
            ),
            ("DELETE FROM audit_entries WHERE sequence = 1", AuditBreak(sequence: 2, reason: .sequence)),
            (
                """
                UPDATE audit_entries SET sequence = 100 WHERE sequence = 2;
                UPDATE audit_entries SET sequence = 2 WHERE sequence = 3;
                UPDATE audit_entries SET sequence = 3 WHERE sequence = 100;
                """, AuditBreak(sequence: 2, reason: .hash)
            ),
            (
                "UPDATE audit_salts SET who = 'staff-8' WHERE entry = 3 AND position = 0",
                AuditBreak(sequence: 3, reason: .commitment)
            ),
        ]
        for (sql, expected) in edits {
            let copy = try AuditTrailTests()
            try RawDatabase.tamper(sql, at: copy.fixture.path)
            #expect(try copy.verify() == .broken(expected), "\(sql)")
        }
    }

    @Test("cutting off the end is found by a checkpoint, here or kept elsewhere")
    func cutting() throws {
        let kept = try checkpoint()
        try RawDatabase.tamper(
            "DELETE FROM audit_salts WHERE entry >= 4; DELETE FROM audit_entries WHERE sequence >= 4", at: fixture.path)
        guard case .consistent = try verify() else {
            Issue.record("Without a checkpoint the trail looks whole.")
            return
        }
        #expect(try verify([kept]) == .broken(AuditBreak(sequence: 4, reason: .cut)))
        try fixture.register.write { try $0.recordCheckpoint(kept) }
        #expect(try fixture.register.read { try $0.latestCheckpoint() } == kept)
        #expect(try verify() == .broken(AuditBreak(sequence: 4, reason: .cut)))
    }

    @Test("a trail that was computed anew doesn't fit a checkpoint kept elsewhere")
    func rewritten() throws {
        let kept = try checkpoint()
        let other = try RegisterFixture(seed: 77)
        for _ in 0..<4 { try other.give(to: other.person()) }
        let result = try other.register.read { try $0.verifyAuditChain(against: [kept]) }
        #expect(result == .broken(AuditBreak(sequence: 4, reason: .checkpoint)))
    }

    @Test("the database itself refuses to change or delete an entry")
    func constraints() throws {
        for sql in ["UPDATE audit_entries SET json = x'00'", "DELETE FROM audit_entries"] {
            #expect(throws: (any Error).self, "\(sql)") { try RawDatabase.execute(sql, at: fixture.path) }
        }
    }

    @Test("when a person goes, salts go too, the chain stays and nothing of the person is left in the file")
    func erasure() throws {
        // Erasing is a command of its own; this is the part that the schema promises it.
        let free = try fixture.person(PersonDetails(name: "Zebedeus Unohdettu", email: "zebedeus@koulu.example"))
        try fixture.register.write {
            try $0.appendAudit(.personAdded, persons: [free.id], at: fixture.now, using: &fixture.generator)
        }
        #expect(try fixture.folder.read("register.sqlite-wal").contains(Array("zebedeus@".utf8)))
        try fixture.register.close()
        let register = try Register.open(at: fixture.path, readOnly: false)
        try RawDatabase.executeErasing("DELETE FROM persons WHERE id = '\(free.id)'", at: fixture.path)
        let entry = try #require(try register.read { try $0.auditEntries(from: 5) }.first)
        #expect(entry.personIDs.isEmpty)
        guard case .consistent = try register.read({ try $0.verifyAuditChain() }) else {
            Issue.record("The chain doesn't stand without the salts.")
            return
        }
        try register.close()
        for file in fixture.folder.files() {
            let bytes = try fixture.folder.read(file)
            for secret in ["zebedeus", "unohdettu", "Unohdettu", free.id, free.passportNumber.description] {
                #expect(!bytes.contains(Array(secret.utf8)), "\(secret) in \(file)")
            }
        }
    }
}
