import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What was seen before isn't unseen by handing over something older.
@Suite struct MemoryRuleTests {
    private static let now = FixedClock.now
    private static let day = 86_400

    private func badge() throws -> JSONObject {
        try Bench.signed(TestBadge.credential([("credentialStatus", TestBadge.statusEntry())]))
    }

    /// What a run over these lists leaves in the memory.
    private func memory(after lists: [JSONObject]) throws -> (
        memory: ReceiverMemory, learnt: VerificationLearning.Learnt
    ) {
        var bench = Bench(lists: lists)
        bench.learning = VerificationLearning()
        _ = bench.judge(try badge())
        let learnt = try #require(bench.learning).take()
        var memory = ReceiverMemory()
        for list in learnt.lists { memory.lists[.init(url: list.url, issuer: list.issuer)] = list.head }
        memory.newestTime = learnt.now
        return (memory, learnt)
    }

    // MARK: Lists

    @Test("An older list is not used once a newer one was seen; the newer one and its like are")
    func rollback() throws {
        let new = try StatusRuleTests.list(age: 1 * Self.day)
        let (memory, learnt) = try memory(after: [new])
        #expect(learnt.lists.map(\.url) == [TestBadge.listURL])
        var bench = Bench(lists: [try StatusRuleTests.list(age: 5 * Self.day)])
        bench.memory = memory
        let report = bench.judge(try badge())
        expect(report, .status, .undetermined, .statusRollback, .undetermined)
        #expect(report[.status]?.detail["newestSeen"]?.stringValue == learnt.lists.first?.head.validFrom.description)
        bench.lists.append(new)
        expect(bench.judge(try badge()), .status, .passed, .statusOK, .valid)
        bench.lists = [try StatusRuleTests.list()]
        expect(bench.judge(try badge()), .status, .passed, .statusOK, .valid)
    }

    @Test("Another list of the same moment isn't used; the same one signed again is")
    func equalDate() throws {
        let (memory, _) = try memory(after: [try StatusRuleTests.list(age: Self.day)])
        var bench = Bench(lists: [try StatusRuleTests.list(set: [9], age: Self.day)])
        bench.memory = memory
        expect(bench.judge(try badge()), .status, .undetermined, .statusRollback, .undetermined)
        let again = try StatusRuleTests.list(age: Self.day).removing("proof")
        bench.lists = [try Bench.signed(again, created: Self.now.adding(seconds: -60))]
        expect(bench.judge(try badge()), .status, .passed, .statusOK, .valid)
    }

    @Test("A withdrawal holds however old the list is")
    func revoked() throws {
        let (memory, _) = try memory(after: [try StatusRuleTests.list()])
        var bench = Bench(lists: [try StatusRuleTests.list(set: [7], age: 9 * Self.day)])
        bench.memory = memory
        expect(bench.judge(try badge()), .status, .failed, .statusRevoked, .invalid)
    }

    @Test("Nothing is learnt from a list that isn't the issuer's, isn't signed, or comes from the future")
    func notGenuine() throws {
        let stranger = try StatusRuleTests.list(issuer: "did:web:stranger.example", by: Bench.schoolKey)
        let unsigned = try StatusRuleTests.list(by: nil)
        let future = try StatusRuleTests.list(age: -2 * Self.day)
        let forged = TestBadge.replacing("validFrom", in: try StatusRuleTests.list(), by: "2026-11-21T09:00:00Z")
        for list in [stranger, unsigned, future, forged] {
            #expect(try memory(after: [list]).learnt.lists.isEmpty)
        }
        // Another listed issuer's list of the same name is another list.
        let did = "did:web:other.example"
        let key = SigningKey(verificationMethod: "\(did)#1", privateKey: TestBadge.thirdKey)
        let other = TrustedIssuer(
            did: did, name: "O", keys: [PinnedKey(id: key.verificationMethod, publicKey: key.privateKey.publicKey)])
        var bench = Bench(
            trust: Bench.list(Bench.school(), other), lists: [try StatusRuleTests.list(issuer: did, by: key)])
        bench.learning = VerificationLearning()
        _ = bench.judge(
            try Bench.signed(
                TestBadge.credential([
                    ("credentialStatus", TestBadge.statusEntry()), ("issuer.id", .string(did)),
                ]), by: key))
        let learnt = try #require(bench.learning).take()
        #expect(learnt.lists.map(\.issuer) == [did])
        bench.memory.lists[.init(url: TestBadge.listURL, issuer: did)] = learnt.lists.first?.head
        bench.lists = [try StatusRuleTests.list(age: Self.day)]
        expect(bench.judge(try badge()), .status, .passed, .statusOK, .valid)
    }

    // MARK: The clock

