import BadgeIssuer
import Encodings
import Passport

/// Where badges go: a folder under their own names, one named file, or standard output.
///
/// What can't be written is refused here, before an award is recorded that would then have no file.
struct AwardDestination {
    /// The folder for files named by slug and UUID.
    var folder: String?
    /// The one file that was named.
    var file: String?
    var isStandardOutput = false
    /// Whether the named file is there already; then it stays.
    private(set) var isTaken = false

    init(_ output: String?, isClass: Bool, force: Bool) throws {
        guard let output else {
            folder = isClass ? nil : "."
            return
        }
        try UsageError.refuseEmpty(output, "--output")
        if output == "-" {
            isStandardOutput = true
        } else if isClass || InputFile.kind(of: output) == .folder {
            folder = output
            try OutputFile.checkFolder(output)
        } else {
            isTaken = !force && InputFile.kind(of: output) != .missing
            file = output
            try OutputFile.checkFile(output)
        }
    }

    /// Refuses a file that is there already, unless it holds the very bytes that would be written.
    ///
    /// - Parameter held: what the learner has already, as its file would be; nothing when the badge is yet to be given.
    /// - Throws: `ReceiverError` `file.exists`
    func checkTaken(by held: @autoclosure () throws -> [UInt8]?) throws {
        guard isTaken, let file else { return }
        if let bytes = try held(), (try? InputFile.read(file, limit: bytes.count)) == bytes { return }
        throw ReceiverError(
            .exists, "There is a file \(InputFile.name(file)) already, and it stays.",
            hint: "Name another with -o, or say --force to replace it.")
    }
}
