import Encodings
import Glibc

/// Linux's own: all of one file system, where fsync would be one call a file. Swift's Glibc doesn't show it.
@_silgen_name("syncfs") private func syncfs(_ descriptor: Int32) -> Int32

/// The folder that a class's badges are written to: each file whole, under a name made of slug and UUID, readable by
/// its owner only, and none ever replaced.
final class AwardFiles: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens the folder; its last part is made when it is missing.
    init(folder path: String) throws(AwardError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw Self.refusal(path, errno) }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw Self.refusal(path, errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes a credential unless it lies there already.
    ///
    /// The name has the first eight digits of the UUID, and more of them where another badge's file has that name.
    /// - Parameter isNew: whether the award was given just now, so that no file of it can be there yet.
    /// - Returns: the file's name, and whether it was written now.
    func write(
        _ bytes: [UInt8], slug: String, uuid: String, suffix: String, isNew: Bool = false
    ) throws(AwardError) -> (String, Bool) {
        let names = [8, 13, 36].map { "\(slug)-\(uuid.prefix($0)).\(suffix)" }
        if !isNew, let name = names.first(where: { holds(bytes, $0) }) { return (name, false) }
        do throws(DraftFile.Failure) {
            var draft = try DraftFile(of: "\(slug)-\(uuid)", in: descriptor, mode: 0o600)
            try draft.write(bytes)
            for name in names {
                if try draft.put(as: name, replacing: false) { return (name, true) }
                // Two runs at once may write the same award's file.
                if holds(bytes, name) { return (name, false) }
            }
        } catch {
            throw Self.refusal("\(path)/\(names[0])", error.number)
        }
        throw Self.refusal("\(path)/\(names[2])", EEXIST)
    }

    /// Makes sure that everything written so far is on the disk.
    func sync() throws(AwardError) {
        guard syncfs(descriptor) == 0 else { throw Self.refusal(path, errno) }
    }

    private func holds(_ bytes: [UInt8], _ name: String) -> Bool {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == bytes.count else {
            return false
        }
        var found = [UInt8](repeating: 0, count: bytes.count)
        var offset = 0
        while offset < found.count {
            let count = found.withUnsafeMutableBytes { buffer in
                read(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            offset += count
        }
        return found == bytes
    }

    private static func refusal(_ path: String, _ number: Int32) -> AwardError {
        let (name, cause) = (UTF8Text.escapedForTerminal(path), String(cString: strerror(number)))
        if let want = DiskRoom.want(number) {
            return AwardError(
                .noSpace, "\"\(name)\" can't be written: \(want).", hint: "\(DiskRoom.hint)\(again)", cause: cause)
        }
        let isProtected = number == EROFS
        return AwardError(
            .output, "\"\(name)\" can't be written\(isProtected ? ": the disk is write-protected" : "").",
            hint: "Check the folder, and run the same command again; nothing was lost.\(again)", cause: cause)
    }

    /// The register has the awards by now, and only their files are missing.
    private static let again =
        " Awards already recorded are not given twice; their files are written then."
}
