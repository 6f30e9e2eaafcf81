import Encodings
import Glibc

/// The place where a workspace is to stand: free, or an empty folder.
struct WorkspaceSite {
    /// The workspace's folder, absolute.
    let path: String
    /// The empty folder that is there already.
    private let existing: FolderHandle?
    private let parent: FolderHandle
    private let name: String

    /// - Throws: `WorkspaceError` `workspace.exists`, `workspace.unwritable`.
    init(_ folder: String) throws(WorkspaceError) {
        path = FolderPath.absolute(folder, from: FolderPath.current() ?? "/")
        do throws(FileError) {
            if FolderPath.isFolder(path) {
                let existing = try FolderHandle(opening: path)
                try existing.removeAbandoned(Self.draftName(of: ""))
                let names = try existing.names()
                guard names.isEmpty else {
                    throw Self.taken(folder, isWorkspace: names.contains(WorkspaceSettings.fileName))
                }
                self.existing = existing
                parent = existing
                name = ""
            } else {
                let (above, name) = try WholeFile.split(path)
                parent = try FolderHandle(opening: above)
                guard parent.kind(of: name) == nil else { throw Self.taken(folder, isWorkspace: false) }
                existing = nil
                self.name = name
            }
        } catch {
            let code: WorkspaceError.Code = error.code == .exists ? .exists : .unwritable
            throw WorkspaceError(
                code, error.message,
                hint: error.hint ?? "Make the folder above it first, or choose another place.", cause: error.cause)
        }
    }

    private static func taken(_ folder: String, isWorkspace: Bool) -> FileError {
        let shown = UTF8Text.escapedForTerminal(folder)
        return FileError(
            .exists,
            isWorkspace ? "\"\(shown)\" is a workspace already." : "\"\(shown)\" is there already and isn't empty.",
            hint: "Name a folder that isn't there yet, or an empty one.")
    }

    /// Begins the workspace under another name, readable for its owner alone.
    func makeDraft() throws(WorkspaceError) -> Draft {
        // Within an empty folder, since a shell may stand in it and whoever made it chose that very folder.
        let draftName = Self.draftName(of: name)
        do throws(FileError) {
            try parent.removeAbandoned(draftName)
            let folder = try parent.folder(draftName, creating: 0o700)
            guard folder.hold() else { throw FileError.writing(folder.path, EEXIST) }
            return Draft(folder: folder, name: draftName, parent: parent, finalName: existing == nil ? name : nil)
        } catch {
            // The draft's own name would tell nobody anything.
            throw WorkspaceError(
                .unwritable, "The workspace \"\(UTF8Text.escapedForTerminal(path))\" can't be written.",
                hint: error.hint, cause: error.cause)
        }
    }

    /// Held by the process that fills it, so that one which nobody holds was left by a run that was cut short.
    private static func draftName(of name: String) -> String { ".\(name).passport-part" }

    /// A workspace in the making.
    struct Draft {
        let folder: FolderHandle
        fileprivate let name: String
        fileprivate let parent: FolderHandle
        /// `nil` when the content goes into the parent itself.
        fileprivate let finalName: String?

        /// Puts everything in its place, the entry that makes it a workspace at the end.
        func put(last: String) throws(FileError) {
            try folder.sync()
            if let finalName {
                try parent.rename(name, to: finalName)
                try parent.sync()
                return
            }
            let names = try folder.names().filter { $0 != last } + [last]
            let before = parent.mode
            do throws(FileError) {
                // First, so that no key is ever in an open folder.
                try parent.setMode(0o700)
                for name in names { try folder.move(name, into: parent) }
                try parent.sync()
            } catch {
                for name in names where folder.kind(of: name) == nil { parent.remove(name) }
                if let before { try? parent.setMode(before) }
                throw error
            }
            parent.remove(name)
        }

        /// Removes what was made.
        func discard() { parent.remove(name) }
    }
}
