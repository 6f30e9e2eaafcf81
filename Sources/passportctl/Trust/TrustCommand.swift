import ArgumentParser

/// The receiver's list of trusted issuers.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Decide whom you believe, for what, and by which keys.",
        discussion: """
            A badge is only as good as the issuer that you know by its keys; nobody is believed by name.

            Example: passportctl trust list
            """,
        subcommands: [
            TrustInitCommand.self, TrustAddCommand.self, TrustListCommand.self, TrustRemoveCommand.self,
            TrustBundleCommand.self, TrustImportCommand.self,
        ])
}
