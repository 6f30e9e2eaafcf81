import BadgeDefinitions
import BadgeIssuer
import Encodings
import Passport

/// Reads a pathway and the definitions beside it for somebody who need not have a workspace.
struct PathwayFiles {
    let workspace: Workspace?
    /// The base of files that name none.
    let badgeBase: String?
    let isQuiet: Bool

    func pathway(_ path: String) throws -> Pathway {
        try UsageError.refuseEmpty(path, "--pathway")
        try UsageError.refuseEmpty(badgeBase, "--badge-base")
        if let badgeBase, !badgeBase.hasSuffix("/") || !badgeBase.contains(":") {
            throw UsageError(
                .value, "--badge-base \"\(badgeBase)\" isn't what badges' addresses begin with.",
                hint: "It ends in a slash, like https://passi.example/badges/.")
        }
        let defaults = defaults(base: nil)
        let bytes = try InputFile.read(path, limit: DefinitionFile.maxBytes)
        let (pathway, findings) = PathwayReader.read(
            bytes, file: path, defaults: defaults ?? .outsideWorkspace)
        for finding in findings {
            guard finding.isError else {
                if !isQuiet { Terminal.warning(finding.description) }
                continue
            }
            Terminal.error(finding.description)
            if let hint = finding.hint { Terminal.hint(hint) }
        }
        guard let pathway else { throw ExitStatus.badInput }
        let isUnknown = pathway.badgeBase.hasSameBytes(as: DefinitionDefaults.outsideWorkspace.badgeBase)
        guard defaults != nil || !isUnknown else {
            throw UsageError(
                .missing, "The pathway \(InputFile.name(path)) doesn't say whose badges it asks for.",
                hint: "Say what their addresses begin with: --badge-base https://passi.example/badges/.")
        }
        return pathway
    }

    /// The badges of these folders, and of the workspace when the command runs in one.
    ///
    /// - Parameter base: the pathway's, for definitions that name none.
    func definitions(_ folders: [String], base: String) throws -> [BadgeDefinition] {
        for folder in folders { try UsageError.refuseEmpty(folder, "--definitions") }
        let own = workspace.map(\.definitionsFolder).flatMap { InputFile.kind(of: $0) == .folder ? $0 : nil }
        let defaults = defaults(base: base) ?? .outsideWorkspace
        var definitions: [BadgeDefinition] = []
        for folder in folders + [own].compactMap(\.self) {
            let library = try DefinitionLibrary.load(folder: folder, defaults: defaults)
            definitions += library.definitions
            for finding in library.findings where finding.isError && !isQuiet { Terminal.warning(finding.description) }
        }
        return definitions
    }

    private func defaults(base: String?) -> DefinitionDefaults? {
        if let own = badgeBase ?? (workspace == nil ? base : nil) {
            return DefinitionDefaults(badgeBase: own, creator: DefinitionDefaults.outsideWorkspace.creator)
        }
        return workspace?.settings.definitionDefaults
    }
}
