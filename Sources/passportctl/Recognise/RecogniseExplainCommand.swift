import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Says why a case came out as it did, in plain words.
struct RecogniseExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say in plain words why a case came out so.",
        discussion: """
            To the applicant it speaks of badges and what would help, to an officer of
            rules and the numbers that decided. The case's file has all that it needs.

            Example: passportctl recognise explain cases/case-17.json --lang fi
                     passportctl recognise explain cases/case-17.json --for officer
            """)

    @Argument(help: ArgumentHelp("The file of the case.", valueName: "case"))
    var file: String

    @Option(name: .customLong("for"), help: ArgumentHelp("Who asks: applicant or officer.", valueName: "reader"))
    var reader = "applicant"

    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let language = try self.language.language(Environment.current, forJSON: output.json)
        guard let reader = CaseText.Reader(rawValue: self.reader.lowercased()) else {
            throw UsageError(
                .value, "--for \"\(self.reader)\" is nobody who asks.", hint: "Use --for applicant or --for officer.")
        }
        let dossier = try CaseFolder.read(file)
        let text = CaseText(dossier, for: reader, in: language)
        let lines = output.quiet ? [text.headline] : text.lines
        if output.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
                        "format": "passport.recognition-text/1", "case": .string(dossier.recognitionCase.id),
                        "state": .string(dossier.state.rawValue), "for": .string(reader.rawValue),
                        "language": .string(language.rawValue), "lines": .array(lines.map { .string($0) }),
                    ])) + [0x0A])
            return
        }
        for line in lines { Terminal.result(line) }
    }
}
