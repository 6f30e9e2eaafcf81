import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Badges whose holders have written them anew, as the verifier judges them.
@Suite("Claims: what a holder would hide") struct HiddenClaimTests {
    private static let suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)
    private static let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)
    private static let badgeID = "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11"

    private func sign(_ changes: [(String, JSONValue?)] = [], more: JSONObject = [:]) throws -> JSONObject {
        try DataIntegrity.secure(
            TestBadge.credential(changes), suite: Self.suite, key: Self.key,
            created: FixedClock.now.adding(seconds: -60), more: more)
    }

    private func judge(_ document: JSONObject, lists: [JSONObject] = []) -> VerificationReport {
        let entry = TrustedIssuer(
            did: TestBadge.issuer, name: "The School",
            keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)])
        let material = VerificationMaterial(
            trust: TrustList(updated: FixedClock.now, issuers: [entry]), didDocuments: [],
            statusLists: lists.map { .init(credential: $0, source: "1.json") })
        let verifier = Verifier(
            material: material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: FixedClock.now))
        return verifier.judge(JSONWriter.compact(.object(document)), source: "badge.json")
    }

    private func endorsement(of id: String, _ more: JSONObject = [:]) -> JSONValue {
        var subject: JSONObject = ["id": .string(id), "type": ["EndorsementSubject"], "endorsementComment": "Good."]
        for member in more.members { subject[member.name] = member.value }
        return [
            [
                "@context": .array(TestBadge.credential()["@context"]?.asList ?? []),
                "id": "urn:uuid:7c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13",
                "type": ["VerifiableCredential", "EndorsementCredential"], "name": "An endorsement",
                "issuer": ["id": "did:web:other.example", "type": ["Profile"], "name": "Another"],
                "validFrom": "2026-09-29T07:12:31Z", "credentialSubject": .object(subject),
            ]
        ]
    }

    private func expectHidden(_ report: VerificationReport, at path: String, _ word: Comment) {
        #expect(report[.proof]?.outcome == .passed, word)
        #expect(report[.claims]?.code == .claimsHidden, word)
        #expect(report[.claims]?.detail["path"] == .string(path), word)
        #expect(report.verdict == .invalid, word)
    }

    @Test("An end that has passed can't be moved out of the badge")
    func expiry() throws {
        let end: JSONValue = "2026-10-01T00:00:00Z"
        let badge = try sign([("validUntil", end), ("endorsement", endorsement(of: Self.badgeID))])
        #expect(judge(badge)[.validity]?.code == .validityExpired)
        var moved = badge
        moved["validUntil"] = nil
        moved["endorsement"] = endorsement(
            of: Self.badgeID, ["type": ["EndorsementSubject", "VerifiableCredential"], "validUntil": end])
        expectHidden(judge(moved), at: "$.endorsement[0].credentialSubject.validUntil", "in an endorsement's subject")
        moved["endorsement"] = badge["endorsement"]
        moved["@included"] = .object(
            JSONObject([
                ("@id", .string(Self.badgeID)), ("@type", "VerifiableCredential"), ("validUntil", end),
            ]))
        #expect(judge(moved)[.claims]?.code == .claimsKeyword)
    }

    @Test("A status can't be moved out of the badge")
    func status() throws {
        let entry = TestBadge.statusEntry()
        var bits = Bitstring()
        try bits.set(7)
        let list = try DataIntegrity.secure(
            StatusListCredential.compose(
                id: TestBadge.listURL, issuer: TestBadge.issuer, purpose: "revocation", bits: bits,
                validFrom: FixedClock.now.adding(seconds: -600), validUntil: nil),
            suite: Self.suite, key: Self.key, created: FixedClock.now.adding(seconds: -60))
        let badge = try sign([
            ("credentialStatus", entry), ("evidence", [["id": "urn:e", "type": ["Evidence"], "name": "x"]]),
            ("endorsement", endorsement(of: Self.badgeID)),
        ])
        #expect(judge(badge, lists: [list])[.status]?.code == .statusRevoked)
        var moved = badge
        moved["credentialStatus"] = nil
        moved["endorsement"] = endorsement(
            of: Self.badgeID, ["type": ["EndorsementSubject", "VerifiableCredential"], "credentialStatus": entry])
        let report = judge(moved, lists: [list])
        expectHidden(report, at: "$.endorsement[0].credentialSubject.credentialStatus", "in an endorsement's subject")
        #expect(report[.status]?.code != .statusRevoked)
        // What the entry says can't be taken from it either.
        var emptied = badge
        emptied["credentialStatus"] = ["id": entry["id"] ?? .null, "type": entry["type"] ?? .null]
        emptied["urn:example:see"] = entry
        #expect(judge(emptied, lists: [list]).verdict == .invalid)
    }

    @Test("A status list can't be made to hide its bits or its end")
    func statusList() throws {
        let unsigned = StatusListCredential.compose(
            id: TestBadge.listURL, issuer: TestBadge.issuer, purpose: "revocation", bits: Bitstring(),
            validFrom: FixedClock.now.adding(seconds: -600), validUntil: FixedClock.now.adding(seconds: -60))
        var withSee = unsigned
        withSee["relatedResource"] = ["id": .string(TestBadge.listURL), "digestMultibase": "uEiA"]
        let list = try DataIntegrity.secure(
            withSee, suite: Self.suite, key: Self.key, created: FixedClock.now.adding(seconds: -600))
        let badge = try sign([("credentialStatus", TestBadge.statusEntry())])
        #expect(judge(badge, lists: [list])[.status]?.code == .statusStale)
        var moved = list
        moved["relatedResource"] = [
            "id": .string(TestBadge.listURL), "digestMultibase": "uEiA", "type": ["VerifiableCredential"],
            "validUntil": list["validUntil"] ?? .null,
        ]
        moved["validUntil"] = nil
        #expect(judge(badge, lists: [moved])[.status]?.code == .statusMalformed)
    }

    @Test("Things that real badges do are no fault")
    func fine() throws {
        let issuer: JSONValue = [
            "id": .string(TestBadge.issuer), "type": ["Profile"], "name": "The School", "url": "https://school.example",
            "otherIdentifier": [["type": "IdentifierEntry", "identifier": "1", "identifierType": "ext:YTunnus"]],
            "image": ["id": "https://school.example/logo.png", "type": "Image"],
        ]
        let partly: JSONValue = ["id": .string(TestBadge.issuer), "type": ["Profile"], "name": "The School"]
        let creator = "credentialSubject.achievement.creator"
        let good: [(String, [(String, JSONValue?)])] = [
            ("as it is", []), ("an endorsement of the badge", [("endorsement", endorsement(of: Self.badgeID))]),
            (
                "an endorsement of the achievement",
                [("credentialSubject.achievement.endorsement", endorsement(of: TestBadge.achievementID))]
            ),
            ("an endorsement of the issuer", [("issuer.endorsement", endorsement(of: TestBadge.issuer))]),
            ("the issuer as creator", [("issuer", issuer), (creator, issuer)]),
            ("the issuer as creator, in part", [("issuer", issuer), (creator, partly)]),
            ("the issuer as creator, by its id", [("issuer", issuer), (creator, ["id": .string(TestBadge.issuer)])]),
            ("the creator as issuer, by its id", [("issuer", .string(TestBadge.issuer)), (creator, issuer)]),
            (
                "issued to oneself",
                [("issuer", issuer), ("credentialSubject.id", .string(TestBadge.issuer))]
            ),
            (
                "a refresh service of the badge's own id",
                [("refreshService", ["id": .string(Self.badgeID), "type": "https://school.example/Refresh"])]
            ),
        ]
        for (word, changes) in good {
            let report = judge(try sign(changes))
            #expect(report[.claims]?.code == .claimsOK, "\(word): \(report[.claims]?.detail ?? [:])")
            #expect(report.verdict == .valid || report[.schema]?.outcome == .failed, "\(word)")
            #expect(report.credential?.issuerName == "The School", "\(word)")
        }
    }

    @Test("Members and elements in another order are the same badge")
    func order() throws {
        let badge = try sign([
            ("credentialSubject.achievement.tag", ["a", "b", "c"]),
            (
                "credentialStatus",
                [TestBadge.statusEntry(8, purpose: "refresh"), TestBadge.statusEntry(9, purpose: "message")]
            ),
        ])
        let reading = NamedReading(badge)
        #expect(judge(badge).verdict == .valid)
        forAll("order says nothing", rounds: 10) { generator in
            let shuffled = Self.shuffled(.object(badge), &generator).objectValue ?? [:]
            return judge(shuffled).verdict == .valid && NamedReading(shuffled) == reading
        }
    }

    private static func shuffled(_ value: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
        switch value {
        case .object(let object):
            let members = object.members.map { member in
                member.name == "@context"
                    ? member : JSONObject.Member(name: member.name, value: shuffled(member.value, &generator))
            }
            return .object(JSONObject(uniqueMembers: members.shuffled(using: &generator)))
        case .array(let elements):
            return .array(elements.map { shuffled($0, &generator) }.shuffled(using: &generator))
        default: return value
        }
    }

    @Test("A proof says what it says plainly")
    func proofs() throws {
        let expires: JSONValue = "2026-11-21T09:59:30Z"
        let badge = try sign(more: ["id": "urn:proof", "expires": expires])
        #expect(judge(badge)[.proof]?.code == .proofExpired)
        for (name, value) in [
            ("@included", .object(JSONObject([("@id", "urn:proof"), ("expires", expires)]))),
            ("@nest", ["expires": expires]), ("https://w3id.org/security#expiration", ["@value": expires]),
        ] as [(String, JSONValue)] {
            var proof = try #require(badge["proof"]?.objectValue)
            proof["expires"] = nil
            proof[name] = value
            var moved = badge
            moved["proof"] = .object(proof)
            #expect(judge(moved).verdict != .valid, "\(name)")
        }
        let named = try sign(more: ["id": "urn:proof", "urn:example:see": ["id": "urn:proof"], "expires": expires])
        var proof = try #require(named["proof"]?.objectValue)
        proof["expires"] = nil
        proof["urn:example:see"] = ["id": "urn:proof", "type": "DataIntegrityProof", "expires": expires]
        var moved = named
        moved["proof"] = .object(proof)
        let report = judge(moved)
        #expect(report[.proof]?.outcome == .passed)
        #expect(report[.claims]?.code == .claimsHidden)
    }

    @Test(
        "A number is the double that was signed, however it is written",
        arguments: ["2", "2.0", "2e0", "20E-1", "2.0000000000000000001"])
    func numbers(_ text: String) throws {
        let badge = try sign([("credentialSubject.creditsEarned", 2)])
        let number = try #require(JSONNumber(text: text))
        let other = TestBadge.replacing("credentialSubject.creditsEarned", in: badge, by: .number(number))
        let report = judge(other)
        #expect(report.verdict == .valid)
        #expect(report.credential?.credits?.value == DecimalHundredths(hundredths: 200))
    }
}
