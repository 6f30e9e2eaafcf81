import Cryptography
import Encodings
import LinkedData
import TestSupport
import Testing
import VerifiableCredentials

/// What a bundle can't do, whoever signed it.
@Suite struct BundleLimitTests {
    private typealias Fixture = BundleFixture
    private static let day = 86_400

    private func bench(_ content: TrustBundle.Content, trust: TrustList, asOf: Timestamp = Fixture.asOf) throws -> Bench
    {
        var bench = Bench(trust: trust)
        bench.bundles = [try Fixture.vouched(Fixture.bundle(content, asOf: asOf, days: 90), by: trust)]
        return bench
    }

    // MARK: Numbers

    @Test("A number beyond 2^53 - 1 is refused, since its signature covers its neighbours too")
    func numbers() throws {
        let json = try Fixture.bundle(Fixture.content([])).json
        func signed(_ number: String) throws -> [UInt8] {
            var object = json
            object["sequence"] = .number(try #require(JSONNumber(text: number)))
            return try Fixture.signed(object)
        }
        let greatest = try TrustBundle(parsing: signed("9007199254740991"))
        #expect(greatest.sequence == SealedBundle.maxSequence)
        for number in ["9007199254740992", "9007199254740993", "9223372036854775807", "1.0", "1e3"] {
            #expect(throws: BundleError(.field, "")) { try TrustBundle(parsing: signed(number)) }
        }
        // Nothing follows on the greatest, and nothing overflows.
        #expect(throws: BundleError(.tooLarge, "")) { try Fixture.file(Fixture.content([]), after: greatest) }
    }

    // MARK: The signature

    @Test("A signature that has ended, is from the future, or was made for somebody is no bundle's")
    func proofs() throws {
        let json = try Fixture.bundle(Fixture.content([])).json.removing("proof")
        func check(_ more: JSONObject, created: Timestamp = Fixture.asOf) throws -> VouchedBundle? {
            let signed = try DataIntegrity.secure(
                json, suite: EdDSAJCS2022(), key: Fixture.key, created: created, more: more)
            return try VouchedBundle.check(
                TrustBundle(parsing: JSONWriter.compact(.object(signed))), source: "x", by: Fixture.trust(),
                at: FixedClock.now)
        }
        #expect(try check([:]) != nil)
        #expect(try check(["expires": .string(FixedClock.now.adding(seconds: 60).description)]) != nil)
        for more in [
            ["expires": .string(FixedClock.now.adding(seconds: -1).description)], ["domain": "https://other.example"],
            ["challenge": "abc"],
        ] as [JSONObject] {
            #expect(throws: BundleError(.signature, "")) { try check(more) }
        }
        #expect(throws: BundleError(.signature, "")) {
            try check([:], created: FixedClock.now.adding(seconds: Self.day))
        }
    }

    // MARK: Work

    /// A bundle with a history of so many signatures, none of which would hold.
    private func dear(_ count: Int, of did: String = TestBadge.issuer) throws -> SealedBundle {
        let entry: JSONValue = ["signatures": .array(Array(repeating: 1, count: count - 1))]
        var object = try Fixture.bundle(Fixture.content([])).json
        object["issuers"] = [["did": .string(did), "didDocument": nil, "keyHistory": [entry]]]
        return try SealedBundle(parsing: Fixture.signed(object))
    }

