import Encodings
import Glibc

/// Reads files that a person named, up to a size, and tells folders apart.
package enum InputFile {
    package enum Kind { case file, folder, missing }

    package static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// Whether two paths lead to the same file.
    package static func isSame(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// All bytes of a file.
    ///
    /// - Parameters:
    ///   - limit: more bytes than that are refused, before they are read where the system tells the size
    ///   - followingLinks: false for a name that another file gave
    /// - Throws: `ReceiverError`: `file.missing`, `file.unreadable`, `limit.file-bytes`
    package static func read(
        _ path: String, limit: Int, followingLinks: Bool = true
    ) throws(ReceiverError) -> [UInt8] {
        // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ReceiverError(
                .wrongKind,
                "\(name(path)) is \(status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "not a file").",
                hint: "Name a file.")
        }
        guard status.st_size <= limit else { throw tooLarge(path, limit) }
        return try read(descriptor, path: path, sizeHint: Int(status.st_size), limit: limit)
    }

    /// All bytes of standard input.
    package static func readStandardInput(limit: Int) throws(ReceiverError) -> [UInt8] {
        try read(STDIN_FILENO, path: "-", sizeHint: 0, limit: limit)
    }

    private static func read(
        _ descriptor: Int32, path: String, sizeHint: Int, limit: Int
    ) throws(ReceiverError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(max(sizeHint + 1, 4096), limit + 1))
        var count = 0
        while true {
            if count == bytes.count {
                guard count <= limit else { throw tooLarge(path, limit) }
                bytes.append(contentsOf: repeatElement(0, count: min(bytes.count, limit + 1 - bytes.count)))
                if count == bytes.count { throw tooLarge(path, limit) }
            }
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw failure(path, errno)
            }
            if got == 0 { break }
            count += got
        }
        guard count <= limit else { throw tooLarge(path, limit) }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// The names in a folder in the order of their bytes; hidden ones are left out.
    package static func names(in folder: String) throws(ReceiverError) -> [String] {
        guard let stream = opendir(folder) else { throw failure(folder, errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The path as it is shown in messages.
    package static func name(_ path: String) -> String { "\"\(UTF8Text.escapedForTerminal(path))\"" }

    private static func tooLarge(_ path: String, _ limit: Int) -> ReceiverError {
        ReceiverError(.tooLarge, "\(name(path)) has more than the \(limit) bytes that are read of its kind.")
    }

    private static func failure(_ path: String, _ number: Int32) -> ReceiverError {
        let reason = String(cString: strerror(number))
        return switch number {
        case ENOENT, ENOTDIR:
            ReceiverError(.missing, "There is no file \(name(path)).", hint: "Check the name and the folder.")
        case ELOOP:
            ReceiverError(
                .wrongKind, "\(name(path)) is a link, where a file of its own is due.",
                hint: "Put the file itself in its place.")
        case EACCES, EPERM:
            ReceiverError(
                .permission, "You may not read \(name(path)).",
                hint: "Ask its owner for the right, or for a copy of your own.", cause: reason)
        default:
            ReceiverError(
                .unreadable, "\(name(path)) can't be read: \(reason).", hint: "Try a copy of it.", cause: reason)
        }
    }
}
