import Encodings
import Glibc

/// What was fetched before, in a folder that belongs to its owner alone: a file for each address, whole or not there.
///
/// It is no memory: what is lost or damaged is fetched again. What must not be forgotten (the newest list seen) stands
/// in the receiver's memory.
package struct WebCache: Sendable {
    package let folder: String

    /// More addresses than a receiver's issuers have; the oldest go first.
    static let maxDocuments = 500
    /// The largest document with the line about it.
    static let maxBytes = WebSupply.maxListBytes + 8192

    package init(folder: String) { self.folder = folder }

    /// `$XDG_CACHE_HOME/passport/fetched`, else `~/.cache/passport/fetched`; nothing without a home.
    package init?(_ environment: [String: String]) {
        func path(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let base = path("XDG_CACHE_HOME") ?? path("HOME").map({ "\($0)/.cache" }) else { return nil }
        folder = "\(base)/passport/fetched"
    }

    package var exists: Bool { InputFile.kind(of: folder) == .folder }

    /// - Throws: `WebCacheError` `cache.damaged`, `cache.permissions`; nothing where there is none.
    package func document(of url: String) throws(WebCacheError) -> KeptDocument? {
        guard exists else { return nil }
        try checkFolder()
        let path = path(of: url)
        let bytes: [UInt8]
        do throws(ReceiverError) {
            bytes = try InputFile.read(path, limit: Self.maxBytes, followingLinks: false)
        } catch {
            if error.code == .missing { return nil }
            throw Self.damaged(path, cause: error.cause ?? error.codeText)
        }
        guard let document = KeptDocument(bytes), document.url.hasSameBytes(as: url) else {
            throw Self.damaged(path, cause: nil)
        }
        return document
    }

    /// - Throws: `WebCacheError` `cache.permissions`, `cache.unwritable`; what was kept before stays.
    package func keep(_ document: KeptDocument) throws(WebCacheError) {
        try makeFolder()
        try checkFolder()
        do throws(ReceiverError) {
            try OutputFile.write(document.bytes, to: path(of: document.url), mode: 0o600)
        } catch { throw unwritable(error.cause ?? error.message) }
        removeOldest()
    }

    package func path(of url: String) -> String { "\(folder)/\(KeptDocument.digest(Array(url.utf8))).fetched" }

    // MARK: The folder

    private func makeFolder() throws(WebCacheError) {
        guard !exists else { return }
        let parent = String(folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.startIndex))
        let base = String(parent.prefix(upTo: parent.lastIndex(of: "/") ?? parent.startIndex))
        do throws(ReceiverError) { try OutputFile.makeFolder(base) } catch { throw unwritable(error.message) }
        for path in [parent, folder] {
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unwritable(String(cString: strerror(errno))) }
        }
    }

    private func checkFolder() throws(WebCacheError) {
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
            status.st_mode & (S_IRWXG | S_IRWXO) == 0
        else {
            throw WebCacheError(
                .permissions, "Others than you may read or change what was fetched before, \(InputFile.name(folder)).",
                hint: "Remove the folder; it is made anew.")
        }
    }

    private func removeOldest() {
        guard let names = try? InputFile.names(in: folder), names.count > Self.maxDocuments else { return }
        let aged = names.map { name in
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0 else { return (name: name, time: 0) }
            return (name: name, time: status.st_mtim.tv_sec)
        }
        for file in aged.sorted(by: { $0.time < $1.time }).prefix(names.count - Self.maxDocuments) {
            unlink("\(folder)/\(file.name)")
        }
    }

    private func unwritable(_ cause: String) -> WebCacheError {
        WebCacheError(
            .unwritable, "What is fetched can't be kept in \(InputFile.name(folder)).",
            hint: "Check the rights of the folder and the free space.", cause: cause)
    }

    private static func damaged(_ path: String, cause: String?) -> WebCacheError {
        WebCacheError(
            .damaged, "What was fetched before and kept as \(InputFile.name(path)) is damaged, and isn't used.",
            hint: "Run the command with --online, which fetches it anew.", cause: cause)
    }
}

/// Why what was fetched can't be kept, or what was kept can't be used. The work goes on without.
package struct WebCacheError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// A kept document isn't as it was written.
        case damaged = "cache.damaged"
        /// The folder isn't the user's alone.
        case permissions = "cache.permissions"
        /// There is no room, or the folder may not be written.
        case unwritable = "cache.unwritable"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: WebCacheError, right: WebCacheError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
