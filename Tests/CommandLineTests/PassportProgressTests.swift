import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl passport progress")
struct PassportProgressTests {
    private static let seven = [
        "vahvuudet", "pelisaannot", "tyoturvallisuus", "tiimityo", "asiakaskohtaaminen", "yrittajamainen-asenne",
        "alueen-tyoelama",
    ]

    /// Anna with these badges of a school on her shelf, and the school's definitions beside it.
    private func anna(_ slugs: [String]) throws -> (anna: LearnerDesk, school: School) {
        let school = try School()
        try FileManager.default.createDirectory(
            atPath: school.folder.path(of: "badges"), withIntermediateDirectories: true)
        for slug in slugs {
            let run = try school.run(
                "award", slug, "--to", "anna@example.org", "--evidence", "document: report", "-o", "badges/\(slug).json"
            )
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
        _ = try school.run("publish", "-o", "site", "-q")
        let anna = try LearnerDesk()
        for name in ["site", "badges"] { try anna.desk.receive(name, from: school) }
        try anna.desk.receive("school/badge-definitions", as: "definitions", from: school)
        let trust = try anna.desk.run(
            "trust", "add", School.issuer, "--name", "The School", "--bundle", "site", "-q")
        guard trust.status == 0 else { throw Failed(trust.stderr) }
        let add = try anna.run("add", "badges", "--bundle", "site", "-q")
        guard add.status == 0 else { throw Failed(add.stdout + add.stderr) }
        return (anna, school)
    }

    private func progress(_ anna: LearnerDesk, _ pathway: String, _ more: String...) throws -> Run {
        try anna.desk.run(
            [
                "passport", "progress", "--pathway", "definitions/pathways/\(pathway).json", "--definitions",
                "definitions",
                "--badge-base", School.badges,
            ] + more)
    }

    @Test("from seven badges to a complete work-life passport")
    func story() throws {
        let (anna, school) = try anna(Self.seven)
        let short = try progress(anna, "tyoelamapassi", "--lang", "fi")
        #expect(short.status == 0 && short.stderr.isEmpty, "\(short.stderr)")
        let lines = short.stdout.split(separator: "\n").map(String.init)
        #expect(lines[0] == "Työelämäpassi: 7/8 tehty." && lines[1] == "  Vielä yksi merkki oman valintasi mukaan.")
        #expect(lines[2].hasPrefix("  Lyhyt tie tästä eteenpäin: ") && lines[3].hasPrefix("  Laskettu jo mukaan: "))

        let award = try school.run(
            "award", "digityovalineet", "--to", "anna@example.org", "--evidence", "document: report", "-o", "d.json")
        #expect(award.status == 0, "\(award.stderr)")
        try anna.desk.receive("d.json", from: school)
        // Nobody has vouched for it yet: it waits.
        try anna.desk.folder.write(
            "nobody.json", "{\"format\":\"passport.trust/1\",\"updated\":\"2026-01-01T00:00:00Z\",\"issuers\":[]}")
        _ = try anna.run("add", "d.json", "--trust", "nobody.json", "-q")
        let waiting = try progress(anna, "tyoelamapassi", "--lang", "en")
        #expect(waiting.stdout.hasPrefix("Work-life passport: 7/8 done.\n"))
        #expect(waiting.stdout.contains("  Digital work tools will count once it is verified. "))
        #expect(waiting.stdout.contains("  Then all of it would be complete.\n"))
        let done = try progress(anna, "tyoelamapassi", "--check", "--bundle", "site", "--lang", "sv")
        #expect(done.status == 0 && done.stdout.hasPrefix("Arbetslivspass är klart. Bra gjort!\n"), "\(done.stdout)")
        let json = try progress(anna, "tyoelamapassi", "--json").objects()
        #expect(json.count == 1 && json[0]["format"] == "passport.progress/1" && json[0]["complete"] == true)
        #expect(json[0]["progress"]?["done"]?.numberValue?.text == "8")
        #expect(json[0]["notYetVerified"]?.asList.isEmpty == true)
    }

    @Test("the first step counts the committed certificate once its issuer is believed")
    func firstStep() throws {
        let (anna, _) = try anna(["pelisaannot", "tyoturvallisuus", "ajanhallinta", "vahvuudet", "tyonhaku", "palaute"])
        try anna.desk.folder.write("certificate.json", try ExampleFile.read("certificate.json"))
        let issuer = try #require(
            try JSONParser.parse(try ExampleFile.read("certificate.json"))["issuer"]?["id"]?.stringValue)
        let open = try progress(anna, "ensiaskel", "--certificate", "certificate.json", "--lang", "fi")
        #expect(open.status == 0 && open.stdout.contains("  Vielä osaamistodistus.\n"), "\(open.stderr)")
        #expect(open.stdout.contains("lasketaan, kun se on varmistettu."))
        _ = try anna.desk.run("trust", "add", issuer, "--name", "Kierrätys ry", "-q")
        let done = try progress(anna, "ensiaskel", "--certificate", "certificate.json", "--lang", "fi")
        #expect(done.stdout.hasPrefix("Ensiaskel on valmis. Hienoa työtä!\n"), "\(done.stdout)")
        // The same when it is kept on the shelf.
        _ = try anna.run("add", "certificate.json", "-q")
        #expect(try progress(anna, "ensiaskel", "-q", "--lang", "en").answer == "First step is complete. Well done!")
        try progress(anna, "ensiaskel", "--certificate", "badges/palaute.json")
            .expectRefusal(65, "pathway.certificate", naming: "passport add")
        try progress(anna, "ensiaskel", "--certificate", "none.json").expectRefusal(66, "file.missing")
        let text = try anna.desk.folder.text("certificate.json")
        try anna.desk.folder.write("forged.json", text.replacingOccurrences(of: "varasto", with: "johto"))
        try progress(anna, "ensiaskel", "--certificate", "forged.json").expectRefusal(65, "pathway.certificate")
    }

