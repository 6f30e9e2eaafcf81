import BadgeIssuer
import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// The cases by which a rule file is understood, with real badges of the sample set through the real verifier.
@Suite("Recognition of real badges")
struct RecognitionTableTests {
    private typealias Award = SampleBadges.Award

    private let r1 = ["pelisaannot", "tyoturvallisuus", "tiimityo"]
    private let r2 = ["yrittajamainen-asenne", "liiketoimintamalli", "talous-ja-hinnoittelu"]
    private let others = ["monialainen-projekti", "digityovalineet", "vahvuudet", "urasuunnitelma"]

    private func evaluate(_ slugs: [String], rules: RecognitionRules? = nil) throws -> RecognitionCase {
        try SampleBadges.evaluate(try SampleBadges.submitted(slugs.map(Award.init)), rules: rules)
    }

    @Test("T1: three badges at level are proposed for the officer")
    func t1() throws {
        let result = try evaluate(r2)
        #expect(result.brief("R2") == "R2 proposed 5.00")
        #expect(result.used("R2") == r2.sorted { $0 < $1 })
        #expect(result.total == DecimalHundredths("5"))
        #expect(result.needsOfficer)
        #expect(result.credentials.allSatisfy { $0.reasons.isEmpty })
    }

    @Test("T2: a level too low leaves the badges to the electives, as far as their limit goes")
    func t2() throws {
        var awards = r2.map(Award.init)
        awards[2].levels = [1, 2, 3]
        awards[2].level = 1
        let result = try SampleBadges.evaluate(try SampleBadges.submitted(awards))
        #expect(result.brief("R2") == "R2 not-met 0.00 LEVEL_TOO_LOW")
        #expect(
            result.outcome("R2")?.missing == [
                .requirement(.leaf(RecognitionLeaf(.badge("talous-ja-hinnoittelu"), minLevel: 2)))
            ])
        #expect(result.brief("R3") == "R3 granted 3.00")
        #expect(result.outcome("R3")?.hours == DecimalHundredths("81"))
        let left = result.credentials.filter { $0.rule == nil }
        #expect(left.map { $0.reasons.map(\.reason) } == [[.capGroup]])
        #expect(left.map(\.hours) == [DecimalHundredths("54")])
    }

    @Test("T3: ten years are counted to the day", arguments: [("2016-09-01", true), ("2016-09-02", false)])
    func t3(_ day: String, _ isTooOld: Bool) throws {
        var award = Award("pelisaannot")
        award.awarded = day
        let result = try SampleBadges.evaluate(try SampleBadges.submitted([award]))
        #expect(result.reasons("pelisaannot") == (isTooOld ? [.tooOld] : []))
        #expect(result.brief("R3") == (isTooOld ? "R3 not-met 0.00 TOO_OLD" : "R3 granted 0.50"))
    }

    @Test("T4: what the first rule has used is not there for the electives")
    func t4() throws {
        let result = try evaluate(r1)
        #expect(result.brief("R1") == "R1 granted 2.00")
        #expect(result.outcome("R1")?.hours == DecimalHundredths("55"))
        #expect(result.brief("R3") == "R3 not-met 0.00 ALREADY_USED")
        #expect(result.total == DecimalHundredths("2"))
        #expect(!result.needsOfficer)
    }

    @Test("T5: electives beyond their limit are granted in part")
    func t5() throws {
        let result = try evaluate(r1 + r2 + others)
        #expect(result.brief("R1") == "R1 granted 2.00")
        #expect(result.brief("R2") == "R2 proposed 5.00")
        #expect(result.brief("R3") == "R3 granted-partial 3.00 CAP_GROUP")
        #expect(result.outcome("R3")?.hours == DecimalHundredths("136"))
        #expect(result.total == DecimalHundredths("10"))
    }

    @Test("T6: the limit on all credits leaves badges over, which stay free")
    func t6() throws {
        let result = try evaluate(
            r1 + r2 + others, rules: try SampleBadges.rules([("\"total\": 10", "\"total\": 8")]))
        #expect(result.brief("R3") == "R3 granted 1.00")
        #expect(result.used("R3") == ["urasuunnitelma", "vahvuudet"])
        #expect(result.total == DecimalHundredths("8"))
        for slug in ["monialainen-projekti", "digityovalineet"] { #expect(result.reasons(slug) == [.capTotal]) }
    }

    @Test("T7: two badges of 14 hours make one credit")
    func t7() throws {
        let result = try evaluate(["vahvuudet", "urasuunnitelma"])
        #expect(result.brief("R3") == "R3 granted 1.00")
        #expect(result.total == DecimalHundredths("1"))
    }

    @Test(
        "T8: hours are never rounded up", arguments: [("14", "R3 granted 0.50"), ("13", "R3 not-met 0.00 HOURS_SHORT")])
    func t8(_ hours: String, _ expected: String) throws {
        var award = Award("vahvuudet")
        award.hours = hours
        let result = try SampleBadges.evaluate(try SampleBadges.submitted([award]))
        #expect(result.brief("R3") == expected)
    }

    @Test("T9: a milestone adds nothing to its members", arguments: [true, false])
    func t9(_ listsMembers: Bool) throws {
        let slugs =
            r1 + ["vahvuudet", "asiakaskohtaaminen", "yrittajamainen-asenne", "alueen-tyoelama", "digityovalineet"]
        let members = slugs.map(Award.init)
        var milestone = Award("koonti-tyoelamapassi")
        milestone.evidence = listsMembers ? members.map { AwardEvidence(kind: .award, source: .credential($0.id)) } : []
        let without = try evaluate(slugs)
        let result = try SampleBadges.evaluate(try SampleBadges.submitted(members + [milestone]))
        #expect(result.reasons("koonti-tyoelamapassi") == [.partOfCounted])
        #expect(result.total == without.total)
        #expect(result.outcomes.map(\.credits) == without.outcomes.map(\.credits))
    }

    @Test("T10: without documents the badges wait for evidence, reserved")
    func t10() throws {
        let awards = r1.map { slug in
            var award = Award(slug)
            award.evidence = []
            return award
        }
        let result = try SampleBadges.evaluate(try SampleBadges.submitted(awards))
        #expect(result.brief("R1") == "R1 needs-evidence 0.00 EVIDENCE_TOO_WEAK")
        #expect(result.used("R1") == r1.sorted { $0 < $1 })
        #expect(result.brief("R3") == "R3 not-met 0.00 ALREADY_USED")
        #expect(result.total == .zero)
        #expect(result.needsEvidence)
    }

    @Test("T11: a status list of 45 days sends every rule to the officer")
    func t11() throws {
        let verifier = try SampleBadges.verifier(listAge: 45)
        let awards = (r1 + r2 + others).map(Award.init)
        let result = try SampleBadges.evaluate(try SampleBadges.submitted(awards, verifier: verifier))
        #expect(result.credentials.allSatisfy { $0.reasons.map(\.reason) == [.statusUnknown] })
        #expect(result.outcomes.allSatisfy { $0.kind == .officerReview })
        #expect(result.total == .zero)
    }

    @Test("T12: a second application with the same file gives nothing")
    func t12() throws {
        let first = try evaluate(r1)
        let decision = try RecognitionDecision(
            id: "urn:uuid:1", case: first, rules: first.rules, ledger: RecognitionLedger(), officer: "opintosihteeri",
            at: SampleBadges.now, language: "fi")
        let ledger = RecognitionLedger(decision.ledgerLines)
        let second = try SampleBadges.evaluate(try SampleBadges.submitted(r1.map(Award.init)), ledger: ledger)
        #expect(second.credentials.map { $0.reasons.map(\.reason) } == Array(repeating: [.alreadyRecognised], count: 3))
        #expect(second.outcomes.allSatisfy { $0.kind == .notMet })
        #expect(second.total == .zero)
    }

    @Test("A revoked badge, another person's and a changed one give nothing, each for its own reason")
    func refused() throws {
        let revoked = try SampleBadges.submitted(
            [Award("vahvuudet")], verifier: try SampleBadges.verifier(revoked: [7]))
        #expect(try SampleBadges.evaluate(revoked).reasons("vahvuudet") == [.revoked])
        let foreign = try SampleBadges.submitted([Award("vahvuudet")], applicant: ["bertta@example.org"])
        #expect(try SampleBadges.evaluate(foreign).reasons("vahvuudet") == [.subjectMismatch])
        let unasked = try SampleBadges.submitted([Award("vahvuudet")], applicant: ["opiskelija 17"])
        let open = try SampleBadges.evaluate(unasked)
        #expect(open.reasons("vahvuudet") == [.subjectUnproven])
        #expect(open.brief("R3") == "R3 officer-review 0.00 SUBJECT_UNPROVEN")
        let text = String(decoding: try SampleBadges.bytes(Award("vahvuudet")), as: UTF8.self)
        let changed = SubmittedCredential(
            judging: Array(text.replacing("#L1", with: "#L2").utf8), source: "x.json", applicant: [SampleBadges.anna],
            verifier: try SampleBadges.verifier(), at: SampleBadges.now)
        #expect(try SampleBadges.evaluate([changed]).credentials[0].reasons.map(\.reason) == [.notVerified])
    }

    @Test("One of several identifiers that fits is enough")
    func identifiers() throws {
        let submitted = try SampleBadges.submitted(
            [Award("vahvuudet")], applicant: ["anna.new@example.org", "7k2m 9qxt 41vb 8"])
        #expect(try SampleBadges.evaluate(submitted).reasons("vahvuudet") == [])
    }

    @Test("A file that is no badge is one line of the case")
    func noBadge() throws {
        let verifier = try SampleBadges.verifier()
        let broken = ["{", "", "hello", "{\"a\": 1}"].enumerated().map { index, text in
            SubmittedCredential(
                judging: Array(text.utf8), source: "\(index).json", applicant: [SampleBadges.anna], verifier: verifier,
                at: SampleBadges.now)
        }
        let good = try SampleBadges.submitted([Award("vahvuudet")])
        let result = try SampleBadges.evaluate(broken + good)
        #expect(result.brief("R3") == "R3 granted 0.50")
        #expect(result.credentials.count == 5)
        #expect(result.credentials.filter { $0.headline == .notVerified }.map(\.source) == (0..<4).map { "\($0).json" })
    }

    @Test("The milestone of a pathway and enough credits open a study place; without them the parts are named")
    func admission() throws {
        let pathway = ["esiintyminen", "ongelmanratkaisu", "mentoroitava"]
        var milestone = Award("koonti-yrittajyyspassi")
        milestone.evidence = (r2 + pathway).map { AwardEvidence(kind: .award, source: .credential(Award($0).id)) }
        let members = (r2 + pathway).map(Award.init)
        let result = try SampleBadges.evaluate(try SampleBadges.submitted(members + [milestone]))
        #expect(result.directAdmission.map(\.isEligible) == [true])
        #expect(result.reasons("koonti-yrittajyyspassi") == [.partOfCounted])
        let poor = try evaluate(["vahvuudet"])
        #expect(
            poor.directAdmission[0].missing == [
                .requirement(.leaf(RecognitionLeaf(.pathway("yrittajyyspassi")))),
                .credits(min: DecimalHundredths(hundredths: 5_00), have: DecimalHundredths(hundredths: 50)),
            ])
    }
}
