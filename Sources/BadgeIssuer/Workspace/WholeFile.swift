import Encodings
import Glibc

/// Files that appear whole or not at all: written beside, synced, then put in place.
package enum WholeFile {
    /// Writes a file under a path that the user named.
    ///
    /// - Parameter mode: the file's rights, whatever the umask.
    /// - Throws: `FileError`; then nothing is left behind.
    @discardableResult
    package static func write(
        _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, existing: FolderHandle.Existing = .refuse
    ) throws(FileError) -> FolderHandle.Outcome {
        let (folder, name) = try split(path)
        return try FolderHandle(opening: folder).write(bytes, as: name, mode: mode, existing: existing)
    }

    /// The bytes of a file under a path that the user named; its last part may not be a link.
    package static func read(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        let (folder, name) = try split(path)
        guard let bytes = try FolderHandle(opening: folder).read(name, atMost: limit) else {
            throw FileError.reading(path, ENOENT)
        }
        return bytes
    }

    /// The folder part and the last name of a path.
    static func split(_ path: String) throws(FileError) -> (folder: String, name: String) {
        let bytes = path.utf8
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
            guard !path.isEmpty, path != ".", path != ".." else { throw FileError.writing(path, EISDIR) }
            return (".", path)
        }
        let name = String(path[bytes.index(after: slash)...])
        guard !name.isEmpty, name != ".", name != ".." else { throw FileError.writing(path, EISDIR) }
        return (slash == bytes.startIndex ? "/" : String(path[..<slash]), name)
    }
}
