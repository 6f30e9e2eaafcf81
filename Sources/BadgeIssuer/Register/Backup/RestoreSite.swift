import Encodings
import Glibc

/// The place where a backup is to become a workspace, with a folder beside it in which that is prepared.
struct RestoreSite {
    /// The workspace's folder, absolute.
    let path: String
    /// The workspace that is there and makes way.
    let existing: String?
    let draft: FolderHandle
    private let fresh: WorkspaceSite.Draft?
    private let parent: FolderHandle?
    private let names: (draft: String, final: String)

    /// - Throws: `WorkspaceError` `workspace.exists`, `workspace.unwritable`; `BackupError` `backup.other-workspace`.
    init(_ folder: String, replaces: Bool, manifest: BackupManifest) throws {
        path = FolderPath.absolute(folder, from: FolderPath.current() ?? "/")
        let isTaken = FolderPath.isFile("\(path)/\(WorkspaceSettings.fileName)")
        guard replaces, isTaken else {
            let draft: WorkspaceSite.Draft
            do throws(WorkspaceError) {
                draft = try WorkspaceSite(folder).makeDraft()
            } catch {
                guard error.code == .exists, isTaken else { throw error }
                throw WorkspaceError(
                    .exists, error.message,
                    hint: "Name a new folder; or add --force, which keeps the old workspace under another name.")
            }
            (existing, fresh, parent, names) = (nil, draft, nil, ("", ""))
            self.draft = draft.folder
            return
        }
        try Self.check(path, manifest)
        let (above, name) = try WholeFile.split(path)
        let parent = try FolderHandle(opening: above)
        let draftName = ".passport-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        draft = try parent.folder(draftName, creating: 0o700)
        (existing, fresh, self.parent, names) = (path, nil, parent, (draftName, name))
    }

    /// Only a workspace of the same register makes way; whether its register can still be read doesn't matter.
    private static func check(_ path: String, _ manifest: BackupManifest) throws {
        var isSame = (try? Workspace(at: path).settings.issuer.hasSameBytes(as: manifest.issuer)) ?? false
        if let register = try? Register.open(at: "\(path)/\(Workspace.registerName)", readOnly: true),
            let id = try? register.read({ try $0.registerIdentity().id })
        {
            isSame = isSame && id.hasSameBytes(as: manifest.register)
        }
        guard isSame else {
            throw BackupError(
                .otherWorkspace,
                "\"\(UTF8Text.escapedForTerminal(path))\" is another workspace than the backup's, and was left as it is.",
                hint: "Restore into a new folder.")
        }
    }

    /// Gives the draft its name.
    ///
    /// - Returns: where the workspace that was there is now.
    func put(at now: Timestamp) throws -> String? {
        if let fresh {
            try fresh.put(last: WorkspaceSettings.fileName)
            return nil
        }
        guard let parent else { return nil }
        try draft.sync()
        let aside = "\(names.final).before-restore-\(now.seconds)"
        guard parent.kind(of: aside) == nil else { throw FileError.writing(parent.path(of: aside), EEXIST) }
        try parent.rename(names.final, to: aside)
        do {
            try parent.rename(names.draft, to: names.final)
        } catch {
            try? parent.rename(aside, to: names.final)
            throw error
        }
        try parent.sync()
        return parent.path(of: aside)
    }

    func discard() {
        if let fresh { fresh.discard() } else { parent?.remove(names.draft) }
    }
}
