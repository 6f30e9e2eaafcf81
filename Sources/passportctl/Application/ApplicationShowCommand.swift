import ArgumentParser
import BadgeIssuer
import Encodings

/// Shows one application with all that was handed in and answered.
struct ApplicationShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an application with its text and evidence.",
        discussion: """
            It holds names and what a learner wrote, so keep it to yourself.

            Example: passportctl application show 1b9d6bcd
            """)

    @Argument(help: ArgumentHelp("The application's id, or its first 8 digits or more.", valueName: "id"))
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let reference = try ApplicationReference(id)
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let (record, person) = try register.read { reader in
            let record = try reader.application(reference)
            return (record, try record.personID.flatMap { try reader.person(.id($0)) })
        }
        if output.json {
            Terminal.result(bytes: JSONWriter.compact(.object(record.json(person))) + [0x0A])
        } else {
            for line in record.lines(person) { Terminal.result(line) }
        }
    }
}
