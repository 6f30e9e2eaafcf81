import Encodings
import Glibc

/// Writes a file whole or not at all: beside, synced, renamed.
package enum OutputFile {
    /// - Parameter mode: permissions of the new file, less those that the umask takes away
    /// - Throws: `ReceiverError` `file.unwritable`, `file.no-space`; what stood there before stays.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(ReceiverError) {
        do throws(DraftFile.Failure) {
            var draft = try DraftFile(of: path, mode: mode, heedsMask: true)
            try draft.write(bytes)
            try draft.sync()
            _ = try draft.put(as: path, replacing: true)
        } catch {
            throw failure(path, error.number)
        }
    }

    /// The file that a name leads to, so that a link isn't replaced by a file.
    ///
    /// - Throws: `ReceiverError` `file.wrong-kind` for a link that leads nowhere.
    static func target(of path: String) throws(ReceiverError) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
        guard let resolved = realpath(path, nil) else {
            throw ReceiverError(
                .wrongKind, "\(InputFile.name(path)) is a link that leads nowhere.",
                hint: "Make the file that it leads to, or remove the link.", cause: String(cString: strerror(errno)))
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Finds out whether a file could be written, before work whose result would have no place.
    ///
    /// - Throws: `ReceiverError` `file.unwritable`, `file.wrong-kind`
    package static func checkFile(_ path: String) throws(ReceiverError) {
        guard InputFile.kind(of: path) != .folder else {
            throw ReceiverError(.wrongKind, "\(InputFile.name(path)) is a folder.", hint: "Name a file.")
        }
        guard InputFile.kind(of: above(path)) == .folder else {
            throw failure(path, InputFile.kind(of: above(path)) == .file ? ENOTDIR : ENOENT)
        }
        try checkFolder(above(path), as: path)
    }

    /// Finds out whether files could be written into a folder, which need not be there yet.
    package static func checkFolder(_ path: String) throws(ReceiverError) {
        switch InputFile.kind(of: path) {
        case .folder: try checkFolder(path, as: path)
        case .missing:
            let parent = above(path)
            guard InputFile.kind(of: parent) == .folder else {
                throw failure(path, InputFile.kind(of: parent) == .file ? ENOTDIR : ENOENT)
            }
            try checkFolder(parent, as: path)
        case .file:
            throw ReceiverError(
                .wrongKind, "\(InputFile.name(path)) is a file, and a folder is due.", hint: "Name a folder.")
        }
    }

    private static func checkFolder(_ folder: String, as path: String) throws(ReceiverError) {
        guard access(folder, W_OK | X_OK) == 0 else { throw failure(path, errno) }
    }

    /// The folder in which a path's last part stands.
    private static func above(_ path: String) -> String {
        var end = path[...]
        while end.count > 1, end.last == "/" { end = end.dropLast() }
        guard let slash = end.lastIndex(of: "/") else { return "." }
        return slash == end.startIndex ? "/" : String(end[..<slash])
    }

    /// Makes a folder and those above it; existing ones are fine.
    package static func makeFolder(_ path: String) throws(ReceiverError) {
        guard !path.isEmpty, path != "/", InputFile.kind(of: path) == .missing else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path, errno) }
    }

    /// Takes a file away that was just written, when what belongs with it couldn't be.
    package static func remove(_ path: String) { unlink(path) }

    static func failure(_ path: String, _ number: Int32) -> ReceiverError {
        let reason = String(cString: strerror(number))
        if let want = DiskRoom.want(number) {
            return ReceiverError(
                .noSpace, "\(InputFile.name(path)) can't be written: \(want).", hint: DiskRoom.hint, cause: reason)
        }
        return ReceiverError(
            .unwritable, "\(InputFile.name(path)) can't be written: \(reason).",
            hint: "Check that the folder exists, that you may write there, and the free space.", cause: reason)
    }
}
