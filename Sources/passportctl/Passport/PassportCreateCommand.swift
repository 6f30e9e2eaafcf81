import ArgumentParser
import Encodings
import Passport

/// Makes a learner's shelf with a key of its own.
struct PassportCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a shelf with a key of your own.",
        discussion: """
            Prints the key's DID: schools can make badges out to it, and you can prove
            later that they are yours. The passphrase protects the key; without the
            passphrase the key can't sign any more, and nobody can bring it back.

            Example: passportctl passport create --shelf anna.shelf
            """)

    @Flag(help: "Leave the key unencrypted.")
    var noPassphrase = false

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        guard !(noPassphrase && passphrase.passphraseFile != nil) else {
            throw UsageError(
                .value, "--no-passphrase and --passphrase-file don't go together.", hint: "Use one of them.")
        }
        let path = try shelfOptions.path(environment)
        // Before anybody is asked for a passphrase.
        try Shelf.checkPlace(path)
        let chosen = noPassphrase ? nil : try passphrase.chosen(environment)
        let shelf = try Shelf.create(at: path, passphrase: chosen, now: Environment.now.wholeSeconds)
        if output.json {
            let object: JSONObject = [
                "format": "passport.shelf/1", "did": .string(shelf.did), "shelf": .string(path),
                "encrypted": .bool(chosen != nil),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(shelf.did)
        guard !output.quiet else { return }
        Terminal.note("Your shelf is \(InputFile.name(path)); only you can read it.")
        if chosen == nil {
            Terminal.warning("The key isn't encrypted: whoever can read the file can sign as you.")
        }
        Terminal.hint("`passportctl passport backup -o FILE` makes a copy to keep elsewhere.")
    }
}
