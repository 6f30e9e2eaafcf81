import ArgumentParser
import BadgeIssuer
import Encodings

/// Writes everything that is held on a person into one file.
struct RegisterExportPersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-person",
        abstract: "Write all that is held on a person into one file.",
        discussion: """
            The answer to a person who asks: who they are in the register, their badges
            to the byte, evidence, status and the audit entries about them, with a
            summary in Finnish, Swedish and English. The file is its owner's alone; hand
            it over in a way that reaches the person only.

            Example: passportctl register export-person 5F9H-Q1WR-YYXY-9 -o answer.json
            """)

    @Argument(
        help: ArgumentHelp(
            "Passport number, email, student id, DID or the register's id.", valueName: "person"))
    var person: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The new file.", valueName: "file"))
    var output: String

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(person, "The person")
        try UsageError.refuseEmpty(output, "--output")
        let reference = try PersonReference(person)
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let export = try register.read {
            try PersonExport(of: reference, in: $0, settings: workspace.settings, at: Environment.now)
        }
        try WholeFile.write(export.bytes, to: output, mode: 0o600, existing: force ? .replace : .refuse)
        if answer.json {
            let object: JSONObject = [
                "format": "passport.export-person/1", "file": .string(output), "person": .string(export.personID),
                "awards": .number(JSONNumber(export.awards)),
                "auditEntries": .number(JSONNumber(export.auditEntries)),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(output)
        guard !answer.quiet else { return }
        Terminal.note(
            "\(export.awards) \(export.awards == 1 ? "badge" : "badges") and \(export.auditEntries) audit entries.")
        Terminal.hint("Class lists, reports, mails and backups aren't in it; look there too.")
    }
}
