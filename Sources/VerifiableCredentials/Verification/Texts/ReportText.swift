import Encodings

/// A report for people: the verdict in one line, then what it is, what was checked and what to do next.
public struct ReportText {
    let report: VerificationReport
    let language: ReportLanguage
    private let voice: ReportVoice?

    /// - Parameter voice: for whom it is written; without one, for anybody who wants to see each check.
    public init(_ report: VerificationReport, in language: ReportLanguage, voice: ReportVoice? = nil) {
        self.report = report
        self.language = language
        self.voice = voice
    }

    /// The verdict in plain words, and whose the badge is or that this was not checked.
    public var headline: String {
        let own = ReportHeadline(report, in: language, voice: voice).text
        let isWrapper =
            !report.inner.isEmpty || report[.badge]?.code == .badgeTranscript
            || report[.badge]?.code == .presentationInside
        return isWrapper ? "\(own) \(summary)" : own
    }

    /// What a presentation or transcript holds, by verdict.
    private var summary: String {
        let counts = report.innerCounts
        guard !counts.isEmpty else { return ReportWords.holdsNone[language] }
        return ReportWords.holds.filled(
            [
                "count": "\(counts.values.reduce(0, +))", "valid": "\(counts[.valid] ?? 0)",
                "undetermined": "\(counts[.undetermined] ?? 0)", "invalid": "\(counts[.invalid] ?? 0)",
            ], in: language)
    }

    /// All lines, without the file's name; none ends in a line break.
    public var lines: [String] {
        var lines = [headline]
        switch voice {
        case nil: lines += describe() + comparedEvidence + refreshLines + checks() + nextSteps
        case .plain: lines += plainLines
        case .exact: lines += exactLines
        }
        lines += endorsementLines(isExact: voice == .exact)
        for (index, inner) in report.inner.enumerated() {
            for (number, line) in ReportText(inner, in: language, voice: voice).lines.enumerated() {
                lines.append(number == 0 ? "  \(index + 1). \(line)" : "   \(line)")
            }
        }
        return lines
    }

    // MARK: Parts that several voices use

    /// What the credential is and who made it, in two lines.
    private func describe() -> [String] {
        guard let credential = report.credential else { return [] }
        if let special = wrapperOrStatement(credential) { return special }
        var parts: [String] = []
        if let name = credential.name { parts.append(name) }
        if let level = credential.level {
            let name = credential.levelName.map { " (\($0))" } ?? ""
            parts.append("\(ReportWords.level[language]) \(level)\(name)")
        }
        if let hours = credential.hours { parts.append("\(number(hours.description)) h") }
        if let credits = credential.credits {
            let basis = credits.basis == "indicative" ? " (\(ReportWords.indicative[language]))" : ""
            parts.append("\(number(credits.value.description)) \(credits.unit)\(basis)")
        }
        var lines: [String] = []
        if !parts.isEmpty { lines.append("  \(ReportWords.badge[language]) \(escaped(parts.joined(separator: ", ")))") }
        return lines + issuerLine(credential)
    }

    /// The holder's name in place of a badge, for a presentation and for what holders state of themselves.
    func wrapperOrStatement(_ credential: CredentialSummary) -> [String]? {
        if credential.isPresentation {
            guard isSigned, let holder = credential.recipient else { return [] }
            let date = credential.validFrom.map { ", \(LocalizedText.day($0, in: language))" } ?? ""
            return ["  \(ReportWords.presentedBy[language]) \(escaped(holder))\(date)"]
        }
        guard report[.issuer]?.code == .issuerHolder else { return nil }
        return credential.subjectName.map { ["  \(ReportWords.statedName[language]) \(escaped($0))"] } ?? []
    }

