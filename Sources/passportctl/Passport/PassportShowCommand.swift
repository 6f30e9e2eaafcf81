import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Shows one thing on the learner's shelf.
struct PassportShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a badge on your shelf says, and what its last check said.",
        discussion: """
            With --json also the badge itself, as it was signed.

            Example: passportctl passport show 3
            """)

    @Argument(help: "Its number, its id, or the first eight characters of the id.")
    var items: [String]

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let language = try self.language.language(environment, forJSON: output.json)
        let shelf = try shelfOptions.open(environment, readOnly: true)
        let all = try shelf.items()
        let chosen = try items.map { try all.item($0) }
        let text = ShelfText(shelf, in: language, at: Environment.now)
        for (index, item) in chosen.enumerated() {
            if output.json {
                var object = item.json(on: shelf, in: language, at: Environment.now)
                object["report"] = item.report.json(in: language)
                object["credential"] =
                    item.isJWS ? .string(String(decoding: item.bytes, as: UTF8.self)) : .object(item.json)
                Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
                continue
            }
            if index > 0 { Terminal.result("") }
            let lines = text.details(item)
            for line in output.quiet ? Array(lines.prefix(1)) : lines { Terminal.result(line) }
        }
    }
}
