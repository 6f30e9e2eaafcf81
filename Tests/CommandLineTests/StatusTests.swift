import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl revoke, suspend, reinstate")
struct StatusTests {
    /// A school with a badge `kortti` that can be put on hold.
    private func school() throws -> School {
        let school = try School()
        let definition = try school.folder.text("school/badge-definitions/tiimityo.json")
        try school.folder.write(
            "school/badge-definitions/kortti.json",
            definition.replacing(#""id": "tiimityo","#, with: #""id": "kortti", "suspendable": true,"#))
        return school
    }

    private func awardCard(_ school: School, to name: String) throws -> String {
        let run = try school.run(
            "award", "kortti", "--to", "\(name)@example.org", "--evidence", School.evidence, "-o", "\(name).json")
        guard run.status == 0 else { throw Failed(run.stderr) }
        return run.answer
    }

    /// What a receiver with the published site reads first.
    private func headline(_ school: School, _ file: String) throws -> (status: Int32, text: String) {
        let run = try school.run("verify", file, "--bundle", "site", "-q", "--lang", "en")
        return (run.status, run.answer)
    }

    private func publish(_ school: School) throws -> [Substring] {
        let run = try school.run("publish", "-o", "site")
        guard run.status == 0 else { throw Failed(run.stderr) }
        return run.stdout.split(separator: "\n")
    }

    @Test("a card is put on hold, given back and taken back, and receivers see it once it is published")
    func story() throws {
        let school = try school()
        let anna = try awardCard(school, to: "anna")
        _ = try awardCard(school, to: "bo")
        _ = try publish(school)
        let genuine = "Genuine badge. Whose it is was not checked."
        #expect(try headline(school, "anna.json") == (0, "anna.json: \(genuine)"))

        let suspended = try school.run("suspend", anna, "--by", "staff-7")
        #expect(suspended.status == 0, "\(suspended.stderr)")
        #expect(suspended.answer == "\(anna)  kortti v1  suspended")
        #expect(suspended.stderr.contains("after the next `passportctl publish`"))
        #expect(try headline(school, "anna.json") == (0, "anna.json: \(genuine)"))
        #expect(try school.run("register", "show", anna).stdout.contains("not published yet"))
        // Of the lists only the one for badges on hold is signed anew, and the bundle that holds them.
        #expect(try publish(school) == ["status/2.json", "checkpoint.json", "trust-bundle.json"])
        #expect(try headline(school, "anna.json") == (1, "anna.json: Not valid now: on hold, ask the issuer."))
        #expect(try headline(school, "bo.json") == (0, "bo.json: \(genuine)"))

        let id = anna.dropFirst("urn:uuid:".count)
        #expect(try school.run("reinstate", String(id)).answer == "\(anna)  kortti v1  issued")
        #expect(try publish(school) == ["status/2.json", "checkpoint.json", "trust-bundle.json"])
        #expect(try headline(school, "anna.json") == (0, "anna.json: \(genuine)"))

        let revoked = try school.run("revoke", String(id.prefix(8)), "--reason", "holder-request")
        #expect(revoked.answer == "\(anna)  kortti v1  revoked")
        #expect(try publish(school) == ["status/1.json", "checkpoint.json", "trust-bundle.json"])
        #expect(try headline(school, "anna.json") == (1, "anna.json: Not valid: withdrawn by the issuer."))
        #expect(try headline(school, "bo.json") == (0, "bo.json: \(genuine)"))
        #expect(try publish(school) == [])

        for file in school.folder.files() where file.hasPrefix("site/") {
            #expect(try school.folder.read(file).firstRange(of: Array("holder-request".utf8)) == nil)
        }
    }

    @Test("a step that the life cycle doesn't have is refused, and the others with it")
    func transitions() throws {
        let school = try school()
        let (anna, bo) = (try awardCard(school, to: "anna"), try awardCard(school, to: "bo"))
        try school.run("reinstate", anna).expectRefusal(65, "state.transition", naming: anna, "isn't on hold")
        #expect(try school.run("revoke", bo, "--reason", "error").status == 0)
        for (command, more) in [("revoke", ["--reason", "error"]), ("suspend", []), ("reinstate", [])] {
            let run = try Desk(school.folder).run(
                [command, anna, bo, "--workspace", "school"] + more)
            run.expectRefusal(65, "state.transition", naming: bo, "revoked", "Nothing was changed")
        }
        #expect(try school.run("register", "list", "--state", "issued", "-q").stdout.contains(anna))
        try school.award(to: "cia@example.org")
        let plain = try JSONParser.parse(school.folder.read("cia.json"))["id"]?.stringValue ?? ""
        try school.run("suspend", plain).expectRefusal(65, "state.transition", naming: "isn't suspendable")
    }

    @Test("being superseded revokes nothing, and a superseded badge can't be revoked")
    func superseded() throws {
        let school = try School()
        try school.award(to: "anna@example.org", "--level", "2")
        let old = try JSONParser.parse(school.folder.read("anna.json"))["id"]?.stringValue ?? ""
        let newer = try school.run(
            "award", "tiimityo", "--to", "anna@example.org", "--level", "3", "--evidence", School.evidence, "-o",
            "newer.json")
        #expect(newer.status == 0, "\(newer.stderr)")
        _ = try publish(school)
        #expect(try headline(school, "anna.json").status == 0)
        try school.run("revoke", old, "--reason", "error").expectRefusal(
            65, "state.transition", naming: "superseded by \(newer.answer)")
    }

    @Test("a class's report takes the whole class back")
    func fromReport() throws {
        let school = try School()
        try school.folder.write(
            "class.csv",
            "email;evidence\nanna@example.org;https://example.org/1\nbo@example.org;https://example.org/2\n")
        #expect(try school.run("award", "tiimityo", "--csv", "class.csv", "-o", "badges").status == 0)
        let dry = try school.run(
            "revoke", "--from", "badges/tiimityo-report.csv", "--reason", "error", "--dry-run")
        #expect(dry.status == 0, "\(dry.stderr)")
        #expect(dry.stderr.contains("nothing was changed"))
        let run = try school.run("revoke", "--from", "badges/tiimityo-report.csv", "--reason", "error", "--json")
        #expect(run.status == 0, "\(run.stderr)")
        let lines = try run.objects()
        #expect(lines.count == 2)
        for line in lines {
            #expect(line["format"] == "passport.status-change/1")
            #expect(line["outcome"] == "changed")
            #expect(line["state"] == "revoked")
        }
        let list = try school.run("register", "list", "--state", "revoked", "--json").objects()
        #expect(list.map { $0["reason"] } == ["error", "error"])
    }

    @Test("ids come from a file or from standard input, one a line")
    func fromLines() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        let id = try JSONParser.parse(school.folder.read("anna.json"))["id"]?.stringValue ?? ""
        let run = try school.run(
            "revoke", "--from", "-", "--reason", "fraud", stdin: Array("# autumn\n\n\(id)\n".utf8))
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.answer.hasPrefix(id))
        try school.folder.write("names.txt", "\(id)\nAnna Aalto\n")
        let refused = try school.run("revoke", "--from", "names.txt", "--reason", "fraud")
        refused.expectRefusal(65, "register.award-reference", naming: "Line 2", "names.txt")
        #expect(!refused.stderr.contains("Anna"))
    }

