import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// What a kind of receiver demands, and how it is answered.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What you demand, and how you are answered: default, employer, admissions, or a file of your own.",
            valueName: "name-or-file"))
    var policy: String?

    @Flag(help: "Print the policy's file, to start one of your own from.")
    var showPolicy = false

    /// Nothing when none was named.
    func chosen() throws -> ReceiverPolicy? {
        try UsageError.refuseEmpty(policy, "--policy")
        return try policy.map { try PolicyFile.read($0).policy }
    }

    /// The text of the policy, or of the one that holds without any, after it was read as one.
    func text() throws -> [UInt8] {
        try UsageError.refuseEmpty(policy, "--policy")
        return try PolicyFile.read(policy ?? "default").bytes
    }
}
