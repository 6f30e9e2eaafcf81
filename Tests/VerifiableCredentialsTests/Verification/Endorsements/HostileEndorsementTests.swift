import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Endorsements by people who want the badge to say something else, or the checker to be busy.
@Suite("Endorsements, hostile")
struct HostileEndorsementTests {
    typealias Sample = TestEndorsement
    private static let suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)

    /// Signed as linked data, where one statement has many spellings.
    private func signed(_ credential: JSONObject, by key: SigningKey = Bench.schoolKey) throws -> JSONObject {
        try DataIntegrity.secure(credential, suite: Self.suite, key: key, created: Bench.created)
    }

    private func endorsement(of subject: String, _ changes: [(String, JSONValue?)] = []) throws -> JSONObject {
        try signed(Sample.credential(of: subject, changes), by: Sample.key)
    }

    private func badge(_ changes: [(String, JSONValue?)]) throws -> JSONObject {
        try signed(TestBadge.credential(changes))
    }

    // MARK: Linked data

    @Test("endorsements of the badge, its achievement, its issuer and its learner hide nothing in it")
    func harmless() throws {
        for (path, subject) in [
            ("endorsement", Sample.badgeID), ("endorsement", Sample.learnerID),
            ("endorsement", TestBadge.achievementID),
            ("endorsement", TestBadge.issuer), ("issuer.endorsement", TestBadge.issuer),
            ("credentialSubject.achievement.endorsement", TestBadge.achievementID),
        ] {
            let endorsement = try endorsement(
                of: subject, [("relatedResource", [Sample.resource(subject, Array("x".utf8))])])
            let report = Sample.bench.judge(try badge([(path, [.object(endorsement)])]))
            #expect(report.verdict == .valid && report[.claims]?.code == .claimsOK, "\(path) \(subject)")
            #expect(report.endorsements.first?.report[.claims]?.code == .claimsOK)
            #expect(report.endorsements.first?.report[.proof]?.code == .proofOK)
        }
    }

    @Test("the badge's end moved into the endorsement's subject is found, and so is one under an endorsement of its id")
    func movedEnd() throws {
        let end: JSONValue = "2026-10-01T00:00:00Z"
        let whole = try badge([
            ("validUntil", end), ("endorsement", [.object(try endorsement(of: Sample.badgeID))]),
        ])
        #expect(Sample.bench.judge(whole)[.validity]?.code == .validityExpired)
        var moved = TestBadge.replacing("validUntil", in: whole, by: nil)
        moved = TestBadge.replacing(
            "endorsement.0.credentialSubject.type", in: moved, by: ["EndorsementSubject", "VerifiableCredential"])
        moved = TestBadge.replacing("endorsement.0.credentialSubject.validUntil", in: moved, by: end)
        expect(Sample.bench.judge(moved), .claims, .failed, .claimsHidden, .invalid)

        // An endorsement with the badge's own id: their statements are one node's.
        let twin = try badge([
            (
                "endorsement",
                [.object(try endorsement(of: Sample.badgeID, [("id", .string(Sample.badgeID)), ("validUntil", end)]))]
            )
        ])
        expect(Sample.bench.judge(twin), .claims, .failed, .claimsHidden, .invalid)
    }

    @Test("an endorsement's words can't be moved to where nobody reads them")
    func movedWords() throws {
        let bad = try endorsement(
            of: Sample.badgeID,
            [
                ("credentialSubject.endorsementComment", "We do NOT accept this badge."),
                ("relatedResource", ["id": .string(Sample.badgeID), "digestMultibase": "uEiA"]),
            ])
        let report = Sample.bench.judge(bad)
        #expect(report.verdict == .valid && report[.claims]?.code == .claimsOK)
        var moved = TestBadge.replacing("credentialSubject.endorsementComment", in: bad, by: nil)
        var resource = try #require(bad["relatedResource"]?.objectValue)
        resource[Self.commentIRI] = bad["credentialSubject"]?["endorsementComment"]
        moved["relatedResource"] = .object(resource)
        let hidden = Sample.bench.judge(moved)
        expect(hidden, .claims, .failed, .claimsHidden, .invalid)
        #expect(hidden[.proof]?.code == .proofOK)
        // Its digest neither.
        var without = TestBadge.replacing("relatedResource.digestMultibase", in: bad, by: nil)
        without = TestBadge.replacing("credentialSubject.digestMultibase", in: without, by: "uEiA")
        let other = Sample.bench.judge(without)
        #expect(other.verdict == .invalid && other[.claims]?.outcome != .passed)
    }

    private static let commentIRI = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementComment"

    // MARK: Numbers and depth

    @Test("of too many none is judged, in whatever order they stand", arguments: [64, 65])
    func many(_ count: Int) throws {
        let jwt = try Sample.jwt(of: Sample.badgeID)
        let badge = TestBadge.credential([("endorsementJwt", .array(Array(repeating: .string(jwt), count: count)))])
        let report = Sample.bench.judge(try Bench.signed(badge))
        #expect(report.verdict == .valid)
        if count <= Verifier.maxEndorsements {
            #expect(report.endorsements.count == count && report[.endorsements]?.code == .endorsementsOK)
        } else {
            expect(report, .endorsements, .notApplicable, .endorsementsTooMany, .valid)
            #expect(report.endorsements.isEmpty && report[.endorsements]?.values["count"] == "65")
            #expect(ReportText(report, in: .en).lines.contains { $0.contains("more than the 64 that are judged") })
        }
    }

    @Test("ten thousand cost no more than a moment and change nothing")
    func tenThousand() throws {
        let badge = TestBadge.credential([
            ("endorsementJwt", .array((0..<10_000).map { .string("e30.\(Base64URL.encode(Array("\($0)".utf8))).AA") }))
        ])
        let clock = ContinuousClock()
        let signed = try Bench.signed(badge)
        var report: VerificationReport?
        let time = clock.measure { report = Sample.bench.judge(signed) }
        expect(try #require(report), .endorsements, .notApplicable, .endorsementsTooMany, .valid)
        #expect(time < .seconds(10))
        // As objects they cross the limit on a badge's values.
        let objects = TestBadge.credential([("endorsement", .array(Array(repeating: ["id": "x:y"], count: 10_000)))])
        #expect(Sample.bench.judge(objects)[.form]?.code == .limitJSON)
    }

    @Test("spread over many badges of one file they are counted together")
    func spread() throws {
        let jwt = JSONValue.string(try Sample.jwt(of: TestBadge.achievementID))
        func members(_ count: Int) throws -> [JSONValue] {
            try (0..<count).map { number in
                .object(
                    try Bench.signed(
                        TestBadge.credential([
                            ("id", .string("urn:uuid:\(number)")),
                            ("endorsementJwt", .array(Array(repeating: jwt, count: 60))),
                        ])))
            }
        }
        func report(_ count: Int) throws -> VerificationReport {
            let presentation = JSONWriter.compact(.object(TestPresentation.unsigned(try members(count))))
            return Sample.bench.verifier.judge(presentation, source: "passport.json")
        }
        #expect(try report(2).inner.allSatisfy { $0.endorsements.count == 60 && $0.verdict == .valid })
        let over = try report(9)
        #expect(over.inner.count == 9)
        #expect(over.inner.allSatisfy { $0[.endorsements]?.code == .endorsementsTooMany && $0.endorsements.isEmpty })
        #expect(over.inner.allSatisfy { $0.verdict == .valid && $0[.endorsements]?.values["limit"] == "500" })
    }

    @Test("an endorser's own endorsements are named and not judged")
    func nested() throws {
        func nested(_ depth: Int) throws -> JSONObject {
            let inside: [(String, JSONValue?)] =
                depth == 0 ? [] : [("issuer.endorsement", [.object(try nested(depth - 1))])]
            return try Sample.signed(of: depth == 3 ? Sample.badgeID : Sample.region, inside)
        }
        let (badge, endorsement) = try Sample.judge(.object(try nested(3)))
        #expect(badge.verdict == .valid && endorsement?.report.verdict == .valid)
        #expect(endorsement?.report.endorsements.isEmpty == true)
        #expect(endorsement?.report[.endorsements]?.code == .endorsementsDeeper)
        #expect(endorsement?.report[.endorsements]?.values["count"] == "1")
        // As a file of its own it is the first level.
        let alone = Sample.bench.judge(try nested(3))
        #expect(alone.endorsements.count == 1 && alone[.badge]?.code == .endorsementAlone)
        #expect(alone.endorsements.first?.report[.endorsements]?.code == .endorsementsDeeper)
        #expect(ReportText(badge, in: .en).lines.contains { $0.contains("those are not judged") })
    }

    @Test("an endorsement that takes much work is given up alone")
    func dear() throws {
        // Unnamed nodes that look alike: canonicalising them is the dearest thing there is.
        let ring: [JSONValue] = (0..<40).map { _ in ["type": ["Evidence"], "name": "x", "narrative": "y"] }
        var dear = Sample.credential(of: Sample.badgeID)
        dear["evidence"] = .array(ring)
        dear["proof"] = [
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-10-01T07:12:31Z",
            "verificationMethod": .string(Sample.key.verificationMethod), "proofPurpose": "assertionMethod",
            "proofValue": "z5C5b1uzYJN6pDR3aWgAqUMoSB1JY29epA74qyjaie9qh4okm9DZP6y77eTNq5NfYyMwNu9bpQQWUHKH5zAmEtszK",
        ]
        let good = JSONValue.object(try Sample.signed(of: Sample.badgeID))
        let report = Sample.bench.judge(
            try Bench.signed(
                TestBadge.credential([("endorsement", .array(Array(repeating: .object(dear), count: 20) + [good]))])))
        #expect(report.verdict == .valid && report.endorsements.count == 21)
        #expect(report.endorsements.last?.report.verdict == .valid)
        #expect(report.endorsements.dropLast().allSatisfy { $0.report.verdict != .valid })
    }

    @Test("what is told of them is the same in whatever order they stand")
    func order() throws {
        let all: [JSONValue] = [
            .object(try Sample.signed(of: Sample.badgeID)), .object(Sample.credential(of: Sample.badgeID)),
            .object(try Sample.signed(of: "urn:x:other")), .object(try Sample.signed(of: TestBadge.issuer)),
        ]
        var generator = SeededGenerator(seed: 5)
        let checks = try (0..<6).map { _ in
            let badge = TestBadge.credential([("endorsement", .array(all.shuffled(using: &generator)))])
            return Sample.bench.judge(try Bench.signed(badge))[.endorsements]
        }
        #expect(Set(checks).count == 1 && checks[0]?.values["valid"] == "2" && checks[0]?.values["invalid"] == "1")
    }
}
