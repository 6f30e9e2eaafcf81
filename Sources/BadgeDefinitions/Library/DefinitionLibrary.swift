import Encodings

/// All definitions and pathways of a folder, with everything that is wrong with them.
///
/// The folder holds one JSON file per badge with its picture beside it, and pathways in files of their own, there or
/// in `pathways/`. A file with an error isn't loaded; the others are.
package struct DefinitionLibrary: Sendable {
    /// A definition with the file it came from.
    package struct Entry: Sendable {
        package let file: String
        package let definition: BadgeDefinition
        /// The picture that `definition.image` names.
        package let image: DefinitionImage?
    }

    package struct PathwayEntry: Sendable {
        package let file: String
        package let pathway: Pathway
    }

    /// In the order of the files' names.
    package let entries: [Entry]
    package let pathwayEntries: [PathwayEntry]
    /// Sound files of other kinds: skill profiles and lists of offers.
    package let otherFiles: [String]
    /// File by file, each from top to bottom.
    package let findings: [DefinitionFinding]

    package var definitions: [BadgeDefinition] { entries.map(\.definition) }
    package var pathways: [Pathway] { pathwayEntries.map(\.pathway) }
    package var hasErrors: Bool { findings.contains(where: \.isError) }

    /// The picture of a definition of this library.
    package func image(of definition: BadgeDefinition) -> DefinitionImage? {
        entries.first { $0.definition.digest == definition.digest }?.image
    }

    /// The newest version of a badge, or that version.
    ///
    /// - Throws: `DefinitionError` `definition.unknown-reference`, with the nearest slug as hint.
    package func definition(_ slug: String, version: Int? = nil) throws(DefinitionError) -> BadgeDefinition {
        let versions = definitions.filter { $0.slug.hasSameBytes(as: slug) }
        if let found = versions.filter({ version == nil || $0.version == version }).max(by: { $0.version < $1.version }
        ) {
            return found
        }
        let known = versions.map { String($0.version) }.joined(separator: ", ")
        throw DefinitionError(
            .unknownReference,
            versions.isEmpty
                ? "There is no badge \"\(Quote.text(slug))\"."
                : "There is no version \(version ?? 0) of \"\(Quote.text(slug))\".",
            hint: versions.isEmpty
                ? NearestName.hint(slug, among: definitions.map(\.slug)) : "There is: \(known).")
    }

    /// The newest version of a pathway.
    ///
    /// - Throws: `DefinitionError` `definition.unknown-reference`, with the nearest slug as hint.
    package func pathway(_ slug: String) throws(DefinitionError) -> Pathway {
        let versions = pathways.filter { $0.slug.hasSameBytes(as: slug) }
        if let found = versions.max(by: { $0.version < $1.version }) { return found }
        throw DefinitionError(
            .unknownReference, "There is no pathway \"\(Quote.text(slug))\".",
            hint: NearestName.hint(slug, among: pathways.map(\.slug)))
    }

    /// Reads the whole folder.
    ///
    /// - Parameters:
    ///   - frozen: what the register knows of a definition's version, if it has been published.
    ///   - frozenPathway: the same for a pathway.
    /// - Throws: `DefinitionError` `definition.unreadable` when there is no such folder; what is wrong with the files
    ///   in it are findings.
    package static func load(
        folder: String, defaults: DefinitionDefaults, frozen: ((BadgeDefinition) -> FrozenVersion?)? = nil,
        frozenPathway: ((Pathway) -> FrozenVersion?)? = nil
    ) throws(DefinitionError) -> DefinitionLibrary {
        var loader = LibraryLoader(defaults: defaults, frozen: frozen, frozenPathway: frozenPathway)
        let reader = try FolderReader(folder)
        try loader.readFolder(reader, prefix: "")
        if let inner = reader.subfolder("pathways") { try loader.readFolder(inner, prefix: "pathways/") }
        return loader.library()
    }

    /// Checks files one by one, as `definition lint FILE…` does: with the picture beside each and without the rest.
    ///
    /// A pathway's references are checked against the definitions in its folder and the one above it.
    package static func load(
        files: [String], defaults: DefinitionDefaults, frozen: ((BadgeDefinition) -> FrozenVersion?)? = nil,
        frozenPathway: ((Pathway) -> FrozenVersion?)? = nil
    ) throws(DefinitionError) -> DefinitionLibrary {
        var loader = LibraryLoader(defaults: defaults, frozen: frozen, frozenPathway: frozenPathway)
        var folders: Set<String> = []
        for file in files {
            let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
            let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
            let name = slash.map { String(file[file.utf8.index(after: $0)...]) } ?? file
            let reader = try FolderReader(folder)
            loader.readFile(name, in: reader, calling: file)
            for neighbour in [folder, "\(folder)/.."] where folders.insert(neighbour).inserted {
                loader.noteNames(in: neighbour)
            }
        }
        return loader.library()
    }
}
