import Encodings
import Glibc

/// A folder held open, in which files are read and written by plain names and no link is followed.
///
/// Names are looked up in the open folder, so that nobody who swaps a folder above it for a link can turn a write
/// elsewhere.
package final class FolderHandle: Sendable {
    /// How the folder was named, for messages.
    package let path: String
    private let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    /// Opens a folder that the user named; links on the way there are the user's own.
    package convenience init(opening path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.reading(path, errno) }
        self.init(path: path, descriptor: descriptor)
    }

    deinit { Glibc.close(descriptor) }

    /// The folder of that name in this one.
    ///
    /// - Parameter mode: makes the folder with exactly these rights when it isn't there.
    package func folder(_ name: String, creating mode: UInt32? = nil) throws(FileError) -> FolderHandle {
        let full = path(of: name)
        if let mode, mkdirat(descriptor, name, mode) == 0 {
            // The umask may have taken rights away.
            guard fchmodat(descriptor, name, mode, 0) == 0 else { throw FileError.writing(full, errno) }
        } else if mode != nil, errno != EEXIST {
            throw FileError.writing(full, errno)
        }
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else {
            let number = errno
            // O_DIRECTORY turns the answer for a link into "not a folder".
            throw kind(of: name) == .link ? FileError.link(full) : FileError.reading(full, number)
        }
        return FolderHandle(path: full, descriptor: opened)
    }

    // MARK: Reading

    /// The bytes of a regular file, or nothing when there is no entry of that name.
    ///
    /// - Throws: `FileError` `file.link`, `file.wrong-kind` for anything else than a file, `limit.file-bytes`.
    package func read(_ name: String, atMost limit: Int) throws(FileError) -> [UInt8]? {
        let full = path(of: name)
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw FileError.reading(full, errno)
        }
        defer { Glibc.close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileError.reading(full, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.wrongKind, "\"\(UTF8Text.escapedForTerminal(full))\" isn't a file.")
        }
        guard status.st_size <= limit else {
            throw FileError(
                .tooLarge,
                "\"\(UTF8Text.escapedForTerminal(full))\" has \(status.st_size) bytes; at most \(limit) are read.")
        }
        return try Self.readAll(file, expecting: Int(status.st_size), atMost: limit, path: full)
    }

    private static func readAll(
        _ file: Int32, expecting size: Int, atMost limit: Int, path: String
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError.reading(path, errno)
            }
            bytes.append(contentsOf: buffer.prefix(count))
            guard bytes.count <= limit else {
                throw FileError(
                    .tooLarge,
                    "\"\(UTF8Text.escapedForTerminal(path))\" grew beyond \(limit) bytes while it was read.")
            }
        }
    }

    /// What kind of entry stands under a name.
    package enum EntryKind: Sendable { case file, folder, link, other }

    /// The kind of the entry itself, not of what a link leads to; nothing when there is no entry.
    package func kind(of name: String) -> EntryKind? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// Names of all entries, in the order of their bytes.
    package func names() throws(FileError) -> [String] {
        // A descriptor of its own, because reading moves its position.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw FileError.reading(path, errno) }
        guard let stream = fdopendir(copy) else {
            let number = errno
            Glibc.close(copy)
            throw FileError.reading(path, number)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    // MARK: Writing

    /// What to do when a file of the name is there.
    package enum Existing: Sendable {
        /// Leave it, and fail with `file.exists`.
        case refuse
        /// Put the new file in its place.
        case replace
        /// Leave it untouched when it holds the same bytes with the same rights, otherwise replace it.
        case keepEqual
    }

    package enum Outcome: Sendable, Hashable { case written, unchanged }

    /// Writes a file whole: under its name stands the old file or the new one, never a part of either.
    ///
    /// The bytes are on the disk when this returns. A link under that name is replaced, not followed.
    ///
    /// - Parameter mode: the file's rights, whatever the umask.
    /// - Throws: `FileError` `file.exists`, `file.unwritable`; then nothing is left behind.
    @discardableResult
    package func write(
        _ bytes: [UInt8], as name: String, mode: UInt32, existing: Existing
    ) throws(FileError) -> Outcome {
        if existing == .keepEqual, holds(bytes, under: name, mode: mode) { return .unchanged }
        if existing == .refuse, kind(of: name) != nil { throw FileError.writing(path(of: name), EEXIST) }
        do throws(DraftFile.Failure) {
            var draft = try DraftFile(of: name, in: descriptor, mode: mode)
            try draft.write(bytes)
            try draft.sync()
            guard try draft.put(as: name, replacing: existing != .refuse) else {
                throw DraftFile.Failure(number: EEXIST)
            }
        } catch {
            throw FileError.writing(path(of: name), error.number)
        }
        try sync()
        return .written
    }

    private func holds(_ bytes: [UInt8], under name: String, mode: UInt32) -> Bool {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o7777 == mode, Int(status.st_size) == bytes.count,
            let old = try? read(name, atMost: bytes.count)
        else { return false }
        return old == bytes
    }

    /// Makes sure that the folder's entries are on the disk.
    package func sync() throws(FileError) {
        // Some file systems can't do this for folders, and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError.writing(path, errno) }
    }

    /// Moves an entry of this folder into another on the same disk, where no entry of that name may be.
    func move(_ name: String, into other: FolderHandle) throws(FileError) {
        guard other.kind(of: name) == nil else { throw FileError.writing(other.path(of: name), EEXIST) }
        guard renameat(descriptor, name, other.descriptor, name) == 0 else {
            throw FileError.writing(other.path(of: name), errno)
        }
    }

    /// Gives a folder in this one another name, under which nothing but an empty folder may be.
    func rename(_ name: String, to new: String) throws(FileError) {
        guard renameat(descriptor, name, descriptor, new) == 0 else {
            throw FileError.writing(path(of: new), errno == ENOTEMPTY ? EEXIST : errno)
        }
    }

    /// Removes an entry with everything below it; what isn't there is no failure.
    func remove(_ name: String) {
        if kind(of: name) == .folder, let folder = try? folder(name) {
            for inner in (try? folder.names()) ?? [] { folder.remove(inner) }
            unlinkat(descriptor, name, AT_REMOVEDIR)
        } else {
            unlinkat(descriptor, name, 0)
        }
    }

    /// Holds the folder as long as this handle lives; not when another process does.
    func hold() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

    /// Removes a folder in this one that no process holds; what isn't there is no failure.
    ///
    /// - Throws: `FileError` `file.exists` when a process holds it.
    func removeAbandoned(_ name: String) throws(FileError) {
        guard kind(of: name) == .folder else { return }
        guard try folder(name).hold() else { throw FileError.writing(path(of: name), EEXIST) }
        remove(name)
    }

    /// The folder's rights.
    var mode: UInt32? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Gives the folder exactly these rights.
    func setMode(_ mode: UInt32) throws(FileError) {
        guard fchmod(descriptor, mode) == 0 else { throw FileError.writing(path, errno) }
    }

    /// Tells the folder from every other, however it is named.
    package var identity: FileIdentity? { FileIdentity(descriptor: descriptor) }

    package func path(of name: String) -> String {
        path.utf8.last == UInt8(ascii: "/") ? path + name : "\(path)/\(name)"
    }
}

/// Which file or folder it is, by device and number.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt
    private let number: UInt

    fileprivate init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}
