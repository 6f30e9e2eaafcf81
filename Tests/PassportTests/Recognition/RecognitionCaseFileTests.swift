import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// A case between evaluation and decision.
@Suite("The file of a case")
struct RecognitionCaseFileTests {
    private func sample() throws -> RecognitionCase {
        var short = SampleBadges.Award("vahvuudet")
        short.hours = "13"
        var old = SampleBadges.Award("palaute")
        old.awarded = "2010-01-01"
        let slugs = ["pelisaannot", "tyoturvallisuus", "tiimityo"].map(SampleBadges.Award.init)
        let broken = SubmittedCredential(
            judging: Array("{".utf8), source: "x.json", applicant: [], verifier: try SampleBadges.verifier(),
            at: SampleBadges.now)
        return try SampleBadges.evaluate(try SampleBadges.submitted(slugs + [short, old]) + [broken])
    }

    @Test("brings back all that was found, word for word, and can be decided")
    func roundTrip() throws {
        let result = try sample()
        let bytes = JSONWriter.pretty(.object(RecognitionCaseFile.json(of: result)))
        let back = try RecognitionCaseFile.read(bytes)
        #expect(back.json == result.json)
        #expect(back.rules == result.rules)
        #expect(JSONWriter.pretty(.object(RecognitionCaseFile.json(of: back))) == bytes)
        for reader in CaseText.Reader.allCases {
            #expect(CaseText(back, for: reader, in: .fi).lines == CaseText(result, for: reader, in: .fi).lines)
        }
        let decision = try RecognitionDecision(
            id: "urn:uuid:1", case: back, rules: result.rules, ledger: RecognitionLedger(), officer: "x",
            at: SampleBadges.now, language: "fi")
        #expect(decision.ledgerLines.count == 3)
    }

    @Test("keeps what direct admission asks for, credits among other ways")
    func admission() throws {
        let admission =
            "[{\"id\":\"A1\",\"programme\":{\"fi\":\"Tradenomi\"},\"requires\":{\"anyOf\":[{\"credits\":{\"min\":7.5}},"
            + "{\"atLeast\":{\"n\":2,\"of\":[{\"pathway\":\"polku\"},{\"category\":\"*\",\"evidence\":\"link\"}]}}]}}]"
        let result = try MadeRules.evaluate([MadeRules.rule("R1", "{\"badge\":\"aa\"}")], [], admission: admission)
        let back = try RecognitionCaseFile.read(JSONWriter.compact(.object(RecognitionCaseFile.json(of: result))))
        #expect(back.directAdmission == result.directAdmission)
        #expect(back.outcomes.map(\.missing) == result.outcomes.map(\.missing))
    }

    @Test("is refused when a part of it doesn't fit the others")
    func broken() throws {
        let sound = RecognitionCaseFile.json(of: try sample())
        func code(_ path: String, _ value: JSONValue?) -> RecognitionError.Code? {
            let changed = TestBadge.replacing(path, in: sound, by: value)
            do { _ = try RecognitionCaseFile.read(JSONWriter.compact(.object(changed))) } catch { return error.code }
            return nil
        }
        #expect(code("case", "urn:uuid:other") == nil)
        let changes: [(String, JSONValue?)] = [
            ("format", "passport.recognition-case/2"), ("applied", "2026-13-01"), ("ruleFile", "{}"),
            ("credentials", nil), ("credentials.0.level", "2"), ("credentials.0.hours", "x"),
            ("credentials.0.reasons", [["reason": "NO_SUCH", "values": [:]]]), ("outcomes.0.rule", "R9"),
            ("outcomes.0.outcome", "perhaps"), ("outcomes.0.credentials", [99]), ("outcomes.0", nil),
            ("directAdmission.0.missing", [["badges": "aa"]]),
        ]
        for (path, value) in changes { #expect(code(path, value) == .caseFile, "\(path)") }
        #expect(throws: RecognitionError(.caseFile, "")) { try RecognitionCaseFile.read(Array("[".utf8)) }
    }
}
