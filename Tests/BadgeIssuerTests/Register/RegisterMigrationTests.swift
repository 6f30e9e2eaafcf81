import Encodings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Bringing an older register up to date")
struct RegisterMigrationTests {
    let fixture: WorkspaceFixture
    let path: String

    /// A workspace whose register is of the first schema, with one award.
    init() throws {
        fixture = try WorkspaceFixture()
        path = fixture.workspace.registerPath
        try FileManager.default.removeItem(atPath: path)
        let first = RegisterSchema(steps: [RegisterSchema.version1])
        let register = try Register.create(at: path, schema: first, now: fixture.now, using: &fixture.generator)
        try register.write { transaction in
            try transaction.recordPublished(RegisterFixture.snapshot(), at: fixture.now)
            let person = try transaction.insertPerson(
                PersonDetails(name: "Anna Ainutlaatuinen", email: "anna@koulu.example"), at: fixture.now,
                using: &fixture.generator)
            let award = try RegisterFixture.award(to: person, at: fixture.now, using: &fixture.generator)
            try transaction.insertAward(award)
            try transaction.appendAudit(
                .awardIssued, subjects: [award.id], persons: [person.id], at: fixture.now, using: &fixture.generator)
        }
        try register.close()
    }

    private var copy: String { "\(path).schema-1" }
    private func version(of path: String) throws -> String? { try RawDatabase.text("PRAGMA user_version", at: path) }

    @Test("a command that reads leaves it as it is")
    func reading() throws {
        let bytes = try fixture.scratch.read("koulu/register.sqlite")
        #expect(throws: RegisterError(.olderSchema, "")) { try Register.open(at: path, readOnly: true) }
        #expect(try fixture.scratch.read("koulu/register.sqlite") == bytes)
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    @Test("a command that writes keeps a whole copy beside it first, its owner's alone")
    func writing() throws {
        let old = umask(0)
        defer { umask(old) }
        let register = try Register.open(at: path, readOnly: false)
        #expect(try register.read { try $0.awardCount() } == 1)
        try register.close()
        #expect(try version(of: path) == "\(RegisterSchema.current.version)")
        #expect(try version(of: copy) == "1")
        #expect(try FileFacts(copy).mode == 0o600)
        #expect(try RawDatabase.text("SELECT count(*) FROM awards", at: copy) == "1")
        #expect(try RawDatabase.text("PRAGMA integrity_check", at: copy) == "ok")
        #expect(entries(of: fixture.workspace.root).filter { $0.hasSuffix(".copy") } == [])
        // What the new schema asks for is there.
        #expect(try RawDatabase.text("SELECT sum(closed) FROM status_lists", at: path) == nil)
        #expect(try Register.open(at: path, readOnly: true).read { try $0.erasureCount() } == 0)
    }

    @Test("a copy that can't be made leaves the register as it is")
    func noCopy() throws {
        // A folder under the copy's name can't be replaced by a file.
        try FileManager.default.createDirectory(atPath: "\(copy)/x", withIntermediateDirectories: true)
        #expect(throws: RegisterError(.diskFull, "")) { try Register.open(at: path, readOnly: false) }
        #expect(try version(of: path) == "1")
        #expect(entries(of: fixture.workspace.root).filter { $0.hasSuffix(".copy") } == [])
    }

    @Test("who is erased from it is erased from the copy, too")
    func erasing() throws {
        let register = try Register.open(at: path, readOnly: false)
        #expect(FileManager.default.fileExists(atPath: copy))
        _ = try PersonEraser(fixture.workspace, register: register).erase(
            [PersonReference("anna@koulu.example")], at: fixture.now)
        #expect(!FileManager.default.fileExists(atPath: copy))
        for name in fixture.scratch.files() {
            let bytes = try fixture.scratch.read(name)
            #expect(
                !bytes.contains(Array("Ainutlaatuinen".utf8)) && !bytes.contains(Array("anna@koulu".utf8)), "\(name)")
        }
    }

    @Test("a signed award can still not be changed, only become a tombstone")
    func frozen() throws {
        let register = try Register.open(at: path, readOnly: false)
        for sql in [
            "UPDATE awards SET level = 3", "UPDATE awards SET level = NULL", "UPDATE awards SET sha256 = zeroblob(32)",
            "UPDATE awards SET person = NULL, level = 4",
            """
            UPDATE awards SET person = NULL, level = NULL, hours = NULL, sha256 = zeroblob(32),
                awarded_date = '2026-01-01'
            """,
        ] {
            #expect(throws: RegisterError(.awardFrozen, "")) {
                try register.write { try $0.db.execute(sql: sql) }
            }
        }
        try register.write { try $0.db.execute(sql: "UPDATE awards SET state = state, narrative = NULL") }
    }

    @Test("tables for transcripts and challenges are there, and pass SQLite's integrity check")
    func transcripts() throws {
        try Register.open(at: path, readOnly: false).close()
        for table in ["transcripts", "transcript_files", "binding_challenges"] {
            #expect(try RawDatabase.text("SELECT count(*) FROM \(table)", at: path) == "0")
        }
        #expect(try RawDatabase.text("PRAGMA integrity_check", at: path) == "ok")
        #expect(try RawDatabase.text("PRAGMA foreign_key_check", at: path) == nil)
    }
}
