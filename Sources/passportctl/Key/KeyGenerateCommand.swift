import ArgumentParser
import BadgeIssuer

/// Makes one key more.
struct KeyGenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Make a new key beside the others.",
        discussion: """
            The newest active key of a kind signs new badges: Ed25519 as JSON, P-256 or
            else RSA as JWT.

            Example: passportctl key generate --algorithm rsa3072
            """)

    @Option(help: "ed25519, p256, p384, rsa2048, rsa3072 or rsa4096.")
    var algorithm: String

    @OptionGroup var options: KeyChangeOptions

    func run() throws {
        let algorithm = try KeyAlgorithm.named(algorithm)
        try options.run { try $0.generate(algorithm) }
    }
}

extension KeyAlgorithm {
    static func named(_ text: String) throws(UsageError) -> KeyAlgorithm {
        guard let algorithm = KeyAlgorithm(text) else {
            throw UsageError(
                .value, "There is no kind of key \"\(text)\".",
                hint: "Use \(allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return algorithm
    }
}
