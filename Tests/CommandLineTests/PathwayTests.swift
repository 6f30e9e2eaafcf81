import Encodings
import Foundation
import TestSupport
import Testing

@Suite("passportctl pathway")
struct PathwayTests {
    /// Awards badges to Anna; the sample definitions ask for evidence.
    private func award(_ school: School, _ slugs: String..., to email: String = "anna@example.org") throws {
        for slug in slugs {
            let run = try school.run(
                "award", slug, "--to", email, "--evidence", "document: report", "-o", "\(slug).json", "--force")
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
    }

    private static let whole = [
        "vahvuudet", "pelisaannot", "tyoturvallisuus", "tiimityo", "asiakaskohtaaminen", "yrittajamainen-asenne",
        "alueen-tyoelama",
    ]

    @Test("from the first badge to a milestone that others find genuine, and a review when a badge is revoked")
    func story() throws {
        let school = try School()
        for slug in Self.whole { try award(school, slug) }
        let enrol = try school.run(
            "pathway", "enrol", "tyoelamapassi", "anna@example.org", "--by", "staff-7", "--lang", "fi")
        #expect(enrol.status == 0, "\(enrol.stderr)")
        #expect(enrol.stdout.contains("7/8") && enrol.stdout.contains("Vielä yksi merkki oman valintasi mukaan."))
        #expect(enrol.stdout.contains("Lyhyt tie tästä eteenpäin:"))

        let early = try school.run("pathway", "check", "--award", "--json").objects()
        #expect(early.count == 1 && early[0]["due"] == false && early[0]["state"] == "active")
        let last = try school.run(
            "award", "digityovalineet", "--to", "anna@example.org", "--evidence", "document: report", "-o", "last.json")
        #expect(last.status == 0 && last.stderr.contains("A milestone is due now"), "\(last.stderr)")
        let due = try school.run("pathway", "check", "tyoelamapassi")
        #expect(due.stdout.contains("check --award") && due.stderr.contains("1 due"))

        let give = try school.run("pathway", "check", "--award", "-o", "milestones")
        #expect(give.status == 0, "\(give.stderr)")
        #expect(give.stdout.contains("completed") && give.stdout.contains("The milestone was given: urn:uuid:"))
        let again = try school.run("pathway", "check", "--award", "-o", "milestones", "--json").objects()
        #expect(again[0]["state"] == "completed" && again[0]["outcome"]?.isNull == true)
        let file = try #require(school.folder.files().first { $0.hasPrefix("milestones/koonti-tyoelamapassi") })
        _ = try school.run("publish", "-o", "site", "-q")
        let verify = try school.run("verify", file, "--bundle", "site", "--recipient", "anna@example.org", "-q")
        #expect(verify.answer == "\(file): Genuine badge. It was awarded to anna@example.org.", "\(verify.stdout)")

        let badge = try JSONParser.parse(try school.folder.read("tiimityo.json"))["id"]?.stringValue ?? ""
        let revoke = try school.run("revoke", badge, "--reason", "error")
        #expect(revoke.status == 0 && revoke.stderr.contains("1 completed pathway rested on that"))
        let review = try school.run("pathway", "check", "--json").objects()
        #expect(review[0]["state"] == "review" && review[0]["evaluation"]?["complete"] == false)
        #expect(try school.run("register", "check", "-q").status == 0)
        #expect(try school.run("register", "audit", "-q").status == 0)
    }

    @Test("the first step counts a certificate of competence that is genuine and the learner's own")
    func certificate() throws {
        let school = try School()
        try award(
            school, "pelisaannot", "tyoturvallisuus", "ajanhallinta", "vahvuudet", "tyonhaku", "palaute")
        _ = try school.run("pathway", "enrol", "ensiaskel", "anna@example.org", "-q")
        try school.folder.write("certificate.json", try ExampleFile.read("certificate.json"))
        let issuer = try #require(
            try JSONParser.parse(try ExampleFile.read("certificate.json"))["issuer"]?["id"]?.stringValue)
        let check = [
            "pathway", "check", "ensiaskel", "--person", "anna@example.org", "--certificate", "certificate.json",
        ]
        func run(_ more: String...) throws -> Run {
            try Desk(school.folder).run(check + more, environment: ["PASSPORT_WORKSPACE": "school"])
        }
        // Nobody has said that the issuer is to be believed.
        try run().expectRefusal(65, "pathway.certificate")
        let added = try school.run("trust", "add", issuer, "--name", "Kierrätys ry", "--trust", "trust.json")
        #expect(added.status == 0, "\(added.stderr)")
        let given = try run("--trust", "trust.json", "--award", "--json")
        #expect(given.status == 0, "\(given.stderr)")
        #expect(try given.objects().first?["state"] == "completed")

        // Another's certificate is refused, and whose it is isn't told.
        try award(school, "pelisaannot", to: "bertta@example.org")
        let other = try school.run(
            "pathway", "check", "--person", "bertta@example.org", "--certificate", "certificate.json", "--trust",
            "trust.json")
        other.expectRefusal(65, "pathway.certificate")
        #expect(!other.stderr.contains("anna") && !other.stderr.contains("bertta"))
    }

    @Test("leaving and mistakes are answered in full sentences")
    func mistakes() throws {
        let school = try School()
        try award(school, "pelisaannot")
        try school.run("pathway", "enrol", "tyoelamapasi", "anna@example.org")
            .expectRefusal(65, "definition.unknown-reference", naming: "tyoelamapassi")
        try school.run("pathway", "enrol", "tyoelamapassi", "nobody@example.org")
            .expectRefusal(65, "register.person-missing")
        try school.run("pathway", "leave", "tyoelamapassi", "anna@example.org")
            .expectRefusal(65, "pathway.not-enrolled")
        try school.run("pathway", "check", "tyoelamapasi").expectRefusal(65, "definition.unknown-reference")
        try school.run("pathway", "check", "--certificate", "x.json").expectRefusal(64, "usage.missing")
        try school.run("pathway", "check", "-o", "x").expectRefusal(64, "usage.value")
        _ = try school.run("pathway", "enrol", "tyoelamapassi", "anna@example.org")
        let left = try school.run("pathway", "leave", "tyoelamapassi", "anna@example.org")
        #expect(left.status == 0 && left.stdout.contains("left") && left.stderr.contains("1 left tyoelamapassi."))
        #expect(try school.run("pathway", "check").stderr == "passportctl: 0 enrolments.\n")
    }

    @Test("a pathway that isn't issued by itself waits for who decides")
    func byHand() throws {
        let school = try School()
        try school.changeDefinition(
            "pathways/yrittajyyspassi.json", "\"autoIssue\": true", "\"autoIssue\": false")
        for slug in [
            "yrittajamainen-asenne", "liiketoimintamalli", "talous-ja-hinnoittelu", "esiintyminen", "alueen-tyoelama",
            "mentoroitava",
        ] { try award(school, slug) }
        _ = try school.run("pathway", "enrol", "yrittajyyspassi", "anna@example.org", "-q")
        let waiting = try school.run("pathway", "check", "--award")
        #expect(waiting.status == 0 && waiting.stderr.contains("needs --by"), "\(waiting.stdout)\(waiting.stderr)")
        let given = try school.run("pathway", "check", "--award", "--by", "staff-7", "--json").objects()
        #expect(given.first?["state"] == "completed" && given.first?["outcome"] == "awarded")
    }
}
