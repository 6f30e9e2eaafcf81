import ArgumentParser
import BadgeIssuer
import Encodings
import Passport
import VerifiableCredentials

/// Evaluates applications: one, or a folder of them.
struct RecogniseEvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Propose credits for one applicant or for a folder of them.",
        discussion: """
            With --applicant all files are one person's. With --applicants a table says
            whose they are: a folder's files are one applicant each, and a folder in it
            is one applicant with several files. The table's columns are file, case and
            identifiers (tiedosto, asia, tunnisteet; fil, ärende, identifierare).

            Nothing is decided here. Cases that an officer must look at come first.

            Examples:
              passportctl recognise anna/ --rules rules.json \\
                --applicant anna@example.org --applied 2026-09-01
              passportctl recognise inbox/ --rules rules.json --applicants list.csv \\
                --ledger ledger.jsonl --cases cases/ --table table.csv
            """)

    @Argument(help: "Files, or a folder; - for standard input.")
    var files: [String]

    @Option(help: ArgumentHelp("The institution's rule file.", valueName: "file"))
    var rules: String

    @Option(help: ArgumentHelp("What the applicant goes by: emails, passport numbers, DIDs.", valueName: "id"))
    var applicant: [String] = []

    @Option(name: .customLong("case"), help: ArgumentHelp("The one applicant's case.", valueName: "id"))
    var caseID: String?

    @Option(help: ArgumentHelp("A table that says whose each file is.", valueName: "file"))
    var applicants: String?

    @Option(help: ArgumentHelp("The day of application (default: today).", valueName: "day"))
    var applied: String?

    @Option(help: ArgumentHelp("The institution's ledger of what was credited before.", valueName: "file"))
    var ledger: String?

    @Option(help: ArgumentHelp("A folder for the cases, to be decided.", valueName: "folder"))
    var cases: String?

    @Option(help: ArgumentHelp("Write all cases as a table for a spreadsheet.", valueName: "file"))
    var table: String?

    @Option(help: ArgumentHelp("A folder of badge definitions and pathways.", valueName: "folder"))
    var definitions: [String] = []

    @Flag(help: "Replace the table that is there.")
    var force = false

    @OptionGroup var material: MaterialOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let (files, identifiers) = try named()
        let language = try self.language.language(environment, forJSON: output.json)
        let desk = RecognitionDesk(isQuiet: output.quiet)
        let rules = try desk.rules(self.rules)
        let time = try material.time(now: Environment.now)
        let applied = try self.applied.map { try Self.day($0) } ?? CalendarDay(of: time.at)
        // Before any work: nothing can come of an application that the rules aren't made for.
        try rules.checkInForce(on: applied)
        let folder = try cases.map { try CaseFolder($0) }
        try table.map { try desk.checkFree($0, force: force) }
        let intake = ApplicantIntake(CaseNames(rules, applied: applied))
        let applicants =
            if let list = self.applicants {
                try intake.many(
                    files, list: try desk.applicants(list), except: [list, self.rules] + [ledger].compactMap(\.self))
            } else {
                try intake.one(files, identifiers: identifiers, caseID: caseID)
            }
        let workspace = try material.files.trustOptions.workspaceOptions.findIfAny(environment)
        let found = try material.gather(environment)
        let verifier = try material.recognitionVerifier(found, rules: rules, time: time)
        let run = RecognitionRun(
            rules: rules,
            catalogue: try desk.catalogue(definitions, workspace: workspace, base: rules.badgeBase),
            ledger: try ledger.map { try desk.ledger($0) } ?? RecognitionLedger(), applied: applied,
            verifier: verifier, at: time.at, trustListUpdated: found.trust?.updated)
        let dossiers = try run.evaluate(applicants) { try folder?.dossier(of: $0) }
        try keep(dossiers, in: folder, desk)
        let evaluated = dossiers.map(\.recognitionCase)
        if let table { try OutputFile.write(RecognitionTable(evaluated, in: language).csv, to: table, mode: 0o600) }
        render(evaluated, language)
    }

    // MARK: Options

    /// The files, and what the one applicant goes by. After `--applicant` several may follow one another.
    private func named() throws -> (files: [String], identifiers: [String]) {
        guard applicant.isEmpty != (applicants == nil) else {
            throw UsageError(
                applicant.isEmpty ? .missing : .value,
                applicant.isEmpty
                    ? "Whose files these are isn't said." : "--applicant and --applicants don't go together.",
                hint: "Use --applicant ID for one person, or --applicants FILE for a folder of applications.")
        }
        for id in applicant { try UsageError.refuseEmpty(id, "--applicant") }
        for (value, option) in [
            (rules, "--rules"), (caseID, "--case"), (applicants, "--applicants"), (ledger, "--ledger"),
            (cases, "--cases"), (table, "--table"),
        ] { try UsageError.refuseEmpty(value, option) }
        guard caseID == nil || applicants == nil else {
            throw UsageError(.value, "--case is for one applicant.", hint: "The table of applicants names their cases.")
        }
        guard !applicant.contains(where: IdentityCode.occurs) else {
            throw UsageError(
                .value, "--applicant looks like a Finnish personal identity code.",
                hint: "Name the person by an address, a passport number or a DID; identity codes are never needed.")
        }
        guard !applicant.isEmpty else { return (files, []) }
        let more = files.filter { InputFile.kind(of: $0) == .missing && Self.isIdentifier($0) }
        return (files.filter { !more.contains($0) }, applicant + more)
    }

    private static func isIdentifier(_ text: String) -> Bool {
        text.hasPrefix("did:") || text.contains("@") && !text.contains("/") || PassportNumber(text) != nil
    }

    private static func day(_ text: String) throws(UsageError) -> CalendarDay {
        guard let day = try? CalendarDay(any: text) else {
            throw UsageError(
                .value, "--applied \"\(text)\" is no day.", hint: "Write --applied 2026-09-01 or --applied 1.9.2026.")
        }
        return day
    }

    // MARK: The answer

    /// What was decided before stays as it was decided.
    private func keep(_ dossiers: [CaseDossier], in folder: CaseFolder?, _ desk: RecognitionDesk) throws {
        guard let folder else { return }
        var kept = 0
        for dossier in dossiers {
            let before = try folder.dossier(of: dossier.recognitionCase.id)
            if before.map({ !$0.state.isOpen }) ?? false { kept += 1 }
            try folder.write(before?.evaluatedAnew(dossier) ?? dossier)
        }
        guard kept > 0, !output.quiet else { return }
        Terminal.note(
            "\(kept == 1 ? "1 case was decided before, and its file stays" : "\(kept) cases were decided before, and their files stay") as they are."
        )
    }

    private func render(_ cases: [RecognitionCase], _ language: ReportLanguage) {
        if output.json {
            for one in cases { Terminal.result(bytes: JSONWriter.compact(one.json) + [0x0A]) }
            return
        }
        let table = RecognitionTable(cases, in: language)
        if applicants == nil, let one = cases.first {
            let text = CaseText(one, for: .officer, in: language)
            for line in output.quiet ? [text.headline] : text.lines { Terminal.result(line) }
        } else {
            for line in table.lines { Terminal.result(line) }
            if !output.quiet { Terminal.note(table.summary) }
        }
    }
}
