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
            """)

    @Argument(help: "Files, folders of files, or - for standard input.")
    var files: [String]

    @OptionGroup var material: MaterialOptions

    @Option(help: ArgumentHelp("Whose it should be: an email, a passport number, a DID.", valueName: "id"))
    var recipient: String?

    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(recipient, "--recipient")
        let language = try self.language.language(environment)
        let now = Environment.now
        let time = try material.time(now: now)
        let verifier = try material.verifier(environment, recipient: recipient, time: time)
        let inputs = try BatchJudge.inputs(files)
        var counts: [Verdict: Int] = [:]
        var isFirst = true
        BatchJudge(verifier: verifier, at: time.at).judge(inputs) { report in
            counts[report.worst, default: 0] += 1
            if output.json {
                Terminal.result(
                    bytes: JSONWriter.compact(report.json(in: self.language.lang == nil ? .en : language)) + [0x0A])
                return
            }
            let text = ReportText(report, in: language)
            let name = UTF8Text.escapedForTerminal(report.source)
            if output.quiet {
                Terminal.result("\(name): \(text.headline)")
            } else {
                if !isFirst { Terminal.result("") }
                Terminal.result("\(name): \(text.lines[0])")
                for line in text.lines.dropFirst() { Terminal.result(line) }
            }
            isFirst = false
        }
        if inputs.count > 1, !output.quiet, !output.json {
            Terminal.note(
                Self.summary.filled(
                    [
                        "count": "\(inputs.count)", "valid": "\(counts[.valid] ?? 0)",
                        "undetermined": "\(counts[.undetermined] ?? 0)", "invalid": "\(counts[.invalid] ?? 0)",
                    ], in: language))
        }
        if counts[.invalid] != nil { throw ExitStatus.invalid }
        if counts[.undetermined] != nil { throw ExitStatus.undetermined }
    }

    private static let summary = LocalizedText(
        en: "{count} files: {valid} genuine, {undetermined} undecided, {invalid} not valid.",
        fi: "{count} tiedostoa: {valid} aitoa, {undetermined} ratkaisematta, {invalid} ei kelpaa.",
        sv: "{count} filer: {valid} äkta, {undetermined} oavgjorda, {invalid} inte giltiga.")
}
