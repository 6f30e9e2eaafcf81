import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl award, for one learner")
struct AwardTests {
    private func award(_ school: School, _ options: [String], badge: String = "tiimityo") throws -> Run {
        try Desk(school.folder).run(["award", badge] + options, environment: ["PASSPORT_WORKSPACE": "school"])
    }

    /// Options of an award in which nothing is wrong.
    private static let sound = ["--to", "anna@example.org", "--evidence", School.evidence]

    @Test("prints the credential's id and writes a file named by badge and id")
    func one() throws {
        let school = try School()
        let run = try award(school, Self.sound)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.answer.hasPrefix("urn:uuid:"))
        let file = "tiimityo-\(run.answer.dropFirst(9).prefix(8)).json"
        let credential = try #require(try JSONParser.parse(try school.folder.read(file)).objectValue)
        #expect(credential["id"]?.stringValue == run.answer)
        #expect(run.stderr.contains("passport number"))
        #expect(try school.folder.read(file).last != nil)
    }

    @Test("the same again changes nothing and writes the missing file")
    func again() throws {
        let school = try School()
        let first = try award(school, Self.sound)
        let file = try #require(school.folder.files().first { $0.hasPrefix("tiimityo-") })
        let bytes = try school.folder.read(file)
        try FileManager.default.removeItem(atPath: school.folder.path(of: file))
        let second = try award(school, Self.sound)
        #expect(second.status == 0)
        #expect(second.stdout == first.stdout)
        #expect(second.stderr.contains("(award.already-had)"))
        #expect(try school.folder.read(file) == bytes)
    }

    @Test("the same again into the file that holds that very badge is fine, into any other it is refused")
    func againIntoItsFile() throws {
        let school = try School()
        let first = try award(school, Self.sound + ["-o", "anna.json"])
        let before = try school.contents()
        let second = try award(school, Self.sound + ["-o", "anna.json"])
        #expect(second.status == 0, "\(second.stderr)")
        #expect(second.stdout == first.stdout)
        #expect(second.stderr.contains("(award.already-had)"))
        #expect(second.stderr.contains("\"anna.json\" holds it already."))
        #expect(try school.contents() == before)

        let baked = ["--bake", "svg", "-o", "anna.svg"]
        #expect(try award(school, Self.sound + baked).status == 0)
        let picture = try school.folder.read("anna.svg")
        #expect(try award(school, Self.sound + baked).status == 0)
        #expect(try school.folder.read("anna.svg") == picture)

        // Another learner's badge, a higher level, and a file that was changed: each stays as it is.
        try award(school, ["--to", "bo@example.org", "--evidence", School.evidence, "-o", "anna.json"])
            .expectRefusal(73, "file.exists", naming: "anna.json")
        try award(school, Self.sound + ["--level", "3", "-o", "anna.json"])
            .expectRefusal(73, "file.exists", naming: "anna.json")
        try school.folder.write("anna.json", try school.folder.text("anna.json") + " ")
        let changed = try school.contents()
        try award(school, Self.sound + ["-o", "anna.json"]).expectRefusal(73, "file.exists", naming: "anna.json")
        #expect(try school.contents() == changed)
        let listed = try school.run("register", "list")
        #expect(listed.stdout.split(separator: "\n").count == 1, "nothing was recorded beside the first")
    }

    @Test("a higher level supersedes, a lower one is already had")
    func levels() throws {
        let school = try School()
        let low = try award(school, Self.sound)
        let high = try award(school, Self.sound + ["--level", "3", "--json"]).objects()
        #expect(high.first?["code"] == "award.higher-level")
        #expect(high.first?["supersedes"]?.stringValue == low.answer)
        let lower = try award(school, Self.sound + ["--level", "2", "--json"]).objects()
        #expect(lower.first?["outcome"] == "already-had")
        #expect(lower.first?["credential"] == high.first?["credential"])
    }

    @Test("the badge itself goes to standard output with -o -, as JSON and as a JWT")
    func standardOutput() throws {
        let school = try School()
        let json = try award(school, Self.sound + ["-o", "-"])
        #expect(json.stdout.hasPrefix("{"))
        #expect(json.stderr.contains("urn:uuid:"))
        let jwt = try award(
            school, ["--to", "bo@example.org", "--evidence", School.evidence, "--format", "jwt", "-o", "-", "-q"])
        #expect(jwt.stdout.split(separator: ".").count == 3)
        #expect(school.folder.files().allSatisfy { $0.hasPrefix("school/") })
    }

    @Test("a dry run says what would happen and writes nothing")
    func dryRun() throws {
        let school = try School()
        let before = try school.contents()
        let run = try award(school, Self.sound + ["--dry-run"])
        #expect(run.status == 0)
        #expect(run.stdout.isEmpty)
        #expect(try school.contents() == before)
    }

    @Test("a file given as evidence is kept by its digest only")
    func evidenceFile() throws {
        let school = try School()
        try school.folder.write("report.txt", "what Anna did, with a secret word: kissankello")
        let run = try award(school, ["--to", "anna@example.org", "--evidence", "report.txt", "-o", "-"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("digest"))
        #expect(!run.stdout.contains("kissankello"))
        #expect(!run.stdout.contains("report.txt"))
    }

    @Test(
        "refuses what can't be awarded, with the reason, and leaves no file",
        arguments: [
            (["--to", "anna@example.org"], 65, "award.evidence"), (Self.sound + ["--level", "9"], 65, "award.level"),
            (Self.sound + ["--date", "2099-01-01"], 65, "row.date"),
            (Self.sound + ["--date", "31.2.2026"], 64, "usage.value"),
            (Self.sound + ["--date", "yesterday"], 64, "usage.value"),
            (Self.sound + ["--hours", "many"], 64, "usage.value"),
            (Self.sound + ["--hours=-5"], 65, "award.hours"),
            (Self.sound + ["--hours", "1000"], 65, "award.hours-unusual"),
            (Self.sound + ["--lang", "de"], 65, "row.language"), (Self.sound + ["--format", "pdf"], 64, "usage.value"),
            (Self.sound + ["--image", "big"], 64, "usage.value"),
            (["--to", "anna", "--evidence", School.evidence], 65, "row.passport-number"),
            (["--to", "anna@", "--evidence", School.evidence], 65, "row.email"),
            (["--to", "did:", "--evidence", School.evidence], 65, "row.learner"),
            (["--learner", "nobody", "--evidence", School.evidence], 65, "row.learner"),
            (["--to", "anna@example.org", "--evidence", "gone.pdf"], 64, "usage.value"),
            (["--to", "anna@example.org", "--evidence", "school"], 64, "usage.value"),
            (Self.sound + ["--learner", "x"], 64, "usage.value"),
            (["--evidence", School.evidence], 64, "usage.missing"),
            (Self.sound + ["--skip-invalid"], 64, "usage.value"), (Self.sound + ["-o", ""], 64, "usage.value"),
            (Self.sound + ["-o", "none/anna.json"], 73, "file.unwritable"),
        ])
    func refusals(options: [String], status: Int, code: String) throws {
        let school = try School()
        let before = try school.contents()
        try award(school, options).expectRefusal(Int32(status), code)
        #expect(try school.contents() == before)
    }

    @Test("a personal identity code is refused wherever it stands and never shown")
    func identityCode() throws {
        let school = try School()
        let code = "010203A9987"
        for options in [
            ["--to", code, "--evidence", School.evidence], Self.sound + ["--name", "Anna \(code)"],
            Self.sound + ["--narrative", "hetu \(code)"],
        ] {
            let run = try award(school, options)
            run.expectRefusal(65, "row.identity-code")
            #expect(!run.stderr.contains(code))
        }
        #expect(try school.folder.read("school/register.sqlite").firstRange(of: Array(code.utf8)) == nil)
    }

    @Test("a badge by its Finnish name gets its identifier")
    func name() throws {
        let school = try School()
        try award(school, Self.sound, badge: "Tiimityö")
            .expectRefusal(65, "definition.unknown-reference", naming: "Did you mean \"tiimityo\"?")
    }

    @Test("an existing file stays unless --force says otherwise")
    func existingFile() throws {
        let school = try School()
        try school.folder.write("anna.json", "mine")
        try award(school, Self.sound + ["-o", "anna.json"]).expectRefusal(73, "file.exists", naming: "anna.json")
        #expect(try school.folder.text("anna.json") == "mine")
        // Nothing was recorded by the refused run: the award is still to be made.
        #expect(
            try award(school, Self.sound + ["-o", "anna.json", "--force", "--json"]).objects().first?["code"]
                == "award.new")
        #expect(try school.folder.text("anna.json") != "mine")
    }

    @Test("--quiet says nothing but the result")
    func quiet() throws {
        let school = try School()
        let run = try award(school, Self.sound + ["--quiet"])
        #expect(run.stderr.isEmpty)
        #expect(run.answer.hasPrefix("urn:uuid:"))
    }
}
