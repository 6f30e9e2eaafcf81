import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl application")
struct ApplicationTests {
    private static let words = "Järjestimme kahvilan; minä jaoin vuorot."

    /// Writes an application on the learner's side and answers its id.
    @discardableResult
    private func apply(
        _ school: School, _ file: String = "anna-application.json", to email: String = "anna@example.org",
        _ more: String...
    ) throws -> String {
        let run = try Desk(school.folder).run(
            [
                "application", "new", "tiimityo", "--to", email, "--name", "Anna Aalto", "--text", Self.words,
                "--evidence", "Kahvila \(School.evidence)", "-o", file, "-q",
            ] + more)
        guard run.status == 0 else { throw Failed(run.stderr) }
        return run.answer
    }

    private func decide(_ school: School, _ id: String, _ options: String...) throws -> Run {
        try Desk(school.folder).run(
            ["application", "decide", id] + options, environment: ["PASSPORT_WORKSPACE": "school"])
    }

    @Test("from the learner's file to a badge that others find genuine")
    func story() throws {
        // Given an application with a file of evidence, written without a workspace
        let learner = try Desk()
        try learner.folder.write("vuorot.txt", "Anna 9-12, Bo 12-15")
        let new = try learner.run(
            "application", "new", "tiimityo", "--to", "anna@example.org", "--name", "Anna Aalto", "--text", Self.words,
            "--level", "2", "--evidence", "vuorot.txt", "-o", "anna.json")
        #expect(new.status == 0, "\(new.stderr)")
        #expect(new.answer.hasPrefix("urn:uuid:"))
        #expect(try !learner.folder.text("anna.json").contains("vuorot.txt"))
        let mode = try FileManager.default.attributesOfItem(atPath: learner.folder.path(of: "anna.json"))
        #expect(mode[.posixPermissions] as? Int == 0o600)

        // When the school takes it in with the file
        let school = try School()
        for name in ["anna.json", "vuorot.txt"] { try school.folder.write(name, try learner.folder.read(name)) }
        let add = try school.run("application", "add", "anna.json", "--evidence", "vuorot.txt")
        #expect(add.status == 0, "\(add.stderr)")
        #expect(add.answer == "\(new.answer)  tiimityo  submitted")
        #expect(add.stderr.contains("evidence 1 is the file that was given"))
        #expect(add.stderr.contains("passport number is"))
        let again = try school.run("application", "add", "anna.json")
        #expect(again.status == 0 && again.stderr.contains("nothing changed"))
        let list = try school.run("application", "list", "--state", "submitted")
        #expect(list.stdout.hasPrefix(new.answer) && list.stdout.contains("Anna Aalto"))
        #expect(list.stderr == "passportctl: 1 application.\n")
        let show = try school.run("application", "show", String(new.answer.dropFirst(9).prefix(8)))
        #expect(show.stdout.contains(Self.words) && show.stdout.contains(", compared"))

        // and an assessor approves
        let approve = try decide(
            school, new.answer, "--approve", "--by", "staff-7", "--narrative", "Johti työtä.", "-o", "badge.json")
        #expect(approve.status == 0, "\(approve.stderr)")
        #expect(approve.answer.hasPrefix("urn:uuid:") && approve.answer != new.answer)
        _ = try school.run("publish", "-o", "site", "-q")
        let verify = try school.run(
            "verify", "badge.json", "--bundle", "site", "--recipient", "anna@example.org", "-q")
        #expect(verify.answer == "badge.json: Genuine badge. It was awarded to anna@example.org.")
        #expect(try school.folder.text("badge.json").contains("digestMultibase"))
        #expect(try !school.folder.text("badge.json").contains("Järjestimme"))

        // Then it is closed, and the register is whole
        let item = try #require(try school.run("application", "list", "--json").objects().first)
        #expect(item["state"] == "approved" && item["credential"]?.stringValue == approve.answer)
        #expect(item["decidedBy"] == "staff-7")
        try decide(school, new.answer, "--approve", "--by", "staff-8")
            .expectRefusal(65, "state.transition", naming: approve.answer)
        try decide(school, new.answer, "--reject", "--by", "staff-8", "--reason", "Ei.")
            .expectRefusal(65, "state.transition")
        #expect(try school.run("register", "check", "-q").status == 0)
        #expect(try school.run("register", "audit", "-q").status == 0)
    }

