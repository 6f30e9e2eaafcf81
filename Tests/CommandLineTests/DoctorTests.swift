import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl doctor")
struct DoctorTests {
    @Test("a school's badge: who takes it, and by which rule not")
    func story() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        _ = try school.run("publish", "-o", "site", "-q")
        let desk = try Desk()
        try desk.receive("anna.json", from: school)
        try desk.receive("site", from: school)
        let run = try desk.run("doctor", "anna.json", "--target", "all", "--bundle", "site", "--json")
        #expect(run.status == 1 && run.stderr.isEmpty, "\(run.stderr)")
        let answers = try run.objects()
        #expect(answers.map { $0["target"]?.stringValue } == ["1edtech", "dcc", "blockcerts", "eudi", "europass"])
        #expect(answers.map { $0["verdict"]?.stringValue } == ["yes", "yes", "no", "no", "no"])
        let blockcerts = answers[2]["refusedBy"]?.asList.compactMap { $0["rule"]?.stringValue } ?? []
        #expect(blockcerts.contains("blockcerts.key-form"), "\(blockcerts)")
        #expect(answers[3]["refusedBy"]?.asList.first?["rule"] == "eudi.form")
        #expect(answers[4]["refusedBy"]?.asList.first?["rule"] == "europass.kind")
    }

    @Test("the exit status is 0 for yes, 1 for no, 2 when it can't be said")
    func statuses() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        _ = try school.run("publish", "-o", "site", "-q")
        let desk = try Desk()
        try desk.receive("anna.json", from: school)
        try desk.receive("site", from: school)
        let yes = try desk.run(
            "doctor", "anna.json", "--target", "1edtech", "--bundle", "site", "--lang", "en", "-q")
        #expect(yes.status == 0)
        #expect(
            yes.answer == "anna.json: Yes: 1EdTech's public validator takes this file, as far as its rules are known.")
        let unknown = try desk.run("doctor", "anna.json", "--target", "1edtech", "--lang", "sv")
        #expect(unknown.status == 2 && unknown.stdout.hasPrefix("anna.json: Det går inte att säga om "))
        #expect(unknown.stdout.contains("any.signature"))
        let no = try desk.run("doctor", "anna.json", "--target", "eudi", "--lang", "fi")
        #expect(no.status == 1 && no.stdout.hasPrefix("anna.json: Ei: eurooppalainen "))
    }

    @Test("a badge of a workspace without an address has a status list that nobody can fetch, and the way out is told")
    func keyOnly() throws {
        let desk = try Desk()
        _ = try desk.run("init", "school", "--name", "Koulu", "--samples", "--no-passphrase")
        let awarded = try desk.run(
            "award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "anna.json",
            environment: ["PASSPORT_WORKSPACE": "school"])
        #expect(awarded.status == 0, "\(awarded.stderr)")
        let run = try desk.run("doctor", "anna.json", "--target", "1edtech", "--lang", "en")
        #expect(run.status == 1 && run.stdout.contains("1edtech.status-list"), "\(run.stdout)")
        #expect(run.stdout.contains("--url URL"))
        // VerifierPlus leaves the list out and takes the badge.
        let plus = try desk.run("doctor", "anna.json", "--target", "dcc", "--lang", "en")
        #expect(plus.status == 0 && plus.stdout.contains("dcc.status-found"), "\(plus.stdout)")
    }

    @Test("the picture, the page and standard input are looked at too")
    func forms() throws {
        let school = try School()
        let run = try school.run(
            "award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "--bake", "svg", "-o",
            "anna.svg")
        #expect(run.status == 0, "\(run.stderr)")
        let refused = try school.run("doctor", "anna.svg", "--target", "dcc", "--lang", "en")
        #expect(refused.status == 1 && refused.stdout.contains("dcc.file") && refused.stdout.contains("unbake"))
        let bytes = try school.folder.read("anna.svg")
        let input = try school.run("doctor", "-", "--target", "1edtech", "--json", stdin: bytes)
        let answer = try input.objects().first
        #expect(input.status == 0 && answer?["source"] == "-" && answer?["container"] == "svg")
    }

    @Test("the list names each receiver with its rules and the days of their sources")
    func list() throws {
        let run = try Desk().run("doctor", "--list", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.stdout.split(separator: "\n").count == 5)
        #expect(run.stdout.contains("dcc        VerifierPlus of the Digital Credentials Consortium: "))
        let rules = try Desk().run("doctor", "--list", "--json").objects()
        #expect(rules.allSatisfy { $0["format"] == "passport.receiver/1" })
        #expect(rules.allSatisfy { ($0["rules"]?.asList ?? []).allSatisfy { $0["source"]?["date"] != nil } })
    }

    @Test("mistakes are answered with what is known")
    func mistakes() throws {
        let desk = try Desk()
        try desk.folder.write("notes.txt", "hello")
        try desk.run("doctor", "notes.txt").expectRefusal(64, "usage.missing", naming: "--target", "blockcerts")
        try desk.run("doctor", "notes.txt", "--target", "europas")
            .expectRefusal(64, "usage.value", naming: "europas", "europass")
        try desk.run("doctor", "--target", "dcc").expectRefusal(64, "usage.missing")
        try desk.run("doctor", "none.json", "--target", "dcc").expectRefusal(66, "file.missing")
        try desk.run("doctor", "notes.txt", "--target", "dcc").expectRefusal(
            65, "doctor.unreadable", naming: "notes.txt")
        let png = try PackageFile.read("badge-definitions/tiimityo.png")
        try desk.folder.write("bare.png", png)
        try desk.run("doctor", "bare.png", "--target", "dcc").expectRefusal(65, "doctor.no-credential")
        try desk.run("doctor", ".", "--target", "dcc").expectRefusal(65, "file.wrong-kind")
    }
}
