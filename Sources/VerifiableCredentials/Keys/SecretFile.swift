public import Cryptography
import Encodings
import Glibc

/// Reading and writing files that hold a secret.
///
/// A file is opened once, never through a link, and judged by its descriptor: what was checked is what is read.
public enum SecretFile {
    /// A PEM file of an RSA-8192 key is under 8 KiB; a passphrase is a line.
    public static let maxBytes = 64 * 1024

    /// The file's bytes.
    ///
    /// - Throws: `KeyFileError` `key-file.missing`, `.link`, `.permissions`, `.unreadable`, `limit.key-file`.
    public static func read(_ path: String) throws(KeyFileError) -> [UInt8] {
        try read(path, isSecret: true)
    }

    /// The first line of a file as a passphrase; the line's end is no part of it.
    ///
    /// - Throws: as `read(_:)`, and `key-file.passphrase` for an empty line.
    public static func passphrase(_ path: String) throws(KeyFileError) -> Passphrase {
        var bytes = try read(path)
        defer { wipe(&bytes) }
        var end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
        if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
        guard end > 0 else {
            throw KeyFileError(
                .passphrase, "The passphrase file \"\(path)\" begins with an empty line.",
                hint: "Write the passphrase into its first line.")
        }
        var line = Array(bytes[..<end])
        defer { wipe(&line) }
        return Passphrase(line)
    }

    static func read(_ path: String, isSecret: Bool) throws(KeyFileError) -> [UInt8] {
        // Without O_NONBLOCK a named pipe in the file's place would wait for ever.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(toOpen: path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw KeyFileError(.link, "\"\(path)\" is not a plain file.", hint: "Put the file itself there.")
        }
        if isSecret { try checkPrivacy(of: status, path) }
        guard status.st_size <= maxBytes else {
            throw KeyFileError(.tooLarge, "\"\(path)\" is larger than any key or passphrase.")
        }
        return try contents(of: descriptor, path)
    }

    private static func checkPrivacy(of status: stat, _ path: String) throws(KeyFileError) {
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            throw KeyFileError(
                .permissions, "Others than its owner may read or change \"\(path)\", which holds a secret.",
                hint: "Run: chmod 600 \(path). If others could read it for a while, replace the key.")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw KeyFileError(
                .permissions, "\"\(path)\", which holds a secret, belongs to another user of this machine.",
                hint: "Use a file of your own.")
        }
    }

    private static func contents(of descriptor: Int32, _ path: String) throws(KeyFileError) -> [UInt8] {
        // One array of the full size: growing would leave copies of the secret behind.
        var bytes = [UInt8](repeating: 0, count: maxBytes + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                let number = errno
                wipe(&bytes)
                throw unreadable(path, number)
            }
            if got == 0 { break }
            count += got
        }
        defer { wipe(&bytes) }
        guard count <= maxBytes else {
            throw KeyFileError(.tooLarge, "\"\(path)\" is larger than any key or passphrase.")
        }
        return Array(bytes[..<count])
    }

    /// Writes a new file and syncs it; what exists is never touched.
    ///
    /// - Throws: `KeyFileError` `key-file.exists`, `key-file.unwritable`, `file.no-space`; then nothing was left behind.
    static func create(_ path: String, mode: mode_t, bytes: [UInt8]) throws(KeyFileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            let number = errno
            guard number != EEXIST else {
                throw KeyFileError(
                    .exists, "There is a file \"\(path)\" already, and keys are never written over.",
                    hint: "Choose another name for the new key.")
            }
            throw unwritable(path, number)
        }
        var number: Int32 = 0
        // The process's umask may have taken bits away that a public file should have.
        if fchmod(descriptor, mode) != 0 { number = errno }
        var offset = 0
        while number == 0, offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if written >= 0 { offset += written } else if errno != EINTR { number = errno }
        }
        if number == 0, fsync(descriptor) != 0 { number = errno }
        if close(descriptor) != 0, number == 0 { number = errno }
        guard number == 0 else {
            unlink(path)
            throw unwritable(path, number)
        }
    }

    /// Makes new names in a folder outlast a power cut; where a file system can't, the files are there all the same.
    static func syncFolder(_ path: String) {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure(toOpen path: String, _ number: Int32) -> KeyFileError {
        switch number {
        case ENOENT, ENOTDIR:
            KeyFileError(.missing, "There is no file \"\(path)\".", hint: "Check the name and the folder.")
        case ELOOP:
            KeyFileError(
                .link, "\"\(path)\" is a link; a file with a secret is never opened through one.",
                hint: "Give the name of the file itself.")
        case EACCES, EPERM:
            KeyFileError(
                .permissions, "You may not read \"\(path)\".", hint: "Run this as the user whom the file belongs to.")
        default:
            unreadable(path, number)
        }
    }

    private static func unreadable(_ path: String, _ number: Int32) -> KeyFileError {
        KeyFileError(.unreadable, "\"\(path)\" can't be read.", cause: String(cString: strerror(number)))
    }

    private static func unwritable(_ path: String, _ number: Int32) -> KeyFileError {
        let cause = String(cString: strerror(number))
        if let want = DiskRoom.want(number) {
            return KeyFileError(.noSpace, "\"\(path)\" can't be written: \(want).", hint: DiskRoom.hint, cause: cause)
        }
        return KeyFileError(
            .unwritable, "\"\(path)\" can't be written.", hint: "Check the folder, its permissions and free space.",
            cause: cause)
    }
}
