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
            guard force || InputFile.kind(of: output) == .missing else {
                throw ReceiverError(
                    .exists, "There is a file \"\(output)\" already, and it stays.",
                    hint: "Name another with -o, or say --force to replace it.")
            }
            file = output
            try OutputFile.checkFile(output)
        }
    }
}
