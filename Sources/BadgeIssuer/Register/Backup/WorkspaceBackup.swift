package import Cryptography
package import Encodings
import GRDB
import Glibc

/// Puts all of a workspace into one encrypted file while badges go on being awarded.
///
/// The register as it stands at one moment, settings, definitions, keys as they lie there (but not the recovery key),
/// key history, erasure journal and its key. The register's copy has no name while it is read, and nothing of it stays
/// on the disk.
package struct WorkspaceBackup {
    package struct Outcome: Sendable, Hashable {
        package let manifest: BackupManifest
        /// Files in the backup, the register included.
        package let files: Int
        /// Entries that were left out: links, and what is neither file nor folder.
        package let leftOut: [String]
    }

    private let workspace: Workspace
    private let now: Timestamp

    package init(_ workspace: Workspace, at now: Timestamp) {
        self.workspace = workspace
        self.now = now.wholeSeconds
    }

    /// - Parameters:
    ///   - path: of the new file, mode 0600.
    ///   - replaces: whether an existing file may be replaced.
    /// - Throws: `FileError`, `RegisterError`, `KeyError`, `ErasureError`; then nothing was left behind.
    package func write(to path: String, passphrase: Passphrase, replaces: Bool = false) throws -> Outcome {
        try RegisterFile.check(at: workspace.registerPath, readOnly: true)
        // So that every backup can tell who was erased, also after it was made.
        if !ErasureJournal(beside: workspace.registerPath).exists {
            _ = try? ErasureKey.readOrMake(in: workspace.keysFolder)
        }
        let (folder, name) = try WholeFile.split(path)
        let header = try BackupHeader(passphrase)
        var outcome: Outcome?
        try FolderHandle(opening: folder).writeDraft(
            as: name, mode: 0o600, existing: replaces ? .replace : .refuse
        ) { draft in
            let sealer = try BackupSealer(header, into: draft)
            outcome = try fill(sealer)
            try sealer.finish()
        }
        guard let outcome else { throw RegisterError(.fault, "A backup ended without an answer.") }
        return outcome
    }

    private func fill(_ sealer: BackupSealer) throws -> Outcome {
        let path = workspace.registerPath
        var found: BackupManifest?
        let copy = try RegisterCopy.open(path, busyTimeout: Register.busyTimeoutSeconds) { db in
            found = try manifest(db, path: path)
        }
        defer { close(copy) }
        guard let manifest = found else { throw RegisterError(.fault, "A backup ended without an answer.") }
        try BackupArchive.write(manifest, to: sealer)
        try append(copy, as: Workspace.registerName, to: sealer)
        // The journal after the register: it may know more, never less.
        var (count, leftOut) = (1, [String]())
        let root = try FolderHandle(opening: workspace.root)
        for name in Self.files { count += try append(name, of: root, as: [name], to: sealer) ? 1 : 0 }
        for name in [Workspace.keysName, Workspace.definitionsName] where root.kind(of: name) == .folder {
            count += try append(try root.folder(name), as: [name], to: sealer, leftOut: &leftOut)
        }
        try BackupArchive.writeEnd(to: sealer)
        return Outcome(manifest: manifest, files: count, leftOut: leftOut)
    }

    private static let files = [
        WorkspaceSettings.fileName, Workspace.keyHistoryName, ErasureJournal.fileName, "trust.json",
        TrustBundlePublisher.fileName,
    ]

    private func manifest(_ db: Database, path: String) throws -> BackupManifest {
        let schema = try RegisterSchema.current.checkedVersion(of: db, at: path)
        let reader = RegisterReader(db, path: path)
        let head = try reader.auditTrailHead()
        let newest = try reader.auditEntries(from: max(0, head.count - 1), limit: 1).last
        let at = newest.flatMap { try? JSONParser.parse($0.json)["at"]?.stringValue }
        return BackupManifest(
            issuer: workspace.settings.issuer, register: try reader.registerIdentity().id, schema: schema, at: now,
            awards: try reader.awardCount(), persons: try reader.personCount(), auditEntries: head.count,
            newestEntryAt: at.flatMap { try? Timestamp(rfc3339: $0) })
    }

    // MARK: Files

    private func append(_ file: Int32, as name: String, to sealer: BackupSealer) throws {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileError.reading(name, errno) }
        let size = Int(status.st_size)
        try BackupArchive.writeHead(of: [name], size: size, to: sealer)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        defer { wipe(&buffer) }
        var offset = 0
        while offset < size {
            let count = pread(file, &buffer, min(buffer.count, size - offset), offset)
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw FileError.reading(name, count < 0 ? errno : EIO)
            }
            try sealer.append(Array(buffer[..<count]))
            offset += count
        }
    }

    /// - Returns: whether there is such a file.
    private func append(
        _ file: String, of folder: FolderHandle, as name: [String], to sealer: BackupSealer
    ) throws -> Bool {
        guard folder.kind(of: file) == .file, var bytes = try folder.read(file, atMost: BackupArchive.maxFileBytes)
        else { return false }
        defer { wipe(&bytes) }
        try BackupArchive.writeHead(of: name, size: bytes.count, to: sealer)
        try sealer.append(bytes)
        return true
    }

    private func append(
        _ folder: FolderHandle, as path: [String], to sealer: BackupSealer, leftOut: inout [String]
    ) throws -> Int {
        var count = 0
        // Hidden files are drafts; the recovery key belongs elsewhere, wherever it lies.
        for name in try folder.names() where !name.hasPrefix(".") && name != Workspace.recoveryKeyName {
            switch folder.kind(of: name) {
            case .file: count += try append(name, of: folder, as: path + [name], to: sealer) ? 1 : 0
            case .folder where path.count < 7:
                count += try append(try folder.folder(name), as: path + [name], to: sealer, leftOut: &leftOut)
            default: leftOut.append((path + [name]).joined(separator: "/"))
            }
        }
        return count
    }
}
