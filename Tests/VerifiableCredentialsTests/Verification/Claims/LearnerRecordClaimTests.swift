import Cryptography
import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Learner records, in which the badges' statements stand beside the record's own.
@Suite("Claims: a record and the badges in it") struct LearnerRecordClaimTests {
    private static let suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)
    private static let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)
    private static let learner = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    private static let recordID = "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12"

    private func sign(_ document: JSONObject) throws -> JSONObject {
        try DataIntegrity.secure(
            document, suite: Self.suite, key: Self.key, created: FixedClock.now.adding(seconds: -60))
    }

    /// A badge to the learner, in which the school is called otherwise than in the record.
    private func badge(_ changes: [(String, JSONValue?)] = []) throws -> JSONObject {
        try sign(
            TestBadge.credential(
                [
                    ("credentialSubject.id", .string(Self.learner)),
                    ("issuer", ["id": .string(TestBadge.issuer), "type": ["Profile"], "name": "Skolan"]),
                    (
                        "credentialSubject.identifier",
                        [.object(IdentityObject.hashed("anna@example.org", as: .emailAddress, salt: "aabb").json)]
                    ),
                ] + changes))
    }

    private func record(_ badges: [JSONObject], _ more: JSONObject = [:]) throws -> JSONObject {
        var record: JSONObject = [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": .string(Self.recordID), "type": ["VerifiableCredential", "ClrCredential"], "name": "All of it",
            "issuer": ["id": .string(TestBadge.issuer), "type": ["Profile"], "name": "The School"],
            "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": [
                "id": .string(Self.learner), "type": ["ClrSubject"],
                "identifier": [
                    .object(IdentityObject.hashed("anna@example.org", as: .emailAddress, salt: "ccdd").json)
                ],
                "verifiableCredential": .array(badges.map(JSONValue.object)),
            ],
        ]
        for member in more.members { record[member.name] = member.value }
        return try sign(record)
    }

    private func judge(_ record: JSONObject) -> VerificationReport {
        let entry = TrustedIssuer(
            did: TestBadge.issuer, name: "The School",
            keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)])
        return Verifier(
            material: VerificationMaterial(trust: TrustList(updated: FixedClock.now, issuers: [entry])),
            policy: VerificationPolicy(), profile: OpenBadgeProfile(), time: JudgementTime(now: FixedClock.now)
        ).judgeDocument(JSONWriter.compact(.object(record)), source: "record.json").report
    }

    @Test("what a badge says of the school and of whose it is, is its own: neither is hidden from the record")
    func ownPart() throws {
        let report = judge(
            try record([try badge(), try badge([("id", "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c99")])]))
        #expect(report[.claims]?.outcome == .passed, "\(report[.claims]?.detail ?? [:])")
        #expect(report.verdict == .valid && report.worst == .valid)
        #expect(report.credential?.issuerName == "The School")
    }

    @Test("many badges, too, whose objects are told apart at length")
    func many() throws {
        let badges = try (10..<40).map {
            try badge([("id", .string("urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c\($0)"))])
        }
        let report = judge(try record(badges))
        #expect(report[.claims]?.outcome == .passed, "\(report[.claims]?.detail ?? [:])")
        #expect(report.worst == .valid && report.inner.count == 30)
    }

    @Test("an end, a status or a badge of the record can't be moved into a badge")
    func moved() throws {
        let end: JSONValue = "2026-10-01T00:00:00Z"
        let ended = try record([try badge()], ["validUntil": end])
        #expect(judge(ended)[.validity]?.code == .validityExpired)
        func moving(_ member: JSONObject) throws -> VerificationReport {
            var moved = ended.removing("validUntil")
            var subject = moved["credentialSubject"]?.objectValue ?? [:]
            var inner = subject["verifiableCredential"]?.arrayValue?.first?.objectValue ?? [:]
            for member in member.members { inner[member.name] = member.value }
            subject["verifiableCredential"] = [.object(inner)]
            moved["credentialSubject"] = .object(subject)
            return judge(moved)
        }
        let node: JSONValue = [
            "@id": .string(Self.recordID),
            "https://www.w3.org/2018/credentials#validUntil": [
                "@value": end, "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
            ],
        ]
        let included = try moving(["@included": node])
        #expect(included[.proof]?.outcome == .passed)
        #expect(included[.claims]?.outcome == .failed && included.verdict == .invalid)

        // A badge of the record, said of its subject in another badge.
        let two = try record([try badge(), try badge([("id", "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c99")])])
        var subject = two["credentialSubject"]?.objectValue ?? [:]
        let badges = subject["verifiableCredential"]?.arrayValue ?? []
        var carrier = badges[0].objectValue ?? [:]
        var held = carrier["credentialSubject"]?.objectValue ?? [:]
        held["https://purl.imsglobal.org/spec/vc/clr/vocab.html#verifiableCredential"] = badges[1]
        carrier["credentialSubject"] = .object(held)
        subject["verifiableCredential"] = [.object(carrier)]
        var fewer = two
        fewer["credentialSubject"] = .object(subject)
        let report = judge(fewer)
        #expect(report[.proof]?.outcome == .passed)
        #expect(report[.claims]?.code == .claimsHidden && report.verdict == .invalid)
    }
}
