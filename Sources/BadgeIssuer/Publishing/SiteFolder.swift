import BadgeDefinitions

/// The folder that a site is written to: files whole, links not followed, and what is the same left untouched.
struct SiteFolder {
    private let root: FolderHandle
    private var folders: [String: FolderHandle] = [:]
    private(set) var report = PublishReport()

    init(_ root: FolderHandle) { self.root = root }

    /// Writes a file unless it is there with these bytes.
    ///
    /// - Parameter path: below the root, made of plain names.
    mutating func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return }
        let folder = try folder(parts.dropLast())
        switch try folder.write(bytes, as: name, mode: 0o644, existing: .keepEqual) {
        case .written: report.written.append(path)
        case .unchanged: report.unchanged.append(path)
        }
    }

    /// The bytes of a file that lies at the root, if it is there.
    func read(_ name: String, atMost limit: Int) throws(FileError) -> [UInt8]? {
        root.kind(of: name) == .file ? try root.read(name, atMost: limit) : nil
    }

    /// Writes a page of ours; one of somebody else's in that place stays.
    mutating func writePage(_ bytes: [UInt8], to path: String) throws(FileError) {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return }
        let folder = try folder(parts.dropLast())
        if folder.kind(of: name) != nil, try !isOurs(name, in: folder) {
            report.kept.append(path)
            return
        }
        try write(bytes, to: path)
    }

    private func isOurs(_ name: String, in folder: FolderHandle) throws(FileError) -> Bool {
        guard folder.kind(of: name) == .file, let old = try folder.read(name, atMost: 16 << 20) else { return false }
        // It stands in the head, whatever follows.
        return old.prefix(4 << 10).firstRange(of: Array(PageFrame.mark.text.utf8)) != nil
    }

    mutating func note(elsewhere id: String) { report.elsewhere.append(id) }

    private mutating func folder(_ parts: ArraySlice<String>) throws(FileError) -> FolderHandle {
        guard let name = parts.last else { return root }
        let path = parts.joined(separator: "/")
        if let open = folders[path] { return open }
        // Anyone may read a site.
        let opened = try folder(parts.dropLast()).folder(name, creating: 0o755)
        folders[path] = opened
        return opened
    }
}
