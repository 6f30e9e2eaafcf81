import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Puts badges on the learner's shelf, through the verifier.
struct PassportAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Put badges of any issuer on your shelf.",
        discussion: """
            JSON, JWT, PNG, SVG, and whole passports, whose badges are taken one by one.
            Every badge is checked first. What isn't valid is turned away, with the
            reason, and the exit status is 1. What can't be checked yet is kept and
            shown as not yet verified: exit status 0. The same badge again changes
            nothing; a newer version takes the old one's place.

            Examples:
              passportctl passport add anna.json --bundle site/
              passportctl passport add badges/ --trust trust.json --lang fi
            """)

    @Argument(help: "Badge files, folders of them, or - for standard input.")
    var files: [String]

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var material: MaterialOptions

    @Option(help: ArgumentHelp("Take only what is this person's: an email, a DID.", valueName: "id"))
    var recipient: String?

    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(recipient, "--recipient")
        let language = try self.language.language(environment, forJSON: output.json)
        let now = Environment.now
        let shelf = try shelfOptions.open(environment)
        let time = try material.time(now: now)
        let verifier = try material.verifier(environment, recipient: recipient, time: time)
        let inputs = try BatchJudge.inputs(files)
        let text = ShelfText(shelf, in: language, at: now)
        var intakes: [ShelfIntake] = []
        try BatchJudge(verifier: verifier, at: time.at).judgeFiles(inputs) { document in
            let found = try shelf.add(document, judgedBy: verifier, at: now.wholeSeconds)
            for intake in found { show(intake, text, in: language) }
            if !output.quiet, !output.json, let warning = text.wrapper(document) { Terminal.warning(warning) }
            intakes += found
        }
        if !output.quiet, !output.json { summarise(intakes, in: language) }
        if intakes.contains(where: \.isRefusal) { throw ExitStatus.invalid }
    }

    private func show(_ intake: ShelfIntake, _ text: ShelfText, in language: ReportLanguage) {
        if output.json {
            Terminal.result(bytes: JSONWriter.compact(.object(intake.json(in: language))) + [0x0A])
            return
        }
        if !output.quiet || intake.isRefusal || intake.outcome == .conflicting { Terminal.result(text.outcome(intake)) }
        if !output.quiet, let hint = text.hint(intake) { Terminal.result("  \(hint)") }
    }

    private func summarise(_ intakes: [ShelfIntake], in language: ReportLanguage) {
        func count(_ outcomes: [ShelfIntake.Outcome]) -> String {
            "\(intakes.count { outcomes.contains($0.outcome) })"
        }
        let values = [
            "new": count([.added, .unverified, .replaced, .conflicting]),
            "same": count([.unchanged, .rechecked, .older]), "refused": "\(intakes.count(where: \.isRefusal))",
        ]
        Terminal.note(ShelfWords.summary.filled(values, in: language))
        if intakes.contains(where: { $0.outcome == .unverified }) {
            Terminal.hint(ShelfWords.someUnverified[language])
        }
    }
}
