package import Cryptography
package import Encodings
import GRDB
import Glibc

/// Makes a workspace of a backup, whole or not at all.
///
/// All is decrypted and judged in a folder of another name, which gets its own at the end. Those who were erased since
/// the backup was made are erased again, as far as a journal at hand knows of them; new badges take their places in
/// new status lists.
package struct WorkspaceRestorer {
    package struct Outcome: Sendable, Hashable {
        package let workspace: String
        package let manifest: BackupManifest
        /// Persons who were in the backup, and were erased since.
        package let erased: Int
        /// Badges that the named site has as revoked or on hold, and the backup hadn't.
        package let withdrawn: Int
        /// Whether the register was of an older schema.
        package let migratedFrom: Int?
        package let audit: AuditResult
        /// Where the workspace that was there before is kept.
        package let keptAside: String?
    }

    private let now: Timestamp
    private let erasures: [String]
    private let publishedSite: String?

    /// - Parameters:
    ///   - erasures: further journals, by path.
    ///   - site: the folder that was published last, whose status lists may know more than the backup.
    package init(erasures: [String] = [], site: String? = nil, at now: Timestamp) {
        self.erasures = erasures
        publishedSite = site
        self.now = now.wholeSeconds
    }

    /// - Parameters:
    ///   - folder: one that isn't there yet or is empty.
    ///   - replaces: a workspace of the same register may be there; it is kept under another name.
    /// - Throws: `BackupError`, `WorkspaceError` `workspace.exists`, `FileError`, `RegisterError`, `ErasureError`;
    ///   then nothing was restored, and what was there is as it was.
    package func restore(
        _ backup: String, to folder: String, passphrase: Passphrase, replaces: Bool = false
    ) throws -> Outcome {
        do {
            return try restoreWhole(backup, to: folder, passphrase: passphrase, replaces: replaces)
        } catch let error as BackupError {
            throw error.naming(backup)
        }
    }

    private func restoreWhole(
        _ backup: String, to folder: String, passphrase: Passphrase, replaces: Bool
    ) throws -> Outcome {
        let file = open(backup, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError.reading(backup, errno) }
        defer { close(file) }
        let opener = try BackupOpener({ try Self.read($0, from: file, name: backup) }, passphrase: passphrase)
        guard case .manifest(let manifest) = try BackupArchive.readRecord(from: opener) else {
            throw BackupError.unusable(.contents, "it doesn't say of which workspace it is")
        }
        let site = try RestoreSite(folder, replaces: replaces, manifest: manifest)
        do {
            try unpack(opener, into: site.draft)
            let settled = try settle(manifest, in: site)
            let aside = try site.put(at: now)
            return Outcome(
                workspace: site.path, manifest: manifest, erased: settled.erased, withdrawn: settled.withdrawn,
                migratedFrom: settled.migratedFrom, audit: settled.audit, keptAside: aside)
        } catch {
            site.discard()
            throw error
        }
    }

    // MARK: Unpacking

    private func unpack(_ opener: BackupOpener, into draft: FolderHandle) throws {
        while true {
            switch try BackupArchive.readRecord(from: opener) {
            case .manifest: throw BackupError.unusable(.contents, "it says twice of which workspace it is")
            case .end:
                try opener.finish()
                return
            case .file(let name, let size):
                guard let last = name.last else { continue }
                var folder = draft
                for part in name.dropLast() {
                    folder = try folder.folder(part, creating: name.first == Workspace.keysName ? 0o700 : 0o755)
                }
                try folder.writeDraft(as: last, mode: BackupArchive.mode(of: name), existing: .refuse) { file in
                    var rest = size
                    while rest > 0 {
                        let bytes = try opener.read(min(rest, 1 << 20))
                        try file.append(bytes)
                        rest -= bytes.count
                    }
                }
            }
        }
    }

    private static func read(_ count: Int, from file: Int32, name: String) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress?.advanced(by: filled), count - filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw FileError.reading(name, errno) }
            if got == 0 { break }
            filled += got
        }
        return Array(bytes.prefix(filled))
    }

    // MARK: Settling

    /// Brings the draft up to date and judges it.
    private func settle(
        _ manifest: BackupManifest, in site: RestoreSite
    ) throws -> (erased: Int, withdrawn: Int, migratedFrom: Int?, audit: AuditResult) {
        let draft = site.draft
        let registerPath = draft.path(of: Workspace.registerName)
        let workspace: Workspace
        do {
            workspace = try Workspace(at: draft.path)
        } catch { throw BackupError.unusable(.contents, "its settings can't be read", cause: error.codeText) }
        guard workspace.settings.issuer.hasSameBytes(as: manifest.issuer), FolderPath.isFile(registerPath),
            draft.kind(of: Workspace.keysName) == .folder
        else { throw BackupError.unusable(.contents, "it doesn't hold a whole workspace") }
        try checkPages(of: registerPath, manifest)

        var sources = ErasureSources()
        try sources.add(workspace: draft.path)
        if let existing = site.existing { try sources.add(workspace: existing) }
        for path in erasures { try sources.add(file: path) }
        try sources.write(into: draft)

        let register = try Register.open(
            at: registerPath, readOnly: false, schema: .current, busyTimeout: Register.busyTimeoutSeconds,
            keepsOlder: false)
        let audit = try register.read { try $0.verifyAuditChain() }
        let published = try publishedSite.map { try PublishedStatusLists(site: $0, of: workspace).lists } ?? []
        let withdrawn = try register.write { transaction in
            let withdrawn = try published.reduce(0) { try $0 + transaction.take($1, at: now) }
            try transaction.closeStatusLists(restoredAt: now)
            try transaction.recordRestoration(at: now)
            return withdrawn
        }
        try register.removeTraces()
        let erased = manifest.persons - (try register.read { try $0.personCount() })
        try register.close()
        let isOlder = manifest.schema < RegisterSchema.current.version
        return (erased, withdrawn, isOlder ? manifest.schema : nil, audit)
    }

    /// Whether the register is a database without a broken page, and the one that the manifest speaks of.
    private func checkPages(of path: String, _ manifest: BackupManifest) throws {
        let isWhole: Bool
        do {
            isWhole = try RegisterFile.inspect(at: path, busyTimeout: 1) { db in
                guard try RegisterSchema.current.checkedVersion(of: db, at: path) == manifest.schema,
                    try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
                else { return false }
                return try RegisterReader(db, path: path).registerIdentity().id == manifest.register
            }
        } catch let error as RegisterError where error.code == .newerSchema {
            throw RegisterError(
                .newerSchema, "The register in the backup was written by a newer version of the program.",
                hint: "Install the newer version of passportctl; nothing was restored.")
        } catch { isWhole = false }
        guard isWhole else { throw BackupError.unusable(.contents, "its register is damaged") }
    }
}
