import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl definition")
struct DefinitionTests {
    // MARK: lint

    @Test("lint finds nothing wrong with the samples, in a workspace and outside of one")
    func soundSamples() throws {
        let school = try School()
        let inside = try school.run("definition", "lint")
        #expect(inside.status == 0)
        #expect(inside.stdout.isEmpty)
        #expect(inside.stderr == "passportctl: 29 sound, 0 errors, 0 warnings.\n")
        let desk = try Desk()
        try desk.receive("school/badge-definitions", as: "definitions", from: school)
        #expect(try desk.run("definition", "lint", "definitions").status == 0)
        #expect(try desk.run("definition", "lint", "definitions/tiimityo.json", "--quiet").stderr.isEmpty)
    }

    @Test("lint checks skill profiles and lists of offers, too")
    func otherFiles() throws {
        let desk = try Desk()
        for name in ["skill-profile.json", "offers.json"] {
            try desk.folder.write(name, try ExampleFile.read(name))
        }
        let sound = try desk.run("definition", "lint", "skill-profile.json", "offers.json")
        #expect(sound.status == 0 && sound.stderr.contains("2 sound, 0 errors"), "\(sound.stdout)\(sound.stderr)")
        let text = try desk.folder.text("skill-profile.json")
        try desk.folder.write(
            "skill-profile.json", text.replacing("\"kind\": \"employer\"", with: "\"kind\": \"emploier\""))
        let broken = try desk.run("definition", "lint", "skill-profile.json", "offers.json")
        #expect(broken.status == 65 && broken.stdout.contains("skill-profile.json:"), "\(broken.stdout)")
        #expect(broken.stderr.contains("1 sound, 1 error"))
    }

    @Test("lint says all that is wrong with a file, with line, column, code and way out")
    func findings() throws {
        let school = try School()
        let desk = try Desk()
        try desk.receive("school/badge-definitions", as: "d", from: school)
        let text = try desk.folder.text("d/tiimityo.json")
            .replacingOccurrences(of: "\"yhteistyo\"", with: "\"Yhteistyo!\"")
            .replacingOccurrences(of: "\"hours\": ", with: "\"hours\": -")
        try desk.folder.write("d/tiimityo.json", text)
        let run = try desk.run("definition", "lint", "d/tiimityo.json")
        #expect(run.status == 65)
        let lines = run.stdout.split(separator: "\n")
        #expect(
            lines.contains { $0.contains(/^d\/tiimityo\.json:\d+:\d+: error: .*\(definition\.hours\)$/) },
            "\(run.stdout)")
        #expect(run.stderr.contains("error"))

