import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Erasing a person")
struct PersonEraserTests {
    let records: RecordsFixture
    static let anna = AwardRequest.Recipient(
        studentID: "opisk-77119", email: "anna.ainutlaatuinen@koulu.example", name: "Anna Ainutlaatuinen")

    init() throws { records = try RecordsFixture() }

    private var journal: ErasureJournal { ErasureJournal(beside: records.workspace.registerPath) }

    /// What is known of a person, down to each piece of the signed badge that no other badge has.
    private func secrets(of person: Person) throws -> [String: [UInt8]] {
        var secrets: [String: [UInt8]] = [
            "number": Array(person.passportNumber.description.utf8), "narrative": Array("ryhmän koossa".utf8),
        ]
        for (name, text) in [
            ("email", person.email), ("student id", person.studentID), ("name", person.name), ("did", person.did),
        ] {
            if let text { secrets[name] = Array(text.utf8) }
        }
        let awards = try records.register.read { try $0.awards(AwardFilter(personID: person.id)) }
        let others = try records.register.read { reader in
            try reader.awards().filter { $0.personID != person.id }.compactMap { try reader.signedBytes($0.id) }
        }
        let common = Data(others.joined())
        for award in awards {
            for piece in award.evidence {
                secrets["evidence \(piece.id)"] = Array(piece.id.utf8)
                secrets["title \(piece.id)"] = piece.name.map { Array($0.utf8) }
            }
            let bytes = try #require(try records.register.read { try $0.signedBytes(award.id) })
            for start in stride(from: 0, to: bytes.count - 20, by: 20) {
                let piece = Array(bytes[start..<start + 20])
                // The award's id and its place in the status list stay.
                let text = String(decoding: piece, as: UTF8.self)
                let isKept = award.id.contains(text.prefix(8)) || award.id.contains(text.suffix(8))
                guard !isKept, common.range(of: Data(piece)) == nil else { continue }
                secrets["signed bytes at \(start)"] = piece
            }
        }
        return secrets
    }

