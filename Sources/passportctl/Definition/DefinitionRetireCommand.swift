import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings

/// Ends awarding of a badge; those given stay valid.
struct DefinitionRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "End awarding of a badge; those already given stay valid.",
        discussion: "Example: passportctl definition retire tiimityo@1")

    @Argument(help: "The badge, as tiimityo or tiimityo@1.")
    var badge: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let reference = try BadgeReference(badge)
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let publisher = DefinitionPublisher(
            try DefinitionCatalogue(workspace, register: register), register: register)
        let definition = try publisher.retire(
            reference.slug, version: reference.version, at: Environment.now.wholeSeconds)
        if output.json {
            let name = definition.name.text(in: "en", main: workspace.settings.mainLanguage)
            Terminal.result(bytes: definition.jsonLine(status: .retired, name: name))
        } else {
            Terminal.result(definition.achievementID)
        }
        if !output.quiet { Terminal.note("No new awards from tomorrow; those given stay valid.") }
    }
}
