import Encodings
internal import GRDB

extension MemoryError {
    /// What SQLite says, in our words. Its text names tables and columns, never values.
    init(sqlite error: any Error, path: String) {
        if let error = error as? MemoryError {
            self = error
            return
        }
        let file = "What was seen before, \(InputFile.name(path)),"
        guard let error = error as? DatabaseError else {
            self.init(.fault, "\(file) met an unexpected fault.", cause: String(describing: type(of: error)))
            return
        }
        let cause = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "\(file) is in use by another command that did not finish in time.",
                hint: "Wait until it has ended and run this one again.", cause: cause)
        case .SQLITE_READONLY: self = .readOnly(path, cause: cause)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .cannotOpen, "\(file) can't be opened.",
                hint: "Check the rights of the file and its folder, or judge without it with --no-state.",
                cause: cause)
        case .SQLITE_NOTADB: self = .notAMemory(path, cause: cause)
        // What is asked never changes, so it is the tables that aren't as they were made.
        case .SQLITE_CORRUPT, .SQLITE_ERROR: self = .damaged(path, cause: cause)
        case .SQLITE_FULL, .SQLITE_IOERR:
            self.init(
                .inputOutput, "\(file) couldn't be read from or written to the disk.",
                hint: "Check the disk and its free space, then run the command again.", cause: cause)
        default: self.init(.fault, "\(file) met an unexpected fault of the database.", cause: cause)
        }
    }

    static func damaged(_ path: String, cause: String? = nil) -> MemoryError {
        MemoryError(
            .damaged, "What was seen before, \(InputFile.name(path)), is damaged.",
            hint:
                "Take it back from a backup. Without one, remove it: older lists and bundles will then be taken again.",
            cause: cause)
    }

    static func notAMemory(_ path: String, cause: String? = nil) -> MemoryError {
        MemoryError(
            .notAMemory, "\(InputFile.name(path)) stands where a trust list's memory is due, and isn't one.",
            hint: "Move it away, or judge without a memory with --no-state.", cause: cause)
    }

    static func unfinished(_ path: String, cause: String? = nil) -> MemoryError {
        MemoryError(
            .unfinished,
            "A command was cut short while it wrote \(InputFile.name(path)), and what it left can't be taken back here.",
            hint: "Run the command as the trust list's owner, where the folder may be written, or with --no-state.",
            cause: cause)
    }

    static func readOnly(_ path: String, cause: String? = nil) -> MemoryError {
        MemoryError(
            .readOnly,
            "What is seen now can't be remembered: \(InputFile.name(path)) or its folder may not be written.",
            hint: "Run the command as the trust list's owner, on a disk that isn't write-protected.", cause: cause)
    }
}