    @Test("leaves no byte of the person in any file of the workspace")
    func noByteLeft() throws {
        // Given somebody among many, so that SQLite has moved her rows about
        try records.crowd(90)
        try records.award([Self.anna])
        try records.crowd(110, seed: 4)
        let anna = try records.person(.email("anna.ainutlaatuinen@koulu.example"))
        var secrets = try secrets(of: anna)
        secrets["narrative"] = Array("anna.ainutlaatuinen piti".utf8)
        #expect(secrets.count > 20)
        for (name, bytes) in secrets where !name.hasPrefix("signed") {
            #expect(try !records.files(with: bytes).isEmpty, "\(name)")
        }

        // When she is erased
        let outcome = try #require(try records.erase("anna.ainutlaatuinen@koulu.example").first)

        // Then no file has any of it, while the register is still open and after
        #expect(outcome.personID == anna.id)
        #expect(outcome.awardIDs.count == 1)
        for (name, bytes) in secrets { #expect(try records.files(with: bytes) == [], "\(name)") }
        #expect(try records.files(with: "Ainutlaatuinen") == [])
        #expect(try records.files(with: anna.id) == ["erasures.jsonl"])
        try records.register.close()
        for (name, bytes) in secrets { #expect(try records.files(with: bytes) == [], "\(name)") }
    }

    @Test("a tombstone stays: id, badge, dates, status, places, the signature's digest, and nothing else")
    func tombstone() throws {
        try records.award([Self.anna, .init(email: "bo@koulu.example")])
        let anna = try records.person(.studentID("opisk-77119"))
        let before = try #require(try records.register.read { try $0.awards(AwardFilter(personID: anna.id)) }.first)
        _ = try records.erase(anna.passportNumber.description)
        let after = try #require(try records.register.read { try $0.award(before.id) })
        #expect(after.personID == nil)
        #expect(after.id == before.id && after.achievementID == before.achievementID)
        #expect(after.awardedDate == before.awardedDate && after.validUntil == before.validUntil)
        #expect(after.state == .issued && after.statusEntries == before.statusEntries)
        #expect(after.signatureDigest == before.signatureDigest && after.signedAt == before.signedAt)
        #expect(after.narrative == nil && after.evidence.isEmpty && after.level == nil && after.hours == nil)
        #expect(after.sha256 == [UInt8](repeating: 0, count: 32))
        #expect(try records.register.read { try $0.signedBytes(before.id) } == nil)
        #expect(try records.register.read { try $0.person(.id(anna.id)) } == nil)
        // The other's award is untouched, the trail and all records are sound, and the badge can still be revoked.
        #expect(try records.register.read { try $0.personCount() } == 1)
        guard case .consistent = try records.register.read({ try $0.verifyAuditChain() }) else {
            Issue.record("The trail is broken.")
            return
        }
        var faults: [BadgeIssuer.RecordError] = []
        let summary = try RegisterCheck(records.workspace, at: records.now).run(records.register) { faults.append($0) }
        #expect(faults.isEmpty, "\(faults)")
        #expect(summary.erased == 1 && summary.awards == 2)
        let report = try StatusChanger(.revoke, reason: .holderRequest).apply(
            to: [AwardReference(before.id)], in: records.register, at: records.now)
        #expect(!report.hasRefusals)
    }

    @Test("the audit trail says that somebody was erased, and not who")
    func auditEntry() throws {
        try records.award([Self.anna])
        let anna = try records.person(.studentID("opisk-77119"))
        _ = try records.erase("opisk-77119")
        let entries = try records.register.read { try $0.auditEntries() }
        let last = try #require(entries.last)
        let json = try JSONParser.parse(last.json)
        #expect(json["event"] == "person.erased")
        #expect(json["subjects"] == nil)
        #expect(json["people"]?.arrayValue?.count == 1)
        #expect(last.who == "staff-7")
        #expect(entries.allSatisfy { !$0.personIDs.contains(anna.id) })
        #expect(
            try RawDatabase.text("SELECT count(*) FROM audit_salts WHERE person IS NOT NULL", at: records.register.path)
                == "0")
    }

    @Test("with revocation the live badges are revoked first, as the holder's request")
    func revocation() throws {
        try records.award([Self.anna])
        let outcome = try #require(try records.erase("opisk-77119", revokes: true).first)
        #expect(outcome.revokedIDs == outcome.awardIDs && outcome.revokedIDs.count == 1)
        let award = try #require(try records.register.read { try $0.award(outcome.awardIDs[0]) })
        #expect(award.state == .revoked && award.stateReason == "holder-request")
        let place = try #require(award.statusEntries.first)
        #expect(try records.register.read { try $0.setBits(list: place.list) } == [place.index])
    }

    @Test("somebody who isn't there is said, and then nobody is erased")
    func allOrNone() throws {
        try records.award([Self.anna])
        #expect(throws: RegisterError(.personMissing, "")) { try records.erase("opisk-77119", "nobody@koulu.example") }
        #expect(try records.register.read { try $0.personCount() } == 1)
        #expect(!journal.exists)
    }

    @Test("somebody who was erased before is known again by every identifier, and nothing happens")
    func again() throws {
        try records.award([Self.anna])
        let anna = try records.person(.studentID("opisk-77119"))
        _ = try records.erase("opisk-77119")
        for name in ["ANNA.ainutlaatuinen@koulu.example", "opisk-77119", anna.passportNumber.description, anna.id] {
            let outcome = try #require(try records.erase(name).first)
            #expect(outcome.personID == anna.id && outcome.erasedBefore == records.now.wholeSeconds, "\(name)")
        }
        #expect(try journal.entries().count == 1)
    }

    @Test("a personal identity code is refused and not repeated")
    func identityCode() {
        do {
            _ = try PersonReference("131052-308T")
            Issue.record("It was taken.")
        } catch {
            #expect(error.code == .identityCode)
            #expect(!error.description.contains("131052"))
        }
    }
}
