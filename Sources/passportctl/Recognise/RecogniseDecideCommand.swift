import ArgumentParser
import BadgeIssuer
import Cryptography
import Encodings
import Glibc
import Passport
import VerifiableCredentials

/// Decides a case, and hands the decision to the learner as a signed credential.
struct RecogniseDecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Confirm or amend a case, and sign the decision.",
        discussion: """
            The decision is signed with the workspace's key, kept in its register and
            entered into the ledger; prints its id. Each --amend has its --reason, in
            this order; R3=0 refuses. Nobody may decide their own case.

            A decided case is challenged by --appeal and then decided anew, which takes
            the first decision back; --overturn takes it back at once, and what it used
            is free again.

            Example: passportctl recognise decide case-17.json --ledger ledger.jsonl \\
                       --confirm --by staff-7 -o decision.json
                     passportctl recognise decide case-17.json --ledger ledger.jsonl \\
                       --amend R3=2.5 --reason "Shown in an interview." --by staff-7
            """)

    @Argument(help: ArgumentHelp("The file of the case.", valueName: "case"))
    var file: String

    @Option(help: ArgumentHelp("The institution's ledger; made when there is none.", valueName: "file"))
    var ledger: String?

    @Flag(help: "Decide as the rules propose.")
    var confirm = false

    @Option(help: ArgumentHelp("What a rule gives instead.", valueName: "rule=credits"))
    var amend: [String] = []

    @Option(help: ArgumentHelp("Why, for the applicant to read; one for each --amend.", valueName: "text"))
    var reason: [String] = []

    @Flag(help: "Note that the decision is challenged.")
    var appeal = false

    @Flag(help: "Take the decision back.")
    var overturn = false

    @Flag(help: "End the case: the time to appeal is over.")
    var close = false

    @Option(help: ArgumentHelp("A reference to the officer; no name (default: the account).", valueName: "reference"))
    var by: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The decision's file; - for standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file that is there.")
    var force = false

    @OptionGroup var clock: ClockOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        let amendments = try checkUsage()
        var dossier = try CaseFolder.read(file)
        let officer = try by ?? Self.account()
        try dossier.checkRight(of: officer)
        if close {
            try dossier.close()
        } else if appeal {
            try dossier.appeal()
        } else {
            let desk = try DecisionDesk(
                workspace: try workspaceOptions.find(environment), ledger: ledger ?? "",
                rules: dossier.recognitionCase.rules)
            if isDeciding {
                try decide(&dossier, amendments, officer, desk, environment)
                return
            }
            try desk.overturn(&dossier, who: officer, at: Environment.now, writing: file)
        }
        try CaseFolder.write(dossier, to: file)
        tell(dossier)
    }

    private var isDeciding: Bool { confirm || !amend.isEmpty }

    // MARK: Options

    /// - Returns: the amendments, each with its reason
    private func checkUsage() throws -> [RecognitionAmendment] {
        for (value, option) in [(ledger, "--ledger"), (by, "--by"), (output, "--output")] {
            try UsageError.refuseEmpty(value, option)
        }
        let steps = [isDeciding || overturn, appeal, close].count { $0 }
        guard steps == 1 else {
            throw UsageError(
                steps == 0 ? .missing : .value,
                steps == 0 ? "What is decided isn't said." : "A case takes one step at a time.",
                hint: "Use --confirm, or --amend RULE=CREDITS with --reason; or --appeal, --overturn or --close.")
        }
        guard !(isDeciding || overturn) || ledger != nil else {
            throw UsageError(
                .missing, "The ledger isn't named, and without it work could be credited twice.",
                hint: "Name it with --ledger FILE; the first decision makes it.")
        }
        guard isDeciding || output == nil else {
            throw UsageError(.value, "Only a decision has a file of its own.", hint: "Leave -o out.")
        }
        guard reason.count == amend.count || reason.count == 1 && !amend.isEmpty else {
            throw UsageError(
                amend.count > reason.count ? .missing : .value,
                "There are \(amend.count) amendments and \(reason.count) reasons.",
                hint: "Give each --amend its --reason: the applicant will read it.")
        }
        guard !reason.contains(where: IdentityCode.occurs) else {
            throw UsageError(
                .value, "A reason has what looks like a Finnish personal identity code.",
                hint: "Take it out; it is never needed here, and it is neither kept nor shown.")
        }
        return try amend.enumerated().map { index, text in
            try RecognitionAmendment(text, reason: reason[reason.count == 1 ? 0 : index])
        }
    }

    /// Who runs the program, as the machine knows them.
    private static func account() throws -> String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            throw UsageError(.missing, "Who decides isn't said.", hint: "Give a staff reference with --by.")
        }
        return String(cString: name)
    }

    // MARK: Deciding

    private func decide(
        _ dossier: inout CaseDossier, _ amendments: [RecognitionAmendment], _ officer: String, _ desk: DecisionDesk,
        _ environment: [String: String]
    ) throws {
        let language =
            try self.language.lang.map { _ in try self.language.language(environment) }
            ?? ReportLanguage(rawValue: desk.workspace.settings.mainLanguage) ?? .en
        if !overturn, let (decision, bytes) = try desk.repeated(dossier, amendments, in: language) {
            try handOver(bytes, decision, dossier, to: try destination(decision.id, holding: bytes), isNew: false)
            return
        }
        try dossier.checkStep(to: overturn && dossier.state == .decided ? .appealed : .decided)
        let path = try destination(dossier.nextDecisionID, holding: nil)
        let keys = try passphrase.unlock(environment) {
            try IssuerKeys.load(desk.workspace, passphrase: $0, for: [.dataIntegrity, .checkpoint])
        }
        let (decision, bytes) = try desk.decide(
            &dossier, amendments, by: officer, keys: keys, at: Environment.now, in: language,
            trustsClock: clock.trustClock, writing: file)
        try handOver(bytes, decision, dossier, to: path, isNew: true)
    }

    /// Where the decision goes; nothing for standard output.
    ///
    /// - Parameter bytes: what the file may hold already.
    private func destination(_ id: String, holding bytes: [UInt8]?) throws -> String? {
        if output == "-" { return nil }
        let own = "decision-\(id.dropFirst("urn:uuid:".count).prefix(8)).json"
        var path = output ?? own
        if InputFile.kind(of: path) == .folder { path = "\(path)/\(own)" }
        if let bytes, (try? InputFile.read(path, limit: bytes.count)) == bytes { return path }
        try RecognitionDesk(isQuiet: true).checkFree(path, force: force)
        return path
    }

    private func handOver(
        _ bytes: [UInt8], _ decision: RecognitionDecision, _ dossier: CaseDossier, to path: String?, isNew: Bool
    ) throws {
        if let path {
            do throws(ReceiverError) {
                try OutputFile.write(bytes, to: path, mode: 0o600)
            } catch {
                throw ReceiverError(
                    error.code, error.message,
                    hint: "The decision is recorded; run the same command with another -o to get its file.",
                    cause: error.cause)
            }
        } else {
            Terminal.result(bytes: bytes)
        }
        if answer.json, path != nil {
            Terminal.result(bytes: JSONWriter.compact(.object(decision.record(dossier.grounds))) + [0x0A])
        } else if path == nil {
            Terminal.note(decision.id)
        } else {
            Terminal.result(decision.id)
        }
        guard !answer.quiet, let path else { return }
        if !isNew { Terminal.note("The case was decided so on \(decision.decidedOn); nothing was changed.") }
        Terminal.note(
            "Written to \(InputFile.name(path)). Others can check it after the next `passportctl publish`.")
    }

    private func tell(_ dossier: CaseDossier) {
        if answer.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
                        "format": "passport.recognition-state/1", "case": .string(dossier.recognitionCase.id),
                        "state": .string(dossier.state.rawValue),
                    ])) + [0x0A])
        } else {
            Terminal.result("\(UTF8Text.escapedForTerminal(dossier.recognitionCase.id))  \(dossier.state.rawValue)")
        }
    }
}
