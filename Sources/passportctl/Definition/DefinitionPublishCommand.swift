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
        let publisher = DefinitionPublisher(
            try DefinitionCatalogue(workspace, register: register), register: register)
        for badge in badges {
            let reference = try BadgeReference(badge)
            let definition = try publisher.publish(
                reference.slug, version: reference.version, at: Environment.now.wholeSeconds)
            Terminal.result(definition.achievementID)
        }
    }
}
