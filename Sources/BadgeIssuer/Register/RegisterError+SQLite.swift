import Encodings
import GRDB
import GRDBSQLite
import Glibc

extension Database {
    /// What the system answered when SQLite's last call failed; it means nothing after a success.
    ///
    /// SQLite keeps it for most failures. For one of a commit it doesn't, and the thread's own number still stands.
    var systemError: Int32 {
        let number = errno
        let kept = sqlite3_system_errno(sqliteConnection)
        return kept == 0 ? number : kept
    }
}

extension RegisterError {
    /// What SQLite says, in our words.
    ///
    /// SQLite's text names tables and columns, never values, so it may stand in `cause`; the statement and its
    /// arguments may not.
    ///
    /// - Parameter systemError: what the system said; a quota, unlike a full disk, shows nowhere else.
    init(sqlite error: any Error, path: String? = nil, systemError: Int32 = 0) {
        if let error = error as? RegisterError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.fault, "The register met an unexpected fault.", cause: String(describing: type(of: error)))
            return
        }
        let cause = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        let file = path.map { "The register \"\($0)\"" } ?? "The register"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "\(file) is in use by another program that did not finish in time.",
                hint: "Wait until the other command has ended and run this one again; what was done stays done.",
                cause: cause)
        case .SQLITE_READONLY:
            self.init(
                .readOnly, "\(file) can't be written.",
                hint: "Check the rights of the file and its folder, or run the command as the register's owner.",
                cause: cause)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .cannotOpen, "\(file) can't be opened.",
                hint: "Check that the file and its folder may be read and written by you.", cause: cause)
        case .SQLITE_NOTADB:
            self.init(
                .notARegister, "\(file) isn't a register: the file is no SQLite database.",
                hint: "Check the path; if the file was damaged, restore it from a backup.", cause: cause)
        case .SQLITE_CORRUPT:
            self.init(
                .corrupt, "\(file) is damaged.",
                hint: "Keep the file as it is and restore the newest backup beside it.", cause: cause)
        case .SQLITE_FULL:
            self.init(noRoom: "the disk is full", file: file, cause: cause)
        case .SQLITE_IOERR:
            if let want = DiskRoom.want(systemError) {
                self.init(noRoom: want, file: file, cause: cause)
                return
            }
            // The index into the log is all that is ever made longer beforehand.
            guard error.extendedResultCode != .SQLITE_IOERR_SHMSIZE else {
                self.init(noRoom: "the disk is full", file: file, cause: cause)
                return
            }
            self.init(
                .inputOutput, "\(file) couldn't be read from or written to the disk.",
                hint: "Check the disk, then run the command again.", cause: cause)
        case .SQLITE_CONSTRAINT:
            self.init(constraint: error.message ?? "", cause: cause)
        default:
            self.init(.fault, "\(file) met an unexpected fault of the database.", cause: cause)
        }
    }

    private init(noRoom want: String, file: String, cause: String) {
        self.init(.diskFull, "\(file) couldn't be written: \(want).", hint: DiskRoom.hint, cause: cause)
    }

    /// The rule behind a broken constraint: a trigger's own words, or the name of an index or column.
    private init(constraint message: String, cause: String) {
        if let own = Code(rawValue: message) {
            self = Self.ofTrigger(own, cause: cause)
        } else if message.contains("identifiers.") || message.contains("persons.passport_number") {
            self.init(
                .identifierTaken, "This address, student id, DID or passport number belongs to another person.",
                hint: "Look the person up by it instead of adding a new one.", cause: cause)
        } else if message.contains("awards.person") {
            self.init(
                .liveAward, "The person already has this badge, and it can be held only once.",
                hint: "A higher level takes the old one's place; an equal or lower one isn't needed.", cause: cause)
        } else if message.contains("status_entries.") {
            self.init(.statusEntry, "This place in the status list is taken.", cause: cause)
        } else {
            self.init(.constraint, "The register refused a value that breaks one of its rules.", cause: cause)
        }
    }

    private static func ofTrigger(_ code: Code, cause: String) -> RegisterError {
        switch code {
        case .definitionFrozen:
            RegisterError(
                code, "A published version of a badge definition can't be changed.",
                hint: "Give the change a new version number and publish that.", cause: cause)
        case .definitionNotInForce:
            RegisterError(
                code, "The badge wasn't open for awarding on the day of the award.",
                hint: "Check the date, and that this version is published and not retired.", cause: cause)
        case .awardFrozen:
            RegisterError(
                code, "A signed award can't be changed.",
                hint: "Award it anew with the correction, which then replaces this one.", cause: cause)
        case .stateTransition:
            RegisterError(
                code, "This step isn't possible from the state that the award is in.",
                hint: "Revoked and superseded are final; only a badge that may be suspended can be suspended.",
                cause: cause)
        case .statusEntry:
            RegisterError(code, "A place in a status list is never moved, freed or given twice.", cause: cause)
        default:
            RegisterError(code, "The register refused a value that breaks one of its rules.", cause: cause)
        }
    }
}
