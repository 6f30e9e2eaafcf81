import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl register backup, restore, export-person, erase-person")
struct RegisterKeepingTests {
    private static let secret = ["PASSPORT_PASSPHRASE": "neljä sanaa varmuuden vuoksi"]

    private func id(_ file: String, _ school: School) throws -> String {
        try JSONParser.parse(school.folder.read(file))["id"]?.stringValue ?? ""
    }

    @Test("a backup becomes a workspace again, with the same badges")
    func backupAndRestore() throws {
        let school = try School(isEncrypted: true)
        let keys = ["PASSPORT_PASSPHRASE": School.passphrase]
        let awarded = try school.run(
            "award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "anna.json",
            environment: keys)
        #expect(awarded.status == 0, "\(awarded.stderr)")
        let backup = try school.run("register", "backup", "-o", "a.backup", environment: Self.secret)
        #expect(backup.status == 0, "\(backup.stderr)")
        #expect(backup.answer == "a.backup")
        #expect(backup.stderr.contains("1 badge and"))
        try school.run("register", "backup", "-o", "a.backup", environment: Self.secret).expectRefusal(
            73, "file.exists", naming: "a.backup")
        try school.run("register", "backup", "-o", "b.backup").expectRefusal(77, "key.passphrase-missing")
        #expect(!school.folder.exists("b.backup"))

        // The keys' passphrase is another one.
        try school.run("register", "restore", "a.backup", "--to", "new", environment: keys).expectRefusal(
            77, "backup.wrong-passphrase")
        #expect(!school.folder.exists("new"))
        let restored = try school.run("register", "restore", "a.backup", "--to", "new", environment: Self.secret)
        #expect(restored.status == 0, "\(restored.stderr)")
        #expect(restored.answer.hasSuffix("/new"))
        #expect(restored.stderr.contains("isn't in it") && restored.stderr.contains("--against"))
        let check = try school.run("register", "check", "--workspace", "new")
        #expect(check.answer == "1 badge checked: all are sound.")
        #expect(try school.run("register", "audit", "--workspace", "new").status == 0)
        // Its keys open with their own passphrase, and go on awarding on a new status list.
        let again = try school.run(
            "award", "tiimityo", "--to", "bo@example.org", "--evidence", School.evidence, "-o", "bo.json",
            "--workspace", "new", environment: keys)
        #expect(again.status == 0, "\(again.stderr)")
        func list(_ file: String) throws -> String? {
            try JSONParser.parse(school.folder.read(file))["credentialStatus"]?["statusListCredential"]?.stringValue
        }
        #expect(try list("anna.json") != list("bo.json"))
        #expect(try school.run("publish", "-o", "site", "--workspace", "new", environment: keys).status == 0)
        let verdict = try school.run("verify", "bo.json", "anna.json", "--bundle", "site", "--workspace", "new")
        #expect(verdict.status == 0, "\(verdict.stdout)")
    }

