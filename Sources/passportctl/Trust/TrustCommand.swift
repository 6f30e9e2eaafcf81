import ArgumentParser

/// The receiver's list of trusted issuers.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Decide whom you believe, for what, and by which keys.",
        subcommands: [TrustInitCommand.self, TrustAddCommand.self, TrustListCommand.self, TrustRemoveCommand.self])
}
