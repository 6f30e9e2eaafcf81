import ArgumentParser
import Encodings
import Passport

/// Puts the learner's shelf into one encrypted file.
struct PassportBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Put your whole shelf into one encrypted file.",
        discussion: """
            Key, badges and the ledger of shares, as of one moment. The passphrase is the
            backup's own; the key inside keeps its own passphrase, too. Without them
            nobody can read the backup.

            Example: passportctl passport backup -o shelf.backup
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("The new file.", valueName: "file"))
    var output: String

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(output, "--output")
        let shelf = try shelfOptions.open(environment, readOnly: true)
        let count = try shelf.items().count
        try ShelfBackup.write(
            shelf, to: output, passphrase: try passphrase.chosenForBackup(environment), replaces: force)
        if answer.json {
            let object: JSONObject = [
                "format": "passport.shelf-backup-made/1", "file": .string(output), "did": .string(shelf.did),
                "items": .number(JSONNumber(count)),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(output)
        guard !answer.quiet else { return }
        Terminal.note("\(count) \(count == 1 ? "thing" : "things") and your key, encrypted.")
        Terminal.hint("`passportctl passport restore` makes a shelf of it; keep the passphrase somewhere else.")
    }
}
