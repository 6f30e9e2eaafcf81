import Encodings
import TestSupport
import Testing

@Suite("passportctl register transcript")
struct TranscriptTests {
    /// A school whose learner Anna has tiimityo in Finnish and vahvuudet in Swedish.
    private func school() throws -> School {
        let school = try School()
        try school.award(to: "anna@example.org")
        let run = try school.run(
            "award", "vahvuudet", "--to", "anna@example.org", "--evidence", "document: raportti", "--lang", "sv", "-o",
            "vahvuudet.json")
        guard run.status == 0 else { throw Failed(run.stderr) }
        return school
    }

    private func id(_ school: School, _ file: String) throws -> String {
        try JSONParser.parse(try school.folder.read(file))["id"]?.stringValue ?? ""
    }

    @Test("one file of badges in two languages that others find genuine, and withdrawn once that is published")
    func story() throws {
        let school = try school()
        let made = try school.run("register", "transcript", "anna@example.org", "-o", "record.json", "--lang", "fi")
        #expect(made.status == 0, "\(made.stderr)")
        #expect(made.answer.hasPrefix("urn:uuid:") && made.stderr.contains("It holds 2 badges."))
        let record = try JSONParser.parse(try school.folder.read("record.json"))
        #expect(record["id"]?.stringValue == made.answer && record["name"] == "Ote osaamismerkeistä")

        _ = try school.run("publish", "-o", "site", "-q")
        let desk = try Desk()
        for name in ["record.json", "site"] { try desk.receive(name, from: school) }
        let trust = try desk.run(
            "trust", "add", School.issuer, "--name", "Koulu", "--bundle", "site", "--trust", "t.json")
        #expect(trust.status == 0, "\(trust.stderr)")
        func verify() throws -> JSONObject {
            let run = try desk.run("verify", "record.json", "--trust", "t.json", "--bundle", "site", "--json")
            return try #require(try run.objects().first, "\(run.stderr)")
        }
        let verdict = try verify()
        #expect(verdict["verdict"] == "valid" && verdict["worst"] == "valid", "\(verdict)")
        #expect(verdict["counts"]?["valid"] == 2)

        let again = try school.run("register", "transcript", "anna@example.org", "-o", "record.json", "--lang", "fi")
        #expect(again.status == 0 && again.answer == made.answer)
        #expect(again.stderr.contains("\"record.json\" holds it already.") && again.stderr.contains("was made before"))

        let gone = try school.run(
            "register", "transcript", "anna@example.org", "--withdraw", String(made.answer.dropFirst(9).prefix(8)))
        #expect(gone.status == 0 && gone.answer == "\(made.answer)  withdrawn", "\(gone.stderr)")
        let list = try school.run("register", "transcript", "anna@example.org", "--list", "--json").objects()
        #expect(list.map { $0["state"] } == ["withdrawn"])
        _ = try school.run("publish", "-o", "site", "--force", "-q")
        #expect(try school.run("register", "audit", "-q").status == 0)
        #expect(try school.run("register", "check", "-q").status == 0)
    }

    @Test("only the badges that are named, to standard output, as JSON, and once more by id")
    func choosing() throws {
        let school = try school()
        let badge = try id(school, "vahvuudet.json")
        let made = try school.run(
            "register", "transcript", "anna@example.org", "--include", String(badge.dropFirst(9).prefix(8)), "--json")
        #expect(made.status == 0, "\(made.stderr)")
        let answer = try #require(try made.objects().first)
        #expect(answer["format"] == "passport.transcript/1" && answer["awards"] == [.string(badge)])
        #expect(answer["new"] == true && answer["leftOut"] == [])
        let file = try #require(answer["file"]?.stringValue)
        let bytes = try school.folder.read(file)
        let again = try school.run(
            "register", "transcript", "anna@example.org", "--again", answer["credential"]?.stringValue ?? "", "-o", "-")
        #expect(Array(again.stdout.utf8) == bytes && again.status == 0)
    }

    @Test("a JWT is left out by name, and the exit status says that it isn't whole")
    func jwt() throws {
        let school = try school()
        _ = try school.run(
            "award", "palaute", "--to", "anna@example.org", "--evidence", "document: raportti", "--format", "jwt",
            "-o", "palaute.jwt")
        let made = try school.run("register", "transcript", "anna@example.org", "-o", "record.json")
        #expect(made.status == 65 && made.answer.hasPrefix("urn:uuid:"), "\(made.stderr)")
        #expect(made.stderr.contains("palaute v1") && made.stderr.contains("(transcript.jwt)"))
        #expect(school.folder.files().contains("record.json"))
    }

    @Test("mistakes are answered in full sentences, and leave no file")
    func mistakes() throws {
        let school = try school()
        func transcript(_ arguments: String...) throws -> Run {
            try Desk(school.folder).run(
                ["register", "transcript"] + arguments, environment: ["PASSPORT_WORKSPACE": "school"])
        }
        try transcript("nobody@example.org").expectRefusal(65, "register.person-missing")
        try transcript("120464-126J").expectRefusal(65, "row.identity-code")
        try transcript("anna@example.org", "--include", "11111111").expectRefusal(65, "register.award-missing")
        try transcript("anna@example.org", "--include", "x").expectRefusal(65, "register.award-reference")
        try transcript("anna@example.org", "--lang", "de").expectRefusal(64, "usage.value", naming: "de")
        try transcript("anna@example.org", "--list", "--again", "x").expectRefusal(64, "usage.value")
        try transcript("anna@example.org", "--list", "-o", "x").expectRefusal(64, "usage.value")
        try transcript("anna@example.org", "--reason", "error").expectRefusal(64, "usage.value")
        try transcript("anna@example.org", "--withdraw", "11111111").expectRefusal(65, "transcript.missing")
        try transcript("anna@example.org", "--withdraw", "11111111", "--reason", "Anna itse")
            .expectRefusal(64, "usage.value")
        try transcript("anna@example.org", "-o", "no/where.json").expectRefusal(73, "file.unwritable")
        try school.award(to: "bertta@example.org")
        try transcript("anna@example.org", "--include", try id(school, "bertta.json"))
            .expectRefusal(65, "transcript.other-person")
        _ = try school.run("revoke", try id(school, "bertta.json"), "--reason", "error")
        try transcript("bertta@example.org").expectRefusal(65, "transcript.nothing")
        #expect(try school.run("register", "transcript", "anna@example.org", "--list", "-q").stdout.isEmpty)
        #expect(!school.folder.files().contains { $0.hasPrefix("transcript-") })
        // What is there stays.
        try school.folder.write("mine.json", "mine")
        try transcript("anna@example.org", "-o", "mine.json").expectRefusal(73, "file.exists")
        #expect(try school.folder.text("mine.json") == "mine")
    }
}
