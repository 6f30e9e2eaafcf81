import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings

/// Freezes a version of a badge and lets it be awarded.
struct DefinitionPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Let a badge be awarded; its version can't change afterwards.",
        discussion: "Example: passportctl definition publish tiimityo")

    @Argument(help: "Badges, as tiimityo or tiimityo@1.")
    var badges: [String]

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let catalogue = try DefinitionCatalogue(workspace, register: register)
        let references = try badges.map(BadgeReference.init)
        // A name that isn't known ends it before the first is published.
        for reference in references { _ = try catalogue.item(reference.slug, version: reference.version) }
        let publisher = DefinitionPublisher(catalogue, register: register)
        for reference in references {
            let definition = try publisher.publish(
                reference.slug, version: reference.version, at: Environment.now.wholeSeconds)
            if output.json {
                let name = definition.name.text(in: "en", main: workspace.settings.mainLanguage)
                Terminal.result(bytes: definition.jsonLine(status: .published, name: name))
            } else {
                Terminal.result(definition.achievementID)
            }
        }
    }
}
