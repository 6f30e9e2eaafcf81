import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("Backing a workspace up and restoring it")
struct WorkspaceBackupTests {
    let records: RecordsFixture
    static let passphrase = Passphrase("neljä sanaa varmuuden vuoksi")

    init() throws { records = try RecordsFixture() }

    private var scratch: ScratchFolder { records.fixture.scratch }

    @discardableResult
    private func backUp(_ name: String = "a.backup") throws -> WorkspaceBackup.Outcome {
        try WorkspaceBackup(records.workspace, at: records.now).write(
            to: scratch.path(of: name), passphrase: Self.passphrase)
    }

    @discardableResult
    private func restore(
        _ name: String = "a.backup", to folder: String = "new", erasures: [String] = [], replaces: Bool = false,
        passphrase: Passphrase = Self.passphrase, later seconds: Int = 3600
    ) throws -> WorkspaceRestorer.Outcome {
        try WorkspaceRestorer(erasures: erasures, at: records.now.adding(seconds: seconds)).restore(
            scratch.path(of: name), to: scratch.path(of: folder), passphrase: passphrase, replaces: replaces)
    }

    private func register(in folder: String = "new", readOnly: Bool = true) throws -> Register {
        try Register.open(at: scratch.path(of: "\(folder)/register.sqlite"), readOnly: readOnly)
    }

    /// Everything in the scratch folder by its name, but for what SQLite keeps beside an open register.
    private var names: [String] { entries(of: scratch.path).filter { !$0.contains("register.sqlite-") } }

    @Test("gives the whole workspace back, but for the recovery key")
    func roundTrip() throws {
        try records.award([.init(email: "anna@koulu.example", name: "Anna Aalto"), .init(email: "bo@koulu.example")])
        try scratch.write("koulu/trust.json", "{}")
        let outcome = try backUp()
        #expect(outcome.manifest.awards == 2 && outcome.manifest.persons == 2 && outcome.leftOut.isEmpty)
        #expect(try FileFacts(scratch.path(of: "a.backup")).mode == 0o600)
        let restored = try restore()
        #expect(restored.erased == 0 && restored.migratedFrom == nil && restored.keptAside == nil)
        #expect(restored.manifest == outcome.manifest)

        let before = entries(of: records.workspace.root).filter { !$0.hasPrefix("register.sqlite-") }
        #expect(entries(of: scratch.path(of: "new")) == before.filter { $0 != "recovery-key.pem" })
        for name in scratch.files() where name.hasPrefix("new/") && !name.contains("register.sqlite") {
            let old = "koulu/" + name.dropFirst(4)
            #expect(try scratch.read(name) == scratch.read(old), "\(name)")
            #expect(try FileFacts(scratch.path(of: name)).mode == FileFacts(scratch.path(of: old)).mode, "\(name)")
        }
        #expect(try FileFacts(scratch.path(of: "new")).mode == 0o700)
        #expect(try FileFacts(scratch.path(of: "new/register.sqlite")).mode == 0o600)
        let new = try register()
        #expect(try new.read { try $0.awards() } == records.register.read { try $0.awards() })
        let id = try #require(try new.read { try $0.awards() }.first?.id)
        #expect(try new.read { try $0.signedBytes(id) } == records.register.read { try $0.signedBytes(id) })
        var faults: [BadgeIssuer.RecordError] = []
        _ = try RegisterCheck(Workspace(at: scratch.path(of: "new")), at: records.now).run(new) { faults.append($0) }
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test("holds nothing that can be read, and leaves nothing of it beside")
    func encrypted() throws {
        try records.award([.init(email: "anna@koulu.example", name: "Anna Aalto")])
        let before = names
        try backUp()
        #expect(
            names.filter { !before.contains($0) }.sorted() == [
                "a.backup", "koulu/keys/erasure-1.key",
            ])
        let bytes = try scratch.read("a.backup")
        for text in ["anna@koulu", "Anna Aalto", "SQLite format", "PRIVATE KEY", "passi.example", "tiimityo"] {
            #expect(!bytes.contains(Array(text.utf8)), "\(text)")
        }
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        #expect(line.contains(#""format":"passport.backup/1""#) && line.contains(#""kdf":"scrypt","n":16384,"#))
        // The same again differs from its first salt on.
        try backUp("b.backup")
        let other = try scratch.read("b.backup")
        #expect(zip(bytes.dropFirst(600), other.dropFirst(600)).count { $0 == $1 } < bytes.count / 50)
        #expect(throws: FileError(.exists, "")) { try backUp() }
        #expect(try scratch.read("a.backup") == bytes)
    }

