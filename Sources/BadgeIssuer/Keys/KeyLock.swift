import Glibc

/// Lets one command at a time change a workspace's keys; held until it is let go.
final class KeyLock {
    private let descriptor: Int32

    /// Waits until nobody else holds it.
    ///
    /// - Throws: `FileError` when the keys folder can't be opened.
    init(_ workspace: Workspace) throws(FileError) {
        descriptor = open(workspace.keysFolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.reading(workspace.keysFolder, errno) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let number = errno
                close(descriptor)
                throw FileError.reading(workspace.keysFolder, number)
            }
        }
    }

    // Closing lets go.
    deinit { close(descriptor) }
}
