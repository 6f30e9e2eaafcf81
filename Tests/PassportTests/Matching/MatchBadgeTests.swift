import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What a badge's word is worth in a match")
struct MatchBadgeTests {
    private static let skill = "https://skills.example/team"

    private static let alignment: (String, JSONValue?) = (
        "credentialSubject.achievement.alignment",
        [["type": ["Alignment"], "targetName": "work in teams", "targetUrl": .string(skill)]]
    )

    private func read(
        _ changes: [(String, JSONValue?)] = [], trust: TrustList? = ReceiverFixture.trust, documents: Bool = false,
        spoil: (inout [UInt8]) -> Void = { _ in }
    ) throws -> MatchBadge {
        var bytes = try ReceiverFixture.badge([Self.alignment] + changes)
        spoil(&bytes)
        var material = VerificationMaterial(trust: trust)
        if documents {
            let method = VerificationMethod(
                id: TestBadge.methodID, controller: TestBadge.issuer, publicKey: TestBadge.key.publicKey)
            let document = DIDDocument(id: try #require(DID(TestBadge.issuer)), publishing: [method])
            material.didDocuments.append(.init(document: document, source: "did.json"))
        }
        return MatchBadge(
            BatchJudge(verifier: ReceiverFixture.verifier(material), at: FixedClock.now).judge(
                bytes, source: "anna.json"))
    }

    @Test("a valid badge is verified, with its skills and its day")
    func verified() throws {
        let badge = try read([("awardedDate", "2026-05-29T12:00:00Z")])
        #expect(badge.standing == .verified && badge.counts && badge.reason == nil)
        #expect(badge.lists(Self.skill) && badge.awardedDate?.description == "2026-05-29")
        #expect(badge.achievementID == TestBadge.achievementID && badge.level == nil)
    }

    @Test("an unlisted issuer's is told apart from what could not be checked otherwise")
    func undetermined() throws {
        // Without any key nothing can be said; with one that nobody vouches for the badge is sound.
        let keyless = try read(trust: TrustList(updated: FixedClock.now))
        #expect(keyless.standing == .undetermined && keyless.skills.isEmpty && keyless.reason?.check == .proof)
        let stranger = try read(trust: TrustList(updated: FixedClock.now), documents: true)
        #expect(stranger.standing == .unknownIssuer && stranger.lists(Self.skill) && !stranger.counts)
        #expect(stranger.reason?.code == .issuerUnknown)
        let unlisted = try read([("credentialStatus", TestBadge.statusEntry())])
        #expect(unlisted.standing == .undetermined && unlisted.reason?.check == .status)
    }

    @Test("one that has ended is expired, when nothing else is the matter")
    func expired() throws {
        let badge = try read([("validUntil", "2026-10-01T00:00:00Z")])
        #expect(badge.standing == .expired && badge.lists(Self.skill) && badge.reason?.code == .validityExpired)
    }

    @Test("a changed one is invalid, and its skills aren't believed")
    func changed() throws {
        let badge = try read { bytes in
            guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: "Teamwork".utf8) }) else { return }
            bytes[place] = UInt8(ascii: "D")
        }
        #expect(badge.standing == .invalid && badge.skills.isEmpty && badge.achievementID == nil)
    }

    @Test("what is issued by its own holder proves nothing, though the receiver has listed the issuer")
    func selfIssued() throws {
        let badge = try read([("credentialSubject.id", .string(TestBadge.issuer))])
        #expect(badge.standing == .selfDeclared && !badge.counts)
    }

    @Test("a file that is no credential is told by its reason")
    func notACredential() throws {
        let badge = MatchBadge(
            BatchJudge(verifier: ReceiverFixture.verifier(), at: FixedClock.now)
                .judge(Array("hello".utf8), source: "x.txt"))
        #expect(!badge.counts && badge.skills.isEmpty && badge.reason?.check == .form)
    }

    @Test("a level beyond four, of another rubric, proves no level")
    func foreignLevel() throws {
        let rubric: [(String, JSONValue?)] = [
            (
                "credentialSubject.achievement.resultDescription",
                [
                    [
                        "id": "urn:x:r", "type": ["ResultDescription"], "name": "Level",
                        "resultType": "RubricCriterionLevel",
                        "rubricCriterionLevel": [
                            ["id": "urn:x:l7", "type": ["RubricCriterionLevel"], "name": "Seven", "level": "7"],
                            ["id": "urn:x:l3", "type": ["RubricCriterionLevel"], "name": "Three", "level": "3"],
                        ],
                    ]
                ]
            )
        ]
        func result(_ level: String) -> (String, JSONValue?) {
            (
                "credentialSubject.result",
                [["type": ["Result"], "resultDescription": "urn:x:r", "achievedLevel": .string(level)]]
            )
        }
        #expect(try read(rubric + [result("urn:x:l7")]).level == nil)
        #expect(try read(rubric + [result("urn:x:l3")]).level == 3)
    }
}
