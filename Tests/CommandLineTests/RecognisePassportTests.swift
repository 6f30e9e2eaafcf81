import BadgeIssuer
import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// A learner's passport as the file that is handed in.
@Suite("passportctl recognise, a passport")
struct RecognisePassportTests {
    private static let key = TestBadge.otherKey
    private static let did = "did:key:\(key.publicKey.multikey)"

    /// A school that awards to the learner's DID alone, and a university beside it.
    private func admissions() throws -> (Admissions, badges: [JSONValue]) {
        let admissions = try Admissions()
        let school = try School()
        var badges: [JSONValue] = []
        for slug in Admissions.r1 {
            let run = try school.run(
                "award", slug, "--to", Self.did, "--evidence", "document: raportti", "-o", "\(slug).json", "--force")
            guard run.status == 0 else { throw Failed(run.stderr) }
            badges.append(try JSONParser.parse(try school.folder.read("\(slug).json")))
        }
        _ = try school.run("publish", "-o", "site2", "-q")
        for name in school.folder.files() where name.hasPrefix("site2/") {
            try admissions.folder.write(name, try school.folder.read(name))
        }
        let run = try admissions.run(
            "trust", "add", School.issuer, "--name", "Ammattiopisto", "--did-document", "site2/did.json",
            "--achievements", School.badges, "--trust", "trust2.json")
        guard run.status == 0 else { throw Failed(run.stderr) }
        return (admissions, badges)
    }

    private func passport(_ badges: [JSONValue], domain: String, challenge: String) throws -> [UInt8] {
        let method = "\(Self.did)#\(Self.key.publicKey.multikey)"
        let name: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:8c6a3c1e-5f2b-4a57-9a3d-0d4e5b6f7a81",
            "type": ["VerifiableCredential"], "issuer": .string(Self.did), "validFrom": "2026-09-01T09:00:00Z",
            "credentialSubject": ["id": .string(Self.did), "name": "Anna Esimerkki"],
        ]
        let signer = SigningKey(verificationMethod: method, privateKey: Self.key)
        let created = Timestamp.now()
        let own = try DataIntegrity.secure(name, suite: IssuedProof.suite, key: signer, created: created)
        let presentation: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:2f0c1b7a-93c8-4a34-8a6f-5c1d3b9e7f42",
            "type": ["VerifiablePresentation"], "holder": .string(Self.did),
            "verifiableCredential": .array(badges + [.object(own)]),
        ]
        return JSONWriter.compact(
            .object(
                try DataIntegrity.secure(
                    presentation, suite: IssuedProof.suite, key: signer, created: created, purpose: "authentication",
                    more: ["domain": .string(domain), "challenge": .string(challenge)])))
    }

    private func evaluate(_ admissions: Admissions, _ applicant: String, _ more: String...) throws -> Admissions.Line {
        let run = try admissions.run(
            [
                "recognise", "passport.json", "--rules", "rules.json", "--applicant", applicant, "--trust",
                "trust2.json", "--bundle", "site2", "--json",
            ] + more)
        guard run.status == 0 else { throw Failed(run.stderr) }
        return Admissions.Line(json: try #require(try run.objects().first))
    }

    @Test("signed by the key in the badges, with our challenge, it is its holder's; a name they state is no badge")
    func presented() throws {
        let (admissions, badges) = try admissions()
        try admissions.folder.write(
            "passport.json", try passport(badges, domain: "amk.example", challenge: "tosi-17"))
        let asked = ["--domain", "amk.example", "--challenge", "tosi-17"]
        let bound = try evaluate(admissions, "opiskelija-17", asked[0], asked[1], asked[2], asked[3])
        #expect(bound.outcome("R1") == "granted 2.00", "\(bound.json)")
        #expect(bound.json["credentials"]?.asList.count == 3 && bound.headlines == [])
        // Without the challenge a copy would do.
        let unasked = try evaluate(admissions, "opiskelija-17")
        #expect(Set(unasked.headlines) == ["SUBJECT_UNPROVEN"] && unasked.total == "0.00")
        let elsewhere = try evaluate(
            admissions, "opiskelija-17", "--domain", "amk.example", "--challenge", "toinen")
        #expect(Set(elsewhere.headlines) == ["SUBJECT_UNPROVEN"])
        // The DID itself may be what the institution knows the applicant by.
        #expect(try evaluate(admissions, Self.did, asked[0], asked[1], asked[2], asked[3]).total == "2.00")
    }

    @Test("the decision on it names the holder's own key")
    func decision() throws {
        let (admissions, badges) = try admissions()
        try admissions.folder.write(
            "passport.json", try passport(badges, domain: "amk.example", challenge: "tosi-17"))
        _ = try evaluate(
            admissions, "opiskelija-17", "--domain", "amk.example", "--challenge", "tosi-17", "--cases", "cases",
            "--case", "K")
        let run = try admissions.decide(
            "cases/case-K.json", "--ledger", "l.jsonl", "--confirm", "--by", "staff-7", "-o", "decision.json")
        #expect(run.status == 0, "\(run.stderr)")
        let decision = try JSONParser.parse(try admissions.folder.read("decision.json"))
        #expect(decision["credentialSubject"]?["id"]?.stringValue == Self.did)
    }

    @Test("a changed badge in it counts for nothing, and the others stay what they are")
    func changed() throws {
        let (admissions, badges) = try admissions()
        var first = try #require(badges[0].objectValue)
        first["name"] = "Jotain muuta"
        try admissions.folder.write(
            "passport.json",
            try passport([.object(first)] + badges.dropFirst(), domain: "amk.example", challenge: "tosi-17"))
        let line = try evaluate(admissions, "x", "--domain", "amk.example", "--challenge", "tosi-17")
        #expect(line.reasons(Admissions.r1[0]) == ["NOT_VERIFIED"])
        #expect(line.outcome("R1").hasPrefix("not-met") && line.outcome("R3") == "granted 1.50")
    }
}
