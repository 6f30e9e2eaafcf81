import ArgumentParser
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Tells before a file is sent whether its receiver will take it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tell whether a receiver will take a file, and which rule decides.",
        discussion: """
            The rules were read from what receivers publish; each is told with its source
            and date. What isn't known is told as that. Exit status 0 for yes, 1 for no,
            2 when it can't be said. Nothing is sent anywhere.

            Examples:
              passportctl doctor anna.json --target 1edtech
              passportctl doctor anna.json --target all --bundle site/ --lang fi
              passportctl doctor --list
            """)

    @Argument(help: "The file to send: JSON, JWT, PNG, SVG or a page; - for standard input.")
    var file: String?

    @Option(
        help: ArgumentHelp(
            "The receiver: \(ReceiverTarget.allCases.map(\.rawValue).joined(separator: ", ")), or all.",
            valueName: "name"))
    var target: [String] = []

    @Flag(help: "List the receivers that something is known of.")
    var list = false

    @OptionGroup var material: MaterialOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let language = try self.language.language(environment, forJSON: output.json)
        if list { return printList(in: language) }
        let targets = try chosenTargets()
        guard let file else {
            throw UsageError(
                .missing, "There is no file to look at.",
                hint: "Name the file that you want to send, or - for standard input.")
        }
        try UsageError.refuseEmpty(file, "The name of the file")
        let time = try material.time(now: Environment.now)
        let known = try material.files.gather(environment)
        let limit = OpenedFile.maxBytes
        let bytes =
            file == "-" ? try InputFile.readStandardInput(limit: limit) : try InputFile.read(file, limit: limit)
        let policy = try material.policy()
        let facts = try FileFacts.read(bytes, named: file, by: known, at: time.at) { known in
            Verifier(material: known, policy: policy, profile: OpenBadgeProfile(), time: time)
        }
        let answers = targets.map { Doctor(facts).examine(for: $0) }
        for (place, answer) in answers.enumerated() { print(answer, of: file, isFirst: place == 0, in: language) }
        if answers.contains(where: { $0.verdict == .no }) { throw ExitStatus.invalid }
        if answers.contains(where: { $0.verdict == .unknown }) { throw ExitStatus.undetermined }
    }

    private func print(_ answer: DoctorAnswer, of file: String, isFirst: Bool, in language: ReportLanguage) {
        if output.json {
            return Terminal.result(
                bytes: JSONWriter.compact(.object(answer.json(source: file, in: language))) + [0x0A])
        }
        let text = DoctorText(answer, in: language)
        let name = UTF8Text.escapedForTerminal(file)
        if output.quiet { return Terminal.result("\(name): \(text.headline)") }
        if !isFirst { Terminal.result("") }
        Terminal.result("\(name): \(text.lines[0])")
        for line in text.lines.dropFirst() { Terminal.result(line) }
    }

    private func printList(in language: ReportLanguage) {
        for target in ReceiverTarget.allCases {
            guard output.json else {
                Terminal.result(target.line(in: language))
                continue
            }
            Terminal.result(bytes: JSONWriter.compact(.object(target.json(in: language))) + [0x0A])
        }
    }

    /// The receivers asked about, each once, in the table's order.
    private func chosenTargets() throws(UsageError) -> [ReceiverTarget] {
        let names = ReceiverTarget.allCases.map(\.rawValue).joined(separator: ", ")
        guard !target.isEmpty else {
            throw UsageError(
                .missing, "It isn't said who is to receive the file.",
                hint: "Add --target with one of \(names), or all.")
        }
        if let other = target.first(where: { $0 != "all" && ReceiverTarget(rawValue: $0) == nil }) {
            throw UsageError(
                .value, "Nothing is known of a receiver \"\(other)\".",
                hint: "Known are \(names); ask others what they take.")
        }
        return ReceiverTarget.allCases.filter { target.contains("all") || target.contains($0.rawValue) }
    }
}
