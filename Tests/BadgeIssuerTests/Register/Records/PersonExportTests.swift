import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("What is held on a person")
struct PersonExportTests {
    let records: RecordsFixture

    init() throws {
        records = try RecordsFixture()
        try records.award([
            .init(studentID: "opisk-7", email: "anna@koulu.example", name: "Anna Aalto"),
            .init(email: "bo@koulu.example", name: "Bo Bergström"),
        ])
    }

    private func export(_ text: String) throws -> (export: PersonExport, json: JSONObject) {
        let export = try records.register.read {
            try PersonExport(of: PersonReference(text), in: $0, settings: records.workspace.settings, at: records.now)
        }
        return (export, try #require(try JSONParser.parse(export.bytes).objectValue))
    }

    @Test("is one file: the person, badges to the byte, evidence, status, audit entries")
    func everything() throws {
        let (export, json) = try export("anna@koulu.example")
        let award = try #require(
            try records.register.read { try $0.awards(AwardFilter(personID: export.personID)) }.first)
        #expect(json["format"] == "passport.person-export/1")
        #expect(json["person"]?["email"] == "anna@koulu.example" && json["person"]?["studentID"] == "opisk-7")
        let badge = try #require(json["awards"]?.arrayValue?.first)
        #expect(badge["credential"] == .string(award.id) && badge["status"] == "issued")
        let bytes = try #require(try records.register.read { try $0.signedBytes(award.id) })
        #expect(badge["signed"]?.stringValue.map { Array($0.utf8) } == bytes)
        #expect(badge["narrative"] == "anna piti ryhmän koossa.")
        #expect(badge["evidence"]?.arrayValue?.first?["url"] == "https://portfolio.example.org/anna")
        #expect(badge["statusPlaces"]?.arrayValue?.count == 1)
        let entries = try #require(json["auditEntries"]?.arrayValue)
        #expect(entries.map { $0["entry"]?["event"] } == ["person.added", "award.issued"])
        // The salt opens the commitment: this entry is about her.
        let salt = try Base16.decode(#require(entries[0]["salt"]?.stringValue))
        #expect(entries[0]["entry"]?["people"] == [.string(AuditCommitment.text(of: export.personID, salt: salt))])
        // Nobody else's.
        #expect(!export.bytes.contains(Array("bo@koulu".utf8)) && !export.bytes.contains(Array("Bergström".utf8)))
    }

    @Test("begins with what she can read, in three languages")
    func summary() throws {
        let json = try export("opisk-7").json
        #expect(json.members.prefix(4).map(\.name) == ["format", "at", "issuer", "summary"])
        for (language, words) in [
            ("fi", ["Sinusta tallennetut tiedot", "Esimerkkikoulu", "Tiimityö", "20.10.2026", "voimassa"]),
            ("sv", ["Uppgifter som vi har om dig", "Exempelskolan", "20.10.2026", "gäller"]),
            ("en", ["What we hold on you", "2026-10-20", "in force", "24 months"]),
        ] {
            let text = try #require(json["summary"]?[language]?.stringValue)
            for word in words + ["Anna Aalto", "anna@koulu.example", "opisk-7"] {
                #expect(text.contains(word), "\(language): \(word)")
            }
        }
    }

    @Test("holds rows of tables that a later version adds", arguments: [true, false])
    func laterTables(hasRow: Bool) throws {
        try records.register.write { transaction in
            try transaction.db.execute(
                sql: """
                    CREATE TABLE wishes (number INTEGER PRIMARY KEY, wisher INTEGER REFERENCES persons ON DELETE CASCADE,
                        text TEXT, proof BLOB)
                    """)
            let email = hasRow ? "anna@koulu.example" : "bo@koulu.example"
            try transaction.db.execute(
                sql: """
                    INSERT INTO wishes (wisher, text, proof)
                    SELECT person, 'Haluan lisää merkkejä', x'0102' FROM identifiers WHERE value = ?
                    """, arguments: [email])
        }
        let other = try #require(try export("opisk-7").json["other"]?.arrayValue)
        #expect(other.map { $0["table"] } == (hasRow ? ["wishes"] : []))
        if hasRow {
            #expect(other[0]["row"]?["text"] == "Haluan lisää merkkejä" && other[0]["row"]?["proof"] == "uAQI")
        }
    }

    /// An application as the register keeps one.
    private func apply(_ email: String, saying text: String, at: Timestamp) throws {
        try records.register.write { transaction in
            try transaction.db.execute(
                sql: """
                    INSERT INTO applications (id, person, badge_base, slug, state, state_at, revision, received_at)
                    SELECT 'urn:uuid:11111111-2222-4333-8444-555555555555', person, 'https://passi.example/badges/',
                        'tiimityo', 'submitted', ?1, 1, ?1 FROM identifiers WHERE value = ?2
                    """, arguments: [at.seconds, email])
            try transaction.db.execute(
                sql: """
                    INSERT INTO application_submissions (application, revision, person, json, digest, received_at)
                    SELECT number, 1, person, ?, zeroblob(32), ? FROM applications
                    """, arguments: [Array("{\"text\":\"\(text)\"}".utf8).blob, at.seconds])
        }
    }

    @Test("holds applications in words, and erasing takes them along")
    func applications() throws {
        try apply("anna@koulu.example", saying: "Vedin kahvilaprojektia", at: records.now)
        let other = try #require(try export("opisk-7").json["other"]?.arrayValue)
        #expect(other.map { $0["table"] } == ["application_submissions", "applications"])
        #expect(other.first?["row"]?["json"]?["text"] == "Vedin kahvilaprojektia")
        #expect(try !records.files(with: "kahvilaprojektia").isEmpty)
        _ = try records.erase("opisk-7")
        #expect(try records.files(with: "kahvilaprojektia") == [])
        #expect(
            try RawDatabase.text("SELECT state FROM applications WHERE person IS NULL", at: records.register.path)
                == "submitted")
    }

    @Test("whose time may be over is told by the last thing that was recorded, an application too")
    func inactive() throws {
        let later = records.now.adding(seconds: 40 * 86_400)
        func inactive(_ day: CalendarDay) throws -> [String?] {
            var emails: [String?] = []
            try records.register.read { reader in
                try reader.forEachInactivePerson(since: day) { person, _ in emails.append(person.email) }
            }
            return emails
        }
        #expect(try inactive(CalendarDay(of: records.now)).isEmpty)
        #expect(try inactive(CalendarDay(of: later)).count == 2)
        try apply("anna@koulu.example", saying: "Vielä", at: later)
        #expect(try inactive(CalendarDay(of: later)) == ["bo@koulu.example"])
    }

    @Test("somebody who isn't there is said without repeating the name")
    func nobody() throws {
        do {
            _ = try export("nobody@koulu.example")
            Issue.record("Somebody was found.")
        } catch let error as RegisterError {
            #expect(error.code == .personMissing && !error.description.contains("nobody@"))
        }
    }
}
