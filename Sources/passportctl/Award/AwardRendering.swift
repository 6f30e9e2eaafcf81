import BadgeIssuer
import Encodings
import OpenBadges
import Passport

/// Tells what became of each award, and hands over a single badge.
struct AwardRendering {
    let report: AwardReport
    let destination: AwardDestination
    let answer: OutputOptions
    let desk: AwardDesk
    /// What the badge is baked into.
    let picture: BadgePicture?
    /// What `--json` prints, when the award is part of something larger.
    var jsonLines: [JSONObject]?

    func render(isClass: Bool) throws {
        if answer.json {
            for line in jsonLines ?? report.jsonLines {
                Terminal.result(bytes: JSONWriter.compact(.object(line)) + [0x0A])
            }
        }
        if isClass { try renderClass() } else { try renderSingle() }
        if !answer.quiet, !answer.json { hintAtMilestones() }
        if report.hasRefusals || report.rows.contains(where: { $0.outcome == .revokedBefore }) && !isClass {
            throw ExitStatus.badInput
        }
    }

    /// What was just given may have been the last that a pathway asked for.
    private func hintAtMilestones() {
        let persons = Set(report.rows.filter { $0.outcome == .awarded }.compactMap(\.personID))
        guard !persons.isEmpty,
            // A pathway that can't be read is told of by `pathway check`; the badge is given.
            let due = try? PathwayChecker(options: []).dueCount(of: persons, in: desk.register, at: Environment.now),
            due > 0
        else { return }
        Terminal.hint(
            due == 1
                ? "A milestone is due now: `passportctl pathway check --award` gives it."
                : "\(due) milestones are due now: `passportctl pathway check --award` gives them.")
    }

    // MARK: One award

    private func renderSingle() throws {
        for finding in report.findings { tell(finding) }
        guard let row = report.rows.first else { return }
        for finding in row.findings { tell(finding) }
        switch row.outcome {
        case .refused: return
        case .ready:
            if !answer.quiet, !report.hasRefusals { Terminal.note(row.message) }
        case .revokedBefore:
            Terminal.error("\(row.message) (\(row.code))")
        case .awarded, .alreadyHad:
            guard let id = row.credentialID else { return }
            try handOver(id)
            if !answer.quiet {
                if row.outcome == .alreadyHad { Terminal.note("\(row.message) (\(row.code))") }
                if let file = row.file { Terminal.note("Written to \"\(file)\".") }
                if row.isNewPerson, let number = row.passportNumber {
                    Terminal.note("The learner's passport number is \(number); give it to the learner.")
                }
            }
        }
    }

    /// The id goes to standard output, unless the badge itself does.
    private func handOver(_ id: String) throws {
        let bytes = try desk.badgeFile(id, in: picture)
        if destination.isStandardOutput {
            Terminal.result(bytes: bytes ?? [])
            Terminal.note(id)
            return
        }
        if let file = destination.file, let bytes {
            let isWritten = try put(bytes, into: file)
            if !answer.quiet {
                let name = UTF8Text.escapedForTerminal(file)
                Terminal.note(isWritten ? "Written to \"\(name)\"." : "\"\(name)\" holds it already.")
            }
        }
        if !answer.json { Terminal.result(id) }
    }

    /// - Returns: whether it was written; not when the file holds it already.
    private func put(_ bytes: [UInt8], into file: String) throws -> Bool {
        do {
            try destination.checkTaken(by: bytes)
            if destination.isTaken { return false }
            try OutputFile.write(bytes, to: file, mode: 0o600)
            return true
        } catch let error as ReceiverError {
            throw ReceiverError(
                error.code, error.message,
                hint: error.code == .noSpace
                    ? error.hint : "The badge is recorded; run the same command with another -o to get its file.",
                cause: error.cause)
        }
    }

    // MARK: A class

    private func renderClass() throws {
        // Before anything is said: who reads may have had enough and close the pipe.
        let path = destination.folder.map { "\($0)/\(report.slug)-report.csv" }
        let written = Result { if !report.isDryRun { try path.map(writeReport) } }
        for finding in report.findings { tell(finding) }
        if !answer.json {
            for row in report.rows where !answer.quiet || row.outcome == .refused {
                Terminal.result(line(row))
            }
        }
        try written.get()
        if let path, !report.isDryRun, !answer.quiet {
            let name = UTF8Text.escapedForTerminal(path)
            Terminal.note("The report is in \"\(name)\"; it holds names, so keep it to yourself.")
        }
        if !answer.quiet { Terminal.note(summary) }
        if report.hasRefusals, !report.isDryRun, report.count(.awarded) == 0, report.count(.ready) > 0 {
            Terminal.hint(
                "Nothing was awarded. Mend the refused rows and run it again, or award the others with --skip-invalid.")
        }
    }

    private func writeReport(to path: String) throws {
        if let folder = destination.folder, InputFile.kind(of: folder) == .missing { try OutputFile.makeFolder(folder) }
        try OutputFile.write(report.csv, to: path, mode: 0o600)
    }

    private func line(_ row: AwardReport.Row) -> String {
        let parts = [
            row.row.map { "row \($0):" }, row.outcome.rawValue, row.name, row.passportNumber?.description, row.file,
        ].compactMap(\.self).map { UTF8Text.escapedForTerminal($0) }
        let needsWords =
            row.outcome != .awarded && row.outcome != .ready || !row.findings.isEmpty || row.isKnownByNumber
        let words = needsWords ? " – \(UTF8Text.escapedForTerminal(row.message)) (\(row.code))" : ""
        return parts.joined(separator: "  ") + words
    }

    private var summary: String {
        let counts = AwardReport.Outcome.allCases.compactMap { outcome in
            let count = report.count(outcome)
            return count == 0 ? nil : "\(count) \(outcome.rawValue)"
        }
        let empty = desk.emptyRows == 0 ? "" : ", \(desk.emptyRows) empty skipped"
        return "\(report.isDryRun ? "Dry run: " : "")\(counts.joined(separator: ", "))\(empty)."
    }

    private func tell(_ finding: AwardFinding) {
        let code = " (\(finding.code.rawValue))"
        let sentence = finding.message + (finding.hint == nil ? code : "")
        switch finding.severity {
        case .refusal: Terminal.error(sentence)
        default: Terminal.warning(sentence)
        }
        if let hint = finding.hint { Terminal.hint(hint + code) }
    }
}
