import BadgeDefinitions
import BadgeIssuer
import Passport

/// Reads what a match is made with; everything that is wrong with a file is told at once.
struct MatchDesk {
    let isQuiet: Bool

    func profile(_ path: String) throws -> SkillProfile {
        let (profile, findings) = SkillProfileReader.read(try bytes(path), file: path)
        return try checked(profile, findings)
    }

    func offers(_ path: String) throws -> [Offering] {
        let (offers, findings) = OfferListReader.read(try bytes(path), file: path)
        return try checked(offers, findings)
    }

    func selfAssessment(_ path: String) throws -> SelfAssessment {
        let (assessment, findings) = SelfAssessment.read(try bytes(path), file: path)
        return try checked(assessment, findings)
    }

    /// The badges of these folders, and of the workspace when the command runs in one. Broken files are left out with a
    /// word, for they are seldom the reader's own.
    ///
    /// - Parameter base: of definitions that name none, outside of a workspace.
    func definitions(_ folders: [String], workspace: Workspace?, base: String?) throws -> [BadgeDefinition] {
        let defaults =
            workspace?.settings.definitionDefaults
            ?? DefinitionDefaults(
                badgeBase: base ?? DefinitionDefaults.outsideWorkspace.badgeBase,
                creator: DefinitionDefaults.outsideWorkspace.creator)
        var definitions: [BadgeDefinition] = []
        let own = workspace.map(\.definitionsFolder).flatMap { InputFile.kind(of: $0) == .folder ? $0 : nil }
        for folder in folders + [own].compactMap(\.self) {
            let library = try DefinitionLibrary.load(folder: folder, defaults: defaults)
            definitions += library.definitions
            for finding in library.findings where finding.isError && !isQuiet { Terminal.warning(finding.description) }
        }
        return definitions
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        try UsageError.refuseEmpty(path, "The name of a file")
        return try InputFile.read(path, limit: DefinitionFile.maxBytes)
    }

    /// - Throws: `ExitStatus` when the file has an error, after all of them were told.
    private func checked<Value>(_ value: Value?, _ findings: [DefinitionFinding]) throws -> Value {
        for finding in findings {
            guard finding.isError else {
                if !isQuiet { Terminal.warning(finding.description) }
                continue
            }
            Terminal.error(finding.description)
            if let hint = finding.hint { Terminal.hint(hint) }
        }
        guard let value else { throw ExitStatus.badInput }
        return value
    }
}
