import Glibc

/// Linux's own: a rename that can be told not to replace anything. Swift's Glibc doesn't show it.
@_silgen_name("renameat2") private func renameat2(
    _ oldFolder: Int32, _ oldName: UnsafePointer<CChar>, _ newFolder: Int32, _ newName: UnsafePointer<CChar>,
    _ flags: UInt32
) -> Int32
private let withoutReplacing: UInt32 = 1

/// A file in the making: it lies beside its place under a hidden name, and takes the place when it is complete.
///
/// Its writer holds a lock on it, which ends with the process however that ends. A draft that nobody holds was left by
/// a run that was cut short; the next run that writes the same file removes it, and no other run's.
package struct DraftFile: ~Copyable {
    /// A system call failed with this number.
    package struct Failure: Error {
        package let number: Int32

        package init(number: Int32) { self.number = number }
    }

    private let folder: Int32
    private let draft: String
    private let descriptor: Int32
    private var isPut = false

    /// Makes an empty draft of a file.
    ///
    /// - Parameters:
    ///   - name: the file's, in the open folder, or its path.
    ///   - folder: an open folder that outlives the draft; without one, `name` is looked up as the process does.
    ///   - mode: the file's rights.
    ///   - heedsMask: whether the process's umask takes rights away.
    package init(
        of name: String, in folder: Int32? = nil, mode: UInt32, heedsMask: Bool = false
    ) throws(Failure) {
        self.folder = folder ?? AT_FDCWD
        draft = Self.draftName(of: name)
        descriptor = try Self.make(draft, in: self.folder, mode: mode, heedsMask: heedsMask)
    }

    deinit {
        // Removed before the lock is let go, so that nobody takes it for an abandoned one in between.
        if !isPut { unlinkat(folder, draft, 0) }
        close(descriptor)
    }

    package func write(_ bytes: [UInt8]) throws(Failure) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            if count >= 0 { offset += count } else if errno != EINTR { throw Failure(number: errno) }
        }
    }

    /// Makes sure that the bytes are on the disk.
    package func sync() throws(Failure) {
        guard fsync(descriptor) == 0 else { throw Failure(number: errno) }
    }

    /// Puts the file in its place, or in another of the same folder.
    ///
    /// - Parameter replacing: whether it may take the place of what is there; a link is replaced, not followed.
    /// - Returns: whether it was put; not when there is something that may not be replaced.
    package mutating func put(as name: String, replacing: Bool) throws(Failure) -> Bool {
        guard !isPut else { return false }
        if replacing {
            guard renameat(folder, draft, folder, name) == 0 else { throw Failure(number: errno) }
        } else if renameat2(folder, draft, folder, name, withoutReplacing) != 0 {
            guard errno == EINVAL || errno == ENOSYS else {
                if errno == EEXIST { return false }
                throw Failure(number: errno)
            }
            guard try putBySecondName(name) else { return false }
        }
        isPut = true
        return true
    }

    // MARK: Steps

    /// For file systems without that kind of rename: a second name never replaces anything either.
    private func putBySecondName(_ name: String) throws(Failure) -> Bool {
        if linkat(folder, draft, folder, name, 0) == 0 {
            unlinkat(folder, draft, 0)
            return true
        }
        if errno == EEXIST { return false }
        // Memory sticks know no second names: the name is taken with an empty file, then filled.
        let taken = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard taken >= 0 else {
            if errno == EEXIST { return false }
            throw Failure(number: errno)
        }
        close(taken)
        guard renameat(folder, draft, folder, name) == 0 else {
            let number = errno
            unlinkat(folder, name, 0)
            throw Failure(number: number)
        }
        return true
    }

    /// `.name.part` in the folder of the file.
    private static func draftName(of name: String) -> String {
        guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ".\(name).part" }
        return "\(name[...slash]).\(name[name.utf8.index(after: slash)...]).part"
    }

    private static func make(
        _ draft: String, in folder: Int32, mode: UInt32, heedsMask: Bool
    ) throws(Failure) -> Int32 {
        // Nobody else sees into it before it has exactly its rights.
        let first = heedsMask ? mode : mode & 0o700
        // Each round that makes nothing has seen another run's draft go.
        for _ in 0..<1000 {
            let made = openat(folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, first)
            guard made >= 0 else {
                guard errno == EEXIST else { throw Failure(number: errno) }
                try removeAbandoned(draft, in: folder)
                continue
            }
            guard isHeld(made) else {
                close(made)
                continue
            }
            guard heedsMask || fchmod(made, mode) == 0 else {
                let number = errno
                unlinkat(folder, draft, 0)
                close(made)
                throw Failure(number: number)
            }
            return made
        }
        throw Failure(number: EBUSY)
    }

    /// Locks a draft that was just made; another run may have taken it for an abandoned one before that.
    private static func isHeld(_ descriptor: Int32) -> Bool {
        // Where a file system knows no locks, nobody can take another's draft for abandoned by one.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }

    /// Removes a draft when its writer is gone, and waits for a writer that is at work.
    private static func removeAbandoned(_ draft: String, in folder: Int32) throws(Failure) {
        let found = openat(folder, draft, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard found >= 0 else {
            guard errno != ENOENT else { return }
            // A link, or somebody else's: it isn't ours, and is in the way.
            guard unlinkat(folder, draft, 0) == 0 || errno == ENOENT else { throw Failure(number: errno) }
            return
        }
        defer { close(found) }
        while flock(found, LOCK_EX) != 0, errno == EINTR {}
        var (held, named) = (stat(), stat())
        guard fstat(found, &held) == 0, fstatat(folder, draft, &named, AT_SYMLINK_NOFOLLOW) == 0,
            held.st_dev == named.st_dev, held.st_ino == named.st_ino
        else { return }
        guard unlinkat(folder, draft, 0) == 0 || errno == ENOENT else { throw Failure(number: errno) }
    }
}
