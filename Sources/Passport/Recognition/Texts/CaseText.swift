import BadgeDefinitions
import Encodings
package import VerifiableCredentials

/// A case in words: what is given, then why not more, rule by rule and badge by badge, made from the outcome alone.
package struct CaseText {
    package enum Reader: String, Sendable, CaseIterable {
        case applicant, officer
    }

    private let recognitionCase: RecognitionCase
    private let reader: Reader
    private let language: ReportLanguage

    package init(_ recognitionCase: RecognitionCase, for reader: Reader, in language: ReportLanguage) {
        self.recognitionCase = recognitionCase
        self.reader = reader
        self.language = language
    }

    /// All lines; none ends in a line break.
    package var lines: [String] {
        var lines = [headline]
        for outcome in recognitionCase.outcomes {
            lines.append(line(outcome))
            lines += outcome.reasons.map { "  " + sentence($0) }
            lines += outcome.missing.map { "  " + missing($0) }
        }
        for credential in recognitionCase.credentials where !credential.reasons.isEmpty {
            lines.append("\(UTF8Text.shown(credential.name ?? credential.shownID)):")
            // The applicant learns the headline, the officer all of it.
            let told = reader == .officer ? credential.reasons[...] : credential.reasons.prefix(1)
            lines += told.map { "  " + sentence($0) }
        }
        lines += recognitionCase.directAdmission.flatMap(admission)
        if reader == .applicant, let appeal = recognitionCase.rules.appeal {
            lines.append(RecognitionWords.appeal.filled(["days": "\(appeal.days)", "to": appeal.to], in: language))
        }
        return lines
    }

    /// The sum in one sentence.
    package var headline: String {
        RecognitionWords.total.filled(
            ["credits": number(recognitionCase.total), "unit": unit, "applied": day(recognitionCase.applied)],
            in: language)
    }

    /// What a rule came to.
    package func line(_ outcome: RuleOutcome) -> String {
        let text = reader == .applicant ? outcome.kind.applicantText : outcome.kind.officerText
        return text.filled(
            [
                "course": outcome.rule.target.name.text(in: language.rawValue), "code": outcome.rule.target.code,
                "rule": outcome.rule.id, "credits": number(outcome.credits), "potential": number(outcome.potential),
                "hours": number(outcome.hours), "unit": unit,
            ], in: language)
    }

    /// Why, with the values that decided.
    package func sentence(_ statement: ReasonStatement) -> String {
        let text = reader == .applicant ? statement.reason.applicantText : statement.reason.officerText
        return text.filled(statement.values.mapValues(shown), in: language)
    }

    /// What is asked for and isn't there.
    package func missing(_ missing: RuleOutcome.Missing) -> String {
        switch missing {
        case .hours(let min, let have), .credits(let min, let have):
            var isHours = false
            if case .hours = missing { isHours = true }
            return RecognitionWords.short(ofHours: isHours).filled(
                ["need": number(min), "have": number(have), "unit": unit], in: language)
        case .requirement(let requirement):
            return RecognitionWords.missing.filled(
                ["what": RequirementText(language: language).phrase(requirement)], in: language)
        }
    }

    private func admission(_ outcome: AdmissionOutcome) -> [String] {
        let programme = outcome.rule.programme.text(in: language.rawValue)
        let text = outcome.isEligible ? RecognitionWords.eligible : RecognitionWords.notEligible
        return [text.filled(["programme": programme], in: language)] + outcome.missing.map { "  " + missing($0) }
    }

    // MARK: Values

    private var unit: String { RecognitionWords.unit(recognitionCase.rules.creditUnit)[language] }

    private func number(_ value: DecimalHundredths) -> String { RecognitionWords.number(value, in: language) }
    private func day(_ day: CalendarDay) -> String { LocalizedText.day(day.noonZ, in: language) }

    private func shown(_ value: StatedValue) -> String {
        switch value {
        case .number(let value): number(value)
        case .count(let count): "\(count)"
        case .day(let value): day(value)
        case .text(let text): text
        case .evidence(let kind): kind.text[language]
        case .check(let check): check.code.text.filled(check.values, in: language)
        }
    }
}
