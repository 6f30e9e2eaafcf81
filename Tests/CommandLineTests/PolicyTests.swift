import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("passportctl verify --policy and --explain")
struct PolicyTests {
    /// A workspace with a badge of level 3, its site, and a badge without a level.
    private static let school = Result {
        let school = try School()
        try school.award(to: "anna@example.org", "--level", "3", "--hours", "27")
        let site = try school.run("publish", "-o", "site", "-q")
        guard site.status == 0 else { throw Failed(site.stderr) }
        return school
    }

    private func verify(_ arguments: String...) throws -> Run {
        try Desk(Self.school.get().folder).run(
            ["verify", "anna.json", "--bundle", "site"] + arguments, environment: ["PASSPORT_WORKSPACE": "school"])
    }

    private func policy(_ members: String) throws -> String {
        let name = "policy-\(UUID().uuidString).json"
        try Self.school.get().folder.write(name, "{\"format\":\"passport.policy/1\",\"name\":\"ours\",\(members)}")
        return name
    }

    @Test("the three that ship answer one genuine badge, each in its voice")
    func shipped() throws {
        let plain = try verify("--policy", "employer", "--lang", "fi")
        #expect(plain.status == 0)
        #expect(plain.stdout.hasPrefix("anna.json: Aito merkki. Ei tarkistettu, kenen se on.\n"))
        #expect(plain.stdout.contains("Perumiset tiedetään") && !plain.stdout.contains("[ok]"))
        let exact = try verify("--policy", "admissions", "--lang", "en")
        #expect(exact.status == 0, "\(exact.stdout)")
        for part in ["Workload: 27.00 h", "Key fingerprint:", "(status.ok)", "Level: 3"] {
            #expect(exact.stdout.contains(part), "\(exact.stdout)")
        }
        #expect(try verify("--policy", "default").stdout == verify().stdout)
    }

    @Test("--json names the policy, and its demands stand in the checks")
    func json() throws {
        let report = try #require(try verify("--policy", policy(#""minLevel":4"#), "--json").objects().first)
        #expect(report["policy"] == "ours" && report["verdict"] == "undetermined")
        let badge = report["checks"]?.arrayValue?.first { $0["check"] == "badge" }
        #expect(badge?["code"] == "policy.level" && badge?["outcome"] == "undetermined")
        #expect(try #require(try verify("--json").objects().first)["policy"] == nil)
    }

    @Test("a level below is undecided by its status and genuine by its words")
    func level() throws {
        let run = try verify("--policy", policy(#""minLevel":4,"voice":"plain""#), "-q")
        #expect(run.status == 2)
        #expect(
            run.answer
                == "anna.json: Genuine, but below what you ask for: its level is 3, you ask for at least 4.")
        #expect(try verify("--policy", policy(#""minLevel":3"#)).status == 0)
    }

    @Test("a required recipient that wasn't named is undecided")
    func recipient() throws {
        let file = try policy(#""requiredChecks":["recipient"]"#)
        #expect(try verify("--policy", file, "-q").status == 2)
        #expect(try verify("--policy", file, "-q", "--recipient", "anna@example.org").status == 0)
        #expect(try verify("--policy", file, "-q", "--recipient", "eve@example.org").status == 1)
    }

    @Test("a policy that can't be used is refused, with what is wrong")
    func refused() throws {
        try verify("--policy", "employr").expectRefusal(66, "policy.unknown", naming: "employr", "employer")
        try verify("--policy", "").expectRefusal(64, "usage.value")
        try verify("--policy", "anna.json").expectRefusal(65, "policy.format", naming: "anna.json", "passport.policy/1")
        try verify("--policy", policy(#""minimumLevel":3"#))
            .expectRefusal(65, "policy.field", naming: "minimumLevel", "minLevel")
        try verify("--policy", policy(#""requiredChecks":["stauts"]"#))
            .expectRefusal(65, "policy.value", naming: "stauts", "status")
        try verify("--policy", "site").expectRefusal(65, "file.wrong-kind")
    }

    @Test("--show-policy prints a file that --policy takes", arguments: BuiltInPolicies.names)
    func show(name: String) throws {
        let shown = try Desk().run("verify", "--policy", name, "--show-policy")
        #expect(shown.status == 0 && shown.stdout == BuiltInPolicies.text(name))
        let school = try Self.school.get()
        try school.folder.write("shown-\(name).json", shown.stdout)
        #expect(try verify("--policy", "shown-\(name).json").stdout == verify("--policy", name).stdout)
        let guide = try String(contentsOfFile: "\(PackageRoot.path)/docs/policies.md", encoding: .utf8)
        #expect(guide.contains("```json\n\(shown.stdout)```"))
    }

    @Test("nothing to check is a usage mistake")
    func nothing() throws {
        try Desk().run("verify").expectRefusal(64, "usage.missing")
        try Desk().run("verify", "--policy", "employer").expectRefusal(64, "usage.missing")
    }

    // MARK: Explaining

    @Test("every code of a report is explained, in each language", arguments: ReportLanguage.allCases)
    func explain(_ language: ReportLanguage) throws {
        for code in ["status.stale", "issuer.unknown", "proof.signature-mismatch", "policy.level"] {
            let run = try Desk().run("verify", "--explain", code, "--lang", language.rawValue)
            let words = try #require(VerificationCode(rawValue: code)).explanation
            #expect(run.status == 0 && run.stderr.isEmpty)
            #expect(run.stdout.hasPrefix("\(code): "))
            #expect(run.stdout.contains(words.meaning[language]) && run.stdout.contains(words.next[language]))
        }
    }

    @Test("--explain --json is one object with a format")
    func explainJSON() throws {
        let object = try #require(
            try Desk().run("verify", "--explain", "status.stale", "--json").objects().first)
        #expect(object.names == ["format", "code", "title", "meaning", "concerns", "next"])
        #expect(object["format"] == "passport.explanation/1" && object["concerns"] == ["receiver"])
    }

    @Test("a check is explained too, and a finding of the schema by its check's code")
    func others() throws {
        #expect(try Desk().run("verify", "--explain", "status").stdout.hasPrefix("status: Has it been withdrawn?\n"))
        #expect(try Desk().run("verify", "--explain", "schema.format").status == 0)
    }

    @Test("a code that isn't known gets the one that was meant")
    func near() throws {
        try Desk().run("verify", "--explain", "status.stail")
            .expectRefusal(64, "usage.value", naming: "status.stail", "status.stale")
        try Desk().run("verify", "--explain", "register.busy")
            .expectRefusal(64, "usage.value", naming: "register.busy", "docs/errors.md")
        try Desk().run("verify", "--explain", "a\u{1B}[2J").expectRefusal(64, "usage.value")
    }
}
