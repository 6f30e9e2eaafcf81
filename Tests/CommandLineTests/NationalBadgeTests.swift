import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl definition import, register consent and export-koski")
struct NationalBadgeTests {
    private static let list: [UInt8] = {
        let bytes = FileManager.default.contents(atPath: "\(PackageRoot.path)/examples/osaamismerkit.json") ?? Data()
        return [UInt8](bytes)
    }()

    private static let oid = "1.2.246.562.10.12345678901"

    /// A school that has the example list and an OID.
    private func school() throws -> School {
        let school = try School()
        try school.folder.write("list.json", Self.list)
        let settings = try school.folder.text("school/workspace.json")
        try school.folder.write(
            "school/workspace.json",
            settings.replacingOccurrences(of: "\"languages\"", with: "\"oid\": \"\(Self.oid)\",\n  \"languages\""))
        return school
    }

    @Test("from the saved list to a row for Koski")
    func story() throws {
        let school = try school()
        let dry = try school.run("definition", "import", "list.json", "--dry-run")
        #expect(dry.status == 0, "\(dry.stderr)")
        #expect(dry.stderr.contains("Dry run: 6 new, 1 not published."))
        #expect(!school.folder.exists("school/badge-definitions/viikon-budjetti.json"))

        let run = try school.run("definition", "import", "list.json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.split(separator: "\n").count == 6)
        #expect(run.stdout.contains("osaamismerkit_9005  new          viikon-budjetti v1  Viikon budjetti"))
        #expect(try school.run("definition", "lint", "-q").status == 0)
        #expect(try school.run("definition", "import", "list.json").stderr.contains("6 unchanged"))

        // Published and awarded, it is genuine and carries the code
        #expect(try school.run("definition", "publish", "viikon-budjetti", "-q").status == 0)
        let award = try school.run(
            "award", "viikon-budjetti", "--to", "anna@example.org", "--name", "Anna", "-o", "a.json")
        #expect(award.status == 0, "\(award.stderr)")
        #expect(try school.folder.text("a.json").contains("osaamismerkit_9005"))

        // It goes to Koski with a consent only
        let none = try school.run("register", "export-koski", "-o", "none.csv")
        #expect(none.status == 0 && none.stderr.contains("0 rows. Left out: 1 without a consent."), "\(none.stderr)")
        let given = try school.run("register", "consent", "anna@example.org", "--koski", "--given", "1.6.2026")
        #expect(given.status == 0, "\(given.stderr)")
        #expect(given.stdout.contains("given 2026-06-01"))
        let csv = try school.run("register", "export-koski", "-o", "koski.csv")
        #expect(csv.stderr.contains("1 row."), "\(csv.stderr)")
        #expect(
            try school.folder.text("koski.csv").contains(";vstosaamismerkki;9005;osaamismerkit;hyvaksytystisuoritettu;")
        )
        let mode = try FileManager.default.attributesOfItem(atPath: school.folder.path(of: "koski.csv"))
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let json = try school.run("register", "export-koski", "-o", "-", "-q")
        let export = try #require(try JSONParser.parse(Array(json.stdout.utf8)).objectValue)
        #expect(export["rows"]?.arrayValue?.count == 1 && export["organisation"]?.stringValue == Self.oid)
        try school.run("register", "export-koski", "-o", "koski.csv").expectRefusal(73, "file.exists")

        // and no more once it is withdrawn
        let back = try school.run(
            "register", "consent", "anna@example.org", "--koski", "--withdrawn", "1.9.2026", "--json")
        #expect(try back.objects().first?["consents"]?.arrayValue?.first?["withdrawn"] == "2026-09-01")
        let summary = try school.run("register", "export-koski", "-o", "koski.json", "--json").objects()
        #expect(summary.first?["rows"] == 0 && summary.first?["consentWithdrawn"] == 1)
    }

    @Test("a newer copy of the list makes a new version of what was published, and its file stays")
    func newer() throws {
        let school = try school()
        _ = try school.run("definition", "import", "list.json", "--only", "9004", "-q")
        _ = try school.run("definition", "publish", "selkea-viesti", "-q")
        let path = "school/badge-definitions/selkea-viesti.json"
        let published = try school.folder.read(path)
        try school.folder.write(
            "list.json", try school.folder.text("list.json").replacingOccurrences(of: "kerralla", with: "heti"))
        let run = try school.run("definition", "import", "list.json", "--only", "9004", "--json").objects()
        #expect(run.map { $0["outcome"] } == ["new-version"])
        #expect(run.first?["file"] == "selkea-viesti-v2.json")
        #expect(try school.folder.read(path) == published)
        #expect(try school.run("definition", "lint", "-q").status == 0)
        #expect(try school.run("definition", "publish", "selkea-viesti", "-q").status == 0)
        let list = try school.run("definition", "list", "--json").objects().filter { $0["id"] == "selkea-viesti" }
        #expect(Set(list.compactMap { $0["version"] }) == [1, 2])
        #expect(list.allSatisfy { $0["status"] == "published" })
    }

