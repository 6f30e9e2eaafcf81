import Encodings
package import VerifiableCredentials

/// An answer for people: yes, no or not known; which rule decides, and what helps.
package struct DoctorText {
    private let answer: DoctorAnswer
    private let language: ReportLanguage

    package init(_ answer: DoctorAnswer, in language: ReportLanguage) {
        self.answer = answer
        self.language = language
    }

    package var headline: String {
        let text =
            switch answer.verdict {
            case .yes: DoctorWords.yes
            case .no: DoctorWords.no
            case .unknown: answer.hasFacts ? DoctorWords.unknown : DoctorWords.noFacts
            }
        return text.filled(["receiver": answer.target.name[language]], in: language)
    }

    /// All lines; none ends in a line break.
    package var lines: [String] {
        var lines = [headline]
        for finding in answer.refusing { lines += self.lines(of: finding, sign: "[no]") }
        let parts: [(LocalizedText, [DoctorAnswer.Finding], String)] = [
            (DoctorWords.undecided, answer.verdict == .no ? [] : answer.undecided, "[?] "),
            (DoctorWords.warnings, answer.warnings, "[!] "), (DoctorWords.outside, answer.outside, "[–] "),
        ]
        for (title, findings, sign) in parts where !findings.isEmpty {
            lines.append("  \(title[language])")
            for finding in findings { lines += self.lines(of: finding, sign: sign) }
        }
        if let date = answer.asOf, let days = answer.ageDays {
            lines.append(
                "  "
                    + DoctorWords.facts.filled(
                        ["count": "\(answer.held)", "date": date.description, "days": "\(days)"],
                        in: language))
        }
        return lines
    }

    private func lines(of finding: DoctorAnswer.Finding, sign: String) -> [String] {
        let rule = finding.rule
        var lines = ["  \(sign) \(rule.statement[language])"]
        if let found = finding.found.told(in: language) {
            let shown = String(found.prefix(Self.maxFound))
            lines.append("       \(DoctorWords.found.filled(["found": shown], in: language))")
        }
        lines.append(
            "       "
                + DoctorWords.source.filled(
                    [
                        "rule": rule.id, "source": rule.source.text, "place": rule.place,
                        "date": rule.source.date.description,
                    ], in: language))
        if finding.isBroken, let wayOut = rule.wayOut {
            lines.append("       \(DoctorWords.wayOut.filled(["text": wayOut.text[language]], in: language))")
        }
        return lines
    }

    /// Enough to know a value again.
    private static let maxFound = 300
}

extension ReceiverTarget {
    /// One line on what is known of it.
    package func line(in language: ReportLanguage) -> String {
        let dates = rules.map(\.source.date).sorted()
        let facts = DoctorWords.list.filled(
            [
                "rules": "\(rules.count)", "first": dates.first?.description ?? "–",
                "last": dates.last?.description ?? "–",
            ], in: language)
        return "\(rawValue.padding(to: 11))\(name[language]): \(facts)"
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
