import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl match")
struct MatchTests {
    /// A school whose learner Anna has two badges, its site, and the examples of an employer.
    private func desk() throws -> School {
        let school = try School()
        try school.award(to: "anna@example.org", "--level", "3")
        let run = try school.run(
            "award", "asiakaskohtaaminen", "--to", "anna@example.org", "--evidence", "observation: seen at work", "-o",
            "service.jwt", "--format", "jwt")
        guard run.status == 0 else { throw Failed(run.stderr) }
        _ = try school.run("publish", "-o", "site", "-q")
        for name in ["skill-profile.json", "offers.json"] {
            // Their last days would end the test, too.
            let text = String(decoding: try ExampleFile.read(name), as: UTF8.self)
            try school.folder.write(name, text.replacingOccurrences(of: "2027-", with: "2099-"))
        }
        return school
    }

    private func match(_ school: School, _ arguments: String...) throws -> Run {
        try Desk(school.folder).run(
            ["match"] + arguments
                + ["--profile", "skill-profile.json", "--offers", "offers.json", "--bundle", "site"],
            environment: ["PASSPORT_WORKSPACE": "school"])
    }

    @Test("an employer sees offline what is proven, what is missing and what would close the gap")
    func story() throws {
        let school = try desk()
        let run = try match(
            school, "anna.json", "service.jwt", "--recipient", "anna@example.org", "--lang", "fi")
        #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
        let lines = run.answer.split(separator: "\n").map(String.init)
        // 3·2 + 2·2 of 3·2 + 2·2 + 2·1 + 1·2 = 10 ÷ 14 = 71.4 %
        #expect(lines.first == "Kahvila-asiakaspalvelija, Kahvila Esimerkki Oy: 71 %, yksi välttämätön puuttuu vielä.")
        #expect(lines[1].hasPrefix("  [ok] tiimissä työskentely") && lines[1].contains("3/2  Tiimityö, "))
        #expect(lines[2].hasPrefix("  [ok] empatian osoittaminen") && lines[2].contains("2/2"))
        #expect(lines[3].hasPrefix("  [no] hygieniaohjeiden noudattaminen") && lines[3].contains("0/1  puuttuu"))
        #expect(lines[4].contains("→ Hygieniailta kahvila-alalle, 6 h (Esimerkki-kansalaisopisto)"))
        #expect(lines[5].contains("→ Elintarvikehygienia työssä, 27 h"))
        #expect(lines[7].contains("Tartu toimeen – verkkokurssi, 20 h"))
        #expect(lines[8].contains("Yrittäjämäinen asenne, 27 h (osaamismerkki)"))
        #expect(lines.last?.contains("[ok] ") == true && lines.last?.contains("[no] tyoturvallisuus") == true)
    }

    @Test("JSON is one object with every requirement, and names whose the badges are only when it was asked")
    func json() throws {
        let objects = try match(try desk(), "anna.json", "--json").objects()
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
        let school = try desk()
        let employer = try Desk()
        for name in ["anna.json", "skill-profile.json"] { try employer.receive(name, from: school) }
        let run = try employer.run("match", "anna.json", "--profile", "skill-profile.json", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.stdout.contains(": 0 %") && run.stdout.contains("Not counted:"))
        #expect(run.stderr.contains("Whose the badges are was not checked"))
        let other = try match(school, "anna.json", "--recipient", "bertta@example.org", "--json").objects()
        #expect(other.first?["fit"]?.numberValue?.text == "0" && other.first?["recipientChecked"] == true)
    }

    @Test("a folder is one passport, and its order and strangers' files change nothing")
    func folder() throws {
        let desk = try desk()
        for name in ["anna.json", "service.jwt"] {
            try desk.folder.write("shown/\(name)", try desk.folder.read(name))
        }
        try desk.folder.write("shown/notes.txt", "hello")
        let one = try match(desk, "shown", "--json").objects().first
        let other = try match(desk, "service.jwt", "anna.json", "--json").objects().first
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
        let run = try match(desk, "anna.json")
        #expect(run.status == 65 && run.stdout.isEmpty)
        #expect(run.stderr.contains("(definition.field)") && run.stderr.contains("(definition.level)"))
        #expect(run.stderr.split(separator: "\n").allSatisfy { $0.hasPrefix("passportctl: ") })
        try desk.run("match", "anna.json", "--profile", "none.json").expectRefusal(66, "file.missing")
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
        let run = try match(desk, "anna.json", "--self-assessment", "own.json", "--lang", "en")
        #expect(run.stdout.contains("own estimate 4") && run.stdout.contains("0/1"))
    }
}
