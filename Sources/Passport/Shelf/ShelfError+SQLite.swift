import Encodings
internal import GRDB
internal import GRDBSQLite
import Glibc

extension ShelfError {
    /// What SQLite says, in our words.
    ///
    /// SQLite's text names tables and columns, never values, so it may stand in `cause`.
    ///
    /// - Parameter systemError: what the system said; a quota, unlike a full disk, shows nowhere else.
    init(sqlite error: any Error, path: String, systemError: Int32 = 0) {
        if let error = error as? ShelfError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.fault, "The shelf met an unexpected fault.", cause: String(describing: type(of: error)))
            return
        }
        let cause = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        let file = "The shelf \(InputFile.name(path))"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "\(file) is in use by another program that did not finish in time.",
                hint: "Wait until the other command has ended and run this one again.", cause: cause)
        case .SQLITE_READONLY:
            self.init(
                .readOnly, "\(file) can't be written.",
                hint: "Run the command as the shelf's owner, on a disk that isn't write-protected.", cause: cause)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .cannotOpen, "\(file) can't be opened.",
                hint: "Check that the file and its folder may be read and written by you.", cause: cause)
        case .SQLITE_NOTADB:
            self.init(
                .notAShelf, "\(file) isn't a shelf: the file is no SQLite database.",
                hint: "Check the path; if the file was damaged, restore it from a backup.", cause: cause)
        case .SQLITE_CORRUPT: self = .damaged(path, cause: cause)
        case .SQLITE_FULL: self.init(noRoom: "the disk is full", file: file, cause: cause)
        case .SQLITE_IOERR:
            if let want = DiskRoom.want(systemError) {
                self.init(noRoom: want, file: file, cause: cause)
            } else {
                self.init(
                    .inputOutput, "\(file) couldn't be read from or written to the disk.",
                    hint: "Check the disk, then run the command again.", cause: cause)
            }
        default: self.init(.fault, "\(file) met an unexpected fault of the database.", cause: cause)
        }
    }

    static func damaged(_ path: String, cause: String? = nil) -> ShelfError {
        ShelfError(
            .corrupt, "The shelf \(InputFile.name(path)) is damaged.",
            hint:
                "Keep the file as it is, and restore the newest backup beside it with `passportctl passport restore`.",
            cause: cause)
    }

    private init(noRoom want: String, file: String, cause: String) {
        self.init(.diskFull, "\(file) couldn't be written: \(want).", hint: DiskRoom.hint, cause: cause)
    }
}

extension Database {
    /// What the system answered when SQLite's last call failed; it means nothing after a success.
    var shelfSystemError: Int32 {
        let number = errno
        let kept = sqlite3_system_errno(sqliteConnection)
        return kept == 0 ? number : kept
    }
}
