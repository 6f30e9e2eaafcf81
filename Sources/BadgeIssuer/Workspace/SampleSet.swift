import Encodings
import Glibc

/// The sample definitions that come with the program: a folder of badges, pictures and pathways.
package struct SampleSet: Sendable, Hashable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// The variable that names the folder.
    package static let variable = "PASSPORT_SAMPLES"

    /// Finds the folder: the one that `PASSPORT_SAMPLES` names, else the installed one in `../share/passport` beside
    /// the program's folder, else the one of the source tree that the program was built in.
    ///
    /// - Parameter executablePath: the running program's own unless given.
    /// - Throws: `WorkspaceError` `workspace.samples-missing`.
    package static func locate(
        environment: [String: String], executablePath: String? = nil
    ) throws(WorkspaceError) -> SampleSet {
        if let named = environment[variable], !named.isEmpty {
            guard FolderPath.isFolder(named) else {
                throw WorkspaceError(
                    .samplesMissing,
                    "There is no folder \"\(UTF8Text.escapedForTerminal(named))\" with sample definitions.",
                    hint: "\(variable) names it; correct or unset that variable.")
            }
            return SampleSet(folder: named)
        }
        var folder = (executablePath ?? ownPath()).flatMap(FolderPath.parent)
        if let prefix = folder.flatMap(FolderPath.parent) {
            let installed = "\(prefix)/share/passport/\(Workspace.definitionsName)"
            if FolderPath.isFolder(installed) { return SampleSet(folder: installed) }
        }
        while let candidate = folder {
            // Any folder of that name on the way up could be a user's own; beside Package.swift it is ours.
            let samples = "\(candidate)/\(Workspace.definitionsName)"
            if FolderPath.isFolder(samples), FolderPath.isFile("\(candidate)/Package.swift") {
                return SampleSet(folder: samples)
            }
            folder = FolderPath.parent(of: candidate)
        }
        throw WorkspaceError(
            .samplesMissing, "The sample definitions that come with the program aren't where they should be.",
            hint: "Set \(variable) to the folder that holds them, or make the workspace without samples.")
    }

    /// Where this process's program lies, links resolved.
    private static func ownPath() -> String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// Copies definitions, pictures, pathways and the README into an empty folder.
    func copy(into target: FolderHandle) throws(FileError) {
        let source = try FolderHandle(opening: folder)
        try Self.copyFiles(from: source, into: target) { name in
            [".json", ".svg", ".png"].contains(where: name.hasSuffix) || name == "README.md"
        }
        guard source.kind(of: Workspace.pathwaysName) == .folder else { return }
        try Self.copyFiles(
            from: try source.folder(Workspace.pathwaysName),
            into: try target.folder(Workspace.pathwaysName, creating: 0o755)
        ) { $0.hasSuffix(".json") }
    }

    /// No file of the set comes near this.
    private static let maxBytes = 2 << 20

    private static func copyFiles(
        from source: FolderHandle, into target: FolderHandle, where isWanted: (String) -> Bool
    ) throws(FileError) {
        for name in try source.names() where isWanted(name) {
            guard let bytes = try source.read(name, atMost: maxBytes) else { continue }
            try target.write(bytes, as: name, mode: 0o644, existing: .refuse)
        }
    }
}
