import Encodings
import OpenBadges
import Passport

/// Where a picture, or the badge from one, goes: a new file, or standard output.
struct PictureDestination {
    private let path: String

    var isStandardOutput: Bool { path == "-" }

    /// - Throws: `ReceiverError` `file.exists`, and when a file couldn't be written there
    init(_ path: String, force: Bool) throws {
        self.path = path
        guard path != "-" else { return }
        guard force || InputFile.kind(of: path) == .missing else {
            throw ReceiverError(
                .exists, "There is a file \(Self.quoted(path)) already, and it stays.",
                hint: "Name another with -o, or say --force to replace it.")
        }
        try OutputFile.checkFile(path)
    }

    /// A picture under the other kind's name would open nowhere.
    func checkName(_ format: EmbeddedImage.Format) throws(UsageError) {
        for other in EmbeddedImage.Format.allCases where other != format {
            guard path.lowercased().hasSuffix(".\(other.suffix)") else { continue }
            throw UsageError(
                .value, "The picture is of the kind \(format.suffix), and \(Self.quoted(path)) is named like another.",
                hint: "Give the output a name that ends in .\(format.suffix).")
        }
    }

    /// Badges are their owners' business, so nobody else reads the file.
    func write(_ bytes: [UInt8]) throws(ReceiverError) {
        guard isStandardOutput else { return try OutputFile.write(bytes, to: path, mode: 0o600) }
        guard Terminal.outputIsTerminal else { return Terminal.result(bytes: bytes) }
        // What a stranger's file says must not paint the terminal.
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true) {
            Terminal.result(UTF8Text.escapedForTerminal(String(line)))
        }
    }

    static func quoted(_ path: String) -> String { "\"\(UTF8Text.escapedForTerminal(path))\"" }
}