    @Test("is of one moment while badges go on being awarded")
    func whileAwarding() async throws {
        try records.award([.init(email: "anna@koulu.example")])
        // Only awarding touches it meanwhile, and it is locked inside.
        nonisolated(unsafe) let records = records
        let awarding = Task.detached {
            // A connection of its own, as another process has.
            let other = try Register.open(at: records.workspace.registerPath, readOnly: false)
            for number in 0..<30 where !Task.isCancelled {
                try records.award([.init(email: "p\(number)@koulu.example")], in: other)
            }
        }
        for number in 0..<5 { try backUp("\(number).backup") }
        try await awarding.value
        #expect(try records.register.read { try $0.awardCount() } == 31)
        for number in 0..<5 {
            let outcome = try restore("\(number).backup", to: "new\(number)")
            let restored = try register(in: "new\(number)")
            #expect(try restored.read { try $0.awardCount() } == outcome.manifest.awards)
            #expect(try restored.read { try $0.auditTrailHead().count } == outcome.manifest.auditEntries + 1)
            guard case .consistent = outcome.audit else {
                Issue.record("The trail isn't of one moment.")
                continue
            }
        }
    }

    // MARK: Files that aren't what was written

    /// How a backup is spoilt, and what is said of it.
    static let damages: [(String, BackupError.Code)] = [
        ("cut in a part", .truncated), ("cut between parts", .truncated), ("header alone", .truncated),
        ("last part left out", .truncated), ("parts exchanged", .reordered), ("part left out", .reordered),
        ("part twice", .reordered), ("bit of a text", .changed), ("bit of a tag", .changed),
        ("length", .changed), ("last mark", .changed), ("numbers exchanged too", .changed),
        ("something added", .changed),
        ("salt", .wrongPassphrase), ("newer format", .unsupported), ("cheaper key", .unsupported),
        ("another file", .notABackup), ("nothing", .notABackup),
    ]