    @Test("what can't be meant is refused with a way out")
    func refusals() throws {
        let school = try School()
        try school.run("revoke", "ffffffff", "--reason", "error").expectRefusal(
            65, "register.award-missing", naming: "ffffffff")
        try school.run("revoke", "fff", "--reason", "error").expectRefusal(65, "register.award-reference")
        try school.run("revoke", "ffffffff").expectRefusal(64, "usage.arguments", naming: "--reason")
        try school.run("revoke", "--reason", "error").expectRefusal(64, "usage.missing", naming: "--from")
        let freeText = try school.run("revoke", "ffffffff", "--reason", "Anna cheated")
        freeText.expectRefusal(64, "usage.value", naming: "holder-request")
        #expect(!freeText.stderr.contains("Anna"))
        try school.run("suspend", "ffffffff", "--reason", "cleared").expectRefusal(64, "usage.value")
        try school.run("revoke", "--from", "nowhere.csv", "--reason", "error").expectRefusal(66, "file.missing")
        try school.award(to: "anna@example.org")
        let id = try JSONParser.parse(school.folder.read("anna.json"))["id"]?.stringValue ?? ""
        try school.run("revoke", id, "--reason", "error", "--by", "Olli Opettaja").expectRefusal(
            65, "register.audit-reference")
        #expect(try school.run("register", "list", "--state", "issued").stdout.contains(id))
    }
}
