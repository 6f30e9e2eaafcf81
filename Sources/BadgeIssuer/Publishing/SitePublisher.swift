import BadgeDefinitions
package import Encodings
import VerifiableCredentials

/// Writes the static site that lets others check a workspace's badges.
///
/// It holds what is public anyway: the issuer's keys, the achievements with pages for people, status lists in which an
/// award is one bit among many, and the audit trail's head. No file says anything about a person or about when something was awarded.
/// Publishing again on the same day changes no byte, unless there is something new to say.
package struct SitePublisher {
    private let workspace: Workspace
    private let keys: IssuerKeys
    private let now: Timestamp

    /// Publishes everything that the register and the workspace have.
    ///
    /// - Parameters:
    ///   - register: open for writing; it keeps the lists and the checkpoint that are signed here.
    ///   - keys: the Ed25519 key and the checkpoint key; with a bundle key, the trust bundle is written too.
    ///   - folder: the site's root; its last part is made when it is missing.
    ///   - trustsClock: signs although the register knows a later time than `now`.
    /// - Throws: `PublishError`, `WorkspaceError` `workspace.key-missing`, `FileError`, `RegisterError`,
    ///   `clock.behind` among them. Each file
    ///   is either the old or the new one then, and running it again goes on from there.
    package static func publish(
        _ workspace: Workspace, register: Register, keys: IssuerKeys, to folder: String, at now: Timestamp,
        trustsClock: Bool = false
    ) throws -> PublishReport {
        let publisher = SitePublisher(workspace: workspace, keys: keys, now: now.wholeSeconds)
        if !trustsClock { try publisher.checkClock(by: register) }
        // Before anything is signed or written: mistakes end it here.
        let files = try publisher.issuerFiles()
        var badges: [PublishedBadge] = []
        var elsewhere: [String] = []
        // Decisions are handed to their people, and no page tells of them.
        for snapshot in try register.read({ try $0.snapshots() })
        where snapshot.status != .draft && !workspace.settings.isDecision(snapshot.badgeBase) {
            if let badge = try publisher.badge(snapshot) {
                badges.append(badge)
            } else {
                elsewhere.append(snapshot.achievementID)
            }
        }
        var site = SiteFolder(try SiteRoot.open(folder, of: workspace))
        for id in elsewhere { site.note(elsewhere: id) }
        try publisher.write(files, badges, register: register, to: &site)
        return site.report
    }

    /// Finds out whether a site may stand there, before anything is made for it.
    ///
    /// - Throws: `PublishError` `publish.unsafe-folder`; `FileError`.
    package static func check(_ folder: String, of workspace: Workspace) throws {
        try SiteRoot.check(folder, of: workspace)
    }

    private func checkClock(by register: Register) throws {
        try register.read { reader in
            let known = [try reader.newestEntryTime(), try reader.newestPublishedTime()].compactMap(\.self)
            try SigningClock.check(now, against: known.max())
        }
    }

    private func write(
        _ issuerFiles: [AchievementDocuments.File], _ badges: [PublishedBadge], register: Register,
        to site: inout SiteFolder
    ) throws {
        for file in issuerFiles { try site.write(file.bytes, to: file.path) }
        let shown = try writeAchievements(badges, register, to: &site)
        let history = try workspace.keyHistory()
        var signed = try writeSignedFiles(register, history, to: &site)
        try writeIssuanceLists(register, history, to: &site)
        signed += try writeTrustBundle(register, history, to: &site)
        let pages = SitePages(
            content: SiteContent(
                settings: workspace.settings, badges: shown, pathways: pathways(leadingTo: shown),
                files: issuerFiles.map(\.path).filter { !$0.hasPrefix(".") } + signed))
        for page in pages.innerPages { try site.write(page.bytes, to: page.path) }
        for page in pages.frontPages { try site.writePage(page.bytes, to: page.path) }
    }

    // MARK: Parts

    private func issuerFiles() throws -> [AchievementDocuments.File] {
        var files: [AchievementDocuments.File] = []
        guard let issuer = DID(workspace.settings.issuer) else { return [] }
        let (history, historyBytes) = try workspace.readKeyHistory()
        if let document = try workspace.didDocument(history: history) {
            let bytes = JSONWriter.pretty(.object(document))
            files += IssuerDocuments.didDocumentPaths(issuer: issuer).map { .init(path: $0, bytes: bytes) }
        }
        let profile = JSONWriter.pretty(.object(IssuerDocuments.profile(workspace.identity)))
        files.append(.init(path: "issuer.json", bytes: profile))
        files.append(.init(path: Workspace.keyHistoryName, bytes: historyBytes))
        return files
    }

    private func badge(_ snapshot: DefinitionSnapshot) throws(PublishError) -> PublishedBadge? {
        guard let folder = AchievementDocuments(settings: workspace.settings).folder(of: snapshot) else { return nil }
        return try PublishedBadge(snapshot, folder: folder, mainLanguage: workspace.settings.mainLanguage)
    }

    /// The pathways of the workspace's files whose milestone is on this site. A broken file has no page; `definition
    /// lint` says why.
    private func pathways(leadingTo badges: [PublishedBadge]) -> [Pathway] {
        let library = try? DefinitionLibrary.load(
            folder: workspace.definitionsFolder, defaults: workspace.settings.definitionDefaults)
        let keys = Set(badges.map(\.definition.key))
        return (library?.pathways ?? []).filter { $0.status != .draft && keys.contains($0.milestone) }
    }

    /// - Returns: the badges with their pictures.
    private func writeAchievements(
        _ badges: [PublishedBadge], _ register: Register, to site: inout SiteFolder
    ) throws -> [PublishedBadge] {
        let documents = AchievementDocuments(settings: workspace.settings)
        return try badges.map { badge in
            // One at a time, as only this one has the pictures.
            let definition = badge.definition
            let snapshot = try register.read { reader in
                try reader.snapshot(
                    slug: definition.slug, version: definition.version, badgeBase: definition.badgeBase)
            }
            let pictures = snapshot?.files ?? []
            for file in documents.files(of: badge, pictures: pictures) { try site.write(file.bytes, to: file.path) }
            var shown = badge
            shown.picture = pictures.first { $0.name == definition.image }?.name
            return shown
        }
    }

    /// - Returns: the files' paths.
    private func writeSignedFiles(
        _ register: Register, _ history: KeyHistory, to site: inout SiteFolder
    ) throws -> [String] {
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
        var files = lists.map { (path: WorkspaceSettings.statusListFile($0.number), bytes: $0.bytes) }
        files.append((path: "checkpoint.json", bytes: checkpoint.signedBytes))
        for file in files { try site.write(file.bytes, to: file.path) }
        return files.map(\.path)
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

    /// After everything else, as it says the same once more in one file.
    ///
    /// - Returns: the file's path; nothing when the organisation closed without ever having had a key for it.
    private func writeTrustBundle(
        _ register: Register, _ history: KeyHistory, to site: inout SiteFolder
    ) throws -> [String] {
        guard keys.bundle != nil else { return [] }
        let publisher = TrustBundlePublisher(workspace: workspace, keys: keys, at: now)
        let published = try site.read(TrustBundlePublisher.fileName, atMost: TrustBundle.limits.maxBytes)
        let bytes = try register.write { try publisher.current($0, history, published: published) }
        try site.write(bytes, to: TrustBundlePublisher.fileName)
        return [TrustBundlePublisher.fileName]
    }

    /// The lists of what had been signed with keys that were stolen later; they keep their bytes.
    private func writeIssuanceLists(
        _ register: Register, _ history: KeyHistory, to site: inout SiteFolder
    ) throws {
        for key in history.keys {
            guard key.key.role == .awarding, let theft = key.ends.first(where: { $0.state == .compromised }) else {
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