    @Test("refuses one that was spoilt, and leaves nothing half-written", arguments: damages)
    func spoilt(how: String, code: BackupError.Code) throws {
        let head = BackupPart.headBytes
        try records.award([.init(email: "anna@koulu.example")])
        try backUp()
        let whole = try scratch.read("a.backup")
        let start = try #require(whole.firstIndex(of: 0x0A)) + 1
        var parts: [[UInt8]] = []
        var place = start
        while place < whole.count {
            let length = head + Int(BackupPart.number(whole[place + 9..<place + head]))
            parts.append(Array(whole[place..<place + length]))
            place += length
        }
        #expect(parts.count > 2)
        var header = Array(whole[..<start])
        func replaceInHeader(_ old: String, _ new: String) {
            header = Array(String(decoding: header, as: UTF8.self).replacing(old, with: new).utf8)
        }
        var tail: [UInt8] = []
        switch how {
        case "cut in a part": parts = [parts[0], parts[1].dropLast(7)]
        case "cut between parts": parts = Array(parts[..<2])
        case "header alone": parts = []
        case "last part left out": parts.removeLast()
        case "parts exchanged": parts.swapAt(1, 2)
        case "part left out": parts.remove(at: 1)
        case "part twice": parts.insert(parts[1], at: 2)
        case "bit of a text": parts[1][head + 100] ^= 1
        case "bit of a tag": parts[2][parts[2].count - 1] ^= 0x80
        case "length": parts[1][12] ^= 1
        case "last mark": parts[1][8] = 1
        case "numbers exchanged too":
            parts.swapAt(1, 2)
            for number in 1...2 {
                parts[number].replaceSubrange(0..<8, with: BackupPart.bigEndian(UInt64(number), count: 8))
            }
        case "something added": tail = [0]
        case "salt":
            // Another one of the same length.
            let text = String(decoding: header, as: UTF8.self)
            let salt = try #require(text.firstRange(of: #""salt":"u"#)).upperBound
            header = Array((text[..<salt] + (text[salt] == "A" ? "B" : "A") + text[text.index(after: salt)...]).utf8)
        case "newer format": replaceInHeader("passport.backup/1", "passport.backup/2")
        case "cheaper key": replaceInHeader(#""n":16384"#, #""n":2"#)
        case "another file": (header, parts) = (Array("{\"format\":\"passport.trust/1\"}\n".utf8), [])
        default: (header, parts) = ([], [])
        }
        try scratch.write("spoilt.backup", header + parts.flatMap(\.self) + tail)
        let before = names
        do {
            try restore("spoilt.backup")
            Issue.record("It was taken.")
        } catch let error as BackupError {
            #expect(error.code == code, "\(error.message)")
            #expect(error.hint?.isEmpty == false)
        }
        #expect(names == before)
    }

    @Test("a wrong passphrase is told from a damaged file")
    func wrongPassphrase() throws {
        try backUp()
        let before = names
        #expect(throws: BackupError(.wrongPassphrase, "")) { try restore(passphrase: Passphrase("neljä sanaa")) }
        #expect(names == before)
    }

    @Test("a register of a newer schema is left for the newer version")
    func newer() throws {
        try records.register.close()
        try RawDatabase.execute("PRAGMA user_version = 99", at: records.workspace.registerPath)
        let before = names
        #expect(throws: RegisterError(.newerSchema, "")) { try backUp() }
        #expect(names.filter { $0 != "koulu/keys/erasure-1.key" } == before)
    }

    // MARK: Older ones

    @Test("an older register is backed up as it is, and brought up to date when it is restored")
    func migrates() throws {
        try records.register.close()
        let path = records.workspace.registerPath
        try FileManager.default.removeItem(atPath: path)
        let first = RegisterSchema(steps: [RegisterSchema.version1])
        var generator = SeededGenerator(seed: 6)
        try Register.create(at: path, schema: first, now: records.now, using: &generator).close()
        #expect(try backUp().manifest.schema == 1)
        #expect(try RawDatabase.text("PRAGMA user_version", at: path) == "1")
        let outcome = try restore()
        #expect(outcome.migratedFrom == 1)
        #expect(try register().read { try $0.auditTrailHead().count } == 2)
        // The backup itself is the copy that a migration keeps.
        #expect(names.filter { $0.contains("schema-1") } == [])
    }

    @Test("places in the status lists that were given since are not given again")
    func statusPlaces() throws {
        try records.award([.init(email: "anna@koulu.example")])
        try backUp()
        try records.award((0..<50).map { .init(email: "p\($0)@koulu.example") })
        let since = Set(try records.register.read { try $0.awards() }.flatMap(\.statusEntries))
        try restore()
        try restore(to: "again", later: 7200)
        var given = since
        for folder in ["new", "again"] {
            let restored = try register(in: folder, readOnly: false)
            try records.award((0..<50).map { .init(email: "q\($0)@koulu.example") }, in: restored, later: 10_800)
            let awardedAt = records.now.adding(seconds: 10_800)
            let places = Set(
                try restored.read { try $0.awards() }.filter { $0.signedAt == awardedAt }.flatMap(\.statusEntries))
            let new = places.subtracting(since)
            #expect(new.count == 50)
            // On lists that neither the lost register nor another restoration has.
            #expect(Set(new.map(\.list)).isDisjoint(with: given.map(\.list)))
            given.formUnion(places)
        }
    }

    @Test("what was withdrawn since is taken from the published lists, and stays withdrawn")
    func publishedLists() throws {
        // Given a badge revoked after the backup, and one awarded and revoked after it
        let first = try #require(try records.award([.init(email: "anna@koulu.example")]).rows.first?.credentialID)
        try backUp()
        let later = try #require(try records.award([.init(email: "bo@koulu.example")]).rows.first?.credentialID)
        let report = try StatusChanger(.revoke, reason: .error).apply(
            to: [AwardReference(first), AwardReference(later)], in: records.register, at: records.now)
        #expect(!report.hasRefusals)
        let places = try records.register.read { reader in
            try [first, later].flatMap { try reader.award($0)?.statusEntries ?? [] }
        }
        let site = scratch.path(of: "site")
        _ = try SitePublisher.publish(
            records.workspace, register: records.register, keys: records.keys, to: site, at: records.now)

        // When the older backup is restored with the site
        let restorer = WorkspaceRestorer(site: site, at: records.now.adding(seconds: 3600))
        let outcome = try restorer.restore(
            scratch.path(of: "a.backup"), to: scratch.path(of: "new"), passphrase: Self.passphrase)

        // Then both places are set, the known badge is revoked, and the next list is newer than the published one
        #expect(outcome.withdrawn == 1)
        let restored = try register(readOnly: false)
        let award = try #require(try restored.read { try $0.award(first) })
        #expect(award.state == .revoked && award.stateReason == "published-list")
        #expect(try restored.read { try $0.setBits(list: places[0].list) } == places.map(\.index).sorted())
        var faults: [BadgeIssuer.RecordError] = []
        let new = try Workspace(at: scratch.path(of: "new"))
        _ = try RegisterCheck(new, at: records.now).run(restored) { faults.append($0) }
        #expect(faults.isEmpty, "\(faults)")
        let before = try JSONParser.parse(scratch.read("site/status/1.json"))["validFrom"]?.stringValue ?? ""
        _ = try SitePublisher.publish(
            new, register: restored, keys: records.keys, to: site, at: records.now.adding(seconds: 7200))
        let after = try JSONParser.parse(scratch.read("site/status/1.json"))
        #expect((after["validFrom"]?.stringValue ?? "") > before)
        let bits = try StatusListCredential(json: #require(after.objectValue)).bits()
        #expect(places.allSatisfy { bits[$0.index] == true })
    }

    @Test("a list that the workspace didn't sign is refused")
    func foreignList() throws {
        try backUp()
        _ = try SitePublisher.publish(
            records.workspace, register: records.register, keys: records.keys, to: scratch.path(of: "site"),
            at: records.now)
        let text = try scratch.text("site/status/1.json")
        try scratch.write("site/status/1.json", text.replacing("revocation", with: "suspension"))
        let before = names
        #expect(throws: BackupError(.site, "")) {
            try WorkspaceRestorer(site: scratch.path(of: "site"), at: records.now).restore(
                scratch.path(of: "a.backup"), to: scratch.path(of: "new"), passphrase: Self.passphrase)
        }
        #expect(names == before)
    }

    @Test("who was erased since is erased again, by each journal at hand", arguments: 0..<3)
    func erasedSince(way: Int) throws {
        try records.award([
            .init(email: "anna@koulu.example", name: "Anna Ainutlaatuinen"), .init(email: "bo@koulu.example"),
        ])
        try backUp()
        _ = try records.erase("anna@koulu.example")
        let folder: String
        let outcome: WorkspaceRestorer.Outcome
        switch way {
        case 0:
            // A journal named: its key is in the backup.
            folder = "new"
            try scratch.write("elsewhere/erasures.jsonl", try scratch.read("koulu/erasures.jsonl"))
            outcome = try restore(erasures: [scratch.path(of: "elsewhere/erasures.jsonl")])
        case 1:
            // The workspace that makes way.
            folder = "koulu"
            try records.register.close()
            outcome = try restore(to: "koulu", replaces: true)
            #expect(outcome.keptAside.map { FileManager.default.fileExists(atPath: "\($0)/register.sqlite") } == true)
        default:
            // A later backup's own journal.
            folder = "new"
            try backUp("later.backup")
            outcome = try restore("later.backup")
        }
        #expect(outcome.erased == (way == 2 ? 0 : 1))
        let restored = try register(in: folder, readOnly: false)
        #expect(try restored.read { try $0.personCount() } == 1)
        #expect(try restored.read { try $0.needsCleaning() } == false)
        for name in scratch.files() where name.hasPrefix("\(folder)/") {
            #expect(!(try scratch.read(name)).contains(Array("Ainutlaatuinen".utf8)), "\(name)")
        }
        // And an older list doesn't bring her back there either.
        let report = try records.award([.init(email: "anna@koulu.example")], in: restored, later: 10_800)
        #expect(report.rows.first?.code == "award.erased-person")
    }

    @Test("a journal whose key isn't there is refused, and nothing is restored")
    func foreignJournal() throws {
        try backUp()
        let other = try RecordsFixture()
        try other.award([.init(email: "anna@koulu.example")])
        _ = try other.erase("anna@koulu.example")
        try scratch.write("erasures.jsonl", try other.fixture.scratch.read("koulu/erasures.jsonl"))
        let before = names
        #expect(throws: ErasureError(.journal, "")) { try restore(erasures: [scratch.path(of: "erasures.jsonl")]) }
        #expect(names == before)
    }

    // MARK: Where it goes

    @Test("a folder with something in it is left alone, by force too unless it is the same register's")
    func taken() throws {
        try records.award([.init(email: "anna@koulu.example")])
        try backUp()
        try scratch.write("new/mine.txt", "mine")
        for replaces in [false, true] {
            #expect(throws: WorkspaceError(.exists, "")) { try restore(replaces: replaces) }
        }
        #expect(entries(of: scratch.path(of: "new")) == ["mine.txt"])
        #expect(throws: WorkspaceError(.exists, "")) { try restore(to: "koulu") }
        // Another workspace, also of the same issuer
        let other = try RecordsFixture()
        try other.register.close()
        try RawDatabase.tamper(
            "UPDATE register SET id = '\(UUID().uuidString.lowercased())'", at: other.workspace.registerPath)
        try FileManager.default.copyItem(atPath: other.workspace.root, toPath: scratch.path(of: "other"))
        let before = names
        #expect(throws: BackupError(.otherWorkspace, "")) { try restore(to: "other", replaces: true) }
        #expect(names == before)
        // An empty folder will do
        try FileManager.default.createDirectory(atPath: scratch.path(of: "empty"), withIntermediateDirectories: false)
        try restore(to: "empty")
        #expect(try register(in: "empty").read { try $0.awardCount() } == 1)
    }

    @Test("the same register makes way, even a damaged one, and is kept")
    func damagedMakesWay() throws {
        try records.award([.init(email: "anna@koulu.example")])
        try backUp()
        try records.register.close()
        try scratch.write("koulu/register.sqlite", "ruined")
        let outcome = try restore(to: "koulu", replaces: true)
        #expect(try register(in: "koulu").read { try $0.awardCount() } == 1)
        let aside = try #require(outcome.keptAside)
        #expect(try String(contentsOfFile: "\(aside)/register.sqlite", encoding: .utf8) == "ruined")
        #expect(aside.hasPrefix(scratch.path(of: "koulu.before-restore-")))
    }

    @Test("a link isn't followed, and said")
    func links() throws {
        try scratch.write("secret.txt", "salaisuus")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path(of: "koulu/badge-definitions/link.json"),
            withDestinationPath: scratch.path(of: "secret.txt"))
        #expect(try backUp().leftOut == ["badge-definitions/link.json"])
        try restore()
        #expect(!scratch.exists("new/badge-definitions/link.json"))
    }

    @Test("a file's name leads nowhere else", arguments: ["..", ".", "", "a/b", "a\0b"])
    func plainNames(name: String) { #expect(!BackupArchive.isPlain(name)) }
}
