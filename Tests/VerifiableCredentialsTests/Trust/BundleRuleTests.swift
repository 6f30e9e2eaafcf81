import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What the word of a pinned signer of bundles is worth: for whom it counts, and how long.
@Suite struct BundleRuleTests {
    private typealias Fixture = BundleFixture
    private static let day = 86_400

    private func bench(_ content: TrustBundle.Content, trust: TrustList, asOf: Timestamp = Fixture.asOf, days: Int = 90)
        throws -> Bench
    {
        var bench = Bench(trust: trust)
        bench.bundles = [try Fixture.vouched(Fixture.bundle(content, asOf: asOf, days: days), by: trust)]
        return bench
    }

    // MARK: By whose word

    @Test("A key in a pinned signer's bundle is the issuer's, with who says so and as of when")
    func vouched() throws {
        let bench = try bench(Fixture.content([Fixture.member()]), trust: Fixture.trust())
        let report = bench.judge(try Bench.signed())
        expect(report, .issuer, .passed, .issuerBundle, .valid)
        #expect(report[.proof]?.detail["keySource"] == "trust-bundle")
        #expect(report[.issuer]?.detail["ageDays"] == 3)
        #expect(report[.issuer]?.detail["bundle"]?["signer"]?.stringValue == Fixture.signer)
        let text = ReportText(report, in: .en).lines.joined(separator: "\n")
        #expect(text.contains("\(Fixture.signer), whom you trust to speak for issuers"))
        #expect(text.contains("as of 2026-11-18 (3 days old)"))
    }

    @Test("The same bundle without a pin is no better than a folder")
    func unpinned() throws {
        let bundle = try Fixture.bundle(Fixture.content([Fixture.member()]))
        let nobody = TrustList(updated: FixedClock.now)
        #expect(try VouchedBundle.check(bundle, source: "x", by: nobody, at: FixedClock.now) == nil)
        #expect(try VouchedBundle.check(bundle, source: "x", by: nil, at: FixedClock.now) == nil)
        // Its document is at hand, and the issuer listed: the signature fits, and whose it is stays open.
        var bench = Bench(trust: Bench.list(Bench.school { $0.keys = [Fixture.pinned] }))
        bench.documents = bundle.content.members.compactMap(\.document)
        expect(bench.judge(try Bench.signed()), .issuer, .undetermined, .issuerKeyNotPinned, .undetermined)
    }

