import ArgumentParser
import Encodings
import Passport

/// Makes a shelf of a backup.
struct PassportRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a shelf of a backup, whole or not at all.",
        discussion: """
            A shelf that is there already stays as it is: name another file with --shelf.
            What was withdrawn since the backup was made shows when it is checked again.

            Example: passportctl passport restore shelf.backup --shelf anna.shelf
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var backup: String

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(backup, "The backup")
        let path = try shelfOptions.path(environment)
        try Shelf.checkPlace(path)
        let did = try ShelfBackup.restore(backup, to: path, passphrase: try passphrase.ofBackup(environment))
        let count = try Shelf.open(at: path, readOnly: true).items().count
        if output.json {
            let object: JSONObject = [
                "format": "passport.shelf/1", "did": .string(did), "shelf": .string(path),
                "items": .number(JSONNumber(count)),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(did)
        guard !output.quiet else { return }
        Terminal.note("\(count) \(count == 1 ? "thing" : "things") and your key, on \(InputFile.name(path)).")
        Terminal.hint("`passportctl passport list --check` tells what was withdrawn meanwhile.")
    }
}
