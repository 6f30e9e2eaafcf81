import Cryptography
import Encodings
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("The erasure journal")
struct ErasureJournalTests {
    let records: RecordsFixture
    static let anna = AwardRequest.Recipient(
        studentID: "opisk-77119", email: "anna@koulu.example", name: "Anna Ainutlaatuinen")

    init() throws { records = try RecordsFixture() }

    private var path: String { records.workspace.registerPath }
    private var journal: ErasureJournal { ErasureJournal(beside: path) }
    private var keyPath: String { "\(records.workspace.keysFolder)/\(ErasureKey.fileName)" }

    @Test("and its key are their owner's alone, and say nothing that can be read")
    func files() throws {
        try records.award([Self.anna])
        _ = try records.erase("anna@koulu.example")
        #expect(try FileFacts(journal.path).mode == 0o600)
        #expect(try FileFacts(keyPath).mode == 0o600)
        let key = try #require(try ErasureKey.read(in: records.workspace.keysFolder))
        let entries = try journal.entries(sealedWith: key)
        #expect(entries.map(\.awardIDs.count) == [1])
        #expect(Set(entries[0].codes.keys) == [.email, .studentID, .passportNumber])
        #expect(entries[0].codes[.email] == key.code(of: .init(.email, "anna@koulu.example")))
        // A hash without the key isn't it, nor is the code of the same text as something else.
        #expect(entries[0].codes[.email] != key.code(of: .init(.studentID, "anna@koulu.example")))
        let other = ErasureKey([UInt8](repeating: 1, count: 32))
        #expect(throws: ErasureError(.journal, "")) { try journal.entries(sealedWith: other) }
        #expect("\(key)" == "ErasureKey(hidden)")
    }

    @Test("is followed by the next command that writes when its own was ended in between")
    func cutShort() throws {
        // Given a register as it was when the journal was written and the transaction had not ended
        try records.award([Self.anna, .init(email: "bo@koulu.example")])
        let anna = try records.person(.email("anna@koulu.example"))
        try records.register.close()
        let before = try records.fixture.scratch.read("koulu/register.sqlite")
        let other = try Register.open(at: path, readOnly: false)
        _ = try PersonEraser(records.workspace, register: other).erase(
            [PersonReference("anna@koulu.example")], at: records.now)
        try other.close()
        try records.fixture.scratch.write("koulu/register.sqlite", before)
        #expect(try records.files(with: "Ainutlaatuinen") == ["register.sqlite"])

        // When a command reads, nothing happens; when one writes, the work is finished
        let reading = try Register.open(at: path, readOnly: true)
        #expect(try reading.read { try $0.person(.id(anna.id)) } != nil)
        try reading.close()
        let writing = try Register.open(at: path, readOnly: false)
        #expect(try writing.read { try $0.person(.id(anna.id)) } == nil)
        #expect(try writing.read { try $0.personCount() } == 1)
        #expect(try records.files(with: "Ainutlaatuinen") == [])
        #expect(try writing.read { try $0.needsCleaning() } == false)
        let entries = try writing.read { try $0.auditEntries() }
        #expect(try entries.last.map { try JSONParser.parse($0.json)["event"] } == "person.erased")
        try writing.close()
        // Once only
        let count = entries.count
        let again = try Register.open(at: path, readOnly: false)
        #expect(try again.read { try $0.auditTrailHead().count } == count)
    }

    @Test("half a line at its end was never in force, and is gone with the next entry")
    func tornLine() throws {
        try records.award([Self.anna, .init(email: "bo@koulu.example")])
        _ = try records.erase("bo@koulu.example")
        let whole = try records.fixture.scratch.read("koulu/erasures.jsonl")
        try records.fixture.scratch.write("koulu/erasures.jsonl", whole + whole.prefix(100))
        #expect(try journal.entries().count == 1)
        _ = try records.erase("anna@koulu.example")
        let key = try ErasureKey.read(in: records.workspace.keysFolder)
        #expect(try journal.entries(sealedWith: key).count == 2)
        let after = try records.fixture.scratch.read("koulu/erasures.jsonl")
        #expect(Array(after.prefix(whole.count)) == whole)
    }

