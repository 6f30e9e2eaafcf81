import ArgumentParser
import BadgeIssuer
import Encodings

/// Puts the workspace into one encrypted file.
struct RegisterBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Put the whole workspace into one encrypted file.",
        discussion: """
            Register, settings, definitions, keys, key history and the erasure journal,
            as of one moment; others may go on awarding. Not in it: the recovery key,
            which belongs somewhere else anyway.

            The passphrase is the backup's own. Without it nobody can read the backup,
            so keep it where the backup isn't.

            Example: passportctl register backup -o backups/2026-09-01.backup
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("The new file.", valueName: "file"))
    var output: String

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        try UsageError.refuseEmpty(output, "--output")
        let workspace = try workspaceOptions.find(environment)
        let outcome = try WorkspaceBackup(workspace, at: Environment.now).write(
            to: output, passphrase: try passphrase.chosenForBackup(environment), replaces: force)
        let manifest = outcome.manifest
        if answer.json {
            var object = manifest.json
            object["format"] = "passport.register-backup/1"
            object["file"] = .string(output)
            object["files"] = .number(JSONNumber(outcome.files))
            object["leftOut"] = .array(outcome.leftOut.map { .string($0) })
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
        } else {
            Terminal.result(output)
        }
        for name in outcome.leftOut { Terminal.warning("\"\(name)\" is no plain file and isn't in the backup.") }
        guard !answer.quiet, !answer.json else { return }
        Terminal.note(
            "\(manifest.awards) \(manifest.awards == 1 ? "badge" : "badges") and \(manifest.auditEntries) audit entries "
                + "as of \(manifest.at), "
                + "and \(outcome.files - 1) other files.")
        Terminal.hint(
            "Keep \(ErasureJournal.fileName) up to date beside it: restoring with the newest one brings nobody back who "
                + "was erased meanwhile.")
    }
}