    @Test("Nothing in a stranger's bundle is judged, and what is judged of a pinned signer's is bounded")
    func work() throws {
        let bundle = try dear(10)
        let nobody = TrustList(updated: FixedClock.now)
        // Broken as its history is, nobody looks.
        #expect(try VouchedBundle.check(bundle, source: "x", by: nobody, at: FixedClock.now) == nil)
        #expect(throws: BundleError(.member, "")) {
            try VouchedBundle.check(bundle, source: "x", by: Fixture.trust(), at: FixedClock.now)
        }
        #expect(throws: BundleError(.member, "")) { try dear(SealedBundle.maxHistoryWork).opened() }
        #expect(throws: BundleError(.tooLarge, "")) { try dear(SealedBundle.maxHistoryWork + 1).opened() }
        // Of the signer itself less, as that is read before the signature may be found good.
        let own = try dear(SealedBundle.maxSingleHistoryWork + 1, of: Fixture.signer)
        #expect(throws: BundleError(.tooLarge, "")) {
            try VouchedBundle.check(own, source: "x", by: Fixture.trust(), at: FixedClock.now)
        }
        // A stranger's history in a bundle whose signature doesn't hold isn't judged either.
        var changed = try dear(10).json
        changed["sequence"] = 9
        let forged = try SealedBundle(parsing: JSONWriter.compact(.object(changed)))
        #expect(throws: BundleError(.signature, "")) {
            try VouchedBundle.check(forged, source: "x", by: Fixture.trust(), at: FixedClock.now)
        }
    }

    // MARK: The receiver's own pins

    @Test("A bundle's history doesn't end a key that the receiver pinned itself, nor is it remembered")
    func pinnedKeyStays() throws {
        // A history in which the pinned key stands, and which it never signed.
        let line = try KeyHistory.initialLine(
            did: #require(DID(TestBadge.issuer)),
            keys: [SchoolHistory.stranger, SchoolHistory.first].map {
                .init(id: $0.verificationMethod, publicKey: $0.privateKey.publicKey)
            }, recoveryKey: SchoolHistory.seeded(9).publicKey, signer: SchoolHistory.stranger, at: SchoolHistory.day(1))
        let begun = try KeyHistory(parsing: line)
        var step = KeyHistory.Step(.retired)
        step.ends = [TestBadge.methodID]
        let invented = try begun.appending(
            begun.line(step, by: .key(SchoolHistory.stranger), at: SchoolHistory.day(101)))
        let pinned = TrustedIssuer(
            did: TestBadge.issuer, name: "S",
            keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)])
        let content = Fixture.content([
            try Fixture.member(keys: [("ed25519-9", TestBadge.thirdKey)], history: invented)
        ])
        var bench = try bench(content, trust: Fixture.trust(issuers: [pinned]))
        bench.learning = VerificationLearning()
        expect(bench.judge(try Bench.signed()), .issuer, .passed, .issuerOK, .valid)
        #expect(try #require(bench.learning).take().histories.isEmpty)
        // Nor does it make a fork of the real one.
        bench.histories = [try SchoolHistory().history]
        expect(bench.judge(try Bench.signed()), .proof, .passed, .proofOK, .valid)
    }

    @Test("A JWT that names no key isn't checked with another key under a pinned name")
    func unnamedKey() throws {
        let impostor = SigningKey(
            verificationMethod: TestBadge.issuer + "#p256-1", privateKey: try PrivateKey.generate(.p256))
        let content = Fixture.content([try Fixture.member(keys: [("p256-1", impostor.privateKey)])])
        let bench = try bench(content, trust: Fixture.trust(issuers: [Bench.school()]))
        let payload = try UnnamedKeyPayload.of(TestBadge.credential())
        let forged = try Bench.jws(payload, header: ["alg": "ES256", "typ": "vc+jwt"], by: impostor.privateKey)
        #expect(bench.judge(jwt: forged)[.proof]?.outcome != .passed)
        let good = try Bench.jws(payload, header: ["alg": "ES256", "typ": "vc+jwt"])
        expect(bench.judge(jwt: good), .issuer, .passed, .issuerOK, .valid)
    }

    // MARK: Old words

    @Test("A key that only an old bundle vouches for makes no list that says all is well; a withdrawal holds")
    func oldWord() throws {
        let second = SigningKey(verificationMethod: TestBadge.issuer + "#ed25519-2", privateKey: TestBadge.otherKey)
        let content = Fixture.content([
            try Fixture.member(keys: [("ed25519-1", TestBadge.key), ("ed25519-2", TestBadge.otherKey)])
        ])
        let trust = try Fixture.trust(issuers: [Bench.school()])
        let badge = try Bench.signed(TestBadge.credential([("credentialStatus", TestBadge.statusEntry())]))
        func judged(daysOld: Int, set: [Int] = [], own: Bool = false) throws -> VerificationReport {
            var bench = try bench(content, trust: trust, asOf: FixedClock.now.adding(seconds: -daysOld * Self.day))
            bench.lists = [try StatusRuleTests.list(set: set, age: 60, by: second)]
            if own { bench.lists.append(try StatusRuleTests.list(age: 3_600)) }
            return bench.judge(badge)
        }
        expect(try judged(daysOld: 3), .status, .passed, .statusOK, .valid)
        expect(try judged(daysOld: 91), .status, .undetermined, .statusUnvouched, .undetermined)
        expect(try judged(daysOld: 91, own: true), .status, .passed, .statusOK, .valid)
        expect(try judged(daysOld: 91, set: [7], own: true), .status, .failed, .statusRevoked, .invalid)
    }

    // MARK: One run

    @Test("A run learns from itself, with a memory or without")
    func oneRun() throws {
        let badge = try Bench.signed(TestBadge.credential([("credentialStatus", TestBadge.statusEntry())]))
        func presentation(_ list: JSONObject) -> [UInt8] {
            JSONWriter.compact([
                "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
                "verifiableCredential": [.object(badge), .object(list)],
            ])
        }
        let old = presentation(try StatusRuleTests.list(age: 2 * Self.day))
        let new = presentation(try StatusRuleTests.list(age: Self.day))
        let verifier = Bench().verifier
        let first = verifier.judge(old, source: "a")
        #expect(first.inner.first?.verdict == .valid && !verifier.isOutdated(first))
        #expect(verifier.judge(new, source: "b").inner.first?.verdict == .valid)
        #expect(verifier.isOutdated(first))
        let again = verifier.judge(old, source: "a")
        #expect(again.inner.first?[.status]?.code == .statusRollback && !verifier.isOutdated(again))
    }
}

/// The payload of a JWT that names no key.
private enum UnnamedKeyPayload {
    static func of(_ credential: JSONObject) throws -> JSONObject {
        let jws = try CompactJWS(parsing: Array(Bench.jwt(credential).utf8))
        return try #require(JSONParser.parse(jws.payload).objectValue)
    }
}
