import Encodings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Making and opening the register's file")
struct RegisterFileTests {
    let folder: ScratchFolder
    let now = FixedClock.now

    init() throws { folder = try ScratchFolder() }

    private var path: String { folder.path(of: "register.sqlite") }

    private func create() throws -> Register {
        var generator = SeededGenerator(seed: 5)
        return try Register.create(at: path, now: now, using: &generator)
    }

    private func refuses(_ code: RegisterError.Code, readOnly: Bool? = nil) {
        for mode in [true, false] where readOnly == nil || readOnly == mode {
            do {
                _ = try Register.open(at: path, readOnly: mode)
                Issue.record("It opened, read-only: \(mode).")
            } catch {
                #expect(error.code == code)
                #expect(error.message.contains(path) && error.message.hasSuffix("."))
                #expect(error.hint?.hasSuffix(".") == true)
            }
        }
    }

    @Test("a new register is its owner's alone, and so are the files that SQLite keeps beside it")
    func mode() throws {
        let old = umask(0)
        defer { umask(old) }
        let register = try create()
        for file in folder.files() {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: file))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
        }
        #expect(folder.files().count == 3)
        #expect(try register.read { try $0.registerIdentity().created } == now)
        try register.close()
        #expect(folder.files() == ["register.sqlite"])
    }

    @Test("a file that is there is never overwritten, nor a link followed")
    func exists() throws {
        try folder.write("register.sqlite", "mine")
        #expect(throws: RegisterError(.alreadyExists, "")) { try create() }
        #expect(try folder.text("register.sqlite") == "mine")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path(of: "elsewhere"))
        #expect(throws: RegisterError(.alreadyExists, "")) { try create() }
        #expect(!folder.exists("elsewhere"))
    }

    @Test("a folder that isn't there is said, and nothing is made")
    func noFolder() {
        var generator = SeededGenerator(seed: 5)
        #expect(throws: RegisterError(.cannotOpen, "")) {
            try Register.create(at: folder.path(of: "no/register.sqlite"), now: now, using: &generator)
        }
        #expect(folder.files().isEmpty)
    }

    @Test("a missing register isn't made by opening it")
    func missing() {
        refuses(.missing)
        #expect(folder.files().isEmpty)
    }

    @Test("what is no register is refused and stays as it is")
    func notARegister() throws {
        for bytes in [[], Array("this is no database, and longer than a header of one hundred bytes ".utf8)] {
            let bytes = Array(repeating: bytes, count: 20).flatMap(\.self)
            try folder.write("register.sqlite", bytes)
            refuses(.notARegister)
            #expect(try folder.read("register.sqlite") == bytes)
            #expect(folder.files() == ["register.sqlite"])
        }
        try FileManager.default.removeItem(atPath: path)
        try RawDatabase.execute("CREATE TABLE notes (text); PRAGMA user_version = 1", at: path)
        let bytes = try folder.read("register.sqlite")
        refuses(.notARegister)
        #expect(try folder.read("register.sqlite") == bytes)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        refuses(.notARegister)
    }

    @Test("a register of a newer version is left alone, by every way of opening it")
    func newer() throws {
        try create().close()
        try RawDatabase.execute("PRAGMA user_version = 99", at: path)
        let bytes = try folder.read("register.sqlite")
        refuses(.newerSchema)
        #expect(try folder.read("register.sqlite") == bytes)
    }

    @Test("an older register is brought up to date by opening it for writing, not for reading")
    func migrating() throws {
        try create().close()
        let step = "CREATE TABLE later (number INTEGER PRIMARY KEY) STRICT; INSERT INTO later VALUES (7)"
        let next = RegisterSchema(steps: RegisterSchema.current.steps + [step])
        #expect(throws: RegisterError(.olderSchema, "")) {
            try Register.open(at: path, readOnly: true, schema: next, busyTimeout: 1)
        }
        for _ in 0..<2 {
            let register = try Register.open(at: path, readOnly: false, schema: next, busyTimeout: 1)
            #expect(try register.read { try $0.auditTrailHead().count } == 1)
            try register.close()
        }
        #expect(try RawDatabase.text("SELECT number FROM later", at: path) == "7")
        refuses(.newerSchema)
    }

    @Test("a step that fails leaves the older register whole")
    func failingStep() throws {
        try create().close()
        let broken = RegisterSchema(steps: RegisterSchema.current.steps + ["CREATE TABLE half (a); NONSENSE"])
        #expect(throws: RegisterError(.fault, "")) {
            try Register.open(at: path, readOnly: false, schema: broken, busyTimeout: 1)
        }
        #expect(try RawDatabase.text("SELECT name FROM sqlite_schema WHERE name = 'half'", at: path) == nil)
        _ = try Register.open(at: path, readOnly: false)
    }

    @Test("a register opened for reading reads, and refuses to write")
    func readOnly() throws {
        try create().close()
        let register = try Register.open(at: path, readOnly: true)
        #expect(try register.read { try $0.auditTrailHead().count } == 1)
        #expect(throws: RegisterError(.readOnly, "")) { try register.write { _ in } }
    }

    @Test("in a folder where nothing can be written a register is read, and nothing is left beside it")
    func atRest() throws {
        let odd = folder.path(of: "vuosi 50% #1? ä")
        try FileManager.default.createDirectory(atPath: odd, withIntermediateDirectories: false)
        var generator = SeededGenerator(seed: 5)
        try Register.create(at: "\(odd)/register.sqlite", now: now, using: &generator).close()
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: odd)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: odd) }
        let path = "\(odd)/register.sqlite"
        // Whoever may write everywhere, may write here too; what the others get is opened directly.
        let register = geteuid() == 0 ? try Register.openAtRest(path) : try Register.open(at: path, readOnly: true)
        #expect(try register.read { try $0.auditTrailHead().count } == 1)
        #expect(throws: RegisterError(.readOnly, "")) { try register.write { _ in } }
        #expect(try FileManager.default.contentsOfDirectory(atPath: odd) == ["register.sqlite"])
        try register.close()
        if geteuid() != 0 {
            #expect(throws: RegisterError(.readOnly, "")) { try Register.open(at: path, readOnly: false) }
        }
    }

    @Test("a register that another program keeps locked is said to be busy")
    func busy() throws {
        try create().close()
        let register = try Register.open(at: path, readOnly: false, schema: .current, busyTimeout: 0.2)
        let other = try DatabaseQueue(path: path)
        try other.inTransaction(.immediate) { _ in
            #expect(try register.read { try $0.auditTrailHead().count } == 1)
            do {
                try register.write { try $0.recordRegister(id: "x", at: now) }
                Issue.record("It wrote beside another transaction.")
            } catch let error as RegisterError {
                #expect(error.code == .busy)
                #expect(error.message.contains(path))
            }
            return .rollback
        }
    }

    @Test("a damaged register is said to be damaged")
    func damaged() throws {
        try create().close()
        var bytes = try folder.read("register.sqlite")
        for place in stride(from: 4096, to: bytes.count, by: 64) { bytes[place] ^= 0xFF }
        try folder.write("register.sqlite", bytes)
        do {
            let register = try Register.open(at: path, readOnly: true)
            _ = try register.read { try $0.verifyAuditChain() }
            Issue.record("Nothing was noticed.")
        } catch let error as RegisterError {
            #expect(error.code == .corrupt)
        }
    }

    @Test("a commit survives a power cut, deleted content is overwritten, foreign keys are checked")
    func settings() throws {
        let register = try create()
        let found = try register.write { transaction in
            try ["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map {
                try String.fetchOne(transaction.db, sql: "PRAGMA \($0)")
            }
        }
        #expect(found == ["wal", "2", "1", "1"])
    }

    @Test("a caller's own error comes out as it is, and undoes what was written")
    func ownError() throws {
        struct Own: Error {}
        let register = try create()
        var generator = SeededGenerator(seed: 8)
        #expect(throws: Own.self) {
            try register.write {
                _ = try $0.insertPerson(PersonDetails(name: "Anna"), at: now, using: &generator)
                throw Own()
            }
        }
        #expect(try register.read { try $0.personCount() } == 0)
    }
}
