package import BadgeDefinitions
import Encodings

/// Brings national badges into a folder of definitions.
package struct NationalImporter {
    private let folder: FolderHandle
    private let library: DefinitionLibrary
    private let names: Set<String>
    private let snapshots: [DefinitionSnapshot]

    /// The workspace's own definitions; what its register has published is frozen whatever the files say.
    package init(_ catalogue: DefinitionCatalogue) throws(FileError) {
        try self.init(
            folder: catalogue.workspace.definitionsFolder, library: catalogue.library, snapshots: catalogue.snapshots)
    }

    /// A folder outside a workspace, where the files alone say what is published.
    package init(folder path: String) throws {
        try self.init(
            folder: path,
            library: try DefinitionLibrary.load(folder: path, defaults: DefinitionDefaults.outsideWorkspace),
            snapshots: [])
    }

    private init(
        folder path: String, library: DefinitionLibrary, snapshots: [DefinitionSnapshot]
    ) throws(FileError) {
        folder = try FolderHandle(opening: path)
        names = Set(try folder.names())
        self.library = library
        self.snapshots = snapshots
    }

    /// What would be written, and nothing is.
    ///
    /// - Parameter categories: slugs to use instead of ours.
    package func plan(
        _ badges: [NationalBadge], categories: [String: String] = [:]
    ) throws(DefinitionError) -> NationalImport {
        try NationalImport(
            badges, into: library, files: names,
            isFrozen: { definition in
                definition.status != .draft
                    || snapshots.contains {
                        $0.slug == definition.slug && $0.version == definition.version
                            && $0.badgeBase.hasSameBytes(as: definition.badgeBase)
                    }
            }, categories: categories)
    }

    /// Writes each file whole; a drawing that is there already stays, for the school may have put its own in its place.
    package func write(_ plan: NationalImport) throws(FileError) {
        for entry in plan.entries {
            guard let bytes = entry.bytes else { continue }
            // The picture first: a definition without its picture isn't sound.
            if let picture = entry.picture, folder.kind(of: picture.name) == nil {
                try folder.write(picture.bytes, as: picture.name, mode: 0o644, existing: .refuse)
            }
            try folder.write(
                bytes, as: entry.file, mode: 0o644, existing: entry.outcome == .updated ? .replace : .refuse)
        }
    }
}
