import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl register")
struct RegisterCommandTests {
    private func id(_ file: String, _ school: School) throws -> String {
        try JSONParser.parse(school.folder.read(file))["id"]?.stringValue ?? ""
    }

    @Test("lists what was given, by badge and state")
    func list() throws {
        let school = try School()
        #expect(try school.run("register", "list").stdout.isEmpty)
        try school.award(to: "anna@example.org", "--name", "Anna Aalto")
        try school.award(to: "bo@example.org")
        let (anna, bo) = (try id("anna.json", school), try id("bo.json", school))
        #expect(try school.run("revoke", bo, "--reason", "error").status == 0)
        let all = try school.run("register", "list")
        #expect(all.stdout.split(separator: "\n").map { $0.prefix(45) } == [anna[...], bo[...]])
        #expect(all.stdout.contains("Anna Aalto"))
        #expect(all.stderr == "passportctl: 2 badges.\n")
        let issued = try school.run("register", "list", "--state", "issued", "--badge", "tiimityo@1", "--json")
            .objects()
        #expect(issued.map { $0["credential"] } == [.string(anna)])
        #expect(issued.first?["format"] == "passport.register-item/1")
        #expect(issued.first?["name"] == "Anna Aalto")
        #expect(try school.run("register", "list", "--state", "expired", "--json").stdout.isEmpty)
        try school.run("register", "list", "--badge", "timityo").expectRefusal(
            65, "register.definition-missing", naming: "Did you mean \"tiimityo\"?")
        try school.run("register", "list", "--badge", "tiimityo@9").expectRefusal(65, "register.definition-missing")
        try school.run("register", "list", "--state", "revokd").expectRefusal(64, "usage.value", naming: "revoked")
    }

    @Test("shows a badge by its id or the beginning of it, and a person by the passport number")
    func show() throws {
        let school = try School()
        try school.award(to: "anna@example.org", "--name", "Anna Aalto")
        let anna = try id("anna.json", school)
        let badge = try school.run("register", "show", String(anna.dropFirst(9).prefix(8)), "--json").objects()[0]
        #expect(badge["format"] == "passport.register-award/1")
        #expect(badge["credential"] == .string(anna))
        #expect(badge["unpublished"] == false)
        let text = try school.run("register", "show", anna).stdout
        #expect(text.hasPrefix(anna))
        #expect(text.contains("tiimityo v1") && text.contains("Anna Aalto") && text.contains("issued since"))
        let number = try #require(badge["passportNumber"]?.stringValue)
        let person = try school.run("register", "show", number.lowercased().replacing("-", with: " "), "--json")
            .objects()[0]
        #expect(person["email"] == "anna@example.org")
        #expect(person["awards"]?.arrayValue?.map { $0["credential"] } == [.string(anna)])
        #expect(try school.run("register", "show", number).stdout.contains(anna))
        try school.run("register", "show", "ffffffff").expectRefusal(65, "register.award-missing")
        try school.run("register", "show", "anna").expectRefusal(
            65, "register.award-reference", naming: "passport number")
    }

    @Test("counts below five are never told")
    func stats() throws {
        let school = try School()
        #expect(try school.run("register", "stats").stdout.isEmpty)
        let rows = (1...4).map { "a\($0)@example.org;https://example.org/\($0);27.2.2026" }
        try school.folder.write("class.csv", (["email;evidence;date"] + rows).joined(separator: "\n"))
        #expect(try school.run("award", "tiimityo", "--csv", "class.csv", "-o", "badges").status == 0)
        let few = try school.run("register", "stats", "--by", "month").stdout
        #expect(few.contains("2026-02") && few.contains("<5"))
        #expect(!few.contains(" 4"))
        let more = "a5@example.org;https://example.org/5;27.2.2026"
        try school.folder.write("class.csv", "email;evidence;date\n\(more)\n")
        #expect(try school.run("award", "tiimityo", "--csv", "class.csv", "-o", "badges").status == 0)
        let lines = try school.run("register", "stats", "--json").objects()
        #expect(lines.map { $0["count"] } == [5, 5, 5, 5])
        #expect(lines.map { $0["period"] } == ["2026", nil, "2026", nil].map { $0.map { .string($0) } ?? .null })
        try school.run("register", "stats", "--by", "week").expectRefusal(64, "usage.value")
    }

