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
    private let decisions: [CaseDossier.Decided]
    private let language: ReportLanguage

    package init(_ recognitionCase: RecognitionCase, for reader: Reader, in language: ReportLanguage) {
        self.init(recognitionCase, [], for: reader, in: language)
    }

    /// With what was decided on it.
    package init(_ dossier: CaseDossier, for reader: Reader, in language: ReportLanguage) {
        self.init(dossier.recognitionCase, dossier.decisions, for: reader, in: language)
    }

    private init(
        _ recognitionCase: RecognitionCase, _ decisions: [CaseDossier.Decided], for reader: Reader,
        in language: ReportLanguage
    ) {
        self.recognitionCase = recognitionCase
        self.reader = reader
        self.decisions = decisions
        self.language = language
    }

    /// All lines; none ends in a line break.
    package var lines: [String] {
        var lines = [headline] + decisions.filter { $0.overturned != nil }.map(decided)
        if reader == .officer { lines += recognitionCase.remarks(in: language) }
        for outcome in recognitionCase.outcomes {
            lines.append(line(outcome))
            if let amendment = amendment(of: outcome) {
                lines.append("  " + RecognitionWords.amended.filled(["reason": amendment.reason], in: language))
                // What the rules said has been decided otherwise; the officer sees it all the same.
                if reader == .applicant { continue }
            }
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

    /// The sum in one sentence: what was decided, else what is proposed.
    package var headline: String {
        if let standing { return decided(standing) }
        return RecognitionWords.total.filled(
            ["credits": number(recognitionCase.total), "unit": unit, "applied": day(recognitionCase.applied)],
            in: language)
    }

    private var standing: CaseDossier.Decided? { decisions.last { $0.overturned == nil } }

    private func amendment(of outcome: RuleOutcome) -> RecognitionAmendment? {
        standing?.amendments.first { $0.rule.hasSameBytes(as: outcome.rule.id) }
    }

    private func decided(_ decision: CaseDossier.Decided) -> String {
        let words = decision.overturned == nil ? RecognitionWords.decided : RecognitionWords.overturned
        var values = [
            "date": day(CalendarDay(of: decision.on)), "credits": number(decision.total), "unit": unit,
        ]
        values["overturned"] = decision.overturned.map { day(CalendarDay(of: $0)) }
        if reader == .officer { values["officer"] = decision.officer }
        return words.filled(values, in: language)
    }

    /// What a rule came to.
    package func line(_ outcome: RuleOutcome) -> String {
        let amendment = amendment(of: outcome)
        let credits = amendment?.credits ?? outcome.credits
        // What was proposed is given once it was decided.
        let kind: RuleOutcome.Kind =
            amendment != nil
            ? credits > .zero ? .granted : .notMet
            : standing != nil && outcome.kind == .proposed ? .granted : outcome.kind
        let text = reader == .applicant ? kind.applicantText : kind.officerText
        return text.filled(
            [
                "course": outcome.rule.target.name.text(in: language.rawValue), "code": outcome.rule.target.code,
                "rule": outcome.rule.id, "credits": number(credits), "potential": number(outcome.potential),
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
                ["what": RequirementText(language: language, names: recognitionCase.names).phrase(requirement)],
                in: language)
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
