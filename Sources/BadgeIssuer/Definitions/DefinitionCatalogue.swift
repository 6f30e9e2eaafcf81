package import BadgeDefinitions
package import Encodings

/// The workspace's definitions as its files say them and its register knows them.
///
/// Files are where people write; from the moment a version is published, the register owns its status and its last
/// day, and nothing else in it may change.
package struct DefinitionCatalogue: Sendable {
    package let workspace: Workspace
    package let library: DefinitionLibrary
    /// What the register knows, by base, slug and version.
    package let snapshots: [DefinitionSnapshot]

    /// One definition with what the register says of it.
    package struct Item: Sendable {
        package let entry: DefinitionLibrary.Entry
        package let status: DefinitionStatus
        /// Whether the register knows this version; else the file alone speaks.
        package let isRecorded: Bool
    }

    /// Reads the definitions folder, and the register when there is one.
    ///
    /// - Throws: `DefinitionError` for a missing folder, `RegisterError`; what is wrong with the files are findings.
    package init(_ workspace: Workspace, register: Register) throws {
        self.workspace = workspace
        let (snapshots, pathways) = try register.read { (try $0.snapshots(), try $0.frozenPathways()) }
        self.snapshots = snapshots
        library = try DefinitionLibrary.load(
            folder: workspace.definitionsFolder, defaults: workspace.settings.definitionDefaults,
            frozen: { definition in
                Self.find(definition, in: snapshots).map { snapshot in
                    let json = try? JSONParser.parse(snapshot.json).objectValue
                    return FrozenVersion(digest: snapshot.digest, json: json)
                }
            },
            frozenPathway: { pathway in
                let known = pathways.first {
                    $0.slug == pathway.slug && $0.version == pathway.version
                        && $0.badgeBase.hasSameBytes(as: pathway.badgeBase)
                }
                return known.map {
                    FrozenVersion(digest: $0.digest, json: try? JSONParser.parse($0.json).objectValue)
                }
            })
    }

    package var items: [Item] { library.entries.map(item) }

    /// The newest version of a badge, or that version.
    ///
    /// - Throws: `DefinitionError` `definition.unknown-reference` with the nearest slug, or the slug of the badge that
    ///   has this name in some language; the code of the file's own first error when the file has one.
    package func item(_ name: String, version: Int? = nil) throws(DefinitionError) -> Item {
        let definition: BadgeDefinition
        do throws(DefinitionError) {
            definition = try library.definition(name, version: version)
        } catch {
            throw refusal(name, otherwise: error)
        }
        guard let entry = library.entries.first(where: { $0.definition == definition }) else {
            throw DefinitionError(.unknownReference, "There is no badge \"\(name)\".")
        }
        return item(entry)
    }

    private func item(_ entry: DefinitionLibrary.Entry) -> Item {
        guard let snapshot = Self.find(entry.definition, in: snapshots) else {
            return Item(entry: entry, status: entry.definition.status, isRecorded: false)
        }
        return Item(
            entry: entry, status: DefinitionStatus(rawValue: snapshot.status.rawValue) ?? entry.definition.status,
            isRecorded: true)
    }

    /// People type a badge's name, or its file is broken: both deserve a better answer than "unknown".
    private func refusal(_ name: String, otherwise: DefinitionError) -> DefinitionError {
        if let broken = library.findings.first(where: { $0.isError && $0.file.hasSameBytes(as: "\(name).json") }) {
            let code: DefinitionError.Code = if case .definition(let code) = broken.code { code } else { .unreadable }
            let place = broken.position.map { " (\($0))" } ?? ""
            return DefinitionError(
                code, "The definition \(broken.file)\(place) has an error and can't be used: \(broken.message)",
                hint: "`passportctl definition lint` shows all that is wrong.", cause: broken.codeText)
        }
        let wanted = name.lowercased()
        let named = library.definitions.first { definition in
            definition.name.entries.contains { $0.text.lowercased() == wanted }
        }
        guard let named else {
            return DefinitionError(
                otherwise.code, otherwise.message,
                hint: otherwise.hint ?? "`passportctl definition list` shows the badges.", cause: otherwise.cause)
        }
        return DefinitionError(
            .unknownReference, "There is no badge \"\(name)\" by that identifier.",
            hint: "Did you mean \"\(named.slug)\"?")
    }

    private static func find(_ definition: BadgeDefinition, in snapshots: [DefinitionSnapshot]) -> DefinitionSnapshot? {
        snapshots.first {
            $0.slug == definition.slug && $0.version == definition.version
                && $0.badgeBase.hasSameBytes(as: definition.badgeBase)
        }
    }
}

extension DefinitionCatalogue {
    /// The newest version of a pathway.
    ///
    /// - Throws: `DefinitionError` `definition.unknown-reference` with the nearest slug; the code of the file's own
    ///   first error when the file has one.
    package func pathway(_ slug: String) throws(DefinitionError) -> Pathway {
        let names = ["pathways/\(slug).json", "\(slug).json"]
        let broken = library.findings.first { finding in
            finding.isError && names.contains { finding.file.hasSameBytes(as: $0) }
        }
        guard let broken, !library.pathways.contains(where: { $0.slug == slug }) else {
            return try library.pathway(slug)
        }
        let code: DefinitionError.Code = if case .definition(let code) = broken.code { code } else { .unreadable }
        throw DefinitionError(code, "The pathway \"\(slug)\" can't be used: \(broken.message)", hint: broken.hint)
    }

    /// What a badge is called in a language, by its newest version here.
    package func name(of badge: BadgeKey, in language: String) -> String? {
        library.definitions.filter { $0.key == badge }.max { $0.version < $1.version }?.name.text(in: language)
    }

    /// The badges that can be earned on a day.
    package func options(on day: CalendarDay) -> [BadgeOption] {
        BadgeOption.offered(items.filter { $0.status == .published }.map(\.entry.definition), on: day)
    }
}
