import Encodings
import Glibc

/// A file in the making: it gets its name when it is complete.
package final class FileDraft {
    private let descriptor: Int32
    /// The path that it will have, for messages.
    private let path: String

    fileprivate init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    package func append(_ bytes: [UInt8]) throws(FileError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError.writing(path, errno)
            }
            offset += count
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
        let draft = ".\(name).\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
        do {
            try make(draft, for: name, mode: mode, fill)
            try put(draft, as: name, existing: existing)
        } catch {
            unlinkat(descriptor, draft, 0)
            throw error
        }
        try sync()
    }

    private func make(
        _ draft: String, for name: String, mode: UInt32, _ fill: (FileDraft) throws -> Void
    ) throws {
        let full = path(of: name)
        let file = openat(descriptor, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode & 0o700)
        guard file >= 0 else { throw FileError.writing(full, errno) }
        defer { Glibc.close(file) }
        guard fchmod(file, mode) == 0 else { throw FileError.writing(full, errno) }
        try fill(FileDraft(file, path: full))
        guard fsync(file) == 0 else { throw FileError.writing(full, errno) }
    }

    private func put(_ draft: String, as name: String, existing: Existing) throws(FileError) {
        let full = path(of: name)
        if existing == .refuse {
            // A second name never replaces a file that came in the meantime.
            if linkat(descriptor, draft, descriptor, name, 0) == 0 {
                unlinkat(descriptor, draft, 0)
                return
            }
            if errno == EEXIST { throw FileError.writing(full, EEXIST) }
            // Memory sticks know no second names: take the name with an empty file first.
            let placeholder = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard placeholder >= 0 else { throw FileError.writing(full, errno) }
            Glibc.close(placeholder)
        }
        guard renameat(descriptor, draft, descriptor, name) == 0 else {
            let number = errno
            if existing == .refuse { unlinkat(descriptor, name, 0) }
            throw FileError.writing(full, number)
        }
    }
}