    @Test("A clock behind what was seen decides no date, but five minutes are forgiven")
    func clock() throws {
        var bench = Bench()
        bench.memory.newestTime = Self.now.adding(seconds: 300)
        #expect(bench.judge(try Bench.signed()).verdict == .valid)
        bench.memory.newestTime = Self.now.adding(seconds: 301)
        bench.learning = VerificationLearning()
        expect(bench.judge(try Bench.signed()), .validity, .undetermined, .clockBehind, .undetermined)
        // What has expired by such a clock has expired all the more.
        let expired = try Bench.signed(TestBadge.credential([("validUntil", "2026-11-20T10:00:00Z")]))
        expect(bench.judge(expired), .validity, .failed, .validityExpired, .invalid)
        // What seems to come from the future may come from yesterday.
        let later = Self.now.adding(seconds: Self.day)
        expect(
            bench.judge(try Bench.dated(later, by: Bench.schoolKey)), .proof, .undetermined, .clockBehind,
            .undetermined)
        // And nothing is learnt by it.
        #expect(try #require(bench.learning).take().isEmpty)
    }

    // MARK: First sights

    @Test("A badge seen before its key was stolen stays genuine; seen later, or never, it doesn't")
    func firstSeen() throws {
        var school = try SchoolHistory()
        let badge = try Bench.dated(SchoolHistory.day(50), by: SchoolHistory.first)
        var bench = Bench(now: SchoolHistory.day(60))
        bench.histories = [school.history]
        bench.learning = VerificationLearning()
        _ = bench.judge(badge)
        let learning = try #require(bench.learning)
        let sighting = try #require(learning.take().sightings.first)
        #expect(sighting.at == SchoolHistory.day(60))
        #expect(sighting.fingerprint == TestBadge.key.publicKey.thumbprint)

        try school.revoke(since: SchoolHistory.day(90), at: SchoolHistory.day(100))
        func judged(_ time: Timestamp?) -> VerificationReport {
            var bench = Bench()
            bench.histories = [school.history]
            if let time {
                bench.evidence = [FirstSeenEvidence(times: [sighting.digest: time], source: "trust.json.state")]
            }
            return bench.judge(badge)
        }
        expect(judged(nil), .proof, .undetermined, .keyTimeUnproven, .undetermined)
        expect(judged(sighting.at), .proof, .passed, .keyTimeProven, .valid)
        #expect(judged(sighting.at)[.proof]?.detail["evidence"] == "first-seen")
        expect(judged(SchoolHistory.day(90)), .proof, .undetermined, .keyTimeUnproven, .undetermined)
    }

    @Test("Only what somebody vouches for is remembered")
    func unvouched() throws {
        var bench = Bench(trust: Bench.list(Bench.school { $0.keys = [$0.keys[1]] }))
        bench.documents = [try Bench.document([("ed25519-1", TestBadge.key)])]
        bench.learning = VerificationLearning()
        #expect(bench.judge(try Bench.signed())[.proof]?.outcome == .passed)
        #expect(try #require(bench.learning).take().isEmpty)
        // Nor a history that no pinned key signed, nor a did:key that isn't listed.
        bench.histories = [try SchoolHistory(first: SchoolHistory.stranger).history]
        bench.trust?.issuers[0].keys = [BundleFixture.pinned]
        let own = Bench.selfNamed(TestBadge.otherKey)
        let did = DIDKey.did(for: TestBadge.otherKey.publicKey).description
        _ = bench.judge(try Bench.signed(TestBadge.credential([("issuer.id", .string(did))]), by: own))
        #expect(try #require(bench.learning).take().isEmpty)
    }

    @Test("A held history outweighs an older one, and one that parts from it is a fork")
    func heads() throws {
        var held = try SchoolHistory()
        let older = held.history
        try held.revoke(since: SchoolHistory.day(90), at: SchoolHistory.day(100))
        var thief = try SchoolHistory()
        try thief.rotate(to: SchoolHistory.stranger, at: SchoolHistory.day(95))
        let badge = try Bench.dated(SchoolHistory.day(95), by: SchoolHistory.first)
        var bench = Bench()
        bench.histories = [older]
        #expect(bench.judge(badge).verdict == .valid)
        bench.histories = [older, held.history]
        expect(bench.judge(badge), .proof, .failed, .keyRevoked, .invalid)
        // Two branches of which none is by the recovery key.
        var rotated = try SchoolHistory()
        try rotated.rotate(at: SchoolHistory.day(94))
        bench.histories = [rotated.history, thief.history]
        bench.learning = VerificationLearning()
        let fork = bench.judge(try Bench.dated(SchoolHistory.day(96), by: SchoolHistory.second))
        expect(fork, .proof, .undetermined, .historyFork, .undetermined)
        #expect(try #require(bench.learning).take().histories.isEmpty)
    }
}