    @Test("whose badges a pathway asks for has to be known, and wrong files are told with their places")
    func mistakes() throws {
        let (anna, _) = try anna(["vahvuudet"])
        let path = "definitions/pathways/tyoelamapassi.json"
        try anna.run("progress", "--pathway", path).expectRefusal(64, "usage.missing", naming: "--badge-base")
        try anna.run("progress", "--pathway", path, "--badge-base", "passi")
            .expectRefusal(64, "usage.value", naming: "slash")
        try anna.run("progress", "--pathway", "none.json").expectRefusal(66, "file.missing")
        let text = try anna.desk.folder.text(path)
        try anna.desk.folder.write("broken.json", text.replacingOccurrences(of: "\"allOf\"", with: "\"allof\""))
        let broken = try anna.run("progress", "--pathway", "broken.json", "--badge-base", School.badges)
        #expect(broken.status == 65 && broken.stdout.isEmpty && broken.stderr.contains("broken.json:"))
        // A pathway that says it needs no option, and names come from the shelf where no definitions are.
        try anna.desk.folder.write(
            "own.json",
            text.replacingOccurrences(of: "\"name\":", with: "\"badgeBase\": \"\(School.badges)\",\n  \"name\":"))
        let own = try anna.run("progress", "--pathway", "own.json", "--lang", "en")
        #expect(own.status == 0 && own.stdout.hasPrefix("Work-life passport: 1/8 done."), "\(own.stderr)")
        #expect(own.stdout.contains("Counts already: Tunnen vahvuuteni."))
        let other = try anna.run(
            "progress", "--pathway", path, "--badge-base", "https://other.example/badges/", "--lang", "en")
        // It is another issuer's badge there: one of free choice, and not the one that is asked for by name.
        #expect(
            other.stdout.hasPrefix("Work-life passport: 1/8 done.\n  Still to earn: vahvuudet, "), "\(other.stdout)")
    }
}
