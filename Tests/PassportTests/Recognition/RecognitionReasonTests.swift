import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Each reason that speaks against a credential, alone, and their order.
@Suite("What speaks against a credential")
struct RecognitionReasonTests {
    private let sound = Made("urn:uuid:1", "tiimityo", hours: "27")
    private let rules = [MadeRules.rule("R1", MadeRules.anyBadge, credits: "5", grant: "byHours")]

    private func reasons(
        _ made: Made, defaults: String = "{\"maxAgeMonths\":120}", ledger: RecognitionLedger = RecognitionLedger(),
        shared: Set<CredentialKey> = []
    ) throws -> [RecognitionReason] {
        let result = try MadeRules.evaluate(rules, [made], defaults: defaults, ledger: ledger, shared: shared)
        let reasons = result.credentials[0].reasons.map(\.reason)
        let refused = reasons.contains { $0.weight == .refuses }
        let expected: RuleOutcome.Kind = refused ? .notMet : reasons.isEmpty ? .granted : .officerReview
        #expect(result.outcomes[0].kind == expected)
        #expect(result.total == (reasons.isEmpty ? DecimalHundredths("1") : .zero))
        return reasons
    }

    @Test("A sound one has no reasons")
    func none() throws {
        #expect(try reasons(sound) == [])
    }

    @Test("What holds a credential together has to be passed, not only not failed")
    func notVerified() throws {
        for check in [Check.form, .contexts, .proof, .controller, .claims, .schema, .badge] {
            for outcome in [Outcome.failed, .undetermined] {
                let made = sound.with { $0.checks = [CheckResult(check, outcome, .formModel)] }
                #expect(try reasons(made) == [.notVerified], "\(check) \(outcome)")
            }
            let idle = sound.with { $0.checks = [CheckResult(check, .notApplicable, .schemaNone)] }
            if check != .proof { #expect(try reasons(idle) == [], "\(check)") }
        }
        for check in [Check.validity, .endorsements] {
            #expect(try reasons(sound.with { $0.checks = [CheckResult(check, .failed, .validityExpired)] }) == [])
        }
        #expect(
            try reasons(sound.with { $0.checks = [CheckResult(.validity, .failed, .validityOrder)] }) == [.notVerified])
    }

    @Test("Without a signature that fits nothing else is held against it")
    func notVerifiedAlone() throws {
        let made = sound.with {
            $0.checks = [
                CheckResult(.proof, .failed, .proofMismatch), CheckResult(.status, .undetermined, .proofRequired),
                CheckResult(.issuer, .undetermined, .proofRequired),
            ]
            $0.binding = .different
        }
        #expect(try reasons(made) == [.notVerified])
    }

    @Test("Whose it is")
    func subject() throws {
        #expect(try reasons(sound.with { $0.binding = .different }) == [.subjectMismatch])
        #expect(try reasons(sound.with { $0.binding = .unproven }) == [.subjectUnproven])
    }

    @Test("What the issuer took back")
    func status() throws {
        func status(_ outcome: Outcome, _ code: VerificationCode, _ detail: JSONObject = [:]) throws
            -> [RecognitionReason]
        {
            try reasons(sound.with { $0.checks = [CheckResult(.status, outcome, code, detail: detail)] })
        }
        #expect(try status(.failed, .statusRevoked) == [.revoked])
        #expect(try status(.failed, .statusSuspended) == [.suspended])
        #expect(try status(.undetermined, .statusUnavailable) == [.statusUnknown])
        #expect(try status(.notApplicable, .statusNone) == [])
        func old(_ days: Int, final: Bool = false) -> JSONObject {
            ["asOf": .string(SampleBadges.now.adding(seconds: -days * 86_400).description), "final": .bool(final)]
        }
        #expect(try status(.passed, .statusOK, old(30)) == [])
        #expect(try status(.passed, .statusOK, old(31)) == [.statusUnknown])
        #expect(try status(.passed, .statusFinal, old(400, final: true)) == [])
        #expect(try status(.passed, .statusOK) == [.statusUnknown])
    }

    @Test("The rules' own list of issuers counts, and the verifier's word on the key")
    func issuer() throws {
        #expect(try reasons(sound.with { $0.issuer = "did:web:other.example" }) == [.issuerNotTrusted])
        for outcome in [Outcome.undetermined, .failed] {
            let made = sound.with { $0.checks = [CheckResult(.issuer, outcome, .issuerKeyNotPinned)] }
            #expect(try reasons(made) == [.issuerNotTrusted])
        }
    }

