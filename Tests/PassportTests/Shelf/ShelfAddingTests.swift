import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

@Suite("What comes onto the shelf")
struct ShelfAddingTests {
    private let later: (String, JSONValue?) = ("validFrom", "2026-09-30T07:12:31Z")

    private func item(_ fixture: ShelfFixture, _ number: Int = 1) throws -> ShelfItem {
        try #require(try fixture.shelf.items().first { $0.number == number })
    }

    @Test("a valid badge is kept as it came")
    func valid() throws {
        let fixture = try ShelfFixture()
        let badge = try ShelfFixture.badge()
        let intake = try fixture.add(badge)
        #expect(intake.outcome == .added && intake.number == 1 && !intake.isRefusal)
        let item = try item(fixture)
        #expect(item.bytes == JSONWriter.compact(.object(badge)) && !item.isJWS && item.json == badge)
        #expect(item.id == "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11" && item.kind == .badge)
        #expect(item.verdict == .valid && item.reasons.isEmpty && item.conflicts.isEmpty)
        #expect(item.checkedAt == ShelfFixture.now.wholeSeconds && item.addedAt == item.checkedAt)
        #expect(item.standing(at: ShelfFixture.now) == .valid)
        #expect(item.report.verdict == .valid && item.report.credential?.name == "Teamwork")
    }

