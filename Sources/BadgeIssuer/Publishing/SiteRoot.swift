import Encodings
import Glibc

/// The folder that a site is served from, opened after a look at where it lies.
enum SiteRoot {
    /// Opens the folder; its last part is made when it is missing.
    ///
    /// - Throws: `PublishError` `publish.unsafe-folder` for the workspace itself, a folder above it, and a folder in
    ///   its keys or definitions; `FileError`.
    static func open(_ path: String, of workspace: Workspace) throws -> FolderHandle {
        let full = FolderPath.absolute(path, from: FolderPath.current() ?? "/")
        if FolderPath.isFolder(full) {
            let root = try FolderHandle(opening: full)
            guard let place = root.identity, !lineage(of: workspace.root).contains(place), !isWithin(full, workspace)
            else { throw refusal(path) }
            return root
        }
        let (above, name) = try WholeFile.split(full)
        let parent = try FolderHandle(opening: above)
        guard !isWithin(above, workspace) else { throw refusal(path) }
        let made = try parent.folder(name, creating: 0o755)
        try parent.sync()
        return made
    }

    /// Throws what `open` would, and makes nothing.
    static func check(_ path: String, of workspace: Workspace) throws {
        let full = FolderPath.absolute(path, from: FolderPath.current() ?? "/")
        if FolderPath.isFolder(full) {
            _ = try open(path, of: workspace)
        } else {
            let (above, name) = try WholeFile.split(full)
            let parent = try FolderHandle(opening: above)
            guard !isWithin(above, workspace) else { throw refusal(path) }
            if parent.kind(of: name) != nil { _ = try parent.folder(name) }
        }
    }

    /// Whether a folder is one of the workspace's own, or in one.
    private static func isWithin(_ folder: String, _ workspace: Workspace) -> Bool {
        let own = [workspace.keysFolder, workspace.definitionsFolder].compactMap { lineage(of: $0).first }
        return lineage(of: folder).contains(where: own.contains)
    }

    /// The folder and all above it. By what they are, not by their names: the same folder has many paths.
    private static func lineage(of folder: String) -> [FileIdentity] {
        var lineage: [FileIdentity] = []
        var path = folder
        while let place = (try? FolderHandle(opening: path))?.identity, place != lineage.last {
            lineage.append(place)
            path += "/.."
        }
        return lineage
    }

    private static func refusal(_ path: String) -> PublishError {
        PublishError(
            .unsafeFolder,
            "\"\(UTF8Text.escapedForTerminal(path))\" can't become the site: the workspace with its keys lies there.",
            hint: "Publish into a folder of its own, such as a new folder \"site\".")
    }
}