    @Test("the trail is consistent with itself, and with a checkpoint that was kept")
    func audit() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        let alone = try school.run("register", "audit")
        #expect(alone.status == 0, "\(alone.stderr)")
        #expect(alone.answer.hasSuffix("is consistent with itself."))
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        try school.award(to: "bo@example.org")
        let kept = try school.run("register", "audit", "--against", "site/checkpoint.json")
        #expect(kept.status == 0, "\(kept.stderr)")
        #expect(kept.answer.contains("is consistent with itself, and up to entry"))
        let json = try school.run("register", "audit", "--against", "site/checkpoint.json", "--json").objects()[0]
        #expect(json["outcome"] == "consistent")
        #expect(try school.run("register", "audit", "--json").objects()[0]["outcome"] == "consistent-with-itself")
    }

    @Test("a trail that lost its end, or was written anew, doesn't fit the checkpoint")
    func brokenTrail() throws {
        // Given a checkpoint, and the register as it was before: both are copies of one school's
        let school = try School()
        let before = try School()
        try school.award(to: "anna@example.org")
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        let checkpoint = try before.folder.write("checkpoint.json", school.folder.read("site/checkpoint.json"))
        try before.run("register", "audit", "--against", checkpoint).expectRefusal(65, "audit.cut-off")
        for _ in 0..<2 { try before.award(to: "bo\(UUID().uuidString.prefix(4))@example.org") }
        try before.run("register", "audit", "--against", checkpoint).expectRefusal(65, "audit.checkpoint-mismatch")
        let json = try before.run("register", "audit", "--against", checkpoint, "--json")
        #expect(json.status == 65)
        #expect(try json.objects()[0]["code"] == "audit.checkpoint-mismatch")
    }

    @Test("what is no checkpoint of this register is refused")
    func checkpoints() throws {
        let school = try School()
        #expect(try school.run("publish", "-o", "site", "-q").status == 0)
        let text = try school.folder.text("site/checkpoint.json")
        try school.folder.write("changed.json", text.replacing("\"count\": ", with: "\"count\": 1"))
        for file in ["changed.json", "site/did.json"] {
            try school.run("register", "audit", "--against", file).expectRefusal(65, "publish.checkpoint", naming: file)
        }
        let other = try School(isEncrypted: true)
        try other.folder.write("checkpoint.json", text)
        try other.run("register", "audit", "--against", "checkpoint.json").expectRefusal(65, "publish.checkpoint")
        try school.run("register", "audit", "--against", "nowhere.json").expectRefusal(66, "file.missing")
    }

    @Test("every badge is checked by the workspace's own keys")
    func check() throws {
        let school = try School()
        #expect(try school.run("register", "check").answer == "No badges to check.")
        try school.award(to: "anna@example.org")
        try school.award(to: "bo@example.org", "--format", "jwt")
        #expect(try school.run("register", "check").answer == "2 badges checked: all are sound.")
        let sound = try school.run("register", "check", "--json").objects()
        #expect(sound.map { $0["outcome"] } == ["sound"])

        // When the key isn't the one that signed
        try school.folder.write("school/keys/ed25519-1.jwk", school.folder.read("school/keys/checkpoint-1.jwk"))
        let run = try school.run("register", "check")
        run.expectRefusal(65, "record.not-genuine", naming: try id("anna.json", school), "2 badges checked, 1 faults")
        let lines = try school.run("register", "check", "--json").objects()
        #expect(lines.map { $0["format"] } == ["passport.register-fault/1", "passport.register-check/1"])
        #expect(lines.last?["outcome"] == "broken")
    }
}
