import ArgumentParser
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Judges files offline and says what was checked, by what, as of when.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check badges, offline.",
        discussion: """
            Three answers only: genuine, undecided (and why), not valid (and why). Exit status 0, 2 or 1.

            Examples:
              passportctl verify anna.json --bundle site/ --recipient anna@example.org
              passportctl verify inbox/ --trust trust.json --bundle site/ --json
              passportctl verify anna.json --policy employer --lang fi
              passportctl verify --explain status.stale
            """)

    @Argument(help: "Files, folders of files, or - for standard input.")
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file that names the files to check, one a line; - for standard input.", valueName: "file"))
    var filesFrom: String?

    @OptionGroup var material: MaterialOptions

    @Option(help: ArgumentHelp("Whose it should be: an email, a passport number, a DID.", valueName: "id"))
    var recipient: String?

    @Option(
        help: ArgumentHelp(
            "A folder with the files that badges name as evidence; their digests are compared.", valueName: "folder"))
    var evidence: String?

    @OptionGroup var policy: PolicyOptions

    @Option(help: ArgumentHelp("Say what a code or a check of the report means, and what to do.", valueName: "code"))
    var explain: String?

    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(recipient, "--recipient")
        let language = try self.language.language(environment)
        if let explain {
            return try CodeAnswer(explain).print(in: self.language.language(environment, forJSON: output.json), output)
        }
        if policy.showPolicy { return Terminal.result(bytes: try policy.text()) }
        try UsageError.refuseEmpty(filesFrom, "--files-from")
        let names = try files + (filesFrom.map(FileList.read) ?? [])
        guard !names.isEmpty else {
            throw UsageError(
                .missing, "There is nothing to check.",
                hint: "Name the badge's file, a folder, or - for standard input; --files-from takes a list of files.")
        }
        let messageLanguage = try self.language.language(environment, forJSON: output.json)
        let receiver = try policy.chosen()
        let time = try material.time(now: Environment.now)
        let alone = try material.verifier(
            environment, recipient: recipient, receiver: receiver, evidence: evidenceFiles(), time: time)
        let inputs = try BatchJudge.inputs(names)
        let verifier = alone.considering(endorsements: endorsements(among: inputs))
        let progress = ProgressBar(total: inputs.count, isShown: inputs.count > 1 && !output.quiet)
        var tally = ReportTally()
        BatchJudge(verifier: verifier, at: time.at).judge(inputs) { report in
            progress.finish()
            print(report, isFirst: tally.count == 0, in: language, for: receiver)
            tally.add(report)
            progress.show(tally.count)
        }
        progress.finish()
        if inputs.count > 1, !output.quiet { Terminal.note(tally.line(in: messageLanguage)) }
        if tally[.invalid] > 0 { throw ExitStatus.invalid }
        if tally[.undetermined] > 0 { throw ExitStatus.undetermined }
    }

    private func evidenceFiles() throws -> EvidenceFiles? {
        try UsageError.refuseEmpty(evidence, "--evidence")
        guard let evidence else { return nil }
        let folder = try EvidenceFolder(evidence)
        for name in folder.leftOut.prefix(Self.maxWarnings) {
            Terminal.warning("\(InputFile.name(name)) in the evidence folder wasn't read: it is no plain file.")
        }
        return folder.files
    }

    /// Nobody reads more warnings of one kind than that.
    private static let maxWarnings = 10

    private func endorsements(among inputs: [BatchJudge.Input]) -> [(bytes: [UInt8], source: String)] {
        let found = EndorsementFiles(among: inputs)
        if found.isTooMuch {
            Terminal.warning(
                "The endorsements among these files are too large to be shown with the badges; each is checked alone.")
        }
        return found.files
    }

    private func print(
        _ report: VerificationReport, isFirst: Bool, in language: ReportLanguage, for receiver: ReceiverPolicy?
    ) {
        if output.json {
            var json = report.json(in: self.language.lang == nil ? .en : language).objectValue ?? [:]
            json["policy"] = receiver.map { .string($0.name) }
            return Terminal.result(bytes: JSONWriter.compact(.object(json)) + [0x0A])
        }
        let text = ReportText(report, in: language, voice: receiver?.voice)
        let name = UTF8Text.escapedForTerminal(report.source)
        if output.quiet { return Terminal.result("\(name): \(text.headline)") }
        let lines = text.lines
        if !isFirst { Terminal.result("") }
        Terminal.result("\(name): \(lines[0])")
        for line in lines.dropFirst() { Terminal.result(line) }
    }
}
