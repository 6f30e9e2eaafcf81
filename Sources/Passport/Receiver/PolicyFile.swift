import VerifiableCredentials

/// A policy by the name under which it ships, or by its file.
package enum PolicyFile {
    /// A name that ships comes first; `./employer` is a file of that name.
    ///
    /// - Throws: `PolicyError` `policy.unknown` for what is neither, `ReceiverError` for a file that can't be read
    package static func bytes(_ name: String) throws -> [UInt8] {
        if let text = BuiltInPolicies.text(name) { return Array(text.utf8) }
        guard InputFile.kind(of: name) != .missing else {
            throw PolicyError(
                .unknown, "There is no policy \(InputFile.name(name)), and no such file.",
                hint: "Those that ship are \(BuiltInPolicies.names.joined(separator: ", ")).")
        }
        return try InputFile.read(name, limit: ReceiverPolicy.maxBytes)
    }
}
