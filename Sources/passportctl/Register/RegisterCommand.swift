import ArgumentParser

/// The issuer's records.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Look into the issuer's records, check them and keep them safe.",
        discussion: "Example: passportctl register list --badge tiimityo",
        subcommands: [
            RegisterListCommand.self, RegisterShowCommand.self, RegisterStatsCommand.self, RegisterAuditCommand.self,
            RegisterCheckCommand.self, RegisterBackupCommand.self, RegisterRestoreCommand.self,
            RegisterExportPersonCommand.self, RegisterErasePersonCommand.self, RegisterConsentCommand.self,
            RegisterExportKoskiCommand.self, RegisterTranscriptCommand.self, RegisterBindCommand.self,
        ])
}
