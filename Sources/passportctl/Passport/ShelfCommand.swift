import ArgumentParser

/// The learner's side: a shelf of badges that nobody else sees.
struct ShelfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passport",
        abstract: "Keep badges of all issuers on a shelf of your own.",
        discussion: """
            The shelf is one file on your own machine: your key, your badges and whom
            you showed them to. Nothing of it leaves the machine by itself.

            Examples:
              passportctl passport create
              passportctl passport add badges/ --trust trust.json --bundle site/
              passportctl passport progress --pathway tyoelamapassi.json
            """,
        subcommands: [
            PassportCreateCommand.self, PassportAddCommand.self, PassportListCommand.self, PassportShowCommand.self,
            PassportRemoveCommand.self, PassportProgressCommand.self, PassportExportCommand.self,
            PassportSharesCommand.self, PassportBackupCommand.self, PassportRestoreCommand.self,
        ])
}
