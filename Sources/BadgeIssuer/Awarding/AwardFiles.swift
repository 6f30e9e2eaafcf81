import Glibc

/// Linux's own: all of one file system, where fsync would be one call a file. Swift's Glibc doesn't show it.
@_silgen_name("syncfs") private func syncfs(_ descriptor: Int32) -> Int32

/// Linux's own as well: a rename that can be told not to replace anything.
@_silgen_name("renameat2") private func renameat2(
    _ oldFolder: Int32, _ oldName: UnsafePointer<CChar>, _ newFolder: Int32, _ newName: UnsafePointer<CChar>,
    _ flags: UInt32
) -> Int32
private let withoutReplacing: UInt32 = 1

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
        let draft = ".\(slug)-\(uuid).part"
        try writeDraft(bytes, as: draft)
        var isPut = false
        defer { if !isPut { unlinkat(descriptor, draft, 0) } }
        for name in names {
            isPut = try put(draft, as: name)
            if isPut { return (name, true) }
            // Two runs at once may write the same award's file.
            if holds(bytes, name) { return (name, false) }
        }
        throw Self.refusal("\(path)/\(names[2])", EEXIST)
    }

    /// Makes sure that everything written so far is on the disk.
    func sync() throws(AwardError) {
        guard syncfs(descriptor) == 0 else { throw Self.refusal(path, errno) }
    }

    private func writeDraft(_ bytes: [UInt8], as name: String) throws(AwardError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var file = openat(descriptor, name, flags, 0o600)
        if file < 0, errno == EEXIST {
            // Left by a run that was cut short.
            unlinkat(descriptor, name, 0)
            file = openat(descriptor, name, flags, 0o600)
        }
        guard file >= 0 else { throw Self.refusal("\(path)/\(name)", errno) }
        defer { close(file) }
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let number = errno
                unlinkat(descriptor, name, 0)
                throw Self.refusal("\(path)/\(name)", number)
            }
            offset += count
        }
    }

    /// Gives the draft its name; nothing happens when the name is taken.
    private func put(_ draft: String, as name: String) throws(AwardError) -> Bool {
        if renameat2(descriptor, draft, descriptor, name, withoutReplacing) == 0 { return true }
        if errno == EEXIST { return false }
        // Some memory sticks don't know that: the name is taken with an empty file, then filled.
        let taken = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard taken >= 0 else {
            if errno == EEXIST { return false }
            throw Self.refusal("\(path)/\(name)", errno)
        }
        close(taken)
        guard renameat(descriptor, draft, descriptor, name) == 0 else {
            let number = errno
            unlinkat(descriptor, name, 0)
            throw Self.refusal("\(path)/\(name)", number)
        }
        return true
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
        AwardError(
            .output, "\"\(path)\" can't be written.",
            hint: "Check the folder and its free space, and run the command again: awards already recorded are not "
                + "given twice, and their files are written then.",
            cause: String(cString: strerror(number)))
    }
}
