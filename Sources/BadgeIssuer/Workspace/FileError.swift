import Encodings
import Glibc

/// Why a file or folder could not be read or written.
package struct FileError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The file or folder isn't there.
        case missing = "file.missing"
        /// A file of that name is there already, and is not to be replaced.
        case exists = "file.exists"
        /// A link stands where a file or folder of its own is due; links aren't followed here.
        case link = "file.link"
        /// Something else stands there than a file or a folder, whichever is due.
        case wrongKind = "file.wrong-kind"
        /// The file is larger than one of its kind may be.
        case tooLarge = "limit.file-bytes"
        /// Whoever runs the program may not read the file or folder.
        case permission = "file.permission"
        /// Reading failed.
        case unreadable = "file.unreadable"
        /// There is no room for the file.
        case noSpace = "file.no-space"
        /// Writing failed.
        case unwritable = "file.unwritable"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: FileError, right: FileError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension FileError {
    /// The error for a failed call that reads.
    static func reading(_ path: String, _ number: Int32) -> FileError {
        let name = UTF8Text.escapedForTerminal(path)
        let cause = String(cString: strerror(number))
        return switch number {
        case ENOENT:
            FileError(.missing, "There is no \"\(name)\".", hint: "Check the name and the folder.", cause: cause)
        case ELOOP: link(path)
        case ENOTDIR, EISDIR:
            FileError(
                .wrongKind, "\"\(name)\" isn't what should stand there: a file in a folder's place, or the reverse.",
                hint: "Choose another name, or move it away.", cause: cause)
        case EACCES, EPERM:
            FileError(
                .permission, "You may not read \"\(name)\".", hint: "Run this as the user whom it belongs to.",
                cause: cause)
        default:
            FileError(
                .unreadable, "\"\(name)\" can't be read.", hint: "Check the disk, then try again.", cause: cause)
        }
    }

    /// The error for a failed call that writes.
    static func writing(_ path: String, _ number: Int32) -> FileError {
        let name = UTF8Text.escapedForTerminal(path)
        let cause = String(cString: strerror(number))
        if let want = DiskRoom.want(number) {
            return FileError(.noSpace, "\"\(name)\" can't be written: \(want).", hint: DiskRoom.hint, cause: cause)
        }
        return switch number {
        case ELOOP: link(path)
        case EROFS:
            FileError(
                .unwritable, "\"\(name)\" can't be written: the disk is write-protected.",
                hint: "Choose a folder on another disk, or make this one writable.", cause: cause)
        case EEXIST:
            FileError(
                .exists, "\"\(name)\" is there already.", hint: "Choose another name, or move the old file away.",
                cause: cause)
        default:
            FileError(
                .unwritable, "\"\(name)\" can't be written.",
                hint: "Check that the folder exists and that you may write there.", cause: cause)
        }
    }

    static func link(_ path: String) -> FileError {
        FileError(
            .link, "\"\(UTF8Text.escapedForTerminal(path))\" is a link, and links aren't followed here.",
            hint: "Put the file or folder itself in its place.")
    }
}
