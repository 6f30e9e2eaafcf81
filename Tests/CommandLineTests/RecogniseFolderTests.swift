import Encodings
import Foundation
import TestSupport
import Testing

/// A folder of applicants as it comes: broken files, other people's badges, the same person twice.
@Suite("passportctl recognise, a folder")
struct RecogniseFolderTests {
    /// An inbox in which each kind of trouble occurs, with its table.
    private func inbox() throws -> Admissions {
        let admissions = try Admissions()
        let folder = admissions.folder
        func copy(_ from: String, _ to: String) throws {
            try folder.write("in/\(to)", try folder.read("inbox/\(from)"))
        }
        for slug in Admissions.r1 { try copy("t4/\(slug).json", "anna/\(slug).json") }
        try copy("t7/vahvuudet.json", "berta.json")
        // Somebody else's badge, a photo archive, half a file, a text.
        try copy("t8a/vahvuudet.json", "cecilia/other.json")
        try copy("t3b/pelisaannot.json", "cecilia/own.json")
        try folder.write("in/photos.zip", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0xFF, count: 200))
        let half = try folder.read("inbox/t1/liiketoimintamalli.json")
        try folder.write("in/half.json", Array(half.prefix(half.count / 2)))
        try folder.write("in/empty/notes.txt", "Tässä merkkini!")
        // The same badge in two applications, and one person with two.
        try copy("t5/digityovalineet.json", "copied/one.json")
        try copy("t5/digityovalineet.json", "copier.json")
        try copy("t7/urasuunnitelma.json", "twice.json")
        try copy("t2/liiketoimintamalli.json", "stranger.json")
        try folder.write(
            "in/list.csv",
            """
            \u{FEFF}Tiedosto;Asia;Tunnisteet;Nimi
            anna;A-1;t4@example.org;Virtanen, Anna
            berta.json;A-2;"t7@example.org, 7K2M-9QXT-41VB-8";=1+1
            cecilia/;A-3;t3b@example.org;
            photos.zip;A-4;d@example.org;
            half.json;A-5;t1@example.org;
            empty;A-6;e@example.org;
            copied;A-7;t5@example.org;
            copier.json;A-8;f@example.org;
            twice.json;A-9;T7@EXAMPLE.ORG;
            gone.json;A-10;g@example.org;

            """)
        return admissions
    }

    private func recognise(_ admissions: Admissions, _ more: String...) throws -> Run {
        let run = try admissions.run(
            ["recognise", "in/", "--rules", "rules.json", "--applicants", "in/list.csv", "--bundle", "site"] + more)
        guard run.status == 0 else { throw Failed(run.stderr) }
        return run
    }

    @Test("every applicant gets a line, those for an officer first, and the same on every run")
    func table() throws {
        let admissions = try inbox()
        let run = try recognise(
            admissions, "--json", "--cases", "cases", "--table", "table.csv", "--applied",
            Admissions.today.description)
        let lines = try run.objects().map(Admissions.Line.init)
        #expect(lines.count == 11)
        func line(_ id: String) throws -> Admissions.Line {
            try #require(lines.first { $0.json["case"]?.stringValue == id })
        }
        #expect(try line("A-1").outcome("R1") == "granted 2.00")
        #expect(lines.last?.json["case"] == "A-1")
        let mixed = try line("A-3")
        #expect(mixed.reasons("vahvuudet") == ["SUBJECT_MISMATCH"] && mixed.outcome("R3") == "granted 0.50")
        for id in ["A-4", "A-5", "A-6"] {
            let broken = try line(id)
            #expect(broken.headlines == ["NOT_VERIFIED"] && broken.total == "0.00", "\(id)")
            #expect(broken.json["credentials"]?.asList.first?["id"]?.isNull == true)
        }
        let copied = try line("A-7")
        #expect(copied.headlines == ["SHARED_CREDENTIAL"] && copied.outcome("R3").hasPrefix("officer-review 0.00"))
        #expect(try line("A-8").headlines == ["SUBJECT_MISMATCH"])
        for (id, other) in [("A-2", "A-9"), ("A-9", "A-2")] {
            let one = try line(id)
            #expect(one.headlines == ["REPEATED_APPLICANT"] && one.total == "0.00")
            #expect(one.json["alerts"] == [["alert": "repeated-applicant", "cases": [.string(other)]]])
        }
        #expect(try line("A-10").json["alerts"] == [["alert": "file-missing"]])
        let stranger = try #require(lines.first { $0.json["applicant"] == "stranger.json" })
        #expect(stranger.json["alerts"] == [["alert": "not-listed"]])
        #expect(stranger.headlines == ["SUBJECT_UNPROVEN"])

        let table = try admissions.folder.text("table.csv")
        let rows = table.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(rows.count == 12 && rows[0].hasPrefix("\u{FEFF}next;case;applicant"))
        #expect(rows[1...10].allSatisfy { $0.hasPrefix("officer;") } && rows[11].hasPrefix("to confirm;A-1;"))
        let names = admissions.folder.files().filter { $0.hasPrefix("cases/") }
        #expect(names.count == 11 && names.contains("cases/case-A-1.json"))
        #expect(!names.contains { $0.contains("stranger") || $0.contains("@") })

        let kept = try names.map { try admissions.folder.read($0) }
        let again = try recognise(
            admissions, "--json", "--cases", "cases", "--table", "table.csv", "--force", "--applied",
            Admissions.today.description)
        #expect(again.stdout == run.stdout)
        #expect(try admissions.folder.text("table.csv") == table)
        #expect(try names.map { try admissions.folder.read($0) } == kept)
    }

    @Test("for people it is one line a case and a word on how many wait for whom", arguments: ["fi", "sv", "en"])
    func text(_ language: String) throws {
        let admissions = try inbox()
        let run = try recognise(admissions, "--lang", language)
        #expect(run.stdout.split(separator: "\n").count == 11)
        let words = [
            "fi": "11 asiaa: 10 käsittelijälle", "sv": "11 ärenden: 10 för", "en": "11 cases: 10 for an officer",
        ]
        #expect(run.stderr.contains(words[language] ?? "?"), "\(run.stderr)")
    }

    @Test("a table of applicants that can't be meant so is refused, and nothing in it is repeated")
    func hostileTables() throws {
        let admissions = try Admissions()
        let tables = [
            "", "file;case\n", "case;email\nA;a@example.org\n", "file;email;colour\nt4;a@example.org;red\n",
            "file;email\nt4\n", "file;email\n;a@example.org\n", "file;email\nt4;\n", "file;email\n..;a@example.org\n",
            "file;email\nt4;\"a@example.org\n", "file;file;email\nt4;t4;a@example.org\n",
            "file;email\nt4;a@example.org\nt4;b@example.org\n",
            "file;case;email\nt4;K-1;a@example.org\nt5;K-1;b@example.org\n",
            "file;case;email\nt4;\u{202E}1;a@example.org\n", "file;email;name\nt4;a@example.org;131052-308T\n",
            "file;case;email\nt4;\(String(repeating: "x", count: 300));a@example.org\n",
        ]
        for text in tables {
            try admissions.folder.write("list.csv", text)
            let run = try admissions.run("recognise", "inbox", "--rules", "rules.json", "--applicants", "list.csv")
            run.expectRefusal(65, "recognition.applicants")
            #expect(!run.stderr.contains("example.org") && !run.stderr.contains("308T"), "\(run.stderr)")
        }
        try admissions.folder.write("list.csv", [UInt8]([0xFF, 0xFE, 0x66, 0x00]))
        try admissions.run("recognise", "inbox", "--rules", "rules.json", "--applicants", "list.csv")
            .expectRefusal(65, "recognition.applicants", naming: "UTF-8")
    }

    @Test("a case's name is never a path, and a formula never reaches a spreadsheet as one")
    func hostileNames() throws {
        let admissions = try Admissions()
        try admissions.folder.write(
            "list.csv",
            "fil,ärende,e-post\nt4,../../evil,t4@example.org\nt7,\"=HYPERLINK(\"\"x\"\")\",t7@example.org\n"
                + "t8a,a/b,t8a@example.org\n")
        let run = try admissions.run(
            "recognise", "inbox", "--rules", "rules.json", "--applicants", "list.csv", "--bundle", "site", "--cases",
            "cases", "--table", "table.csv", "-q")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(!admissions.folder.exists("evil.json") && !admissions.folder.exists("../evil.json"))
        let names = admissions.folder.files().filter { $0.hasPrefix("cases/") }
        #expect(names.allSatisfy { $0.wholeMatch(of: /cases\/case-[A-Za-z0-9_-]+\.json/) != nil }, "\(names)")
        let table = try admissions.folder.text("table.csv")
        #expect(table.contains("\"'=HYPERLINK(") && !table.contains(";=HYPERLINK"))
    }

    @Test("several files of one case are one application")
    func joined() throws {
        let admissions = try Admissions()
        for slug in Admissions.r1 {
            try admissions.folder.write("in/\(slug).json", try admissions.folder.read("inbox/t4/\(slug).json"))
        }
        let rows = Admissions.r1.map { "\($0).json\tK-1\tt4@example.org" }
        try admissions.folder.write("list.csv", (["file\tcase\temail"] + rows).joined(separator: "\n"))
        let run = try admissions.run(
            "recognise", "in", "--rules", "rules.json", "--applicants", "list.csv", "--bundle", "site", "--json")
        let lines = try run.objects().map(Admissions.Line.init)
        #expect(lines.count == 1 && lines[0].outcome("R1") == "granted 2.00")
    }

    @Test("what an option can't be is refused before any work")
    func options() throws {
        let admissions = try Admissions()
        func run(_ more: String...) throws -> Run { try admissions.run(["recognise", "inbox/t4"] + more) }
        let one = ["--rules", "rules.json", "--applicant", "t4@example.org"]
        func with(_ more: String...) throws -> Run { try admissions.run(["recognise", "inbox/t4"] + one + more) }
        try run("--rules", "rules.json").expectRefusal(64, "usage.missing", naming: "--applicant")
        try run("--applicant", "x").expectRefusal(64, "usage.arguments", naming: "--rules")
        try with("--applicants", "x").expectRefusal(64, "usage.value")
        try with("--applied", "soon").expectRefusal(64, "usage.value", naming: "--applied")
        try with("--applied", "2019-12-31").expectRefusal(65, "recognition.rules-not-in-force", naming: "2019-12-31")
        try with("--lang", "de").expectRefusal(64, "usage.value")
        try with("--ledger", "").expectRefusal(64, "usage.value")
        try with("--cases", "rules.json").expectRefusal(65, "file.wrong-kind")
        try with("--cases", "no/such/folder").expectRefusal(73, "file.unwritable")
        try with("--table", "no/such.csv").expectRefusal(73, "file.unwritable")
        try with("--table", "rules.json").expectRefusal(73, "file.exists")
        try with("--case", "x", "--at", "never").expectRefusal(64, "usage.value")
        try run("--rules", "none.json", "--applicant", "x").expectRefusal(66, "file.missing")
        try run("--rules", "rules.json", "--applicant", "131052-308T").expectRefusal(64, "usage.value")
        try run("--rules", "rules.json", "--applicants", "none.csv").expectRefusal(66, "file.missing")
        try admissions.run("recognise", "nobody", "--rules", "rules.json", "--applicant", "x@example.org")
            .expectRefusal(66, "file.missing")
        try admissions.folder.write("bad.json", "{\"format\": \"passport.recognition-rules/1\", \"rulez\": []}")
        let bad = try run("--rules", "bad.json", "--applicant", "x")
        #expect(bad.status == 65 && bad.stdout.isEmpty && bad.stderr.contains("(recognition.rules-field)"))
        try admissions.folder.write("ledger.jsonl", "hello\n")
        try with("--ledger", "ledger.jsonl").expectRefusal(65, "recognition.ledger")
        #expect(!admissions.folder.exists("cases"))
    }

    @Test("several identifiers, standard input, and a badge that names nobody who was given")
    func identifiers() throws {
        let admissions = try Admissions()
        let two = try admissions.run(
            "recognise", "inbox/t4", "--rules", "rules.json", "--applicant", "new@example.org", "t4@example.org",
            "--bundle", "site", "--json")
        #expect(try Admissions.Line(json: #require(try two.objects().first)).total == "2.00")
        let piped = try Desk(admissions.folder).run(
            "recognise", "-", "--rules", "rules.json", "--applicant", "t8a@example.org", "--trust", "trust.json",
            "--bundle", "site", "--json", stdin: try admissions.folder.read("inbox/t8a/vahvuudet.json"))
        #expect(try Admissions.Line(json: #require(try piped.objects().first)).total == "0.50")
        let foreign = try admissions.run(
            "recognise", "inbox/t4", "--rules", "rules.json", "--applicant", "b@example.org", "--bundle", "site",
            "--json")
        let line = Admissions.Line(json: try #require(try foreign.objects().first))
        #expect(line.headlines == Array(repeating: "SUBJECT_MISMATCH", count: 3) && line.total == "0.00")
        let unknown = try admissions.run(
            "recognise", "inbox/t4", "--rules", "rules.json", "--applicant", "opiskelija 17", "--bundle", "site",
            "--json")
        let open = Admissions.Line(json: try #require(try unknown.objects().first))
        #expect(open.headlines == Array(repeating: "SUBJECT_UNPROVEN", count: 3))
        #expect(open.outcome("R1") == "officer-review 0.00 SUBJECT_UNPROVEN")
    }
}
