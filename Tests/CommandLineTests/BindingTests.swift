import Encodings
import TestSupport
import Testing

@Suite("passportctl register bind")
struct BindingTests {
    private static let anna = "anna@example.org"

    private func school() throws -> School {
        let school = try School()
        try school.award(to: Self.anna)
        return school
    }

    /// The challenge that the program gives, and the name that it wants to be called by.
    private func challenge(_ school: School, _ learner: Learner) throws -> (text: String, domain: String) {
        let run = try school.run("register", "bind", Self.anna, learner.did, "--json")
        let answer = try #require(try run.objects().first, "\(run.stderr)")
        #expect(answer["format"] == "passport.binding/1" && answer["state"] == "challenge")
        return (answer["challenge"]?.stringValue ?? "", answer["domain"]?.stringValue ?? "")
    }

    @Test("from the challenge to badges that are presented by their holder")
    func story() throws {
        let school = try school()
        let learner = try Learner()
        let asked = try school.run("register", "bind", Self.anna, learner.did, "--lang", "fi")
        #expect(asked.status == 0, "\(asked.stderr)")
        let (challenge, domain) = try challenge(school, learner)
        #expect(domain == School.issuer)
        #expect(
            asked.answer == "passportctl passport export --for \(domain) --challenge \(challenge) -o proof.json")
        #expect(asked.stderr.contains("Anna tämä komento oppijalle"))

        try school.folder.write("proof.json", try learner.proof(domain: domain, challenge: challenge))
        let bound = try school.run(
            "register", "bind", Self.anna, learner.did, "--proof", "proof.json", "--reissue", "-o", "anna", "--json")
        #expect(bound.status == 0, "\(bound.stderr)")
        let answer = try #require(try bound.objects().first)
        #expect(answer["state"] == "bound" && answer["did"] == .string(learner.did))
        let row = try #require(answer["reissued"]?.arrayValue?.first)
        #expect(row["outcome"] == "reissued" && row["before"] != row["credential"])
        let file = "anna/\(row["file"]?.stringValue ?? "")"
        let badge = try JSONParser.parse(try school.folder.read(file))
        #expect(badge["credentialSubject"]?["id"]?.stringValue == learner.did)

        _ = try school.run("publish", "-o", "site", "-q")
        for (name, verdict) in [(file, "valid"), ("anna.json", "valid")] {
            let run = try school.run("verify", name, "--bundle", "site", "--json")
            #expect(try run.objects().first?["verdict"] == .string(verdict), "\(run.stderr)")
        }
        let again = try school.run("register", "bind", Self.anna, learner.did, "--reissue", "-o", "more")
        #expect(again.status == 0 && again.stdout.contains("already"), "\(again.stderr)")
        #expect(again.stderr.contains("was the learner's already") && again.stderr.contains("Issued anew: 0."))
        #expect(try school.run("register", "audit", "-q").status == 0)
        #expect(try school.run("register", "check", "-q").status == 0)
        let shown = try school.run("register", "show", learner.did.isEmpty ? "" : row["before"]?.stringValue ?? "")
        #expect(shown.stdout.contains("superseded"))
    }

    @Test("a proof by another key, for another receiver, unsigned or used ties nothing")
    func refusals() throws {
        let school = try school()
        let (learner, other) = (try Learner(), try Learner(12))
        let (challenge, domain) = try challenge(school, learner)
        func bind(_ proof: [UInt8], _ status: Int32, _ code: String) throws {
            try school.folder.write("proof.json", proof)
            try school.run("register", "bind", Self.anna, learner.did, "--proof", "proof.json")
                .expectRefusal(status, code)
        }
        try bind(try learner.proof(domain: domain, challenge: "guess"), 65, "binding.foreign-challenge")
        try bind(try learner.proof(domain: domain, challenge: nil), 65, "binding.unaddressed")
        try bind(try learner.proof(domain: "https://evil.example", challenge: challenge), 65, "binding.not-for-us")
        try bind(try learner.proof(domain: nil, challenge: challenge), 65, "binding.not-for-us")
        try bind(
            try learner.proof(domain: domain, challenge: challenge, signedBy: other), 65, "binding.not-signed")
        try bind(try other.proof(domain: domain, challenge: challenge), 65, "binding.other-key")
        var unsigned = try #require(
            try JSONParser.parse(try learner.proof(domain: domain, challenge: challenge)).objectValue)
        unsigned["id"] = "urn:uuid:3f1d9a52-6f0f-4c1d-8a7e-222222222222"
        try bind(JSONWriter.compact(.object(unsigned)), 65, "binding.not-signed")
        try bind(try school.folder.read("anna.json"), 65, "binding.unreadable")
        try bind(Array("not a proof".utf8), 65, "binding.unreadable")

        let good = try learner.proof(domain: domain, challenge: challenge)
        try school.folder.write("proof.json", good)
        let bound = try school.run("register", "bind", Self.anna, learner.did, "--proof", "proof.json")
        #expect(bound.status == 0 && bound.answer.hasSuffix(learner.did), "\(bound.stderr)")
        try bind(good, 65, "binding.used")
    }

    @Test("mistakes are answered in full sentences, and tell nothing of others")
    func mistakes() throws {
        let school = try school()
        let learner = try Learner()
        func bind(_ arguments: String...) throws -> Run {
            try Desk(school.folder).run(
                ["register", "bind"] + arguments, environment: ["PASSPORT_WORKSPACE": "school"])
        }
        try bind("nobody@example.org", learner.did).expectRefusal(65, "register.person-missing")
        try bind(Self.anna, "did:web:passi.example").expectRefusal(65, "binding.method")
        try bind(Self.anna, "anna").expectRefusal(65, "binding.method")
        try bind(Self.anna).expectRefusal(64, "usage.arguments")
        try bind(Self.anna, learner.did, "--reissue").expectRefusal(64, "usage.missing")
        try bind(Self.anna, learner.did, "-o", "x").expectRefusal(64, "usage.value")
        try bind(Self.anna, learner.did, "--reissue", "-o", "x").expectRefusal(65, "binding.not-bound")
        try bind(Self.anna, learner.did, "--proof", "none.json").expectRefusal(66, "file.missing")
        #expect(!school.folder.files().contains { $0.hasPrefix("x/") })
        // Somebody else has the DID; whose it is isn't told.
        _ = try school.run("award", "tiimityo", "--to", learner.did, "--evidence", School.evidence, "-o", "b.json")
        let taken = try bind(Self.anna, learner.did)
        taken.expectRefusal(65, "binding.taken")
        #expect(!taken.stderr.contains(learner.did))
    }
}