    @Test("a later checkpoint shows that something is missing after a restoration")
    func missingSince() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        #expect(try school.run("register", "backup", "-o", "a.backup", environment: Self.secret).status == 0)
        for name in ["bo", "cia", "dan"] { try school.award(to: "\(name)@example.org") }
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        #expect(try school.run("register", "restore", "a.backup", "--to", "new", environment: Self.secret).status == 0)
        try school.run("register", "audit", "--workspace", "new", "--against", "site/checkpoint.json").expectRefusal(
            65, "audit.cut-off")
    }

    @Test("restoring over the workspace needs force, and keeps the old one")
    func force() throws {
        let school = try School()
        #expect(try school.run("register", "backup", "-o", "a.backup", environment: Self.secret).status == 0)
        try school.run("register", "restore", "a.backup", "--to", "school", environment: Self.secret).expectRefusal(
            73, "workspace.exists", naming: "--force")
        let run = try school.run(
            "register", "restore", "a.backup", "--to", "school", "--force", "--json", environment: Self.secret)
        #expect(run.status == 0, "\(run.stderr)")
        let object = try run.objects()[0]
        #expect(object["format"] == "passport.register-restore/1" && object["audit"] == "consistent-with-itself")
        let aside = try #require(object["keptAside"]?.stringValue)
        #expect(FileManager.default.fileExists(atPath: "\(aside)/register.sqlite"))
        #expect(try school.run("register", "list").status == 0)
    }

    @Test("what is no sound backup is refused and leaves nothing")
    func spoilt() throws {
        let school = try School()
        #expect(try school.run("register", "backup", "-o", "a.backup", environment: Self.secret).status == 0)
        let bytes = try school.folder.read("a.backup")
        try school.folder.write("cut.backup", Array(bytes.dropLast(100)))
        var changed = bytes
        changed[bytes.count / 2] ^= 1
        try school.folder.write("changed.backup", changed)
        try school.folder.write("other.backup", "hello\n")
        for (file, code, status) in [
            ("cut.backup", "backup.truncated", 65), ("changed.backup", "backup.changed", 65),
            ("other.backup", "backup.not-a-backup", 65), ("nowhere.backup", "file.missing", 66),
        ] as [(String, String, Int32)] {
            try school.run("register", "restore", file, "--to", "new", environment: Self.secret).expectRefusal(
                status, code)
            #expect(!school.folder.exists("new"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: school.folder.path).allSatisfy {
                    !$0.hasPrefix(".")
                })
        }
        try school.run("register", "restore", "school", "--to", "new", environment: Self.secret).expectRefusal(
            64, "usage.value")
    }

    @Test("one file answers a person who asks what is held")
    func export() throws {
        let school = try School()
        try school.award(to: "anna@example.org", "--name", "Anna Aalto")
        try school.award(to: "bo@example.org", "--name", "Bo Bergström")
        let run = try school.run("register", "export-person", "ANNA@example.org", "-o", "answer.json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.answer == "answer.json")
        let text = try school.folder.text("answer.json")
        #expect(text.contains("Anna Aalto") && !text.contains("Bergström"))
        let json = try JSONParser.parse(Array(text.utf8))
        let signed = try #require(json["awards"]?.arrayValue?.first?["signed"]?.stringValue)
        #expect(try Array(signed.utf8) == school.folder.read("anna.json"))
        let attributes = try FileManager.default.attributesOfItem(atPath: school.folder.path(of: "answer.json"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try school.run("register", "export-person", "bo@example.org", "-o", "answer.json").expectRefusal(
            73, "file.exists")
        let nobody = try school.run("register", "export-person", "cia@example.org", "-o", "cia.json")
        nobody.expectRefusal(65, "register.person-missing")
        #expect(!nobody.stderr.contains("cia@") && !school.folder.exists("cia.json"))
        let line = try school.run("register", "export-person", "bo@example.org", "-o", "bo-answer.json", "--json")
        #expect(try line.objects()[0]["awards"] == 1)
    }

    @Test("an erased person is gone, stays gone for old lists, and leaves tombstones")
    func erase() throws {
        let school = try School()
        try school.folder.write(
            "class.csv",
            "email;name;evidence;date\nanna@example.org;Anna Ainutlaatuinen;https://example.org/a;27.2.2026\n"
                + "bo@example.org;Bo;https://example.org/b;27.2.2026\n")
        #expect(try school.run("award", "tiimityo", "--csv", "class.csv", "-o", "badges").status == 0)
        let before = try school.run("register", "list", "--json").objects()
        let anna = try #require(before.first { $0["name"] == "Anna Ainutlaatuinen" })
        let number = try #require(anna["passportNumber"]?.stringValue)

        // Without a terminal it has to be said that it is meant.
        let unsure = try school.run("register", "erase-person", number)
        unsure.expectRefusal(64, "usage.missing", naming: "--yes", "1 person with 1 badge")
        #expect(try school.run("register", "show", number).status == 0)

        let run = try school.run("register", "erase-person", number, "--revoke", "--yes")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.answer.hasSuffix("erased, with 1 badge, 1 of them revoked"))
        #expect(run.stderr.contains("can't be called back") && run.stderr.contains("publish"))
        #expect(!run.stdout.contains("Anna") && !run.stderr.contains("anna@"))
        for file in school.folder.files() where file.hasPrefix("school/") {
            let bytes = Data(try school.folder.read(file))
            for text in ["Ainutlaatuinen", "anna@example.org", number, "https://example.org/a"] {
                #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(file)")
            }
        }
        let list = try school.run("register", "list", "--json").objects()
        #expect(list.count == 2)
        let tombstone = try #require(list.first { $0["credential"] == anna["credential"] })
        #expect(tombstone["state"] == "revoked" && tombstone["person"] == .null && tombstone["name"] == .null)
        #expect(
            try school.run("register", "check").answer
                == "2 badges checked, of which 1 erased with their holders: all are sound.")
        #expect(try school.run("register", "audit").status == 0)

        // The same list again: she is refused, and the other has the badge already.
        let again = try school.run("award", "tiimityo", "--csv", "class.csv", "-o", "badges", "--json")
        #expect(again.status == 65)
        #expect(again.stdout.contains("award.erased-person"))
        let single = try school.run(
            "award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "anna.json")
        single.expectRefusal(65, "award.erased-person")
        #expect(!school.folder.exists("anna.json"))
        // The same command again only says so.
        let twice = try school.run("register", "erase-person", "anna@example.org", "--json").objects()
        #expect(twice.map { $0["outcome"] } == ["erased-before"])
        // Unless she came back.
        try school.award(to: "anna@example.org", "--force")
    }

    @Test("lists those of whom nothing was recorded for long, by number alone")
    func inactive() throws {
        let school = try School()
        try school.award(to: "anna@example.org", "--name", "Anna Aalto")
        let none = try school.run("register", "list", "--inactive-since", "2024-09-01")
        #expect(none.stdout.isEmpty && none.stderr == "passportctl: 0 persons.\n")
        let all = try school.run("register", "list", "--inactive-since", "1.1.2999")
        #expect(all.stdout.split(separator: "\n").count == 1 && !all.stdout.contains("Anna"))
        let number = String(all.stdout.prefix(16))
        #expect(try school.run("register", "erase-person", number, "--yes").status == 0)
        #expect(try school.run("register", "list", "--inactive-since", "2999-01-01", "--json").stdout.isEmpty)
        try school.run("register", "list", "--inactive-since", "soon").expectRefusal(64, "usage.value")
        try school.run("register", "list", "--inactive-since", "2024-09-01", "--badge", "tiimityo").expectRefusal(
            64, "usage.value")
    }
}