    @Test("only those that were asked for, into a folder of their own, without a workspace")
    func folder() throws {
        let desk = try Desk()
        try desk.folder.write("list.json", Self.list)
        let run = try desk.run(
            "definition", "import", "list.json", "--only", "9001", "osaamismerkit_9006", "--category",
            "digitaidot=digi",
            "-o", "out")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            desk.folder.files().filter { $0.hasPrefix("out/") } == [
                "out/etakokouksen-pitaminen.json", "out/oma-tapa-oppia.json", "out/osaamismerkki-digitaidot.svg",
                "out/osaamismerkki-oppimistaidot.svg",
            ])
        #expect(try desk.folder.text("out/etakokouksen-pitaminen.json").contains("\"category\": \"digi\""))
        #expect(try desk.run("definition", "lint", "out/etakokouksen-pitaminen.json", "-q").status == 0)
        try desk.run("definition", "import", "list.json", "--only", "9010", "-o", "out")
            .expectRefusal(65, "definition.unknown-reference", naming: "Did you mean")
        try desk.run("definition", "import", "list.json", "--category", "digi", "-o", "out")
            .expectRefusal(64, "usage.value")
        try desk.run("definition", "import", "list.json").expectRefusal(78, "workspace.missing")
    }

    @Test("a list that isn't one is refused with its place, and an entry that isn't sound beside those that are")
    func broken() throws {
        let desk = try Desk()
        let cases: [(String, Int32, String, String)] = [
            ("[\n{\"id\": 1,}\n]", 65, "json.malformed", "line 2, column 10"),
            ("[]", 65, "definition.field", "no badges"),
            ("\"x\"", 65, "definition.field", "string"), ("", 65, "json.malformed", "line 1"),
            ("[1", 65, "json.malformed", "line 1"),
        ]
        for (text, status, code, words) in cases {
            try desk.folder.write("list.json", text)
            try desk.run("definition", "import", "list.json", "-o", "out").expectRefusal(
                status, code, naming: "list.json", words)
        }
        try desk.run("definition", "import", "gone.json", "-o", "out").expectRefusal(66, "file.missing")
        #expect(!desk.folder.exists("out"))

        let text = String(decoding: Self.list, as: UTF8.self)
            .replacingOccurrences(of: "osaamismerkit_9003", with: "tutkinnonosat_1")
            .replacingOccurrences(of: "Selkeä viesti", with: "Selkeä\\u001b[31m\\u202eviesti")
        try desk.folder.write("list.json", text)
        let run = try desk.run("definition", "import", "list.json", "-o", "out")
        #expect(run.status == 65)
        #expect(run.stdout.split(separator: "\n").count == 5)
        #expect(run.stderr.contains("(definition.field)") && run.stderr.contains("invisible characters"))
        #expect(!(run.stdout + run.stderr).unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        let json = try desk.run("definition", "import", "list.json", "-o", "out", "--json").objects()
        #expect(json.count { $0["outcome"] == "unchanged" } == 5 && json.count { $0["outcome"] == "refused" } == 1)
    }

    @Test("consents and rows need a person, a day and an OID")
    func usage() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        let anna = ["register", "consent", "anna@example.org"]
        let cases: [([String], Int32, String)] = [
            (["register", "consent", "eve@example.org"], 65, "register.person-missing"),
            (["register", "consent", "eve"], 65, "register.person-missing"),
            (["register", "consent", "010203A9987"], 65, "row.identity-code"),
            (anna + ["--given", "1.6.2026"], 64, "usage.missing"),
            (anna + ["--koski", "--given", "eilen"], 64, "usage.value"),
            (anna + ["--koski", "--given", "1.6.2099"], 65, "koski.consent-day"),
            (anna + ["--koski", "--given", "1.6.2026", "--withdrawn", "2.6.2026"], 64, "usage.value"),
            (anna + ["--koski", "--withdrawn", "2.6.2026"], 65, "koski.no-consent"),
            (anna + ["--koski", "--given", "1.6.2026", "--by", "Maija Meikäläinen"], 65, "register.audit-reference"),
            (["register", "export-koski", "-o", "koski.csv"], 78, "koski.no-oid"),
            (["register", "export-koski", "-o", "koski.pdf"], 64, "usage.value"),
            (["register", "export-koski", "-o", "none/koski.csv"], 73, "file.unwritable"),
            (["register", "export-koski", "-o", "k.csv", "--from", "2.1.2026", "--to", "1.1.2026"], 64, "usage.value"),
        ]
        for (arguments, status, code) in cases {
            let run = try Desk(school.folder).run(arguments, environment: ["PASSPORT_WORKSPACE": "school"])
            run.expectRefusal(status, code)
            #expect(!run.stderr.contains("010203"))
        }
        let none = try school.run("register", "consent", "anna@example.org")
        #expect(none.status == 0 && none.stdout.isEmpty && none.stderr.contains("No consent"))
        #expect(!school.folder.exists("koski.csv"))
    }
}
