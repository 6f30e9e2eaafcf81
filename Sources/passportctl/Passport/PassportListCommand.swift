import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Shows what is on the learner's shelf.
struct PassportListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show what is on your shelf.",
        discussion: """
            Number, name, level, day, and what the last check said, with its day. With
            --check everything is checked again by what you name, and what was found is
            kept.

            Examples:
              passportctl passport list
              passportctl passport list --check --bundle site/ --trust trust.json
            """)

    @Flag(help: "Check everything again first.")
    var check = false

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var material: MaterialFileOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        let language = try self.language.language(environment, forJSON: output.json)
        let now = Environment.now
        let desk = ShelfDesk(shelf: try shelfOptions.open(environment, readOnly: !check), language: language, now: now)
        let items = check ? try desk.check(by: material, environment, isQuiet: output.quiet) : try desk.shelf.items()
        if output.json {
            for item in items {
                Terminal.result(
                    bytes: JSONWriter.compact(.object(item.json(on: desk.shelf, in: language, at: now))) + [0x0A])
            }
            return
        }
        for line in ShelfText(desk.shelf, in: language, at: now).list(items, isShort: output.quiet) {
            Terminal.result(line)
        }
        guard !output.quiet else { return }
        Terminal.note(
            (items.isEmpty ? ShelfWords.emptyShelf : ShelfWords.shelf).filled(
                ["did": desk.shelf.did, "count": "\(items.count)"], in: language))
    }
}
