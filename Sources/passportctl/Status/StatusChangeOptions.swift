import ArgumentParser
import BadgeIssuer
import Encodings
import Passport

/// Which badges are meant, and how a change of theirs is recorded; the same for revoke, suspend and reinstate.
struct StatusChangeOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Badges: urn:uuid:…, or the first 8 digits of the id or more.", valueName: "id"))
    var ids: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file with one id a line, or a class's report; - for standard input.", valueName: "file"))
    var from: String?

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @Flag(help: "Check and change nothing.")
    var dryRun = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    /// Does it and says so.
    func run(_ change: StatusChange, reason: String?) throws {
        let changer = StatusChanger(change, reason: try Self.reason(reason, for: change), who: by)
        try UsageError.refuseEmpty(by, "--by")
        try UsageError.refuseEmpty(from, "--from")
        guard !ids.isEmpty || from != nil else {
            throw UsageError(
                .missing, "Which badges to \(change.rawValue) isn't said.",
                hint: "Name their ids, or a file with them by --from FILE.")
        }
        let references = try ids.map { try AwardReference($0) } + (from.map(Self.references) ?? [])
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: dryRun)
        let report = try changer.apply(to: references, in: register, isDryRun: dryRun, at: Environment.now)
        try render(report)
    }

    private static func reason(_ text: String?, for change: StatusChange) throws(UsageError) -> StatusReason {
        guard let text else { return change.reasons[0] }
        guard let reason = StatusReason(rawValue: text.lowercased()), change.reasons.contains(reason) else {
            // What was typed isn't repeated: it may be about somebody.
            throw UsageError(
                .value, "The reason given with --reason is none of those to \(change.rawValue) for.",
                hint: "Use one of \(change.reasons.map(\.rawValue).joined(separator: ", ")).")
        }
        return reason
    }

    private static func references(in path: String) throws -> [AwardReference] {
        let limit = AwardReferenceList.maxBytes
        return path == "-"
            ? try AwardReferenceList.read(try InputFile.readStandardInput(limit: limit), name: "Standard input")
            : try AwardReferenceList.read(
                try InputFile.read(path, limit: limit), name: "\"\(UTF8Text.escapedForTerminal(path))\"")
    }

    // MARK: The answer

    private func render(_ report: StatusChangeReport) throws {
        if answer.json {
            for line in report.jsonLines { Terminal.result(bytes: JSONWriter.compact(.object(line)) + [0x0A]) }
        }
        for row in report.rows {
            if let refusal = row.refusal {
                Terminal.report(refusal)
            } else if !answer.json, !report.hasRefusals, let award = row.award {
                let state = row.outcome == .changed ? report.change.goal : award.state
                Terminal.result("\(award.id)  \(award.slug) v\(award.version)  \(state.rawValue)")
            }
        }
        guard !report.hasRefusals else {
            if report.rows.count > 1 { Terminal.note("Nothing was changed: all are changed together or none.") }
            throw ExitStatus.badInput
        }
        guard !answer.quiet else { return }
        if report.reviews > 0 {
            let completions = report.reviews == 1 ? "1 completed pathway" : "\(report.reviews) completed pathways"
            Terminal.note("\(completions) rested on that; `passportctl pathway check` shows what is to be reviewed.")
        }
        let count = "\(report.rows.count) \(report.rows.count == 1 ? "badge" : "badges")"
        if report.isDryRun {
            Terminal.note("Dry run: \(count) could be \(report.change.pastTense), and nothing was changed.")
        } else {
            Terminal.note(
                "\(count) \(report.change.pastTense). Others see it only after the next `passportctl publish`, "
                    + "when the new status list is on your site.")
        }
    }
}

extension StatusChange {
    fileprivate var pastTense: String {
        switch self {
        case .revoke: "revoked"
        case .suspend: "suspended"
        case .reinstate: "reinstated"
        }
    }
}
