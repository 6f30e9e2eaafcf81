import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Shows what the learner handed to whom.
struct PassportSharesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shares",
        abstract: "Show what you handed to whom.",
        discussion: """
            Every `passport export` is noted here, on your shelf and nowhere else, with
            what it was for.

            Example: passportctl passport shares
            """)

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let language = try self.language.language(environment, forJSON: output.json)
        let shelf = try shelfOptions.open(environment, readOnly: true)
        let shares = try shelf.shares()
        if output.json {
            for share in shares { Terminal.result(bytes: JSONWriter.compact(.object(share.json)) + [0x0A]) }
            return
        }
        let names = Dictionary(try shelf.items().map { ($0.id, $0.name) }) { first, _ in first }
        for share in shares {
            for line in ShareText(share, names: names, in: language).lines(isShort: output.quiet) {
                Terminal.result(line)
            }
        }
        if shares.isEmpty, !output.quiet { Terminal.note(ShelfWords.noShares[language]) }
    }
}
