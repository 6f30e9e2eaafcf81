import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What comes inside a presentation for checking the rest")
struct EnclosedMaterialTests {
    typealias Sample = TestPresentation

    private func list(
        set: [Int] = [], days: Int = 1, by key: SigningKey = Bench.schoolKey, issuer: String = TestBadge.issuer
    ) throws -> JSONValue {
        .object(try StatusRuleTests.list(set: set, age: days * StatusRuleTests.day, issuer: issuer, by: key))
    }

    private func report(_ enclosed: JSONValue..., bench: Bench = Sample.asking) throws -> VerificationReport {
        let badge = try Sample.signedBadge(1, [("credentialStatus", TestBadge.statusEntry(7))])
        return bench.judge(try Sample.signed([badge] + enclosed, more: Sample.addressed))
    }

    @Test("a fresh list answers for the badge, by name of who handed it over, and is no badge itself")
    func freshList() throws {
        #expect(try report().inner.first?[.status]?.code == .statusUnavailable)
        let answered = try report(list())
        #expect(answered.worst == .valid && answered.inner.count == 1)
        #expect(answered.inner.first?[.status]?.code == .statusOKByHolder)
        #expect(answered.inner.first?[.status]?.detail["handedBy"] == "holder")
        #expect(try report(list(set: [7])).inner.first?[.status]?.code == .statusRevoked)
    }

    @Test("a list that is older than the receiver takes from a holder decides nothing")
    func oldList() throws {
        var bench = Sample.asking
        bench.policy.maxHolderStatusAgeDays = 7
        bench.now = FixedClock.now.adding(seconds: 6 * StatusRuleTests.day + 1)
        #expect(try report(list(), bench: bench).inner.first?[.status]?.code == .statusStale)
        bench.policy.maxHolderStatusAgeDays = 8
        #expect(try report(list(), bench: bench).worst == .valid)
    }

    @Test("the receiver's own newer list comes first, and a bit that any genuine one sets holds")
    func newerList() throws {
        var bench = Sample.asking
        bench.lists = [try #require(list(set: [7], days: 0).objectValue)]
        #expect(try report(list(), bench: bench).inner.first?[.status]?.code == .statusRevoked)
        bench.lists = [try #require(list(set: [7], days: 29).objectValue)]
        #expect(try report(list(), bench: bench).inner.first?[.status]?.code == .statusRevoked)
    }

    @Test("a list that the holder made says nothing")
    func forgedList() throws {
        #expect(try report(list(by: Sample.signingKey)).inner.first?[.status]?.outcome == .undetermined)
        let own = try report(list(by: Sample.signingKey, issuer: Sample.did)).inner.first?[.status]
        #expect(own?.outcome == .undetermined)
        // One file's list is not another's.
        let verifier = Sample.asking.verifier
        let badge = try Sample.signedBadge(1, [("credentialStatus", TestBadge.statusEntry(7))])
        _ = verifier.judge(
            JSONWriter.compact(.object(try Sample.signed([badge, list()], more: Sample.addressed))), source: "a")
        let other = verifier.judge(
            JSONWriter.compact(.object(try Sample.signed([badge], more: Sample.addressed))), source: "b")
        #expect(other.inner.first?[.status]?.code == .statusUnavailable)
    }

    @Test("a DID document makes the signature checkable and vouches for nobody")
    func didDocument() throws {
        let document = JSONWriter.compact(.object(try Bench.document([("ed25519-1", TestBadge.key)]).json))
        let enclosure: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
            "issuer": .string(Sample.did), "validFrom": "2026-09-29T07:12:31Z",
            "credentialSubject": ["id": .string(TestBadge.issuer)],
            "relatedResource": [
                [
                    "id": .string("data:application/did+json;base64,\(Base64.encode(document))"),
                    "mediaType": "application/did+json",
                    "digestMultibase": .string("u" + Base64URL.encode([0x12, 0x20] + SHA256.hash(document))),
                ]
            ],
        ]
        var bench = Sample.asking
        bench.trust = Bench.list(Bench.school { $0.keys = [] })
        let badge = try Sample.signedBadge()
        let without = bench.judge(try Sample.signed([badge], more: Sample.addressed))
        #expect(without.inner.first?[.proof]?.outcome == .undetermined)
        let with = bench.judge(
            try Sample.signed(
                [badge, .object(Bench.signed(enclosure, by: Sample.signingKey))], more: Sample.addressed))
        #expect(with.inner.count == 1 && with.inner.first?[.proof]?.outcome == .passed)
        #expect(with.inner.first?[.issuer]?.code == .issuerKeyNotPinned && with.worst == .undetermined)
    }
}
