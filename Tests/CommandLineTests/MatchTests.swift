import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl match")
struct MatchTests {
    /// An employer's desk with the examples.
    private func desk() throws -> Desk {
        let desk = try Desk()
        for name in [
            "skill-profile.json", "offers.json", "tiimityo.json", "asiakaskohtaaminen.jwt", "trust.json",
            "status-1.json",
        ] { try desk.folder.write(name, try ExampleFile.read(name)) }
        return desk
    }

    private static let material = ["--trust", "trust.json", "--status", "status-1.json", "--at", "2026-11-23"]

    private func match(_ desk: Desk, _ arguments: String...) throws -> Run {
        try desk.run(
            ["match"] + arguments + ["--profile", "skill-profile.json", "--offers", "offers.json"] + Self.material)
    }

    @Test("an employer sees offline what is proven, what is missing and what would close the gap")
    func story() throws {
        let desk = try desk()
        let run = try match(
            desk, "tiimityo.json", "asiakaskohtaaminen.jwt", "--recipient", "anna@example.org", "--lang", "fi",
            "--definitions", "\(PackageRoot.path)/badge-definitions")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.isEmpty)
        try Snapshot.expect(run.stdout, is: "match-cafe-fi.txt")
    }

    @Test("JSON is one object with every requirement, and names whose the badges are only when it was asked")
    func json() throws {
        let desk = try desk()
        let objects = try match(desk, "tiimityo.json", "--json").objects()
        let object = try #require(objects.first)
        #expect(objects.count == 1 && object["format"] == "passport.match/1" && object["fits"] == false)
        let lines = object["requirements"]?.asList ?? []
        #expect(lines.map { $0["outcome"]?.stringValue } == ["met", "missing", "missing", "missing"])
        #expect(lines[0]["basis"] == "verified" && lines[0]["proof"]?["ageMonths"] != nil)
        #expect(lines[2]["steps"]?.asList.first?["offer"] == "hygieniailta")
        // 3·2 of 3·2 + 2·2 + 2·1 + 1·2 = 6 ÷ 14 = 42.9 %
        #expect(object["fit"]?.numberValue?.text == "43")
        #expect(object["recipientChecked"] == false)
    }

    @Test("badges that can't be checked are told with their reason and don't count")
    func unchecked() throws {
        let desk = try desk()
        let run = try desk.run("match", "tiimityo.json", "--profile", "skill-profile.json", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.stdout.contains("0 %") && run.stdout.contains("Not counted:"))
        #expect(run.stderr.contains("Whose the badges are was not checked"))
        let other = try match(desk, "tiimityo.json", "--recipient", "bertta@example.org", "--json").objects()
        #expect(other.first?["fit"]?.numberValue?.text == "0" && other.first?["recipientChecked"] == true)
    }

    @Test("a folder is one passport, and its order and strangers' files change nothing")
    func folder() throws {
        let desk = try desk()
        for name in ["tiimityo.json", "asiakaskohtaaminen.jwt"] {
            try desk.folder.write("anna/\(name)", try desk.folder.read(name))
        }
        try desk.folder.write("anna/notes.txt", "hello")
        let one = try match(desk, "anna", "--json").objects().first
        let other = try match(desk, "asiakaskohtaaminen.jwt", "tiimityo.json", "--json").objects().first
        #expect(one?["requirements"] == other?["requirements"] && one?["fit"] == other?["fit"])
        #expect(one?["badges"]?.asList.count == 3)
    }

    @Test("a broken profile is refused with all its mistakes at once")
    func brokenProfile() throws {
        let desk = try desk()
        let text = try desk.folder.text("skill-profile.json")
        try desk.folder.write(
            "skill-profile.json",
            text.replacingOccurrences(of: "\"minLevel\": 1", with: "\"minLevel\": 9")
                .replacingOccurrences(of: "\"kind\": \"employer\"", with: "\"kind\": \"boss\""))
        let run = try match(desk, "tiimityo.json")
        #expect(run.status == 65 && run.stdout.isEmpty)
        #expect(run.stderr.contains("(definition.field)") && run.stderr.contains("(definition.level)"))
        #expect(run.stderr.split(separator: "\n").allSatisfy { $0.hasPrefix("passportctl: ") })
        try desk.run("match", "tiimityo.json", "--profile", "none.json").expectRefusal(66, "file.missing")
    }

    @Test("a person's own word stands beside and makes no must met")
    func ownWord() throws {
        let desk = try desk()
        try desk.folder.write(
            "own.json",
            """
            {"format": "passport.self-assessment/1", "answers": [
              {"skill": "http://data.europa.eu/esco/skill/d9449998-c1f5-478c-a103-2255398cf0b6", "level": 4}]}
            """)
        let run = try match(desk, "tiimityo.json", "--self-assessment", "own.json", "--lang", "en")
        #expect(run.stdout.contains("own estimate 4") && run.stdout.contains("0/1"))
    }
}