    @Test("a JWT is kept without the white space around it")
    func jwt() throws {
        let fixture = try ShelfFixture()
        let text = try VCJWT.secure(TestBadge.credential(), key: ReceiverFixture.key, algorithm: .ed25519)
        let judged = BatchJudge(verifier: ReceiverFixture.verifier(), at: ShelfFixture.now)
            .judge(Array("  \(text)\n".utf8), source: "badge.jwt")
        let intake = try #require(
            try fixture.shelf.add(judged, judgedBy: ReceiverFixture.verifier(), at: ShelfFixture.now).first)
        #expect(intake.outcome == .added)
        let item = try item(fixture)
        #expect(item.isJWS && String(decoding: item.bytes, as: UTF8.self) == text)
        #expect(item.json["name"] == "Teamwork")
    }

    @Test("what can't be checked is kept with its reason, and known better later")
    func undetermined() throws {
        let fixture = try ShelfFixture()
        let badge = try ShelfFixture.badge()
        #expect(try fixture.add(badge, by: ShelfFixture.stranger).outcome == .unverified)
        #expect(try item(fixture).reasons.first?.code == .keyUnavailable)
        #expect(try item(fixture).standing(at: ShelfFixture.now) == .unverified)
        let time = ShelfFixture.now.adding(seconds: 60)
        #expect(try fixture.add(badge, at: time).outcome == .rechecked)
        #expect(try item(fixture).verdict == .valid && item(fixture).checkedAt == time.wholeSeconds)
        // Less is known again; what was found stays.
        #expect(try fixture.add(badge, by: ShelfFixture.stranger).outcome == .unchanged)
        #expect(try item(fixture).verdict == .valid && fixture.shelf.items().count == 1)
    }

    @Test("what isn't valid is turned away, whatever is the matter")
    func invalid() throws {
        let fixture = try ShelfFixture()
        var forged = try ShelfFixture.badge()
        forged["name"] = "Leadership"
        #expect(try fixture.add(forged).outcome == .refused)
        #expect(try fixture.add(TestBadge.credential()).outcome == .refused)
        let expired = try ShelfFixture.badge([("validUntil", "2026-09-29T08:00:00Z")])
        let intake = try fixture.add(expired)
        #expect(intake.outcome == .refused && intake.isRefusal && intake.number == nil)
        #expect(intake.report[.validity]?.code == .validityExpired)
        let nothing = BatchJudge(verifier: ReceiverFixture.verifier(), at: ShelfFixture.now)
            .judge(Array("{\"format\":\"x\"}".utf8), source: "x.json")
        #expect(
            try fixture.shelf.add(nothing, judgedBy: ReceiverFixture.verifier(), at: ShelfFixture.now).map(\.outcome)
                == [.empty])
        #expect(try fixture.shelf.items().isEmpty)
    }

    @Test("the same badge twice changes nothing, also with another signature around the same words")
    func twice() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        let before = try item(fixture)
        let again = try DataIntegrity.secure(
            TestBadge.credential(), suite: EdDSAJCS2022(), key: ReceiverFixture.key,
            created: Timestamp(secondsSince1970: 1_790_665_952))
        for badge in [try ShelfFixture.badge(), again] {
            let intake = try fixture.add(badge, at: ShelfFixture.now.adding(seconds: 90))
            #expect(intake.outcome == .unchanged && intake.number == 1)
        }
        let after = try item(fixture)
        #expect(after.bytes == before.bytes && after.checkedAt == before.checkedAt)
        #expect(try fixture.shelf.items().count == 1)
    }

    @Test("a newer version takes the old one's place and number; an older one is left out")
    func versions() throws {
        let fixture = try ShelfFixture()
        let (old, new) = (try ShelfFixture.badge(), try ShelfFixture.badge([later, ("name", "Team play")]))
        try fixture.add(old)
        let intake = try fixture.add(new)
        #expect(intake.outcome == .replaced && intake.number == 1)
        #expect(try item(fixture).name == "Team play")
        #expect(try fixture.add(old).outcome == .older)
        #expect(try item(fixture).name == "Team play" && fixture.shelf.items().count == 1)
    }

    @Test(
        "ids are equal with percent-encoding undone and white space cut off",
        arguments: [
            ("https://school.example/c/%41nna", "https://school.example/c/Anna"),
            ("https://school.example/c/a%20b", " https://school.example/c/a%20b "),
        ])
    func equality(one: String, other: String) throws {
        let first = ShelfIdentity(TestBadge.credential([("id", .string(one))]))
        let second = ShelfIdentity(TestBadge.credential([("id", .string(other)), later]))
        #expect(first.equality != nil && first.equality == second.equality && first.payload != second.payload)
        let elsewhere = ShelfIdentity(
            TestBadge.credential([("id", .string(other)), ("issuer.id", "did:web:other.example")]))
        #expect(elsewhere.equality != second.equality)
        #expect(ShelfIdentity(TestBadge.credential([("id", nil)])).equality == nil)
        #expect(
            ShelfIdentity(TestBadge.credential([("id", "urn:a%")])).equality
                != ShelfIdentity(TestBadge.credential([("id", "urn:a")])).equality)
    }

    @Test("two that contradict each other both stay, and neither counts until one is removed")
    func conflict() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        let intake = try fixture.add(ShelfFixture.badge([("name", "Leadership")]))
        #expect(intake.outcome == .conflicting && intake.number == 2 && intake.conflicts == [1])
        for item in try fixture.shelf.items() {
            #expect(item.verdict == .undetermined && item.standing(at: ShelfFixture.now) == .conflicting)
            #expect(item.reasons.last?.code == .innerConflict && item.conflicts == [3 - item.number])
        }
        try fixture.shelf.remove([2])
        #expect(try item(fixture).verdict == .valid && item(fixture).conflicts.isEmpty)
    }

    @Test("a third, newer and genuine, settles what two contradicted")
    func settled() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        try fixture.add(ShelfFixture.badge([("name", "Leadership")]))
        #expect(try fixture.add(ShelfFixture.badge([later])).outcome == .replaced)
        let items = try fixture.shelf.items()
        #expect(items.map(\.number) == [1] && items[0].verdict == .valid)
    }

    @Test("a stranger who brings a DID document along replaces nothing")
    func stranger() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge())
        let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.otherKey)
        let forged = try ShelfFixture.badge([later], by: key)
        var material = VerificationMaterial(trust: nil)
        let did = try #require(DID(TestBadge.issuer))
        let method = VerificationMethod(
            id: TestBadge.methodID, controller: TestBadge.issuer, publicKey: TestBadge.otherKey.publicKey)
        material.didDocuments = [.init(document: DIDDocument(id: did, publishing: [method]), source: "did.json")]
        let intake = try fixture.add(forged, by: ReceiverFixture.verifier(material))
        // The signature fits the stranger's document, and that is all.
        #expect(intake.report[.proof]?.outcome == .passed && intake.outcome == .conflicting)
        #expect(try item(fixture).json["validFrom"] == "2026-09-29T07:12:31Z")
    }

    @Test("of issuers that are their own keys a newer version counts though nobody listed them")
    func ownKeys() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.ownBadge(TestBadge.thirdKey), by: ShelfFixture.stranger)
        let newer = try ShelfFixture.ownBadge(TestBadge.thirdKey, [later])
        #expect(try fixture.add(newer, by: ShelfFixture.stranger).outcome == .replaced)
        // Another issuer's badge of the same id is another badge.
        #expect(try fixture.add(ShelfFixture.badge()).outcome == .added)
    }

    @Test("status lists, names people give themselves and documents of keys stay away")
    func leftOut() throws {
        let fixture = try ShelfFixture()
        let did = fixture.shelf.did
        let name: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
            "issuer": .string(did), "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": ["id": .string(did), "name": "Anna Esimerkki"],
        ]
        let keys: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
            "issuer": .string(did), "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": ["id": "did:web:school.example"],
            "relatedResource": [
                [
                    "id": "data:application/did+json;base64,e30=", "mediaType": "application/did+json",
                    "digestMultibase": "uEiBEE2-jVbNniratFqsR5m4IoWKPshug3iC0WCqNyZCMJQ",
                ]
            ],
        ]
        let key = try fixture.shelf.key(passphrase: nil)
        for credential in [name, keys] {
            let signed = try DataIntegrity.secure(
                credential, suite: EdDSAJCS2022(), key: key, created: ShelfFixture.now)
            let intake = try fixture.add(signed)
            #expect(intake.outcome == .leftOut && !intake.isRefusal)
        }
        let list = try #require(try JSONParser.parse(ReceiverFixture.list(TestBadge.listURL)).objectValue)
        #expect(try fixture.add(list).outcome == .leftOut)
        #expect(try fixture.shelf.items().isEmpty)
        #expect(!ShelfIdentity.isNoBadge(TestBadge.credential()))
    }

    @Test("a whole passport is taken apart, and its badges judged one by one")
    func passport() throws {
        let fixture = try ShelfFixture()
        let good = try ShelfFixture.badge()
        var forged = try ShelfFixture.badge([("id", "urn:uuid:2"), ("name", "Leadership")])
        forged["name"] = "King"
        let open = try ShelfFixture.ownBadge(TestBadge.thirdKey, [("id", "urn:uuid:3")])
        let key = try fixture.shelf.key(passphrase: nil)
        let presentation = try DataIntegrity.secure(
            [
                "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
                "holder": .string(fixture.shelf.did),
                "verifiableCredential": [.object(good), .object(forged), .object(open)],
            ], suite: EdDSAJCS2022(), key: key, created: ShelfFixture.now, purpose: "authentication")
        let intakes = try fixture.shelf.add(
            ShelfFixture.judge(presentation, source: "passport.json"), judgedBy: ReceiverFixture.verifier(),
            at: ShelfFixture.now)
        #expect(intakes.map(\.outcome) == [.added, .refused, .unverified])
        #expect(intakes.allSatisfy { $0.source == "passport.json" })
        let items = try fixture.shelf.items()
        #expect(items.map(\.json) == [good, open])
        // What was inside goes on by itself.
        #expect(items[0].bytes == JSONWriter.compact(.object(good)))
    }

    @Test("checking again keeps what is found: withdrawn, on hold, or known again")
    func recheck() throws {
        let fixture = try ShelfFixture()
        let badge = try ShelfFixture.badge([("credentialStatus", TestBadge.statusEntry(7))])
        func verifier(_ set: [Int]?) throws -> Verifier {
            var material = VerificationMaterial(trust: ReceiverFixture.trust)
            if let set {
                let list = try #require(
                    try JSONParser.parse(ReceiverFixture.list(TestBadge.listURL, set: set)).objectValue)
                material.statusLists = [.init(credential: list, source: "1.json")]
            }
            return ReceiverFixture.verifier(material)
        }
        try fixture.add(badge, by: try verifier([]))
        func check(_ set: [Int]?, at time: Timestamp = ShelfFixture.now) throws -> [Int: CheckResult] {
            let verifier = try verifier(set)
            return try fixture.shelf.check(try fixture.shelf.items(), at: time) {
                verifier.judge($0.bytes, source: "")
            }
        }
        #expect(try item(fixture).verdict == .valid)
        // Without a list nothing new is known; what was known keeps its date.
        let kept = try check(nil, at: ShelfFixture.now.adding(seconds: 900))
        #expect(kept[1]?.code == .statusUnavailable)
        #expect(try item(fixture).checkedAt == ShelfFixture.now.wholeSeconds)
        #expect(try item(fixture).verdict == .valid)

        #expect(try check([7]).isEmpty)
        #expect(try item(fixture).standing(at: ShelfFixture.now) == .revoked)
        // It is on the shelf, so that it can be told why it doesn't count; it doesn't come back by being added.
        #expect(try fixture.add(badge, by: try verifier([7])).outcome == .refused)
        // An issuer whom the learner no longer believes is believed no longer.
        let stranger = ShelfFixture.stranger
        try fixture.shelf.check(try fixture.shelf.items(), at: ShelfFixture.now) {
            stranger.judge($0.bytes, source: "")
        }
        #expect(try item(fixture).standing(at: ShelfFixture.now) == .unverified)
    }

    @Test("what was found withdrawn when it was added again is noted on the one that is kept")
    func withdrawnAgain() throws {
        let fixture = try ShelfFixture()
        let badge = try ShelfFixture.badge([("credentialStatus", TestBadge.statusEntry(7))])
        var material = VerificationMaterial(trust: ReceiverFixture.trust)
        try fixture.add(badge, by: ReceiverFixture.verifier(material))
        let list = try #require(
            try JSONParser.parse(ReceiverFixture.list(TestBadge.listURL, set: [7])).objectValue)
        material.statusLists = [.init(credential: list, source: "1.json")]
        let intake = try fixture.add(badge, by: ReceiverFixture.verifier(material))
        #expect(intake.outcome == .refused && intake.number == 1)
        #expect(try item(fixture).standing(at: ShelfFixture.now) == .revoked)
    }

    @Test("the issuer's own proof, which receivers refuse, is judged as its holder does: by the copy that shows all")
    func basis() throws {
        let method = "\(TestBadge.issuer)#p256-1"
        let suite = ECDSASD2023(contexts: OpenBadgesContexts.store.prepared)
        let badge = try DataIntegrity.secure(
            TestBadge.credential(), suite: suite,
            key: SigningKey(verificationMethod: method, privateKey: TestBadge.p256Key),
            created: Timestamp(secondsSince1970: 1_790_665_951))
        let trust = TrustList(
            updated: ShelfFixture.now,
            issuers: [
                TrustedIssuer(
                    did: TestBadge.issuer, name: "The School",
                    keys: [PinnedKey(id: method, publicKey: TestBadge.p256Key.publicKey)])
            ])
        let verifier = ReceiverFixture.verifier(VerificationMaterial(trust: trust))
        #expect(ShelfFixture.judge(badge, by: verifier).report[.proof]?.code == .proofBase)
        let fixture = try ShelfFixture()
        let intake = try fixture.add(badge, by: verifier)
        #expect(intake.outcome == .added, "\(ShelfItem.reasons(in: intake.report.checks))")
        // What lies on the shelf is the holder's, from which everything can be shown.
        #expect(try item(fixture).json == badge)
        let holder = HolderVerifier(verifier)
        try fixture.shelf.check(try fixture.shelf.items(), at: ShelfFixture.now) { holder.judge($0.bytes, source: "") }
        #expect(try item(fixture).verdict == .valid)
        var forged = badge
        forged["name"] = "Leadership"
        #expect(try fixture.add(forged, by: verifier).outcome == .refused)
    }

    @Test("time goes on without a check: an end that has passed is an end")
    func ends() throws {
        let fixture = try ShelfFixture()
        try fixture.add(ShelfFixture.badge([("validUntil", "2027-01-01T00:00:00Z")]))
        let item = try item(fixture)
        #expect(item.standing(at: ShelfFixture.now) == .valid)
        #expect(item.standing(at: try Timestamp(rfc3339: "2027-01-01T00:00:01Z")) == .expired)
    }

    @Test("whose a badge is, is told by the badge and the shelf's key")
    func binding() throws {
        let fixture = try ShelfFixture()
        func binding(_ changes: [(String, JSONValue?)]) -> ShelfBinding {
            ShelfBinding(TestBadge.credential(changes), did: fixture.shelf.did)
        }
        #expect(binding([("credentialSubject.id", .string(fixture.shelf.did))]) == .own)
        #expect(binding([("credentialSubject.id", "did:key:z6MkOther")]) == .otherKey("did:key:z6MkOther"))
        #expect(binding([]) == .named(["emailAddress"]))
        #expect(binding([("credentialSubject.identifier", nil)]) == .nobody)
    }

    @Test("kinds are told apart")
    func kinds() {
        func kind(_ changes: [(String, JSONValue?)]) -> ShelfItem.Kind {
            ShelfIdentity(TestBadge.credential(changes)).kind
        }
        #expect(kind([]) == .badge)
        #expect(
            kind([("credentialSubject.achievement.achievementType", "CertificateOfCompletion")]) == .certificate)
        #expect(kind([("type", ["VerifiableCredential", "EndorsementCredential"])]) == .endorsement)
        #expect(
            kind([("type", ["VerifiableCredential", "OpenBadgeCredential", "ext:RecognitionDecision"])]) == .decision)
        #expect(kind([("type", ["VerifiableCredential", "DegreeCredential"])]) == .other)
    }
}
