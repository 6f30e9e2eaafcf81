import BadgeIssuer
import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// What the officer decides, and what is handed out for it.
@Suite("A decision")
struct RecognitionDecisionTests {
    private let a = Made("urn:uuid:a", "aa", hours: "27")
    private let b = Made("urn:uuid:b", "bb", hours: "27")
    private let rules = [
        MadeRules.rule("R1", "{\"badge\":\"aa\"}"),
        MadeRules.rule("R2", "{\"badge\":\"bb\",\"minLevel\":3}", credits: "3", more: "\"capGroup\":\"g\","),
    ]

    private func decide(
        _ result: RecognitionCase, _ amendments: [RecognitionAmendment] = [],
        ledger: RecognitionLedger = RecognitionLedger()
    ) throws -> RecognitionDecision {
        try RecognitionDecision(
            id: "urn:uuid:d1f0a7e0-6d51-4d2b-9a1e-1f9a3a2d7c11", case: result, amendments: amendments,
            rules: result.rules, ledger: ledger, officer: "opintosihteeri", at: SampleBadges.now, language: "fi")
    }

    private func amend(_ rule: String, _ credits: String, _ reason: String = "Katsottu haastattelussa.") throws
        -> RecognitionAmendment
    {
        try RecognitionAmendment("\(rule)=\(credits)", reason: reason)
    }

    private func used(_ decision: RecognitionDecision) -> [String] {
        decision.ledgerLines.compactMap { if case .used(let entry) = $0 { entry.credential.id } else { nil } }
    }

    @Test("confirms what the rules came to, and the ledger remembers what it used")
    func confirm() throws {
        let decision = try decide(try MadeRules.evaluate(rules, [a, b]))
        #expect(decision.total == DecimalHundredths("2"))
        #expect(used(decision) == ["urn:uuid:a"])
    }

    @Test("changes a rule with a written reason, and uses what it then rests on")
    func amended() throws {
        let result = try MadeRules.evaluate(rules, [a, b])
        let more = try decide(result, [try amend("R2", "2.5")])
        #expect(more.total == DecimalHundredths("4.5"))
        #expect(used(more) == ["urn:uuid:a", "urn:uuid:b"])
        let less = try decide(result, [try amend("R1", "0")])
        #expect(less.total == .zero)
        #expect(used(less) == [])
    }

    private func code(_ work: () throws -> Void) -> RecognitionError.Code? {
        do { try work() } catch { return (error as? RecognitionError)?.code }
        return nil
    }

    @Test("is refused for an amendment that can't be")
    func refusals() throws {
        let result = try MadeRules.evaluate(rules, [a, b], caps: "{\"total\":4,\"groups\":{\"g\":2.5}}")
        #expect(code { _ = try decide(result, [try amend("R9", "1")]) } == .unknownRule)
        #expect(code { _ = try decide(result, [try amend("R1", "1"), try amend("R1", "2")]) } == .unknownRule)
        #expect(code { _ = try decide(result, [try amend("R1", "2.01")]) } == .amendedCredits)
        #expect(code { _ = try decide(result, [try amend("R2", "3")]) } == .amendedCredits)
        #expect(code { _ = try decide(result, [try amend("R2", "2.25")]) } == .amendedCredits)
        #expect(code { _ = try decide(result, [try amend("R2", "2")]) } == nil)
        for text in ["R1", "R1=", "=2", "R1=-1", "R1=1.005", "R1=x"] {
            #expect(code { _ = try RecognitionAmendment(text, reason: "Syy.") } == .amendedCredits, "\(text)")
        }
        for reason in ["", "  ", ".", " – "] { #expect(code { _ = try amend("R1", "1", reason) } == .reasonMissing) }
    }

    @Test("can't pass over what waits for the officer or for evidence")
    func unresolved() throws {
        let open = try MadeRules.evaluate(rules, [a.with { $0.binding = .unproven }])
        #expect(code { _ = try decide(open) } == .unresolved)
        let accepted = try decide(open, [try amend("R1", "2")])
        #expect(accepted.total == DecimalHundredths("2"))
        #expect(used(accepted) == ["urn:uuid:a"])
        #expect(used(try decide(open, [try amend("R1", "0")])) == [])
        let weak = [MadeRules.rule("R1", "{\"badge\":\"aa\",\"evidence\":\"observation\"}")]
        #expect(code { _ = try decide(try MadeRules.evaluate(weak, [a])) } == .unresolved)
    }

    @Test("lets no credential carry two rules")
    func usedTwice() throws {
        let rules = [MadeRules.rule("R1", "{\"badge\":\"aa\"}"), MadeRules.rule("R2", "{\"category\":\"*\"}")]
        let open = try MadeRules.evaluate(rules, [a.with { $0.binding = .unproven }])
        #expect(open.outcomes.allSatisfy { $0.kind == .officerReview })
        #expect(code { _ = try decide(open, [try amend("R1", "2"), try amend("R2", "2")]) } == .usedTwice)
        #expect(try decide(open, [try amend("R1", "2"), try amend("R2", "0")]).total == DecimalHundredths("2"))
    }

    @Test("leaves a badge that two amended rules looked at in vain with the first")
    func consideredTwice() throws {
        let leaf = "{\"badge\":\"bb\",\"minLevel\":4}"
        let result = try MadeRules.evaluate([MadeRules.rule("R1", leaf), MadeRules.rule("R2", leaf)], [b])
        let decision = try decide(result, [try amend("R1", "1"), try amend("R2", "1")])
        #expect(decision.grants.map(\.credentials) == [[0], []])
        #expect(used(decision) == ["urn:uuid:b"])
    }

    @Test("holds for its own rule file and the ledger as it is now")
    func otherTimes() throws {
        let result = try MadeRules.evaluate(rules, [a])
        let other = try SampleBadges.rules()
        #expect(
            code {
                _ = try RecognitionDecision(
                    id: "urn:uuid:1", case: result, rules: other, ledger: RecognitionLedger(), officer: "x",
                    at: SampleBadges.now, language: "fi")
            } == .otherRules)
        let ledger = RecognitionLedger(try decide(result).ledgerLines)
        #expect(code { _ = try decide(result, ledger: ledger) } == .ledgerTaken)
    }

