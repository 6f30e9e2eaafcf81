import ArgumentParser
import BadgeIssuer

/// Replaces a key by a new one of its kind.
struct KeyRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Put a new key of the same kind into a key's place.",
        discussion: """
            The old key signs no more, and what it signed stays good: the history's entry
            is signed by both. Without a key or a kind, the Ed25519 key is replaced.

            Example: passportctl key rotate p256-1
            """)

    @Argument(help: "The key, such as ed25519-1.")
    var key: String?

    @Option(help: "Replace the newest active key of that kind.")
    var algorithm: String?

    @OptionGroup var options: KeyChangeOptions

    func run() throws {
        guard key == nil || algorithm == nil else {
            throw UsageError(.value, "A key and --algorithm don't go together.", hint: "Use one of them.")
        }
        let algorithm = try KeyAlgorithm.named(algorithm ?? KeyAlgorithm.ed25519.rawValue)
        try options.run { custodian in
            if let key { try custodian.rotate(key) } else { try custodian.rotate(newest: algorithm) }
        }
    }
}