    /// Until the signature holds, the issuer's name is a word that anybody could have written.
    func issuerLine(_ credential: CredentialSummary, withID: Bool = true) -> [String] {
        guard let issuer = credential.issuer else { return [] }
        guard isSigned else {
            let claimed = withID ? issuer : credential.issuerName ?? issuer
            return ["  \(ReportWords.claimedIssuer[language]) \(escaped(claimed))"]
        }
        let name = credential.issuerName.map { withID ? "\($0) (\(issuer))" : $0 } ?? issuer
        let date = credential.validFrom.map { ", \(LocalizedText.day($0, in: language))" } ?? ""
        return ["  \(ReportWords.issuedBy[language]) \(escaped(name))\(date)"]
    }

    /// Whether the signature fits, whatever the receiver's policy makes of its kind.
    var isSigned: Bool { report[.proof]?.outcome == .passed || report[.proof]?.code == .policySuite }

    /// As of when the receiver's own list says what the answer rests on.
    private func age(of check: CheckResult) -> String {
        guard check.code == .issuerOK || check.code == .issuerHistory else { return "" }
        return ReportWords.entryAsOf.filled(check.values, in: language)
    }

    /// Where what the answer rests on was fetched, or why it wasn't.
    private func origin(of check: CheckResult) -> String {
        guard check.values["fetchedFrom"] != nil || check.values["fetch"] != nil else { return "" }
        return ReportWords.origin.filled(check.values, in: language)
    }

    /// One line for each check that was made, and one for what is exactly wrong.
    func checks(withCodes: Bool = false) -> [String] {
        var lines: [String] = []
        func add(_ check: CheckResult, mark: String) {
            let code = withCodes ? " (\(check.code.rawValue))" : ""
            lines.append(
                "  \(mark) \(check.code.text.filled(check.values, in: language))\(age(of: check))\(origin(of: check))\(code)"
            )
            if let detail = problem(of: check) { lines.append("       \(detail)") }
            lines += check.remarks.map { "       \($0.text[language])\(withCodes ? " (\($0.rawValue))" : "")" }
            for note in check.notes {
                let code = withCodes ? " (\(note.code.rawValue))" : ""
                lines.append("       \(note.code.text.filled(note.values, in: language))\(code)")
                if let problem = note.problem {
                    lines.append("       \(ReportWords.exactly[language]) \(escaped(problem))")
                }
            }
        }
        for check in report.checks where check.outcome != .notApplicable && check.code != .proofRequired {
            add(check, mark: Self.mark(check.outcome))
        }
        for check in report.checks where check.code == .statusNone { add(check, mark: "[–] ") }
        return lines
    }

    /// What makers of such files need to know, in their English, and what a policy turned down.
    private func problem(of check: CheckResult) -> String? {
        guard check.outcome == .failed || check.outcome == .undetermined else { return nil }
        if let was = check.detail["was"]?.stringValue.flatMap(VerificationCode.init(rawValue:)),
            check.code == .policyCheckRequired
        {
            return was.text.filled(check.values, in: language)
        }
        return check.problem.map { "\(ReportWords.exactly[language]) \(escaped($0))" }
    }

    var nextSteps: [String] {
        var hints: [String] = []
        for check in report.checks where check.outcome == .failed || check.outcome == .undetermined {
            for code in [check.code] + check.notes.map(\.code) {
                if let hint = code.hint?[language], !hints.contains(hint) { hints.append(hint) }
            }
        }
        // What somebody says of a badge is nobody's.
        let isOwned = report[.badge]?.code != .endorsementAlone
        if report.verdict == .valid, isOwned, report[.recipient]?.code == .recipientNotAsked,
            let hint = VerificationCode.recipientNotAsked.hint?[language]
        {
            hints.append(hint)
        }
        return hints.map { "  \(ReportWords.next[language]) \($0)" }
    }

    /// A number as it is written in the reader's language.
    func number(_ text: String) -> String { language == .en ? text : text.replacing(".", with: ",") }

    func escaped(_ text: String) -> String { UTF8Text.shown(text) }

    private static func mark(_ outcome: Outcome) -> String {
        switch outcome {
        case .passed: "[ok]"
        case .failed: "[no]"
        case .undetermined: "[?] "
        case .notApplicable: "[–] "
        }
    }
}
