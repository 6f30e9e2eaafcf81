import Encodings

/// Brings together what several journals know of those who were erased, so that no backup brings one of them back.
struct ErasureSources {
    /// A journal with the key that its entries were sealed with.
    private struct Source {
        let entries: [ErasureEntry]
        let key: ErasureKey?
    }

    private var sources: [Source] = []

    /// Adds the journal of a workspace, which may have none.
    mutating func add(workspace root: String) throws {
        let journal = ErasureJournal(path: "\(root)/\(ErasureJournal.fileName)")
        let key = try ErasureKey.read(in: "\(root)/\(Workspace.keysName)")
        guard journal.exists || key != nil else { return }
        sources.append(Source(entries: try journal.entries(sealedWith: key), key: key))
    }

    /// Adds a journal file; its key is one of those at hand, or lies in `keys/` beside the file, or beside it.
    mutating func add(file path: String) throws {
        let folder = FolderPath.folder(of: path)
        var keys = sources.compactMap(\.key)
        for folder in ["\(folder)/\(Workspace.keysName)", folder] {
            if let key = try ErasureKey.read(in: folder) { keys.append(key) }
        }
        let entries = try ErasureJournal.entries(
            in: try WholeFile.read(path, atMost: ErasureJournal.maxBytes), name: path, sealedWith: nil)
        guard !entries.isEmpty else { return }
        guard let key = keys.first(where: { key in entries.allSatisfy { $0.isSealed(with: key) } }) else {
            throw ErasureError(
                .journal,
                "The erasure journal \"\(UTF8Text.escapedForTerminal(path))\" wasn't written with a key that is here, "
                    + "or was changed.",
                hint: "Put the \(Workspace.keysName)/\(ErasureKey.fileName) of its workspace beside it.")
        }
        sources.append(Source(entries: entries, key: key))
    }

    /// Writes one journal and its key into a workspace's folder.
    func write(into root: FolderHandle) throws {
        var entries: [ErasureEntry] = []
        var seen: Set<String> = []
        for entry in sources.flatMap(\.entries) where seen.insert(entry.id).inserted { entries.append(entry) }
        // The key that entries need; without entries any will do.
        let needed = Set(sources.filter { !$0.entries.isEmpty }.compactMap(\.key))
        guard needed.count <= 1 else {
            throw ErasureError(
                .journal, "The erasure journals were written with different keys, and can't become one.",
                hint: "Restore with the journal of one workspace only.")
        }
        if let key = needed.first ?? sources.compactMap(\.key).first {
            let folder = try root.folder(Workspace.keysName, creating: 0o700)
            try folder.write(key.fileBytes, as: ErasureKey.fileName, mode: 0o600, existing: .replace)
        }
        guard !entries.isEmpty else { return }
        entries.sort { $0.at < $1.at }
        try root.write(entries.flatMap(\.line), as: ErasureJournal.fileName, mode: 0o600, existing: .replace)
    }
}
