import ArgumentParser

/// The life of the organisation's keys.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Show, make, replace and take back the organisation's keys.",
        discussion: """
            Each step is a signed line of the key history, which `publish` puts on the site
            and by which receivers follow from the keys they pinned to the newer ones.

            Example: passportctl key list
            """,
        subcommands: [
            KeyListCommand.self, KeyGenerateCommand.self, KeyRotateCommand.self, KeyRetireCommand.self,
            KeyRevokeCommand.self,
        ])
}
