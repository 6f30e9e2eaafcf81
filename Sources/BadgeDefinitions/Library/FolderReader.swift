import Glibc

/// Reads the files of one folder, and none that is a link to somewhere else.
///
/// Files are opened relative to the open folder, so a folder that is swapped for another meanwhile changes nothing.
final class FolderReader {
    enum Failure: Error {
        case missing
        case isLink
        case notAFile
        case tooLarge
        case unreadable(Int32)
    }

    private let descriptor: Int32
    /// As the caller named it; for messages and findings.
    let path: String

    /// Opens the folder itself, following a link: where it is, is the user's choice.
    init(_ path: String) throws(DefinitionError) {
        descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else {
            let reason = errno
            throw DefinitionError(
                .unreadable,
                reason == ENOENT
                    ? "There is no folder \"\(Quote.text(path, maxCharacters: 200))\"."
                    : "The folder \"\(Quote.text(path, maxCharacters: 200))\" can't be read.",
                hint: "Check the name, and that you may read it.", cause: "errno \(reason)")
        }
    }

    private init(descriptor: Int32, path: String) {
        (self.descriptor, self.path) = (descriptor, path)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The folder of that name within, or `nil` when there is none; a link isn't one.
    func subfolder(_ name: String) -> FolderReader? {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        return inner >= 0 ? FolderReader(descriptor: inner, path: "\(path)/\(name)") : nil
    }

    /// Names in the folder, sorted by their bytes, hidden ones left out.
    func names() throws(DefinitionError) -> [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            if copy >= 0 { close(copy) }
            throw DefinitionError(
                .unreadable, "The folder \"\(Quote.text(path, maxCharacters: 200))\" can't be listed.",
                cause: "errno \(errno)")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The bytes of a regular file in the folder.
    func read(_ name: String, maxBytes: Int) throws(Failure) -> [UInt8] {
        guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")), name != ".." else { throw .notAFile }
        // Without O_NONBLOCK a pipe of that name would wait for a writer.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            switch errno {
            case ENOENT: throw .missing
            case ELOOP: throw .isLink
            case let reason: throw .unreadable(reason)
            }
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= maxBytes else { throw .tooLarge }
        return try Self.readAll(file, expected: Int(status.st_size), maxBytes: maxBytes)
    }

    private static func readAll(_ file: Int32, expected: Int, maxBytes: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: max(4096, min(expected + 1, 64 << 10)))
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            // The file may grow while it is read.
            guard bytes.count <= maxBytes else { throw .tooLarge }
        }
    }
}
