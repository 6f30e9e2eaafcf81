import Encodings

/// An organisation's folder: settings, definitions, keys and register.
package struct Workspace: Sendable {
    /// The folder's absolute path.
    package let root: String
    package let settings: WorkspaceSettings

    /// Opens the workspace in a folder.
    ///
    /// - Throws: `WorkspaceError` `workspace.missing` when there is none, and what reading its settings throws.
    package init(at root: String) throws(WorkspaceError) {
        let path = "\(root)/\(WorkspaceSettings.fileName)"
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try WholeFile.read(path, atMost: WorkspaceSettings.maxBytes)
        } catch {
            guard error.code != .missing else { throw Self.missing(in: root) }
            throw WorkspaceError(.unreadable, error.message, hint: error.hint, cause: error.cause)
        }
        self.root = root
        settings = try WorkspaceSettings(reading: bytes, file: path)
    }

    package var settingsPath: String { path(of: WorkspaceSettings.fileName) }
    package var definitionsFolder: String { path(of: Self.definitionsName) }
    package var keysFolder: String { path(of: Self.keysName) }
    package var registerPath: String { path(of: Self.registerName) }
    package var keyHistoryPath: String { path(of: Self.keyHistoryName) }
    /// The workspace's own trust list; it need not be there.
    package var trustListPath: String { path(of: "trust.json") }

    package var identity: IssuerIdentity { IssuerIdentity(settings) }

    static let definitionsName = "badge-definitions"
    static let pathwaysName = "pathways"
    static let keysName = "keys"
    static let registerName = "register.sqlite"
    static let keyHistoryName = "key-history.jsonl"
    static let recoveryKeyName = "recovery-key.pem"

    private func path(of name: String) -> String { "\(root)/\(name)" }
}

// MARK: Finding

extension Workspace {
    /// The variable that names a workspace's folder.
    package static let variable = "PASSPORT_WORKSPACE"

    /// The workspace that was named, else the one of `PASSPORT_WORKSPACE`, else the nearest from the current folder
    /// upward.
    ///
    /// - Parameter currentFolder: absolute; the process's own unless given.
    /// - Throws: `WorkspaceError` `workspace.missing`, and what reading the settings throws: a broken workspace isn't
    ///   passed over for one further up.
    package static func find(
        explicit: String?, environment: [String: String], from currentFolder: String? = nil
    ) throws(WorkspaceError) -> Workspace {
        let current = currentFolder ?? FolderPath.current() ?? "/"
        if let explicit { return try Workspace(at: FolderPath.absolute(explicit, from: current)) }
        if let named = environment[variable], !named.isEmpty {
            return try Workspace(at: FolderPath.absolute(named, from: current))
        }
        var folder: String? = current
        while let candidate = folder {
            if FolderPath.isFile("\(candidate)/\(WorkspaceSettings.fileName)") { return try Workspace(at: candidate) }
            folder = FolderPath.parent(of: candidate)
        }
        throw WorkspaceError(
            .missing, "There is no workspace in this folder or above it.",
            hint: "Go to the workspace's folder, name it with --workspace, or make one with `passportctl init`.")
    }

    private static func missing(in root: String) -> WorkspaceError {
        WorkspaceError(
            .missing,
            "There is no workspace in \"\(UTF8Text.escapedForTerminal(root))\": it has no "
                + "\(WorkspaceSettings.fileName).",
            hint: "Name the folder that `passportctl init` made.")
    }
}