    @Test("A signature that doesn't fit, or is by another key, is refused where the signer is pinned")
    func forged() throws {
        let content = Fixture.content([try Fixture.member()])
        let trust = try Fixture.trust()
        let stranger = SigningKey(
            verificationMethod: Fixture.key.verificationMethod, privateKey: SchoolHistory.seeded(78))
        #expect(throws: BundleError(.signature, "")) {
            try VouchedBundle.check(Fixture.bundle(content, by: stranger), source: "x", by: trust, at: FixedClock.now)
        }
        var json = try Fixture.bundle(content).json
        json["sequence"] = 99
        let raised = try TrustBundle(parsing: JSONWriter.compact(.object(json)))
        #expect(throws: BundleError(.signature, "")) {
            try VouchedBundle.check(raised, source: "x", by: trust, at: FixedClock.now)
        }
    }

    @Test("What a signer says of others than it is pinned for is ignored, and named")
    func scope() throws {
        let other = "did:web:other.example"
        let foreignList = try StatusRuleTests.list(
            id: "https://other.example/status/1.json", issuer: other,
            by: SigningKey(verificationMethod: "\(other)#1", privateKey: TestBadge.otherKey))
        let content = Fixture.content(
            [try Fixture.member(), try Fixture.member(other, keys: [("1", TestBadge.otherKey)])], lists: [foreignList])
        let trust = try Fixture.trust()
        let vouched = try Fixture.vouched(Fixture.bundle(content), by: trust)
        #expect(vouched.members.map(\.did.description) == [TestBadge.issuer])
        #expect(vouched.ignored == [other])
        let badge = try Bench.signed(
            TestBadge.credential([("issuer.id", .string(other))]),
            by: SigningKey(verificationMethod: "\(other)#1", privateKey: TestBadge.otherKey))
        let report = try bench(content, trust: trust).judge(badge)
        expect(report, .proof, .undetermined, .keyUnavailable, .undetermined)
        // With a wider pin it counts.
        let wide = try Fixture.trust(for: [TestBadge.issuer, other])
        expect(try bench(content, trust: wide).judge(badge), .issuer, .passed, .issuerBundle, .valid)
    }

    @Test("A pinned key wins over a bundle's, and a pinned issuer keeps its scope")
    func pinsWin() throws {
        // The bundle gives the pinned name another key.
        let content = Fixture.content([try Fixture.member(keys: [("ed25519-1", TestBadge.otherKey)])])
        let trust = try Fixture.trust(issuers: [Bench.school()])
        let impostor = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.otherKey)
        let bench = try bench(content, trust: trust)
        expect(bench.judge(try Bench.signed(by: impostor)), .proof, .failed, .proofMismatch, .invalid)
        expect(bench.judge(try Bench.signed()), .issuer, .passed, .issuerOK, .valid)
        // A newer key comes by the bundle, within what the school was listed for.
        let newer = Fixture.content([
            try Fixture.member(keys: [("ed25519-1", TestBadge.key), ("ed25519-2", TestBadge.otherKey)])
        ])
        let second = SigningKey(verificationMethod: TestBadge.issuer + "#ed25519-2", privateKey: TestBadge.otherKey)
        expect(
            try self.bench(newer, trust: trust).judge(try Bench.signed(by: second)), .issuer, .passed, .issuerBundle,
            .valid)
        let narrow = try Fixture.trust(issuers: [Bench.school { $0.achievements = ["https://school.example/x/"] }])
        expect(
            try self.bench(newer, trust: narrow).judge(try Bench.signed(by: second)), .issuer, .undetermined,
            .issuerScope, .undetermined)
    }

    @Test("A key that isn't in a bundle's document is known not to be the issuer's, up to the bundle's date")
    func missingKey() throws {
        let bench = try bench(Fixture.content([Fixture.member()]), trust: Fixture.trust())
        let stranger = SigningKey(verificationMethod: TestBadge.issuer + "#ed25519-9", privateKey: TestBadge.thirdKey)
        expect(bench.judge(try Bench.signed(by: stranger)), .proof, .failed, .keyUnknown, .invalid)
        let later = try Bench.dated(Fixture.asOf.adding(seconds: 60), by: stranger)
        expect(bench.judge(later), .proof, .undetermined, .keyUnknown, .undetermined)
    }

    // MARK: How long

    @Test("A bundle vouches until its own end or the policy's, whichever is earlier")
    func stale() throws {
        let content = Fixture.content([try Fixture.member()])
        let trust = try Fixture.trust()
        func judged(age: Int, days: Int, limit: Int = 180) throws -> VerificationReport {
            var bench = try bench(
                content, trust: trust, asOf: FixedClock.now.adding(seconds: -age * Self.day), days: days)
            bench.policy.maxBundleAgeDays = limit
            return bench.judge(try Bench.signed())
        }
        expect(try judged(age: 30, days: 30), .issuer, .passed, .issuerBundle, .valid)
        expect(try judged(age: 31, days: 30), .issuer, .undetermined, .bundleStale, .undetermined)
        expect(try judged(age: 40, days: 400, limit: 40), .issuer, .passed, .issuerBundle, .valid)
        let old = try judged(age: 41, days: 400, limit: 40)
        expect(old, .issuer, .undetermined, .bundleStale, .undetermined)
        #expect(old[.issuer]?.detail["ageDays"] == 41)
    }

    // MARK: Keys for bundles

    @Test("A badge signed with a key for bundles never passes, whatever document names it")
    func bundleKeySignsNoBadge() throws {
        // The signer is an issuer, too; its bundle key stands where award keys do.
        let badge = try Bench.signed(
            TestBadge.credential([("issuer.id", .string(Fixture.signer))]), by: Fixture.key)
        let trust = try Fixture.trust(for: [Fixture.signer])
        let content = Fixture.content([
            try Fixture.member(Fixture.signer, keys: [("bundle-1", Fixture.key.privateKey)])
        ])
        var bench = try bench(content, trust: trust)
        bench.documents = [try Bench.document(of: Fixture.signer, [("bundle-1", Fixture.key.privateKey)])]
        #expect(bench.judge(badge)[.proof]?.outcome != .passed)
        // Even pinned for badges.
        bench.trust?.issuers = [TrustedIssuer(did: Fixture.signer, name: "R", keys: [Fixture.pinned])]
        expect(bench.judge(badge), .proof, .failed, .keyPurpose, .invalid)
        // Nor where the history alone says what the key is for.
        var school = try SchoolHistory()
        let key = SchoolHistory.key("bundle-1", SchoolHistory.seeded(80))
        var step = KeyHistory.Step(.added)
        step.keys = [key]
        try school.add(step, at: SchoolHistory.day(2))
        var plain = Bench()
        plain.histories = [school.history]
        plain.documents = [try Bench.document([("bundle-1", key.privateKey)])]
        expect(plain.judge(try Bench.signed(by: key)), .proof, .failed, .keyPurpose, .invalid)
        plain.trust?.issuers[0].keys.append(
            PinnedKey(id: key.verificationMethod, publicKey: key.privateKey.publicKey))
        expect(plain.judge(try Bench.signed(by: key)), .proof, .failed, .keyPurpose, .invalid)
    }

    @Test("A bundle signed with a key that signs badges is refused")
    func awardKeySignsNoBundle() throws {
        let school = try SchoolHistory()
        let content = Fixture.content([try Fixture.member(history: school.history)])
        var trust = TrustList(updated: FixedClock.now)
        trust.bundleSigners = [
            BundleSigner(
                did: TestBadge.issuer,
                keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)],
                scope: [try #require(DIDPattern(TestBadge.issuer))])
        ]
        #expect(throws: BundleError(.awardKey, "")) {
            try VouchedBundle.check(
                Fixture.bundle(content, by: Bench.schoolKey), source: "x", by: trust, at: FixedClock.now)
        }
    }

    @Test("The signer's own history leads to its next bundle key, and ends one that was stolen")
    func bundleKeyHistory() throws {
        var school = try SchoolHistory()
        let first = SchoolHistory.key("bundle-1", SchoolHistory.seeded(80))
        let second = SchoolHistory.key("bundle-2", SchoolHistory.seeded(81))
        var step = KeyHistory.Step(.added)
        step.keys = [first]
        try school.add(step, at: SchoolHistory.day(2))
        let before = school.history
        var trust = TrustList(updated: FixedClock.now)
        trust.bundleSigners = [
            BundleSigner(
                did: TestBadge.issuer,
                keys: [PinnedKey(id: first.verificationMethod, publicKey: first.privateKey.publicKey)],
                scope: [try #require(DIDPattern(TestBadge.issuer))])
        ]
        func check(_ history: KeyHistory, by key: SigningKey, held: [KeyHistory] = []) throws -> VouchedBundle? {
            try VouchedBundle.check(
                Fixture.bundle(Fixture.content([Fixture.member(history: history)]), by: key), source: "x", by: trust,
                histories: held, at: FixedClock.now)
        }
        #expect(try check(before, by: first) != nil)
        #expect(throws: BundleError(.signature, "")) { try check(before, by: second) }
        try school.revoke([first], since: SchoolHistory.day(40), successors: [second], at: SchoolHistory.day(50))
        #expect(try check(school.history, by: second)?.key.id == second.verificationMethod)
        // The thief leaves the theft out; who has seen it isn't deceived.
        #expect(try check(before, by: first) != nil)
        #expect(throws: BundleError(.signature, "")) { try check(before, by: first, held: [school.history]) }
        #expect(throws: BundleError(.signature, "")) { try check(school.history, by: first) }
    }

    // MARK: What a bundle tells

    @Test("A bundle's histories and lists are followed: a rotation, a theft, a closure")
    func histories() throws {
        var school = try SchoolHistory()
        try school.rotate(at: SchoolHistory.day(100))
        let trust = try Fixture.trust()
        let rotated = try bench(
            Fixture.content([
                TrustBundle.Member(did: #require(DID(TestBadge.issuer)), document: nil, history: school.history)
            ]),
            trust: trust)
        let badge = try Bench.dated(SchoolHistory.day(120), by: SchoolHistory.second)
        expect(rotated.judge(badge), .issuer, .passed, .issuerHistory, .valid)
        // Its word grows old with the bundle.
        var late = rotated
        late.now = FixedClock.now.adding(seconds: 200 * Self.day)
        expect(late.judge(badge), .issuer, .undetermined, .bundleStale, .undetermined)

        var stolen = try SchoolHistory()
        try stolen.revoke(since: SchoolHistory.day(90), at: SchoolHistory.day(100))
        let list = try StatusRuleTests.list(set: [8], by: SchoolHistory.second)
        let theft = try bench(
            Fixture.content(
                [Fixture.member(keys: [("ed25519-2", TestBadge.otherKey)], history: stolen.history)], lists: [list]),
            trust: trust)
        expect(
            theft.judge(try Bench.dated(SchoolHistory.day(80), by: SchoolHistory.first)), .proof, .undetermined,
            .keyTimeUnproven, .undetermined)
        let good = try Bench.dated(
            SchoolHistory.day(120), by: SchoolHistory.second, status: TestBadge.statusEntry())
        expect(theft.judge(good), .status, .passed, .statusOK, .valid)
    }

    @Test("Where the receiver pinned keys, a bundle's history counts only when one of them signed it")
    func foreignHistory() throws {
        // Another school's history under the same name, as a signer who was deceived might hand on.
        let other = try SchoolHistory(first: SchoolHistory.stranger)
        let content = Fixture.content([try Fixture.member(keys: [], history: other.history)])
        let bench = try bench(content, trust: Fixture.trust(issuers: [Bench.school { $0.keys.removeLast() }]))
        let foreign = try Bench.dated(SchoolHistory.day(120), by: SchoolHistory.stranger)
        #expect(bench.judge(foreign)[.issuer]?.outcome != .passed)
        expect(bench.judge(try Bench.signed()), .issuer, .passed, .issuerOK, .valid)
    }
}
