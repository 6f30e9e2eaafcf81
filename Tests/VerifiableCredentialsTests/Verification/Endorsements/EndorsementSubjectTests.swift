import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// What an endorsement has to do with what it stands in: which thing, which bytes, and whose word it is.
@Suite("Endorsements and what they speak of")
struct EndorsementSubjectTests {
    typealias Sample = TestEndorsement

    private func binding(
        _ endorsement: JSONObject, at path: String = "endorsement", _ changes: [(String, JSONValue?)] = []
    ) throws -> CheckResult? {
        let (badge, report) = try Sample.judge(.object(endorsement), at: path, changes)
        // Of an endorsement the badge's schema asks for a subject with an id; nothing else makes a badge worse.
        #expect(badge.checks.allSatisfy { $0.check == .schema || $0.outcome != .failed && $0.outcome != .undetermined })
        return report?.report[.badge]
    }

    // MARK: Which thing

    @Test(
        "One that was given to another thing than it stands in is named so",
        arguments: [
            ("endorsement", "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c99"),
            ("endorsement", "https://school.example/badges/teamwork/v2"),
            ("endorsement", "https://school.example/badges/teamwork/v1/"),
            ("credentialSubject.achievement.endorsement", TestEndorsement.badgeID),
            ("credentialSubject.achievement.endorsement", TestBadge.issuer),
            ("issuer.endorsement", TestBadge.achievementID),
            ("issuer.endorsement", "did:web:school.example:other"),
        ])
    func other(path: String, subject: String) throws {
        let result = try binding(try Sample.signed(of: subject), at: path)
        #expect(result?.outcome == .failed && result?.code == .endorsementOther)
        #expect(result?.values["subject"] == subject)
    }

    @Test("Ids are compared byte by byte, not as text that looks alike")
    func bytes() throws {
        let composed = "https://school.example/badges/ty\u{F6}/v1"
        let decomposed = "https://school.example/badges/tyo\u{308}/v1"
        let change = [("credentialSubject.achievement.id", JSONValue.string(composed) as JSONValue?)]
        #expect(try binding(try Sample.signed(of: composed), change)?.code == .endorsementByID)
        #expect(try binding(try Sample.signed(of: decomposed), change)?.code == .endorsementOther)
    }

    @Test("One that names nothing, or several things, endorses nothing")
    func nothing() throws {
        #expect(try binding(try Sample.signed(of: nil))?.code == .endorsementNoSubject)
        let two = try Sample.signed(
            of: Sample.badgeID,
            [
                (
                    "credentialSubject",
                    [
                        ["id": .string(Sample.badgeID), "type": ["EndorsementSubject"]],
                        ["id": "urn:x:other", "type": ["EndorsementSubject"]],
                    ]
                )
            ])
        #expect(try binding(two)?.code == .endorsementNoSubject)
    }

    @Test("Where the thing has no id, nothing speaks of it")
    func unnamed() throws {
        let creator: JSONValue = ["type": ["Profile"], "name": "Somebody"]
        let result = try Sample.judge(
            .object(try Sample.signed(of: "urn:x:creator")), at: "credentialSubject.achievement.creator.endorsement",
            [("credentialSubject.achievement.creator", creator)])
        #expect(result.endorsement?.report[.badge]?.code == .endorsementOther)
    }

    @Test("A badge in the place of an endorsement is none, however genuine")
    func otherKind() throws {
        let badge = try Bench.signed(TestBadge.credential([("id", "urn:uuid:another")]))
        let result = try binding(badge)
        #expect(result?.outcome == .failed && result?.code == .endorsementKind)
    }

    @Test("What waits for the signature waits here, too")
    func unsigned() throws {
        #expect(try binding(Sample.credential(of: Sample.badgeID))?.code == .proofRequired)
    }

    // MARK: Whose word

    @Test(
        "Nobody endorses themselves or what is their own",
        arguments: [
            ("endorsement", TestEndorsement.badgeID), ("endorsement", TestBadge.issuer),
            ("credentialSubject.achievement.endorsement", TestBadge.achievementID),
        ])
    func ownWord(path: String, subject: String) throws {
        let own = try Sample.signed(
            of: subject, [("issuer", .string(TestBadge.issuer))], by: Bench.schoolKey)
        let result = try binding(own, at: path)
        #expect(result?.outcome == .undetermined && result?.code == .endorsementSelf)
        // The learner is no third party, either.
        let learner = Bench.selfNamed(TestBadge.thirdKey)
        let did = DIDKey.did(for: TestBadge.thirdKey.publicKey).description
        let byLearner = try Sample.signed(of: subject, [("issuer", .string(did))], by: learner)
        let (_, report) = try Sample.judge(
            .object(byLearner), at: path, [("credentialSubject.id", .string(did))])
        #expect(report?.report[.badge]?.code == (subject == TestBadge.issuer ? .endorsementByID : .endorsementSelf))
    }