    // MARK: What is handed out

    private func composed() throws -> (RecognitionDecision, JSONObject) {
        let awards = ["pelisaannot", "tyoturvallisuus", "tiimityo", "vahvuudet"].map(SampleBadges.Award.init)
        let submitted = try SampleBadges.submitted(awards)
        let result = try SampleBadges.evaluate(submitted)
        let decision = try decide(result, [try amend("R3", "0.5", "Vahvistettu: katsottu portfoliosta.")])
        let composer = DecisionComposer(
            decision,
            grounds: DecisionGrounds(
                fileDigests: [SHA256.hash(Array("a".utf8))], trustListUpdated: SampleBadges.now, credentials: submitted),
            subjectID: "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12",
            identifiers: [.hashed(SampleBadges.anna, as: .emailAddress, salt: "00112233445566778899aabbccddeeff")])
        return (decision, composer.credential)
    }

    @Test("is an Open Badge that verifies when it is signed, linked data and schema included")
    func conforms() throws {
        let (decision, credential) = try composed()
        let method = "did:web:amk.example:org#ed25519-1"
        let secured = try DataIntegrity.secure(
            credential, suite: IssuedProof.suite,
            key: SigningKey(verificationMethod: method, privateKey: TestBadge.otherKey), created: SampleBadges.now)
        let trust = TrustList(
            updated: SampleBadges.now,
            issuers: [
                TrustedIssuer(
                    did: "did:web:amk.example:org", name: "AMK",
                    keys: [PinnedKey(id: method, publicKey: TestBadge.otherKey.publicKey)])
            ])
        var array = secured
        array["proof"] = [secured["proof"] ?? .null]
        var policy = VerificationPolicy()
        policy.recipient = SampleBadges.anna
        let verifier = Verifier(
            material: VerificationMaterial(trust: trust), policy: policy, profile: OpenBadgeProfile(),
            time: JudgementTime(now: SampleBadges.now.adding(seconds: 60)))
        let report = verifier.judge(JSONWriter.compact(.object(array)), source: "decision.json")
        #expect(report.verdict == .valid, "\(ReportText(report, in: .en).lines)")
        #expect(report[.contexts]?.outcome == .passed)
        #expect(report[.schema]?.outcome == .passed)
        #expect(report[.recipient]?.outcome == .passed)
        let view = AchievementCredentialView(array)
        #expect(view.types.contains("ext:RecognitionDecision"))
        #expect(view.credits?.value == decision.total)
        #expect(view.credits?.basis == .curriculum)
        #expect(view.credits?.unit?.code == "op")
    }

    @Test("says all that decided, and names the applicant only by hashes")
    func content() throws {
        let (decision, credential) = try composed()
        let text = String(decoding: JSONWriter.compact(.object(credential)), as: UTF8.self)
        #expect(!text.contains(SampleBadges.anna))
        #expect(!text.contains("\"anna\""))
        for part in [
            decision.recognitionCase.id, "2026-09-01", "opintosihteeri", "katsottu portfoliosta", "granted", "2.00",
            "ext:RecognitionRules", "ext:AppealDays", "opintoasiat@amk.example", "14",
        ] { #expect(text.contains(part), "\(part)") }
        for credential in decision.recognitionCase.credentials { #expect(text.contains(credential.shownID)) }
        let digest = "u" + Base64URL.encode([0x12, 0x20] + decision.recognitionCase.rules.sha256)
        #expect(text.contains(digest))
    }

    @Test("keeps a record with everything for the archive")
    func record() throws {
        let (decision, _) = try composed()
        let record = decision.record(
            DecisionGrounds(
                fileDigests: [SHA256.hash(Array("a".utf8))], trustListUpdated: nil, statusListDates: [SampleBadges.now])
        )
        #expect(record["format"] == "passport.recognition-decision/1")
        #expect(record["applicant"] == "anna")
        #expect(record["total"] == "2.50")
        #expect(record["trustListUpdated"] == .null)
        let outcomes = record["outcomes"]?.arrayValue ?? []
        #expect(outcomes.count == 3)
        #expect(outcomes[2]["amendment"] == "Vahvistettu: katsottu portfoliosta.")
        #expect(outcomes[2]["proposed"] == "0.50")
        #expect(record["statusListDates"] == [.string(SampleBadges.now.description)])
    }
}