    @Test("Days are those of the application, 1.9.2026")
    func days() throws {
        #expect(try reasons(sound.with { $0.validFrom = "2026-09-01T20:59:59Z" }) == [])
        #expect(try reasons(sound.with { $0.validFrom = "2026-09-01T21:00:00Z" }) == [.notYetValid])
        #expect(try reasons(sound.with { $0.validUntil = "2026-08-31T20:59:59Z" }) == [.expired])
        #expect(try reasons(sound.with { $0.validUntil = "2026-09-01T20:59:59Z" }) == [])
        let expired = sound.with { $0.validUntil = "2026-08-31T20:59:59Z" }
        #expect(try reasons(expired, defaults: "{\"acceptExpired\":true}") == [])
        #expect(try reasons(sound.with { $0.awarded = "2016-09-01" }) == [.tooOld])
        #expect(try reasons(sound.with { $0.awarded = "2016-09-02" }) == [])
        #expect(try reasons(sound.with { $0.awarded = "1999-01-01" }, defaults: "{}") == [])
    }

    @Test("The diploma that gave admission is never credited")
    func type() throws {
        #expect(try reasons(sound.with { $0.type = "SecondarySchoolDiploma" }) == [.excludedType])
    }

    @Test("What was credited before, and what stands in another's file")
    func ledgerAndOthers() throws {
        let key = CredentialKey(issuer: Made.issuer, id: sound.id)
        let day = try #require(CalendarDay("2026-03-01"))
        func ledger(
            _ key: CredentialKey, achievement: String? = nil, applicant: String = "bertta",
            institution: String = "did:web:amk.example:org"
        ) -> RecognitionLedger {
            RecognitionLedger([
                .used(
                    LedgerEntry(
                        institution: institution, applicant: applicant, credential: key, achievement: achievement,
                        decision: "urn:uuid:9", consumedOn: day))
            ])
        }
        let other = CredentialKey(issuer: Made.issuer, id: "urn:uuid:2")
        #expect(try reasons(sound, ledger: ledger(key)) == [.alreadyRecognised])
        #expect(try reasons(sound, ledger: ledger(other)) == [])
        // Another version of the same badge, by the same applicant.
        let older = "\(SampleBadges.base)tiimityo/v7"
        #expect(
            try reasons(sound, ledger: ledger(other, achievement: older, applicant: "anna")) == [.alreadyRecognised])
        #expect(try reasons(sound, ledger: ledger(other, achievement: older)) == [])
        #expect(try reasons(sound, ledger: ledger(key, institution: "did:web:yo.example")) == [])
        #expect(
            try reasons(sound.with { $0.replaces = [other.id] }, ledger: ledger(other)) == [.alreadyRecognised])
        #expect(try reasons(sound, shared: [key]) == [.sharedCredential])
    }

    @Test("All reasons are listed, the gravest first")
    func order() throws {
        let made = sound.with {
            $0.checks = [
                CheckResult(.schema, .failed, .schemaInvalid), CheckResult(.status, .failed, .statusRevoked),
                CheckResult(.issuer, .undetermined, .issuerUnknown),
            ]
            $0.binding = .unproven
            $0.validFrom = "2026-10-01T09:00:00Z"
            $0.awarded = "2010-01-01"
            $0.type = "SecondarySchoolDiploma"
        }
        #expect(
            try reasons(made, shared: [CredentialKey(issuer: Made.issuer, id: made.id)]) == [
                .notVerified, .subjectUnproven, .revoked, .issuerNotTrusted, .notYetValid, .tooOld, .excludedType,
                .sharedCredential,
            ])
    }

    @Test("Credentials in two cases of a run are shared, unless their signature fails")
    func shared() {
        let failing = sound.with { $0.checks = [CheckResult(.proof, .failed, .proofMismatch)] }
        let other = Made("urn:uuid:5")
        let key = CredentialKey(issuer: Made.issuer, id: sound.id)
        #expect(
            SubmittedCredential.shared(among: [[sound.submitted, other.submitted], [sound.submitted]]) == [key])
        #expect(SubmittedCredential.shared(among: [[sound.submitted, sound.submitted], [other.submitted]]) == [])
        #expect(SubmittedCredential.shared(among: [[sound.submitted], [failing.submitted]]) == [])
    }

    @Test("Rules that don't hold on the day of application recognise nothing")
    func notInForce() throws {
        let rules = try SampleBadges.rules([("\"validFrom\": \"2026-08-01\"", "\"validFrom\": \"2026-09-02\"")])
        #expect(throws: RecognitionError(.notInForce, "")) { try SampleBadges.evaluate([], rules: rules) }
        let ended = try SampleBadges.rules([
            ("2026-08-01", "2025-08-01"), ("\"validUntil\": \"2027-07-31\"", "\"validUntil\": \"2026-08-31\""),
        ])
        #expect(throws: RecognitionError(.notInForce, "")) { try SampleBadges.evaluate([], rules: ended) }
    }
}
