package import VerifiableCredentials

/// A policy by the name under which it ships, or by its file.
package enum PolicyFile {
    /// A name that ships comes first; `./employer` is a file of that name.
    ///
    /// - Throws: `PolicyError` `policy.unknown` for what is neither, `ReceiverError` for a file that can't be read
    private static func bytes(_ name: String) throws -> [UInt8] {
        if let text = BuiltInPolicies.text(name) { return Array(text.utf8) }
        guard InputFile.kind(of: name) != .missing else {
            throw PolicyError(
                .unknown, "There is no policy \(InputFile.name(name)), and no such file.",
                hint: "Those that ship are \(BuiltInPolicies.names.joined(separator: ", ")).")
        }
        return try InputFile.read(name, limit: ReceiverPolicy.maxBytes)
    }

    /// - Throws: as `bytes`, and `PolicyError` for a file that isn't a policy, with its name in the message
    package static func read(_ name: String) throws -> (policy: ReceiverPolicy, bytes: [UInt8]) {
        let bytes = try bytes(name)
        do throws(PolicyError) {
            return (try ReceiverPolicy(parsing: bytes), bytes)
        } catch {
            throw PolicyError(
                error.code, "\(InputFile.name(name)): \(error.message)", hint: error.hint, cause: error.cause)
        }
    }
}
