import Encodings
import Glibc

/// A file that is written piece by piece: it gets its name when it is complete.
package final class FileDraft {
    private var draft: DraftFile
    /// The path that it will have, for messages.
    private let path: String

    fileprivate init(_ draft: consuming DraftFile, path: String) {
        self.draft = draft
        self.path = path
    }

    package func append(_ bytes: [UInt8]) throws(FileError) {
        do throws(DraftFile.Failure) {
            try draft.write(bytes)
        } catch {
            throw FileError.writing(path, error.number)
        }
    }

    fileprivate func put(as name: String, replacing: Bool) throws(FileError) {
        do throws(DraftFile.Failure) {
            try draft.sync()
            guard try draft.put(as: name, replacing: replacing) else { throw DraftFile.Failure(number: EEXIST) }
        } catch {
            throw FileError.writing(path, error.number)
        }
    }
}

extension FolderHandle {
    /// Writes a file whole, piece by piece: under its name stands the old file or the new one, never a part of either.
    ///
    /// - Parameters:
    ///   - mode: the file's rights, whatever the umask.
    ///   - existing: `keepEqual` replaces, as nothing is known of the bytes before.
    ///   - fill: appends the bytes; when it throws, nothing is left behind.
    package func writeDraft(
        as name: String, mode: UInt32, existing: Existing, _ fill: (FileDraft) throws -> Void
    ) throws {
        if existing == .refuse, kind(of: name) != nil { throw FileError.writing(path(of: name), EEXIST) }
        let file: FileDraft
        do throws(DraftFile.Failure) {
            file = FileDraft(try DraftFile(of: name, in: descriptor, mode: mode), path: path(of: name))
        } catch {
            throw FileError.writing(path(of: name), error.number)
        }
        try fill(file)
        try file.put(as: name, replacing: existing != .refuse)
        try sync()
    }
}
