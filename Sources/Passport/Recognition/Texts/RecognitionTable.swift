import Encodings
package import VerifiableCredentials

/// All cases of a run as one table, those that an officer has to look at first.
package struct RecognitionTable {
    private let cases: [RecognitionCase]
    private let language: ReportLanguage

    /// - Parameter cases: in the order in which they are worked on.
    package init(_ cases: [RecognitionCase], in language: ReportLanguage) {
        self.cases = cases
        self.language = language
    }

    /// For a spreadsheet: UTF-8 with a byte order mark, semicolons. It names applicants, and is written with 0600.
    package var csv: [UInt8] {
        var text = "\u{FEFF}" + CSVLine.text(TableWords.columns.map { $0[language] })
        for one in cases { text += CSVLine.text(cells(one)) }
        return Array(text.utf8)
    }

    /// For a terminal: one line a case.
    package var lines: [String] {
        let rows = cases.map { one in
            [turn(one), one.id, one.applicant, credits(one), outcomes(one), remarks(one)]
        }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let padded = zip(row, widths).map { cell, width in
                UTF8Text.escapedForTerminal(cell) + String(repeating: " ", count: max(0, width - cell.count))
            }
            let rest = row[4...].filter { !$0.isEmpty }.map { UTF8Text.escapedForTerminal($0) }
            return (padded + rest).joined(separator: "  ")
        }
    }

    /// How many wait for whom.
    package var summary: String {
        TableWords.summary.filled(
            [
                "count": "\(cases.count)", "officer": "\(cases.count(where: \.needsOfficer))",
                "evidence": "\(cases.count { !$0.needsOfficer && $0.needsEvidence })",
                "ready": "\(cases.count { !$0.needsOfficer && !$0.needsEvidence })",
            ], in: language)
    }

    // MARK: Cells

    private func cells(_ one: RecognitionCase) -> [String] {
        [
            turn(one), one.id, one.applicant, one.applied.description,
            RecognitionWords.number(one.total, in: language), RecognitionWords.unit(one.rules.creditUnit)[language],
            outcomes(one), reasons(one), admissions(one), remarks(one),
        ]
    }

    /// Whose turn it is.
    private func turn(_ one: RecognitionCase) -> String {
        let words =
            one.needsOfficer ? TableWords.officer : one.needsEvidence ? TableWords.evidence : TableWords.ready
        return words[language]
    }

    private func credits(_ one: RecognitionCase) -> String {
        "\(RecognitionWords.number(one.total, in: language)) \(RecognitionWords.unit(one.rules.creditUnit)[language])"
    }

    private func outcomes(_ one: RecognitionCase) -> String {
        one.outcomes.map { outcome in
            let credits = outcome.kind.gives ? " \(RecognitionWords.number(outcome.credits, in: language))" : ""
            return "\(outcome.rule.id) \(outcome.kind.rawValue)\(credits)"
        }.joined(separator: ", ")
    }

    /// The rules' reasons, then how many badges have which.
    private func reasons(_ one: RecognitionCase) -> String {
        let ofRules = one.outcomes.filter { !$0.reasons.isEmpty }.map { outcome in
            "\(outcome.rule.id): \(outcome.reasons.map(\.reason.rawValue).joined(separator: " "))"
        }
        let ofBadges = RecognitionReason.allCases.compactMap { reason in
            let count = one.credentials.count { $0.headline == reason }
            return count == 0 ? nil : "\(count) × \(reason.rawValue)"
        }
        return (ofRules + ofBadges).joined(separator: ", ")
    }

    private func admissions(_ one: RecognitionCase) -> String {
        one.directAdmission.filter(\.isEligible).map(\.rule.id).joined(separator: ", ")
    }

    /// What is odd about what was handed in.
    private func remarks(_ one: RecognitionCase) -> String { one.remarks(in: language).joined(separator: " ") }
}

extension RecognitionCase {
    /// What an officer should know before reading on, each a sentence.
    package func remarks(in language: ReportLanguage) -> [String] {
        var remarks = alerts.map { $0.text(in: language) }
        if unreadable > 0 { remarks.append(TableWords.unreadable.filled(["count": "\(unreadable)"], in: language)) }
        if foreign > 0 { remarks.append(TableWords.foreign.filled(["count": "\(foreign)"], in: language)) }
        return remarks
    }
}

extension CaseAlert {
    package func text(in language: ReportLanguage) -> String {
        switch self {
        case .repeatedApplicant(let cases):
            TableWords.repeated.filled(["cases": cases.joined(separator: ", ")], in: language)
        case .notListed: TableWords.notListed[language]
        case .fileMissing: TableWords.fileMissing[language]
        case .tooManyFiles(let limit): TableWords.tooManyFiles.filled(["limit": "\(limit)"], in: language)
        }
    }
}