    @Test("a reader who keeps the log is said, and the next command finishes the work")
    func readerKeepsLog() throws {
        try records.award([Self.anna])
        let reader = try DatabasePool(path: path)
        try reader.read { db in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM persons")
            let eraser = PersonEraser(records.workspace, register: records.register, patienceSeconds: 0.2)
            do {
                _ = try eraser.erase([PersonReference("anna@koulu.example")], at: records.now)
                Issue.record("It said that no trace was left.")
            } catch let error as ErasureError {
                #expect(error.code == .traces)
            }
            #expect(try records.register.read { try $0.personCount() } == 0)
        }
        try reader.close()
        #expect(try !records.files(with: "Ainutlaatuinen").isEmpty)
        let outcome = try #require(try records.erase("anna@koulu.example").first)
        #expect(outcome.erasedBefore != nil)
        #expect(try records.files(with: "Ainutlaatuinen") == [])
    }

    @Test("an older list brings back nobody, by whichever identifier", arguments: 0..<4)
    func oldList(way: Int) throws {
        let nameless = AwardRequest.Recipient(studentID: "opisk-5", name: "Bo Bergström")
        let named = AwardRequest.Recipient(name: "Cia Cederberg")
        try records.award([Self.anna, nameless, named])
        let number = try records.person(.email("anna@koulu.example")).passportNumber
        let cia = try #require(try records.register.read { try $0.emaillessPersons(named: "Cia Cederberg") }.first)
        _ = try records.erase("anna@koulu.example", "opisk-5", cia.id)
        let recipient: AwardRequest.Recipient =
            switch way {
            case 0: .init(email: " Anna@Koulu.example ", name: "Somebody Else")
            case 1: .init(studentID: "opisk-5")
            case 2: .init(passportNumber: number)
            default: .init(name: "cia  cederberg")
            }
        for isDryRun in [true, false] {
            let report = try records.award([recipient]) { $0.isDryRun = isDryRun }
            #expect(report.rows.first?.outcome == .refused)
            #expect(report.rows.first?.code == "award.erased-person")
        }
        #expect(try records.register.read { try $0.personCount() } == 0)
        // Somebody else is awarded, and so is a namesake whom an address tells apart.
        let others = try records.award([.init(email: "uusi@koulu.example", name: "Cia Cederberg")])
        #expect(others.count(.awarded) == 1)
        // With force she comes back, but not by a number that is nobody's any more.
        let forced = try records.award([recipient]) { $0.force = true }
        #expect(forced.count(.awarded) == (way == 2 ? 0 : 1), "\(forced.rows)")
        // And is known from then on.
        if way != 2 { #expect(try records.award([recipient]).count(.alreadyHad) == 1) }
    }

    @Test("without its key nobody can be awarded but by force, and nobody erased")
    func keyGone() throws {
        try records.award([Self.anna, .init(email: "bo@koulu.example")])
        _ = try records.erase("anna@koulu.example")
        try FileManager.default.removeItem(atPath: keyPath)
        #expect(throws: ErasureError(.keyMissing, "")) { try records.award([.init(email: "cia@koulu.example")]) }
        #expect(throws: ErasureError(.keyMissing, "")) { try records.erase("bo@koulu.example") }
        #expect(try records.award([.init(email: "cia@koulu.example")]) { $0.force = true }.count(.awarded) == 1)
        #expect(!FileManager.default.fileExists(atPath: keyPath))
    }

    @Test("a line that was changed is noticed")
    func changed() throws {
        try records.award([Self.anna])
        _ = try records.erase("anna@koulu.example")
        let text = try records.fixture.scratch.text("koulu/erasures.jsonl")
        try records.fixture.scratch.write(
            "koulu/erasures.jsonl", text.replacing("\"email\":\"u", with: "\"email\":\"uA"))
        #expect(throws: ErasureError(.journal, "")) { try records.award([.init(email: "cia@koulu.example")]) }
        try records.fixture.scratch.write("koulu/erasures.jsonl", "nonsense\n")
        #expect(throws: RegisterError(.erasures, "")) { try Register.open(at: path, readOnly: false) }
    }
}
