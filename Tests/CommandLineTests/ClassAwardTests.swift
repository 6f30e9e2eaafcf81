import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl award --csv")
struct ClassAwardTests {
    private func award(_ school: School, _ options: [String], stdin: [UInt8] = []) throws -> Run {
        try Desk(school.folder).run(
            ["award", "tiimityo"] + options, stdin: stdin, environment: ["PASSPORT_WORKSPACE": "school"])
    }

    /// The teacher's list of the example: Windows-1252, semicolons, an empty line, an identity code in row 17.
    private func writeExample(_ school: School, mended: Bool = false) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/examples/class.csv")))
        if mended, let place = bytes.firstRange(of: Array("010203A9987".utf8)) {
            bytes.replaceSubrange(place, with: Array("poistettu".utf8))
        }
        try school.folder.write("class.csv", bytes)
    }

    @Test("a dry run tells row by row what would happen and changes nothing")
    func dryRun() throws {
        let school = try School()
        try writeExample(school)
        let before = try school.contents()
        let run = try award(school, ["--csv", "class.csv", "--dry-run"])
        #expect(run.status == 65)
        #expect(run.stdout.contains("row 2:  ready  Aino Ahola\n"))
        #expect(run.stdout.contains(/row 9:  ready  .* – Ready\. No email address is known, so .* a passport number/))
        #expect(run.stdout.matches(of: /passport number/).count == 1, "only who has no address is told of it")
        #expect(run.stdout.contains(/row 17:  refused – .*\(row\.identity-code\)\n/))
        #expect(!run.stdout.contains("010203A9987"))
        #expect(run.stderr.contains("Dry run: 26 ready, 1 refused, 1 empty skipped."))
        #expect(try school.contents() == before)
    }

    @Test("one refused row keeps the whole class back, and the report says why")
    func allOrNothing() throws {
        let school = try School()
        try writeExample(school)
        let run = try award(school, ["--csv", "class.csv", "-o", "badges"])
        #expect(run.status == 65)
        #expect(run.stderr.contains("hint: Nothing was awarded."))
        #expect(school.folder.files().filter { $0.hasPrefix("badges/") } == ["badges/tiimityo-report.csv"])
    }

    @Test("--skip-invalid awards the sound rows; after mending the list only the rest is new")
    func skipThenMend() throws {
        let school = try School()
        try writeExample(school)
        let first = try award(school, ["--csv", "class.csv", "-o", "badges", "--skip-invalid", "--json"])
        #expect(first.status == 65)
        let outcomes = try first.objects().compactMap { $0["outcome"]?.stringValue }
        #expect(outcomes.count { $0 == "awarded" } == 26)
        #expect(outcomes.count { $0 == "refused" } == 1)
        let files = school.folder.files().filter { $0.hasPrefix("badges/") && $0.hasSuffix(".json") }
        #expect(files.count == 26)

        try writeExample(school, mended: true)
        let second = try award(school, ["--csv", "class.csv", "-o", "badges"])
        #expect(second.status == 0, "\(second.stderr)")
        #expect(second.stderr.contains("1 awarded, 26 already-had, 1 empty skipped."))
        let after = school.folder.files().filter { $0.hasPrefix("badges/") && $0.hasSuffix(".json") }
        #expect(after.count == 27)
        #expect(Set(files).isSubset(of: after))
    }

    @Test("running it again changes no badge, and writes those that were lost")
    func rerun() throws {
        let school = try School()
        try writeExample(school, mended: true)
        #expect(try award(school, ["--csv", "class.csv", "-o", "badges", "-q"]).status == 0)
        let files = school.folder.files().filter { $0.hasSuffix(".json") && $0.hasPrefix("badges/") }
        let bytes = try files.map { try school.folder.read($0) }
        try FileManager.default.removeItem(atPath: school.folder.path(of: files[3]))
        let again = try award(school, ["--csv", "class.csv", "-o", "badges"])
        #expect(again.status == 0)
        #expect(again.stderr.contains("27 already-had"))
        #expect(try files.map { try school.folder.read($0) } == bytes)
    }

    @Test("badges and the report are readable by their owner alone")
    func modes() throws {
        let school = try School()
        try school.folder.write("class.csv", "email,name\nanna@example.org,Anna\n")
        #expect(try award(school, ["--csv", "class.csv", "-o", "b", "--evidence", School.evidence]).status == 0)
        for file in school.folder.files() where file.hasPrefix("b/") {
            let mode = try FileManager.default.attributesOfItem(atPath: school.folder.path(of: file))[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(file)")
        }
    }

    @Test("a list comes from standard input, too, with columns named by --column")
    func standardInput() throws {
        let school = try School()
        let run = try award(
            school,
            [
                "--csv", "-", "--column", "email=Kontakti", "--column", "ignored=Huone", "--dry-run", "--json",
                "--evidence", School.evidence,
            ],
            stdin: Array("Kontakti;Huone\nanna@example.org;B12\n".utf8))
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try run.objects().map { $0["outcome"] } == ["ready"])
    }

    @Test(
        "a list that can't be read is named with what is wrong with it",
        arguments: [
            ("Nimi;Foo\nA;b\n", "csv.header", "Foo"), ("Nimi;Taso\nA;2;3\n", "csv.malformed", "Row 2"),
            ("", "csv.header", ""),
            ("email;Taso\n", "csv.malformed", "no learners"),
            ("email\n\"a@example.org\n", "csv.malformed", "quotation"),
            ("a\u{0}b", "csv.encoding", ""), ("email,email\na,b\n", "csv.header", ""),
        ])
    func brokenLists(text: String, code: String, naming: String) throws {
        let school = try School()
        try school.folder.write("x.csv", text)
        let before = try school.contents()
        for options in [["--dry-run"], ["-o", "b"]] {
            try award(school, ["--csv", "x.csv"] + options).expectRefusal(65, code, naming: "x.csv", naming)
        }
        #expect(try school.contents() == before)
    }

    @Test(
        "options that don't go together, and places that can't be written",
        arguments: [
            (["--csv", "x.csv"], 64, "usage.missing"), (["--csv", "x.csv", "-o", "-"], 64, "usage.value"),
            (["--csv", "x.csv", "--to", "a@example.org", "-o", "b"], 64, "usage.value"),
            (["--csv", "x.csv", "--name", "A", "-o", "b"], 64, "usage.value"),
            (["--csv", "x.csv", "--column", "email", "-o", "b"], 64, "usage.value"),
            (["--csv", "x.csv", "--column", "phone=Puhelin", "-o", "b"], 64, "usage.value"),
            (["--csv", "x.csv", "--column", "email=Puhelin", "-o", "b"], 65, "csv.header"),
            (["--csv", "gone.csv", "-o", "b"], 66, "file.missing"),
            (["--csv", "school", "-o", "b"], 65, "file.wrong-kind"),
            (["--csv", "x.csv", "-o", "x.csv"], 65, "file.wrong-kind"),
            (["--csv", "x.csv", "-o", "x.csv/b"], 73, "file.unwritable"),
        ])
    func usage(options: [String], status: Int, code: String) throws {
        let school = try School()
        try school.folder.write("x.csv", "email\na@example.org\n")
        let before = try school.contents()
        try award(school, options).expectRefusal(Int32(status), code)
        #expect(try school.contents() == before)
    }

    // MARK: Slips

    @Test("--slips prints one for each learner who is new, for the owner's eyes")
    func slips() throws {
        let school = try School()
        try writeExample(school, mended: true)
        let dry = try award(school, ["--csv", "class.csv", "--dry-run", "--slips", "slips.html"])
        #expect(dry.status == 0 && !school.folder.exists("slips.html"))
        let run = try award(school, ["--csv", "class.csv", "-o", "badges", "--slips", "slips.html"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("27 to print in \"slips.html\""))
        let page = try school.folder.text("slips.html")
        #expect(page.matches(of: /<section/).count == 27)
        let report = try school.folder.text("badges/tiimityo-report.csv")
        for number in page.matches(of: /<p class="number">([0-9A-Z-]+)</) {
            #expect(report.contains(number.output.1))
        }
        let rights = try FileManager.default.attributesOfItem(atPath: school.folder.path(of: "slips.html"))
        #expect(rights[.posixPermissions] as? Int == 0o600)

        // Again nobody is new, and what is there stays.
        try award(school, ["--csv", "class.csv", "-o", "badges", "--slips", "slips.html"])
            .expectRefusal(73, "file.exists", naming: "--force")
        let again = try award(school, ["--csv", "class.csv", "-o", "badges", "--slips", "more.html"])
        #expect(again.status == 0 && again.stderr.contains("there are no slips"))
        #expect(!school.folder.exists("more.html"))
    }

    @Test(
        "a place where no slips can stand is refused before anything is awarded",
        arguments: [("-", 64, "usage.value"), ("", 64, "usage.value"), ("missing/slips.html", 73, "file.unwritable")])
    func slipsPlace(path: String, status: Int, code: String) throws {
        let school = try School()
        try writeExample(school, mended: true)
        let run = try award(school, ["--csv", "class.csv", "-o", "badges", "--slips", path])
        run.expectRefusal(Int32(status), code)
        #expect(!school.folder.exists("badges"))
    }
}