        let objects = try desk.run("definition", "lint", "d/tiimityo.json", "--json").objects()
        #expect(objects.count >= 1)
        for object in objects {
            #expect(object["format"] == "passport.finding/1")
            #expect(object["file"] == "d/tiimityo.json")
            #expect(object["line"] != nil)
        }
    }

    @Test(
        "lint names the place of broken JSON",
        arguments: [
            ("{", "json.malformed"), ("", "json.malformed"), ("{\"id\":1,\"id\":2}", "json.duplicate-key"),
            ("[]", "definition.field"), ("{}", "definition.field"),
            ("{\"format\":\"passport.badge/9\"}", "definition.format"),
        ])
    func brokenJSON(text: String, code: String) throws {
        let desk = try Desk()
        try desk.folder.write("a.json", text)
        let run = try desk.run("definition", "lint", "a.json")
        #expect(run.status == 65)
        #expect(run.stdout.contains("(\(code))"), "\(run.stdout)")
        #expect(run.stdout.hasPrefix("a.json"))
    }

    @Test("lint of a file that isn't there, and of no workspace at all")
    func lintNothing() throws {
        let desk = try Desk()
        try desk.run("definition", "lint", "a.json").expectRefusal(66, "file.missing", naming: "a.json")
        try desk.run("definition", "lint").expectRefusal(64, "usage.missing")
    }

    // MARK: list and show

    @Test("list speaks the language that was asked for")
    func list() throws {
        let school = try School()
        #expect(try school.run("definition", "list").stdout.contains("Teamwork"))
        #expect(try school.run("definition", "list", "--lang", "sv").stdout.contains("Teamarbete"))
        #expect(
            try school.run("definition", "list", environment: ["LANG": "fi_FI.UTF-8"]).stdout.contains("Tiimityö"))
        try school.run("definition", "list", "--lang", "de").expectRefusal(64, "usage.value", naming: "de")
    }

    @Test("list leaves out a broken definition and says so")
    func listBroken() throws {
        let school = try School()
        try school.folder.write("school/badge-definitions/palaute.json", "{")
        let run = try school.run("definition", "list")
        #expect(run.status == 0)
        #expect(!run.stdout.contains("palaute"))
        #expect(run.stderr.contains("warning: palaute.json"))
    }

    @Test("show tells a badge as a person reads it, and as JSON")
    func show() throws {
        let school = try School()
        let run = try school.run("definition", "show", "tiimityo@1", "--lang", "sv")
        #expect(run.stdout.hasPrefix("Teamarbete (tiimityo v1, published)\n"))
        #expect(run.stdout.contains("Workload: 27 h"))
        let object = try #require(try school.run("definition", "show", "tiimityo", "--json").objects().first)
        #expect(object["format"] == "passport.badge/1")
        #expect(object["status"] == "published")
    }

    @Test(
        "a name that isn't known gets the likely one",
        arguments: [
            ("Tiimityö", "\"tiimityo\""), ("teamwork", "\"tiimityo\""), ("tiimtyo", "\"tiimityo\""),
            ("tiimityo@7", "There is: 1"), ("zzzzzzzzzz", "definition list"), ("", "definition list"),
            ("../../etc/passwd", "definition list"),
        ])
    func unknown(name: String, hint: String) throws {
        let school = try School()
        for verb in ["show", "publish", "retire"] {
            try school.run("definition", verb, name).expectRefusal(65, "definition.unknown-reference", naming: hint)
        }
        try school.run("definition", "show", "tiimityo@x").expectRefusal(64, "usage.value", naming: "tiimityo@1")
    }

    // MARK: Life cycle

    @Test("a new badge is published, awarded, and can't be changed any more")
    func lifeCycle() throws {
        let school = try School()
        let definition = try school.folder.text("school/badge-definitions/palaute.json")
            .replacingOccurrences(of: "\"palaute\"", with: "\"oma-merkki\"")
            .replacingOccurrences(of: "\"status\": \"published\"", with: "\"status\": \"draft\"")
        try school.folder.write("school/badge-definitions/oma-merkki.json", definition)
        let award = ["award", "oma-merkki", "--to", "a@example.org", "-o", "a.json"]
        let desk = Desk(school.folder)
        let environment = ["PASSPORT_WORKSPACE": "school"]

        try desk.run(award, environment: environment)
            .expectRefusal(65, "award.not-published", naming: "definition publish oma-merkki")
        let published = try school.run("definition", "publish", "oma-merkki")
        #expect(published.stdout == "\(School.badges)oma-merkki/v1\n", "\(published.stderr)")
        try school.run("definition", "publish", "oma-merkki").expectRefusal(65, "state.transition")
        let awarded = try desk.run(award, environment: environment)
        #expect(awarded.status == 0, "\(awarded.stderr)")

        try school.changeDefinition("oma-merkki.json", "\"Palaute", "\"Uusi palaute")
        try desk.run(award.dropLast() + ["b.json"], environment: environment)
            .expectRefusal(65, "definition.frozen", naming: "oma-merkki.json", "line ")
        let lint = try school.run("definition", "lint")
        #expect(lint.status == 65)
        #expect(lint.stdout.contains("(definition.frozen)"))
        #expect(try school.run("definition", "diff", "oma-merkki").stdout.contains("+ \"Uusi palaute"))

        try school.changeDefinition("oma-merkki.json", "\"Uusi palaute", "\"Palaute")
        let retired = try #require(try school.run("definition", "retire", "oma-merkki", "--json", "-q").objects().first)
        #expect(retired["status"] == "retired")
        try school.run("definition", "retire", "oma-merkki").expectRefusal(65, "state.transition")
    }

    @Test("publishing several badges begins only when all are known")
    func publishSeveral() throws {
        let school = try School()
        try school.changeDefinition("palaute.json", "\"version\": 1", "\"version\": 2")
        let before = try school.contents()
        try school.run("definition", "publish", "palaute", "nothing-like-it")
            .expectRefusal(65, "definition.unknown-reference")
        #expect(try school.contents() == before)
        #expect(try school.run("definition", "publish", "palaute").answer == "\(School.badges)palaute/v2")
    }

    // MARK: diff

    @Test("diff compares two files, and a badge with what was published")
    func diff() throws {
        let school = try School()
        let none = try school.run("definition", "diff", "tiimityo")
        #expect(none.stdout.isEmpty)
        #expect(none.stderr == "passportctl: No difference.\n")
        let folder = "school/badge-definitions"
        let objects = try school.run(
            "definition", "diff", "\(folder)/tiimityo.json", "\(folder)/palaute.json", "--json"
        ).objects()
        #expect(objects.first?["format"] == "passport.change/1")
        #expect(objects.first?["old"] == "tiimityo")
    }

    @Test("diff refuses folders, other files, missing ones and three of them")
    func diffRefusals() throws {
        let school = try School()
        let file = "school/badge-definitions/tiimityo.json"
        try school.run("definition", "diff", file, "gone.json").expectRefusal(66, "file.missing", naming: "gone.json")
        try school.run("definition", "diff", file, "school").expectRefusal(65, "file.wrong-kind", naming: "school")
        let picture = "school/badge-definitions/tiimityo.png"
        try school.run("definition", "diff", file, picture)
            .expectRefusal(65, "json.malformed", naming: "tiimityo.png", "line 1")
        try school.run("definition", "diff", file, file, file).expectRefusal(64, "usage.value")
        try school.run("definition", "diff", "nothing").expectRefusal(65, "definition.unknown-reference")
    }
}
