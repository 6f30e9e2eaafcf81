import Encodings

/// Why the shelf could not be opened, read or changed.
package struct ShelfError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// There is no shelf where one was expected.
        case missing = "shelf.missing"
        /// A shelf is to be made where a file already is.
        case alreadyExists = "shelf.already-exists"
        /// The file isn't an SQLite database, or is one of another program.
        case notAShelf = "shelf.not-a-shelf"
        /// A newer version of the program wrote this shelf.
        case newerSchema = "shelf.newer-schema"
        /// The shelf is of an older version and was opened only for reading.
        case olderSchema = "shelf.older-schema"
        /// A link stands where the shelf's own file is due.
        case link = "shelf.link"
        /// Others than its owner may read or change the shelf.
        case permissions = "shelf.permissions"
        /// The shelf was opened for reading, or the file may not be written.
        case readOnly = "shelf.read-only"
        /// Another process held the shelf for longer than we wait.
        case busy = "shelf.busy"
        /// The file or its folder can't be opened with the rights at hand.
        case cannotOpen = "shelf.cannot-open"
        /// The disk is full.
        case diskFull = "shelf.disk-full"
        /// Reading from or writing to the disk failed.
        case inputOutput = "shelf.input-output"
        /// The database is damaged, or holds a value that no version of the program writes.
        case corrupt = "shelf.corrupt"
        /// Nothing on the shelf goes by that number, id or beginning of one.
        case itemMissing = "shelf.item-missing"
        /// What was given can be neither a number nor an id nor the beginning of one.
        case itemReference = "shelf.item-reference"
        /// Several things on the shelf have an id that begins so, or this very id.
        case itemAmbiguous = "shelf.item-ambiguous"
        /// More than a shelf holds, or a passport could carry.
        case tooMany = "limit.shelf-items"
        /// The file is no backup of a shelf.
        case notABackup = "shelf.not-a-backup"
        /// A backup of a kind or version that this program doesn't read.
        case backupUnsupported = "shelf.backup-unsupported"
        /// The passphrase doesn't open the backup, or its first line was changed.
        case backupPassphrase = "shelf.backup-passphrase"
        /// The backup isn't what was written: cut short, changed, or of something else.
        case backupDamaged = "shelf.backup-damaged"
        /// A fault in the program or in SQLite.
        case fault = "shelf.fault"
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
    package static func == (left: ShelfError, right: ShelfError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
