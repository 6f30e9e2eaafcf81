import Encodings
import Glibc

/// Writes a file whole or not at all: beside, synced, renamed.
package enum OutputFile {
    /// - Parameter mode: permissions of the new file
    /// - Throws: `ReceiverError` `file.not-written`; what stood there before stays.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(ReceiverError) {
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(path, errno) }
        var failed: Int32?
        var offset = 0
        while failed == nil, offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            if written < 0 {
                if errno != EINTR { failed = errno }
            } else {
                offset += written
            }
        }
        if failed == nil, fsync(descriptor) != 0 { failed = errno }
        if close(descriptor) != 0, failed == nil { failed = errno }
        if failed == nil, rename(temporary, path) != 0 { failed = errno }
        if let failed {
            unlink(temporary)
            throw failure(path, failed)
        }
    }

    /// Makes a folder and those above it; existing ones are fine.
    package static func makeFolder(_ path: String) throws(ReceiverError) {
        guard !path.isEmpty, path != "/", InputFile.kind(of: path) == .missing else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path, errno) }
    }

    private static func failure(_ path: String, _ number: Int32) -> ReceiverError {
        let reason = String(cString: strerror(number))
        return ReceiverError(
            .notWritten, "\(InputFile.name(path)) can't be written: \(reason).",
            hint: "Check the folder's permissions and the free space.", cause: reason)
    }
}
