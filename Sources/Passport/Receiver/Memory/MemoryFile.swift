import Encodings
import Glibc

/// The memory's file itself, before SQLite gets to it.
enum MemoryFile {
    /// Whether there is one; it belongs to its owner alone.
    ///
    /// - Throws: `memory.link`, `memory.permissions`, `memory.not-a-memory` for what is no plain file,
    ///   `memory.cannot-open`.
    static func exists(_ path: String) throws(MemoryError) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw failure(path, errno)
        }
        defer { close(descriptor) }
        try check(descriptor, path)
        return true
    }

    /// Whether a command was cut short while it wrote, or is writing now.
    static func hasJournal(_ path: String) -> Bool { access("\(path)-journal", F_OK) == 0 }

    /// Whether what a command left half done can be taken back by this one.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access("\(path)-journal", R_OK | W_OK) == 0
    }

    /// Makes an empty file, mode 0600, where there is none.
    ///
    /// - Throws: as `exists`, and `memory.read-only`.
    static func make(_ path: String) throws(MemoryError) {
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let made = open(path, flags | O_EXCL, 0o600)
        if made >= 0 {
            // The umask may have taken the owner's own rights away.
            fchmod(made, 0o600)
            close(made)
            return
        }
        guard errno == EEXIST else { throw failure(path, errno) }
        guard try exists(path) else { throw MemoryError.readOnly(path) }
        guard access(path, W_OK) == 0 else { throw failure(path, errno) }
    }

    private static func check(_ descriptor: Int32, _ path: String) throws(MemoryError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw MemoryError.notAMemory(path)
        }
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0, status.st_uid == geteuid() || geteuid() == 0 else {
            throw MemoryError(
                .permissions, "Others than you may read or change what was seen before, \(InputFile.name(path)).",
                hint: "Run: chmod 600 \(InputFile.name(path)), or use a trust list of your own.")
        }
    }

    private static func failure(_ path: String, _ number: Int32) -> MemoryError {
        let reason = String(cString: strerror(number))
        return switch number {
        case ELOOP:
            MemoryError(
                .link, "\(InputFile.name(path)) is a link; a memory is never opened through one.",
                hint: "Put the file itself in its place.")
        case EACCES, EPERM, EROFS, ENOENT, ENOTDIR: MemoryError.readOnly(path, cause: reason)
        case ENOSPC, EDQUOT, EIO:
            MemoryError(
                .inputOutput, "What is seen now can't be remembered in \(InputFile.name(path)): \(reason).",
                hint: "Check the disk and its free space, then run the command again.", cause: reason)
        default:
            MemoryError(
                .cannotOpen, "What was seen before, \(InputFile.name(path)), can't be opened: \(reason).",
                hint: "Check the rights of the file and its folder, or judge without it with --no-state.")
        }
    }
}
