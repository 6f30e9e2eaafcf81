import ArgumentParser

/// The issuer's records.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Look into the issuer's records, and check them.",
        discussion: "Example: passportctl register list --badge tiimityo",
        subcommands: [
            RegisterListCommand.self, RegisterShowCommand.self, RegisterStatsCommand.self, RegisterAuditCommand.self,
            RegisterCheckCommand.self, RegisterConsentCommand.self, RegisterExportKoskiCommand.self,
        ])
}
