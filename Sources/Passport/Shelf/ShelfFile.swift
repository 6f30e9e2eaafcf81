import Encodings
import Glibc

/// The shelf's file before SQLite opens it: whether it is there, and whose it is.
enum ShelfFile {
    /// Makes an empty file that only its owner can read.
    static func makeEmpty(at path: String) throws(ShelfError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let number = errno
            guard number != EEXIST, number != ELOOP else { throw alreadyExists(path) }
            throw ShelfError(
                .cannotOpen, "The shelf \(InputFile.name(path)) can't be made.",
                hint: "Check that the folder exists and that you may write in it.", cause: text(of: number))
        }
        // The process's umask may have taken the owner's own rights away.
        fchmod(descriptor, 0o600)
        close(descriptor)
    }

    static func alreadyExists(_ path: String) -> ShelfError {
        ShelfError(
            .alreadyExists, "There already is a file \(InputFile.name(path)); it was left as it is.",
            hint: "Use the shelf that is there, or name another file with --shelf.")
    }

    /// Removes a shelf that could not be finished, with the files that SQLite keeps beside it.
    static func remove(at path: String) {
        for name in [path, "\(path)-wal", "\(path)-shm", "\(path)-journal"] { unlink(name) }
    }

    /// - Returns: whether the file lies where nothing can be written.
    /// - Throws: `shelf.missing`, `shelf.link`, `shelf.permissions`, `shelf.not-a-shelf` for what is no plain file,
    ///   `shelf.cannot-open` and `shelf.read-only` when the rights don't suffice.
    static func check(at path: String, readOnly: Bool) throws(ShelfError) -> Bool {
        let name = InputFile.name(path)
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(toOpen: path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ShelfError(.notAShelf, "\(name) isn't a shelf: it is no plain file.", hint: "Check the path.")
        }
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            throw ShelfError(
                .permissions, "Others than its owner may read or change the shelf \(name).",
                hint: "Run: chmod 600 \(name). It holds your badges and your key.")
        }
        guard status.st_uid == geteuid() || geteuid() == 0 else {
            throw ShelfError(
                .permissions, "The shelf \(name) belongs to another user of this machine.",
                hint: "Use a shelf of your own; `passportctl passport create` makes one.")
        }
        let isWritable = access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
        guard readOnly || isWritable else {
            throw ShelfError(
                .readOnly, "You may not write the shelf \(name) or its folder.",
                hint: "Run the command as the shelf's owner, on a disk that isn't write-protected.",
                cause: text(of: errno))
        }
        return !isWritable
    }

    private static func failure(toOpen path: String, _ number: Int32) -> ShelfError {
        let name = InputFile.name(path)
        return switch number {
        case ENOENT, ENOTDIR:
            ShelfError(
                .missing, "There is no shelf \(name).",
                hint: "Make one with `passportctl passport create`, or say with --shelf where yours is.")
        case ELOOP:
            ShelfError(
                .link, "\(name) is a link; a shelf is never opened through one.", hint: "Name the file itself.")
        default:
            ShelfError(
                .cannotOpen, "You may not open the shelf \(name).", hint: "Run the command as the shelf's owner.",
                cause: text(of: number))
        }
    }

    /// Has SQLite read a file as it is: it needs no files of its own beside it then.
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

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func text(of number: Int32) -> String { String(cString: strerror(number)) }
}
