import Glibc

/// Paths of folders, made absolute and compared.
enum FolderPath {
    /// The path from the root on, without slashes at its end.
    ///
    /// `..` stays: only the system knows what stands above a folder that was reached through a link.
    ///
    /// - Parameter current: what a relative path starts from, absolute.
    static func absolute(_ path: String, from current: String) -> String {
        var full = path.utf8.first == UInt8(ascii: "/") ? path : "\(current)/\(path)"
        while full.utf8.last == UInt8(ascii: "/"), full.utf8.count > 1 { full.removeLast() }
        return full
    }

    /// The folder above; of `/` none.
    static func parent(of path: String) -> String? {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path != "/" else { return nil }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    /// The folder that a file lies in; `.` for a plain name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    /// What follows the last slash.
    static func lastName(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    static func isFile(_ path: String) -> Bool { kind(path) == S_IFREG }
    static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// The current folder of this process.
    static func current() -> String? {
        guard let pointer = getcwd(nil, 0) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
