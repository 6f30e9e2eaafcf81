import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// What a policy's demands make of a report.
@Suite struct PolicyDemandTests {
    private func bench(_ change: (inout VerificationPolicy) -> Void = { _ in }) throws -> Bench {
        var bench = Bench(lists: [try StatusRuleTests.list()])
        bench.profile = OpenBadgeProfile()
        change(&bench.policy)
        return bench
    }

    private func badge(_ changes: [(String, JSONValue?)] = []) throws -> JSONObject {
        try Bench.signed(ReportCase.badge(changes))
    }

    // MARK: Each demand

    @Test("A required check that doesn't apply leaves it undetermined, and says what it was")
    func required() throws {
        let bench = try bench { $0.demands.requiredChecks = [.status, .recipient] }
        let report = bench.judge(try badge([("credentialStatus", nil)]))
        expect(report, .status, .undetermined, .policyCheckRequired, .undetermined)
        expect(report, .recipient, .undetermined, .policyCheckRequired, .undetermined)
        #expect(report[.status]?.detail["was"] == "status.none")
        #expect(
            ReportText(report, in: .fi).headline
                == "Ratkaisematta: Sääntösi vaativat vastauksen kysymykseen \"Onko se peruttu?\", eikä sitä saatu.")
        var answered = bench
        answered.policy.recipient = TestBadge.email
        #expect(answered.judge(try badge()).verdict == .valid)
        // An answer that was open anyway keeps its own reason.
        answered.lists = []
        expect(answered.judge(try badge()), .status, .undetermined, .statusUnavailable, .undetermined)
    }

    @Test("A suite that isn't accepted leaves the proof undetermined; one of several that fit is enough")
    func suites() throws {
        let bench = try bench { $0.demands.suites = ["ES256", "eddsa-rdfc-2022"] }
        let report = bench.judge(try badge())
        expect(report, .proof, .undetermined, .policySuite, .undetermined)
        #expect(report[.proof]?.values["suite"] == "eddsa-jcs-2022")
        #expect(bench.judge(jwt: try Bench.jwt(ReportCase.badge())).verdict == .valid)
        // A second signature of the issuer's in an accepted suite.
        let unsigned = ReportCase.badge()
        var both = try badge()
        let second = try DataIntegrity.secure(
            unsigned, suite: EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared), key: Bench.schoolKey,
            created: Bench.created)
        both["proof"] = [both["proof"] ?? .null, second["proof"] ?? .null]
        #expect(bench.judge(both).verdict == .valid)
        // A stranger's doesn't count.
        let stranger = try DataIntegrity.secure(
            unsigned, suite: EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared),
            key: Bench.selfNamed(TestBadge.otherKey), created: Bench.created)
        both["proof"] = [try badge()["proof"] ?? .null, stranger["proof"] ?? .null]
        expect(bench.judge(both), .proof, .undetermined, .policySuite, .undetermined)
    }

    @Test("A proof can't call itself by an accepted suite's name")
    func suiteName() throws {
        let bench = try bench { $0.demands.suites = ["eddsa-rdfc-2022"] }
        let signed = try DataIntegrity.secure(
            ReportCase.badge(), suite: Ed25519Signature2020(contexts: OpenBadgesContexts.store.prepared),
            key: Bench.schoolKey, created: Bench.created)
        let renamed = TestBadge.replacing("proof.cryptosuite", in: signed, by: "eddsa-rdfc-2022")
        for document in [signed, renamed] { #expect(bench.judge(document).verdict != .valid) }
        expect(bench.judge(signed), .proof, .undetermined, .policySuite, .undetermined)
    }

    @Test("A kind that isn't asked for leaves the badge undetermined, by either word for a badge")
    func kinds() throws {
        for kind in ["OpenBadgeCredential", "AchievementCredential"] {
            #expect(try bench { $0.demands.kinds = [kind] }.judge(try badge()).verdict == .valid)
        }
        let report = try bench { $0.demands.kinds = ["ClrCredential"] }.judge(try badge())
        expect(report, .badge, .undetermined, .policyKind, .undetermined)
    }

    @Test("A level below or missing leaves it undetermined, never not valid", arguments: 1...4)
    func levels(_ least: Int) throws {
        let bench = try bench { $0.demands.minLevel = least }
        let report = bench.judge(try badge())
        if least <= 2 {
            #expect(report.verdict == .valid)
        } else {
            expect(report, .badge, .undetermined, .policyLevel, .undetermined)
        }
        let none = bench.judge(try badge([("credentialSubject.result", nil)]))
        expect(none, .badge, .undetermined, .policyLevelMissing, .undetermined)
    }

    @Test("Inside a presentation the demands are put to each badge, not to the wrapper or the holder's name")
    func presentation() throws {
        let report = try ReportCase.presentation.report()
        #expect(report.worst == .valid)
        var bench = try bench {
            $0.domains = [TestPresentation.university]
            $0.challenge = TestPresentation.challenge
            $0.demands.requiredChecks = Check.allCases.filter { $0 != .endorsements }
            $0.demands.kinds = ["OpenBadgeCredential"]
            $0.demands.minLevel = 2
        }
        let own = try badge([("credentialSubject.id", .string(TestPresentation.did))])
        let whole = try TestPresentation.signed([.object(own)], more: TestPresentation.addressed)
        #expect(bench.judge(whole).worst == .valid)
        bench.policy.demands.minLevel = 3
        let below = bench.judge(whole)
        #expect(below.verdict == .valid && below.worst == .undetermined)
        bench.policy.demands.suites = ["ES384"]
        expect(bench.judge(whole), .proof, .undetermined, .policySuite, .undetermined)
    }

    // MARK: Never better

    /// Any policy that a file could hold.
    private static func anyPolicy(_ random: inout SeededGenerator) -> ReceiverPolicy {
        func some<T>(_ all: [T]) -> [T] { all.filter { _ in Bool.random(using: &random) } }
        var policy = ReceiverPolicy(name: "any")
        if Bool.random(using: &random) { policy.demands.requiredChecks = some(Check.allCases) }
        if Bool.random(using: &random) {
            policy.demands.kinds = some(["OpenBadgeCredential", "ClrCredential", "VerifiableCredential", "X"])
        }
        if Bool.random(using: &random) {
            policy.demands.suites = some(["eddsa-jcs-2022", "eddsa-rdfc-2022", "ES256", "EdDSA", "ecdsa-sd-2023"])
        }
        if Bool.random(using: &random) { policy.demands.minLevel = Int.random(in: 1...4, using: &random) }
        if Bool.random(using: &random) { policy.maxStatusAgeDays = Int.random(in: 0...30, using: &random) }
        if Bool.random(using: &random) { policy.maxHolderStatusAgeDays = Int.random(in: 0...30, using: &random) }
        return policy
    }

    private func expectNoBetter(_ bytes: [UInt8], _ bench: Bench, seed: UInt64, tries: Int) {
        var random = SeededGenerator(seed: seed)
        let without = bench.verifier.judge(bytes, source: "x")
        for _ in 0..<tries {
            var demanding = bench
            let policy = Self.anyPolicy(&random)
            policy.apply(to: &demanding.policy)
            let with = demanding.verifier.judge(bytes, source: "x")
            #expect(with.worst >= without.worst && with.verdict >= without.verdict, "seed \(seed): \(policy)")
            // Nothing that failed is hidden.
            for check in without.checks where check.outcome == .failed {
                #expect(with[check.check]?.code == check.code, "seed \(seed): \(policy)")
            }
        }
    }

    @Test("No policy makes a verdict better, in the cases that people meet", arguments: UInt64(0)..<40)
    func neverBetter(_ seed: UInt64) throws {
        let bench = try bench { $0.recipient = TestBadge.email }
        let files: [JSONObject] = [
            try badge(), try badge([("credentialStatus", nil)]), try badge([("validUntil", "2026-10-31T21:59:59Z")]),
            TestBadge.replacing("name", in: try badge(), by: "X"), ReportCase.badge(),
            try TestPresentation.signed([.object(try badge())]),
        ]
        for file in files { expectNoBetter(JSONWriter.compact(.object(file)), bench, seed: seed, tries: 3) }
        expectNoBetter(
            Array(try Bench.jwt(ReportCase.badge()).utf8), bench, seed: seed, tries: 3)
        var revoking = bench
        revoking.lists = [try StatusRuleTests.list(set: [7], age: 20 * 86_400), try StatusRuleTests.list(age: 86_400)]
        expectNoBetter(JSONWriter.compact(.object(try badge())), revoking, seed: seed, tries: 5)
        // A hold is news that an older list still tells.
        var holding = bench
        holding.lists = [try StatusRuleTests.list(set: [7], purpose: "suspension", age: 20 * 86_400)]
        let held = try badge([("credentialStatus", TestBadge.statusEntry(purpose: "suspension"))])
        expectNoBetter(JSONWriter.compact(.object(held)), holding, seed: seed, tries: 5)
    }

    /// Believes the issuer of a file that names itself by its key.
    private static func trusting(_ bytes: [UInt8]) -> TrustList? {
        let issuer = (try? JSONParser.parse(bytes))?["issuer"]
        guard let did = (issuer?.stringValue ?? issuer?["id"]?.stringValue).flatMap(DID.init),
            let document = try? SelfDescribingDID.document(for: did)
        else { return nil }
        let keys = document.verificationMethods.map { PinnedKey(id: $0.id, publicKey: $0.publicKey) }
        return Bench.list(TrustedIssuer(did: did.description, name: "Corpus", keys: keys))
    }

    @Test("No policy makes a verdict better, in the corpus", .needsCorpus("dcc"), arguments: UInt64(0)..<3)
    func neverBetterInCorpus(_ seed: UInt64) throws {
        var bench = try bench()
        var verdicts: [Verdict: Int] = [:]
        for vector in Corpus.cases("dcc").prefix(70) + Corpus.cases("signed-credentials").prefix(70) {
            let bytes = try vector.read("file")
            bench.trust = Self.trusting(bytes)
            verdicts[bench.verifier.judge(bytes, source: "x").verdict, default: 0] += 1
            expectNoBetter(bytes, bench, seed: seed, tries: 2)
        }
        // Each verdict is among them, or nothing was shown.
        for verdict in Verdict.allCases { #expect(verdicts[verdict, default: 0] > 0, "\(verdict)") }
    }
}
