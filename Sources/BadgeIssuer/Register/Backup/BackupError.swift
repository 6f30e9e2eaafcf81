import Encodings

/// Why a backup can't be made or used.
package struct BackupError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The file is no backup.
        case notABackup = "backup.not-a-backup"
        /// It is a backup of a kind or version that this program doesn't read.
        case unsupported = "backup.unsupported"
        /// The passphrase doesn't open the backup, or its first line was changed.
        case wrongPassphrase = "backup.wrong-passphrase"
        /// The file ends before the backup does.
        case truncated = "backup.truncated"
        /// Parts of the backup are missing or stand in another order.
        case reordered = "backup.reordered"
        /// A part of the backup isn't what was written.
        case changed = "backup.changed"
        /// The backup is genuine, and doesn't hold what a workspace needs.
        case contents = "backup.contents"
        /// A status list of the named site isn't one that this workspace signed.
        case site = "backup.site"
        /// The folder to be replaced isn't a workspace of the same register.
        case otherWorkspace = "backup.other-workspace"
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
    package static func == (left: BackupError, right: BackupError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension BackupError {
    static func unusable(_ code: Code, _ what: String, cause: String? = nil) -> BackupError {
        BackupError(
            code, "The backup can't be used: \(what). Nothing was restored.",
            hint: "Try another copy of it, or an earlier backup.", cause: cause)
    }

    /// The same error with the backup's name in front; those that speak of another file stay as they are.
    func naming(_ backup: String) -> BackupError {
        switch code {
        case .site, .otherWorkspace: self
        default:
            BackupError(code, "\"\(UTF8Text.escapedForTerminal(backup))\": \(message)", hint: hint, cause: cause)
        }
    }
}