    @Test("the example in the documents can be handed in")
    func example() throws {
        let school = try School()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/examples/application.json"))
        try school.folder.write("application.json", [UInt8](bytes))
        try school.folder.write("vuorolista.txt", "vuorot: Anna 9-12, Bo 12-15\n")
        let run = try school.run("application", "add", "application.json", "--evidence", "vuorolista.txt")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("evidence 2 (Vuorolista) is the file that was given"))
    }

    @Test("a returned application is mended and handed in again, and shown with what was answered")
    func returned() throws {
        let school = try School()
        let id = try apply(school)
        #expect(try school.run("application", "add", "anna-application.json", "-q").status == 0)
        let back = try decide(
            school, id, "--return", "--by", "staff-7", "--reason", "Kerro, mitä itse teit.")
        #expect(back.status == 0, "\(back.stderr)")
        #expect(back.answer == "\(id)  tiimityo  returned")
        try decide(school, id, "--approve", "--by", "staff-7").expectRefusal(65, "state.transition")
        try school.folder.write(
            "anna-application.json",
            try school.folder.text("anna-application.json").replacingOccurrences(of: "jaoin", with: "itse jaoin"))
        let add = try school.run("application", "add", "anna-application.json", "--json").objects()
        #expect(add.first?["outcome"] == "resubmitted")
        let show = try school.run("application", "show", id)
        #expect(show.stdout.contains("Kerro, mitä itse teit.") && show.stdout.contains("version 2 of 2"))
        let reject = try decide(school, id, "--reject", "--by", "staff-7", "--reason", "Ei riitä.", "--json").objects()
        #expect(reject.first?["state"] == "rejected" && reject.first?["reason"] == "Ei riitä.")
        #expect(reject.first?["format"] == "passport.application-decision/1")
    }

    @Test("approving with --json says what became of both, and a dry run writes nothing")
    func json() throws {
        let school = try School()
        let id = try apply(school)
        _ = try school.run("application", "add", "anna-application.json", "-q")
        let before = try school.contents()
        let dry = try decide(school, id, "--approve", "--by", "staff-7", "--dry-run", "--json").objects()
        #expect(dry.first?["state"] == "submitted" && dry.first?["award"]?["outcome"] == "ready")
        #expect(try school.contents() == before)
        let run = try decide(school, id, "--approve", "--by", "staff-7", "--format", "jwt", "--json")
        let line = try #require(try run.objects().first, "\(run.stderr)")
        #expect(line["state"] == "approved" && line["award"]?["outcome"] == "awarded")
        #expect(line["credential"] == line["award"]?["credential"])
        #expect(school.folder.files().contains { $0.hasPrefix("tiimityo-") && $0.hasSuffix(".jwt") })
    }

    @Test("a learner who has the badge gets it again as a file, not as a second award")
    func alreadyHad() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        let id = try apply(school)
        _ = try school.run("application", "add", "anna-application.json", "-q")
        let run = try decide(school, id, "--approve", "--by", "staff-7", "-o", "again.json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("(award.already-had)"))
        #expect(try school.folder.read("again.json") == school.folder.read("anna.json"))
        #expect(try school.run("application", "show", id, "--json").objects().first?["state"] == "approved")
        #expect(try school.run("register", "list", "--json").objects().count == 1)
    }

    @Test("an award that is refused leaves the application open and no file")
    func refusedAward() throws {
        let school = try School()
        let id = try apply(school)
        _ = try school.run("application", "add", "anna-application.json", "-q")
        let before = try school.contents()
        let cases: [([String], Int32, String)] = [
            (["--level", "9"], 65, "award.level"), (["--date", "2099-01-01"], 65, "row.date"),
            (["--hours", "9000"], 65, "award.hours-unusual"),
            (["--narrative", "hetu 010203A9987"], 65, "row.identity-code"),
            (["--date", "eilen"], 64, "usage.value"), (["-o", "none/a.json"], 73, "file.unwritable"),
            (["--by", "Anna Aalto"], 65, "register.audit-reference"),
            (["--by", "anna@example.org"], 77, "right.missing"),
            (["--reason", "Hyvä."], 64, "usage.value"), (["--return"], 64, "usage.value"),
        ]
        for (options, status, code) in cases {
            let by = options.contains("--by") ? [] : ["--by", "staff-7"]
            let run = try Desk(school.folder).run(
                ["application", "decide", id, "--approve"] + by + options, environment: ["PASSPORT_WORKSPACE": "school"]
            )
            run.expectRefusal(status, code)
        }
        #expect(try school.contents() == before)
        #expect(try school.run("application", "show", id, "--json").objects().first?["state"] == "submitted")
    }

    @Test("what is decided, by whom and why has to be said")
    func usage() throws {
        let school = try School()
        let id = try apply(school)
        _ = try school.run("application", "add", "anna-application.json", "-q")
        try decide(school, id).expectRefusal(64, "usage.missing")
        try decide(school, id, "--approve").expectRefusal(64, "usage.missing", naming: "--by")
        try decide(school, id, "--reject", "--by", "staff-7").expectRefusal(64, "usage.missing", naming: "--reason")
        try decide(school, id, "--reject", "--by", "staff-7", "--reason", "Ei.", "--level", "2")
            .expectRefusal(64, "usage.value")
        try decide(school, "anna", "--withdraw").expectRefusal(65, "application.reference")
        try decide(school, "00000000", "--withdraw").expectRefusal(65, "application.missing", naming: "00000000")
        try decide(school, "00000000", "--approve", "--by", "staff-7").expectRefusal(65, "application.missing")
        #expect(try decide(school, id, "--withdraw").answer.hasSuffix("withdrawn"))
    }

    @Test(
        "what can't be taken in is refused with the place of the mistake",
        arguments: [
            ("{\n  \"format\": \"passport.application/1\",,\n}", "json.malformed", "line 2, column 38"),
            ("[]", "application.field", "line 1, column 1"),
            ("{\"format\": \"passport.badge/1\"}", "application.format", "passport.application/1"),
            ("", "json.malformed", "line 1"),
        ])
    func broken(text: String, code: String, name: String) throws {
        let school = try School()
        try school.folder.write("broken.json", text)
        try school.run("application", "add", "broken.json").expectRefusal(65, code, naming: "broken.json", name)
        let line = try #require(try school.run("application", "add", "broken.json", "--json").objects().first)
        #expect(line["outcome"] == "refused" && line["code"]?.stringValue == code)
        #expect(try school.run("application", "list", "-q").stdout.isEmpty)
    }

    @Test("an unknown badge gets the nearest one, and the sound files beside it are taken in")
    func nearest() throws {
        let school = try School()
        try apply(school, "a.json", to: "a@example.org")
        try school.folder.write(
            "b.json", try school.folder.text("a.json").replacingOccurrences(of: "\"tiimityo\"", with: "\"timityo\""))
        let run = try school.run("application", "add", "b.json", "a.json")
        #expect(run.status == 65)
        #expect(run.stderr.contains("Did you mean \"tiimityo\"?"))
        #expect(run.stdout.split(separator: "\n").count == 1)
        try school.run("application", "list", "--badge", "timityo")
            .expectRefusal(65, "definition.unknown-reference", naming: "tiimityo")
        try school.run("application", "list", "--state", "submited")
            .expectRefusal(64, "usage.value", naming: "submitted")
    }

    @Test("a file of evidence that no application names is noticed, and nothing is taken in")
    func foreignEvidence() throws {
        let school = try School()
        try apply(school)
        try school.folder.write("other.pdf", "something else")
        try school.run("application", "add", "anna-application.json", "--evidence", "other.pdf")
            .expectRefusal(65, "application.evidence-differs", naming: "other.pdf")
        try school.run("application", "add", "anna-application.json", "--evidence", "gone.pdf")
            .expectRefusal(66, "file.missing")
        #expect(try school.run("application", "list").stdout.isEmpty)
        try school.run("application", "add", "gone.json").expectRefusal(66, "file.missing")
    }

    @Test("nothing from a file paints the terminal or is followed")
    func hostile() throws {
        let school = try School()
        let id = try apply(school)
        let text = try school.folder.text("anna-application.json")
            .replacingOccurrences(of: "Anna Aalto", with: "Anna\\u001b[31m\\u202eotlaA")
            .replacingOccurrences(of: "vuorot.", with: "vuorot.\\u001b]0;x\\u0007\\r\\nlisää")
        try school.folder.write("anna-application.json", text)
        _ = try school.run("application", "add", "anna-application.json", "-q")
        for arguments in [["list"], ["show", id]] {
            let run = try Desk(school.folder).run(
                ["application"] + arguments, environment: ["PASSPORT_WORKSPACE": "school"])
            let isPlain = run.stdout.unicodeScalars.allSatisfy {
                $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x202E)
            }
            #expect(run.status == 0 && isPlain && run.stdout.contains("\\u{1B}"))
        }
    }

    @Test("who asks sees their own words, and who was erased isn't brought back by an old application")
    func erased() throws {
        let school = try School()
        let id = try apply(school)
        _ = try school.run("application", "add", "anna-application.json", "-q")
        _ = try decide(school, id, "--reject", "--by", "staff-7", "--reason", "Kerro lisää.")
        #expect(
            try school.run("register", "export-person", "anna@example.org", "-o", "anna-data.json", "-q").status == 0)
        let data = try school.folder.text("anna-data.json")
        for words in [Self.words, "Kerro lisää.", id] { #expect(data.contains(words), "\(words)") }

        #expect(try school.run("register", "erase-person", "anna@example.org", "--yes", "-q").status == 0)
        let show = try school.run("application", "show", id)
        #expect(show.stdout.contains("rejected") && !show.stdout.contains("Kerro") && !show.stdout.contains("staff-7"))
        try school.run("application", "add", "anna-application.json").expectRefusal(65, "award.erased-person")
        try apply(school, "new.json")
        try school.run("application", "add", "new.json").expectRefusal(65, "award.erased-person", naming: "--force")
        #expect(try school.run("application", "add", "new.json", "--force").status == 0)
    }

    @Test("a folder means the applications in it, and one without any is said to be empty")
    func folder() throws {
        let school = try School()
        try school.folder.write("in/notes.txt", "not an application")
        let empty = try school.run("application", "add", "in")
        #expect(empty.status == 0 && empty.stderr.contains("no applications"))
        try apply(school, "in/a.json", to: "a@example.org")
        try apply(school, "in/b.json", to: "b@example.org")
        #expect(try school.run("application", "add", "in", "--json").objects().count == 2)
        let list = try school.run("application", "list", "--json").objects()
        #expect(list.map { $0["format"] } == ["passport.application-item/1", "passport.application-item/1"])
    }

    @Test(
        "a learner's mistakes are told before anything is sent",
        arguments: [
            (["--to", "anna", "--text", "x"], 65, "row.passport-number"),
            (["--to", "a@example.org"], 64, "usage.missing"),
            (["--to", "a@example.org", "--text", "x", "--text-file", "y"], 64, "usage.value"),
            (["--to", "a@example.org", "--text", " "], 65, "application.field"),
            (["--to", "a@example.org", "--text", "x", "--level", "7"], 65, "application.field"),
            (["--to", "a@example.org", "--text", "x", "--lang", "suomi"], 65, "application.field"),
            (["--to", "a@example.org", "--text", "x", "--evidence", "gone.pdf"], 64, "usage.value"),
            (["--to", "a@example.org", "--text", "hetu 010203A9987"], 65, "row.identity-code"),
            (["--to", "010203A9987", "--text", "x"], 65, "row.identity-code"),
            (["--to", "a@example.org", "--text-file", "gone.txt"], 66, "file.missing"),
        ] as [([String], Int32, String)])
    func learner(options: [String], status: Int32, code: String) throws {
        let desk = try Desk()
        try desk.run(["application", "new", "tiimityo"] + options).expectRefusal(status, code)
        #expect(desk.folder.files().isEmpty)
    }

    @Test("an existing file stays, standard output works both ways, and a text may come from a file")
    func output() throws {
        let desk = try Desk()
        try desk.folder.write("mine.json", "mine")
        try desk.folder.write("text.txt", "Tein työtä.\nPaljon.")
        let options = ["application", "new", "tiimityo", "--to", "a@example.org", "--text-file", "text.txt"]
        try desk.run(options + ["-o", "mine.json"]).expectRefusal(73, "file.exists", naming: "mine.json")
        #expect(try desk.folder.text("mine.json") == "mine")
        let run = try desk.run(options + ["-o", "-"])
        let object = try #require(try JSONParser.parse(Array(run.stdout.utf8)).objectValue)
        #expect(object["text"] == "Tein työtä.\nPaljon.")
        let school = try School()
        let add = try school.run("application", "add", "-", "-q", stdin: Array(run.stdout.utf8))
        #expect(add.status == 0, "\(add.stderr)")
    }
}
