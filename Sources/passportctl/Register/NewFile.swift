import Passport

/// A file for one result: named, or in the current folder under a name of its own; `-` is standard output.
///
/// What is there stays unless it is to be replaced, or holds the very bytes.
struct NewFile {
    private let output: String?
    private let force: Bool

    var isStandardOutput: Bool { output == "-" }

    /// Refuses what could not be written, before anything is done that would then have no file.
    init(_ output: String?, force: Bool) throws {
        try UsageError.refuseEmpty(output, "--output")
        self.output = output
        self.force = force
        if let output, output != "-" { try OutputFile.checkFile(output) }
    }

    /// Writes the bytes.
    ///
    /// - Parameter name: of a file in the current folder, when none was named.
    /// - Returns: the file's path, and whether it was written now.
    /// - Throws: `ReceiverError` `file.exists`, `file.unwritable`.
    func write(_ bytes: [UInt8], named name: String) throws -> (path: String, isNew: Bool) {
        let path = output ?? name
        if InputFile.kind(of: path) != .missing, !force {
            if (try? InputFile.read(path, limit: bytes.count)) == bytes { return (path, false) }
            throw ReceiverError(
                .exists, "There is a file \(InputFile.name(path)) already, and it stays.",
                hint: "It is recorded; run the same command with another -o, or say --force to replace the file.")
        }
        try OutputFile.write(bytes, to: path, mode: 0o600)
        return (path, true)
    }
}
