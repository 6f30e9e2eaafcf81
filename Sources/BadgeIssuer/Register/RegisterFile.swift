import Encodings
import GRDB
import Glibc

/// The register's file before SQLite opens it: whether it is there, whose it is, and what it holds.
enum RegisterFile {
    /// Makes an empty file that only its owner can read.
    static func makeEmpty(at path: String) throws(RegisterError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = errno
            if reason == EEXIST || reason == ELOOP {
                throw RegisterError(
                    .alreadyExists, "There already is a file \"\(path)\"; it was left as it is.",
                    hint: "Choose another folder, or use the register that is there.")
            }
            throw RegisterError(
                .cannotOpen, "The register \"\(path)\" can't be made.",
                hint: "Check that the folder exists and that you may write in it.", cause: text(of: reason))
        }
        close(descriptor)
    }

    /// Removes a register that could not be finished, with the files that SQLite keeps beside it.
    static func remove(at path: String) {
        for name in [path, "\(path)-wal", "\(path)-shm", "\(path)-journal"] { unlink(name) }
    }

    /// - Throws: `register.missing`, `register.not-a-register` for what is no plain file, `register.cannot-open`
    ///   and `register.read-only` when the rights don't suffice.
    static func check(at path: String, readOnly: Bool) throws(RegisterError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = errno
            guard reason == ENOENT || reason == ENOTDIR else {
                throw RegisterError(
                    .cannotOpen, "The register \"\(path)\" can't be opened.",
                    hint: "Check the rights of its folder.", cause: text(of: reason))
            }
            throw RegisterError(
                .missing, "There is no register \"\(path)\".",
                hint: "Check the workspace's path; `passportctl init` makes a new workspace with its register.")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw RegisterError(
                .notARegister, "\"\(path)\" isn't a register: it is no plain file.",
                hint: "Check the workspace's path.")
        }
        guard access(path, R_OK) == 0 else {
            throw RegisterError(
                .cannotOpen, "You may not read the register \"\(path)\".",
                hint: "Run the command as the register's owner.", cause: text(of: errno))
        }
        guard readOnly || (access(path, W_OK) == 0 && access(FolderPath.folder(of: path), W_OK) == 0) else {
            throw RegisterError(
                .readOnly, "You may not write the register \"\(path)\" or its folder.",
                hint: "Run the command as the register's owner, on a disk that isn't write-protected.",
                cause: text(of: errno))
        }
    }

    /// Opens the database for reading, lets `look` see it, and closes it again.
    static func inspect<Value>(
        at path: String, busyTimeout: Double, _ look: (Database) throws -> Value
    ) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeout)
        let name = isAtRest(path) ? self.name(atRest: path) : path
        let queue = try DatabaseQueue(path: name, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read(look)
    }

    /// Whether nobody can be writing the file, because it lies on a disk or in a folder where nothing can be written,
    /// and no log of an unfinished writer lies beside it.
    static func isAtRest(_ path: String) -> Bool {
        guard access(FolderPath.folder(of: path), W_OK) != 0 else { return false }
        var status = stat()
        return ["-wal", "-journal"].allSatisfy { stat(path + $0, &status) != 0 || status.st_size == 0 }
    }

    /// Has SQLite read the file as it is: it needs no files of its own beside it then.
    static func name(atRest path: String) -> String {
        var name = "file:"
        for byte in path.utf8 {
            if byte >= 0x80 || [UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(byte) {
                name += "%" + Base16.encode([byte])
            } else {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return name + "?immutable=1"
    }

    private static func text(of number: Int32) -> String { String(cString: strerror(number)) }
}
