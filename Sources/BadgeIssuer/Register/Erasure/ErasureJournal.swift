import Encodings
import Glibc

/// The list of those who were erased, kept beside the register so that no older copy of it brings them back.
///
/// Only ever appended to, while the register's write lock is held and before its transaction ends: what the register
/// forgot is in the journal, and what the journal has and the register doesn't is made up for by the next command
/// that writes.
package struct ErasureJournal: Sendable {
    package static let fileName = "erasures.jsonl"
    /// A hundred thousand persons with a few awards each.
    static let maxBytes = 128 << 20

    package let path: String

    package init(beside registerPath: String) {
        path = "\(FolderPath.folder(of: registerPath))/\(Self.fileName)"
    }

    package init(path: String) { self.path = path }

    package var exists: Bool { FolderPath.isFile(path) }

    /// The entries, in the order in which they were written.
    ///
    /// - Parameter key: every entry must have been sealed with it; without one, seals aren't looked at.
    /// - Throws: `ErasureError` `erasure.journal`, `FileError` when it can't be read.
    package func entries(sealedWith key: ErasureKey? = nil) throws -> [ErasureEntry] {
        guard exists else { return [] }
        let bytes = try WholeFile.read(path, atMost: Self.maxBytes)
        return try Self.entries(in: bytes, name: path, sealedWith: key)
    }

    static func entries(
        in bytes: [UInt8], name: String, sealedWith key: ErasureKey?
    ) throws(ErasureError) -> [ErasureEntry] {
        var entries: [ErasureEntry] = []
        // What follows the last line end was cut short before its transaction could end, and says nothing.
        let whole = bytes[..<((bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)]
        for (index, line) in whole.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let entry = ErasureEntry(reading: Array(line)), key.map(entry.isSealed) ?? true else {
                throw ErasureError(
                    .journal,
                    "Line \(index + 1) of the erasure journal \"\(UTF8Text.escapedForTerminal(name))\" "
                        + "isn't what was written there.",
                    hint: "Take the journal, and \(ErasureKey.fileName) with it, back from a backup.")
            }
            entries.append(entry)
        }
        return entries
    }

    /// Adds entries, which are on the disk when this returns.
    ///
    /// - Throws: `ErasureError` `erasure.unwritable`.
    func append(_ entries: [ErasureEntry]) throws(ErasureError) {
        let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard file >= 0 else { throw unwritable() }
        defer { close(file) }
        let end = try wholeLength(of: file)
        let bytes = entries.flatMap(\.line)
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset, end + offset)
            }
            if count < 0, errno != EINTR {
                let error = unwritable()
                ftruncate(file, end)
                throw error
            }
            offset += max(count, 0)
        }
        guard fsync(file) == 0 else { throw unwritable() }
        do { try FolderHandle(opening: FolderPath.folder(of: path)).sync() } catch {
            throw ErasureError(.unwritable, error.message, hint: error.hint, cause: error.cause)
        }
    }

    /// Where the last whole line ends; what an ended program left after it is cut off.
    private func wholeLength(of file: Int32) throws(ErasureError) -> Int {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw unwritable() }
        var end = Int(status.st_size)
        var byte: UInt8 = 0
        while end > 0, pread(file, &byte, 1, end - 1) == 1, byte != UInt8(ascii: "\n") { end -= 1 }
        guard end == Int(status.st_size) || ftruncate(file, end) == 0 else { throw unwritable() }
        return end
    }

    private func unwritable() -> ErasureError {
        ErasureError(
            .unwritable, "The erasure journal \"\(UTF8Text.escapedForTerminal(path))\" can't be written.",
            hint: "Check that you may write there, and that there is room; nobody was erased.",
            cause: String(cString: strerror(errno)))
    }
}
