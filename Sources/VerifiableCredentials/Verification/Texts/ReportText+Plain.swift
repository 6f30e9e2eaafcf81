import Encodings

/// The plain voice: three answers, and what an employer asks next. No words of the trade, nothing that passed.
extension ReportText {
    var plainLines: [String] {
        guard let credential = report.credential else { return furtherReasons + nextSteps }
        if let special = wrapperOrStatement(credential) { return special + furtherReasons + nextSteps }
        // What nobody has signed isn't worth telling.
        let what = isSigned ? whatItIs(credential) : []
        return furtherReasons + what + issuerLine(credential, withID: false) + withdrawals + nextSteps
    }

    /// What else speaks against it, beside what the first line says.
    private var furtherReasons: [String] {
        let outcome: Outcome = report.verdict == .invalid ? .failed : .undetermined
        let first = report[.status]?.code == .statusRevoked ? report[.status] : report.decisive(outcome)
        let others = report.checks.filter { $0.outcome == outcome && $0.code != first?.code }.map(\.code)
        let noted = report.checks.filter { $0.outcome == outcome }.flatMap(\.notes).map(\.code)
        return (others + noted).compactMap { $0 == .proofRequired ? nil : $0.reason }
            .map { "  \(ReportWords.also[language]) \($0[language])." }
    }

    private func whatItIs(_ credential: CredentialSummary) -> [String] {
        var lines: [String] = []
        func add(_ label: LocalizedText, _ text: String?) {
            if let text, !text.isEmpty { lines.append("  \(label[language]) \(escaped(text))") }
        }
        add(ReportWords.badge, credential.name)
        add(
            ReportWords.levelLine,
            credential.level.map { level in credential.levelName.map { "\(level), \($0)" } ?? "\(level)" })
        var done: [String] = []
        if let hours = credential.hours {
            done.append(ReportWords.hoursOfWork.filled(["hours": number(hours.description)], in: language))
        }
        if let credits = credential.credits {
            let basis = credits.basis == "indicative" ? " (\(ReportWords.indicative[language]))" : ""
            done.append("\(number(credits.value.description)) \(credits.unit)\(basis)")
        }
        done += [credential.narrative].compactMap(\.self)
        add(ReportWords.done, done.joined(separator: "; "))
        let shown = credential.evidence.compactMap { item in
            item.name.map { name in item.standing.map { "\(name) (\(words($0)))" } ?? name }
        }
        add(ReportWords.shownBy, shown.joined(separator: "; "))
        return lines
    }

    /// Up to when withdrawals are known, or that there is no way to know.
    private var withdrawals: [String] {
        guard let status = report[.status], status.outcome != .failed else { return [] }
        if status.code == .statusNone { return ["  \(status.code.text[language])"] }
        guard status.outcome == .passed, let asOf = status.values["asOf"] else { return [] }
        return ["  \(ReportWords.knownUpTo.filled(["asOf": asOf], in: language))"]
    }
}
