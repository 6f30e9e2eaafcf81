package import Encodings
import VerifiableCredentials

/// Writes the static site that lets others check a workspace's badges.
///
/// It holds what is public anyway: the issuer's keys, the achievements, status lists in which an award is one bit
/// among many, and the audit trail's head. No file says anything about a person or about when something was awarded.
/// Publishing again on the same day changes no byte, unless there is something new to say.
package struct SitePublisher {
    private let workspace: Workspace
    private let keys: IssuerKeys
    private let now: Timestamp

    /// Publishes everything that the register and the workspace have.
    ///
    /// - Parameters:
    ///   - register: open for writing; it keeps the lists and the checkpoint that are signed here.
    ///   - keys: the Ed25519 key and the checkpoint key.
    ///   - folder: the site's root; its last part is made when it is missing.
    /// - Throws: `PublishError`, `WorkspaceError` `workspace.key-missing`, `FileError`, `RegisterError`. Each file
    ///   is either the old or the new one then, and running it again goes on from there.
    package static func publish(
        _ workspace: Workspace, register: Register, keys: IssuerKeys, to folder: String, at now: Timestamp
    ) throws -> PublishReport {
        let publisher = SitePublisher(workspace: workspace, keys: keys, now: now.wholeSeconds)
        // Before anything is signed or written: mistakes end it here.
        let content = try publisher.issuerFiles()
        return try publisher.write(content, register: register, to: folder)
    }

    private func write(
        _ issuerFiles: [AchievementDocuments.File], register: Register, to path: String
    ) throws -> PublishReport {
        var site = SiteFolder(try SiteRoot.open(path, of: workspace))
        for file in issuerFiles { try site.write(file.bytes, to: file.path) }
        try writeAchievements(register, to: &site)
        let history = try workspace.keyHistory()
        try writeSignedFiles(register, history, to: &site)
        try writeIssuanceLists(register, history, to: &site)
        return site.report
    }

    // MARK: Parts

    private func issuerFiles() throws -> [AchievementDocuments.File] {
        var files: [AchievementDocuments.File] = []
        guard let issuer = DID(workspace.settings.issuer) else { return [] }
        let (history, historyBytes) = try workspace.readKeyHistory()
        let document = IssuerDocuments.didDocument(
            issuer: issuer, keys: try workspace.awardingKeys(), history: history)
        if let document {
            let bytes = JSONWriter.pretty(.object(document))
            files += IssuerDocuments.didDocumentPaths(issuer: issuer).map { .init(path: $0, bytes: bytes) }
        }
        let profile = JSONWriter.pretty(.object(IssuerDocuments.profile(workspace.identity)))
        files.append(.init(path: "issuer.json", bytes: profile))
        files.append(.init(path: Workspace.keyHistoryName, bytes: historyBytes))
        return files
    }

    private func writeAchievements(_ register: Register, to site: inout SiteFolder) throws {
        let documents = AchievementDocuments(settings: workspace.settings)
        for known in try register.read({ try $0.snapshots() }) where known.status != .draft {
            // One at a time, as only this one has the pictures.
            let snapshot = try register.read { reader in
                try reader.snapshot(slug: known.slug, version: known.version, badgeBase: known.badgeBase)
            }
            guard let snapshot, let files = try documents.files(of: snapshot) else {
                site.note(elsewhere: known.achievementID)
                continue
            }
            for file in files { try site.write(file.bytes, to: file.path) }
        }
    }

    private func writeSignedFiles(
        _ register: Register, _ history: KeyHistory, to site: inout SiteFolder
    ) throws {
        // An organisation that has closed, or whose one key is gone, signs no more lists: the last ones stay.
        let isOver = history.closing != nil || !history.keys.contains(where: \.mayAuthorise)
        let listKey = isOver ? nil : try keys.dataIntegrityKey()
        let checkpointKey = try keys.checkpointKey()
        // One transaction, so that of two publishers the later one sees what the earlier one signed.
        let (lists, checkpoint) = try register.write { transaction in
            (
                try signedLists(transaction, by: listKey),
                try transaction.currentCheckpoint(issuer: workspace.settings.issuer, key: checkpointKey, at: now)
            )
        }
        for list in lists { try site.write(list.bytes, to: WorkspaceSettings.statusListFile(list.number)) }
        try site.write(checkpoint.signedBytes, to: "checkpoint.json")
    }
    private func signedLists(
        _ transaction: RegisterTransaction, by key: SigningKey?
    ) throws -> [StatusListSigner.SignedList] {
        guard let key else {
            return try transaction.statusLists().compactMap { list in
                list.signed.map { StatusListSigner.SignedList(number: list.number, bytes: $0.bytes) }
            }
        }
        try transaction.ensureStatusList(.revocation, at: now)
        return try StatusListSigner(settings: workspace.settings, key: key, at: now).signedLists(in: transaction)
    }

    /// The lists of what had been signed with keys that were stolen later; they keep their bytes.
    private func writeIssuanceLists(
        _ register: Register, _ history: KeyHistory, to site: inout SiteFolder
    ) throws {
        for key in history.keys {
            guard !key.key.isForCheckpoints, let theft = key.ends.first(where: { $0.state == .compromised }) else {
                continue
            }
            let name = Workspace.issuanceName(of: key)
            let root = try FolderHandle(opening: workspace.root)
            let folder = try root.folder(Workspace.issuanceName, creating: 0o755)
            var bytes = try folder.read(name, atMost: IssuanceList.limits.maxBytes)
            if bytes == nil, let signer = keys.ed25519 {
                let maker = IssuanceListMaker(history: history, signer: signer, now: now)
                let made = try register.read { try maker.list(of: key, before: theft.since, $0) }
                try folder.write(made.bytes, as: name, mode: 0o644, existing: .replace)
                bytes = made.bytes
            }
            if let bytes { try site.write(bytes, to: Workspace.issuanceFile(key)) }
        }
    }
}