    @Test("An issuer may speak for an achievement that others have made")
    func othersAchievement() throws {
        let own = try Sample.signed(
            of: TestBadge.achievementID, [("issuer", .string(TestBadge.issuer))], by: Bench.schoolKey)
        let creator: JSONValue = ["id": "did:web:maker.example", "type": ["Profile"]]
        let result = try binding(
            own, at: "credentialSubject.achievement.endorsement", [("credentialSubject.achievement.creator", creator)])
        #expect(result?.code == .endorsementByID)
    }

    // MARK: Which bytes

    private func achievement() throws -> JSONValue {
        try #require(TestBadge.credential()["credentialSubject"]?["achievement"])
    }

    @Test("A digest of the achievement as it stands here makes it exact, in whichever order its members stand")
    func exact() throws {
        let achievement = try achievement()
        for bytes in [JSONWriter.compact(achievement), JCS.canonicalize(achievement)] {
            let endorsement = try Sample.signed(
                of: TestBadge.achievementID,
                [("relatedResource", [Sample.resource(TestBadge.achievementID, bytes)])])
            let result = try binding(endorsement)
            #expect(result?.outcome == .passed && result?.code == .endorsementExact)
        }
    }

    @Test("Subresource Integrity's way of writing digests is read, too")
    func subresourceIntegrity() throws {
        let bytes = JCS.canonicalize(try achievement())
        for (text, code) in [
            ("sha256-" + Base64.encode(SHA256.hash(bytes)), VerificationCode.endorsementExact),
            ("sha384-" + Base64.encode(SHA384.hash(bytes)), .endorsementExact),
            ("sha512-" + Base64.encode(SHA512.hash(bytes)), .endorsementExact),
            // The strongest counts.
            (
                "sha256-\(Base64.encode(SHA256.hash([1]))) sha384-\(Base64.encode(SHA384.hash(bytes)))",
                .endorsementExact
            ),
            (
                "sha256-\(Base64.encode(SHA256.hash(bytes))) sha384-\(Base64.encode(SHA384.hash([1])))",
                .endorsementDigest
            ),
            ("md5-AAAA", .endorsementDigestUnread), ("", .endorsementDigestUnread),
        ] as [(String, VerificationCode)] {
            let endorsement = try Sample.signed(
                of: TestBadge.achievementID,
                [("relatedResource", ["id": .string(TestBadge.achievementID), "digestSRI": .string(text)])])
            #expect(try binding(endorsement)?.code == code, "\(text)")
        }
    }

    @Test("Other bytes than these are named; inside a badge nobody can tell whether they were the same before")
    func differs() throws {
        let (same, other) = (
            Sample.resource(TestBadge.achievementID, JCS.canonicalize(try achievement())),
            Sample.resource(TestBadge.achievementID, [1])
        )
        let endorsement = try Sample.signed(of: TestBadge.achievementID, [("relatedResource", [other])])
        let result = try binding(endorsement)
        #expect(result?.outcome == .undetermined && result?.code == .endorsementDigest)
        // Who names both is no credential of the data model, which has each address once.
        for both in [[same, other], [other, same]] {
            let endorsement = try Sample.signed(of: TestBadge.achievementID, [("relatedResource", .array(both))])
            #expect(try binding(endorsement)?.outcome != .passed)
        }
    }

    @Test("Digests of other things say nothing of this, and resources without an id or a digest are none")
    func unrelated() throws {
        let other = Sample.resource("https://region.example/policy", [1])
        let endorsement = try Sample.signed(of: TestBadge.achievementID, [("relatedResource", [other])])
        #expect(try binding(endorsement)?.code == .endorsementByID)
        for resource in [["id": .string(TestBadge.achievementID)], ["digestMultibase": "uEiA"]] as [JSONValue] {
            let endorsement = try Sample.signed(of: TestBadge.achievementID, [("relatedResource", [resource])])
            #expect(try binding(endorsement)?.outcome != .passed)
        }
    }

    @Test(
        "A digest that can't be read leaves it open",
        arguments: [
            "uEiA", "zQmcorrupt", "f1220", "", "uAAAA",
            "u" + Base64URL.encode(([0x16, 0x20] + Array(1...32)) as [UInt8]),
        ])
    func unreadable(_ digest: String) throws {
        let endorsement = try Sample.signed(
            of: TestBadge.achievementID,
            [("relatedResource", [["id": .string(TestBadge.achievementID), "digestMultibase": .string(digest)]])])
        let result = try binding(endorsement)
        #expect(result?.outcome == .undetermined && result?.code == .endorsementDigestUnread)
    }
}
