import BadgeDefinitions
import BadgeIssuer
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Reads what recognition is made with; everything that is wrong with a file is told at once.
struct RecognitionDesk {
    let isQuiet: Bool

    /// - Throws: `ExitStatus` when the file has mistakes, after all of them were told; `ReceiverError`
    func rules(_ path: String) throws -> RecognitionRules {
        let bytes = try InputFile.read(path, limit: RecognitionRulesReader.maxBytes)
        let (rules, findings) = RecognitionRulesReader.read(bytes, file: path)
        for finding in findings {
            Terminal.error(finding.description)
            if let hint = finding.hint { Terminal.hint(hint) }
        }
        guard let rules else { throw ExitStatus.badInput }
        return rules
    }

    func applicants(_ path: String) throws -> ApplicantList {
        let bytes = try InputFile.read(path, limit: ApplicantList.maxBytes)
        do throws(RecognitionError) {
            return try ApplicantList.read(bytes, refusing: IdentityCode.occurs)
        } catch {
            throw RecognitionError(
                error.code, "\(InputFile.name(path)): \(error.message)", hint: error.hint, cause: error.cause)
        }
    }

    /// The ledger as it is now. The first run of all has none, which is told: a slip in its name would let work be
    /// credited twice.
    func ledger(_ path: String) throws -> RecognitionLedger {
        if let ledger = try LedgerFile.read(path) { return ledger }
        if !isQuiet {
            Terminal.warning("There is no ledger \(InputFile.name(path)) yet, so nothing counts as credited before.")
        }
        return RecognitionLedger()
    }

    func catalogue(_ folders: [String], workspace: Workspace?, base: String) throws -> RecognitionCatalogue {
        let defaults =
            workspace?.settings.definitionDefaults
            ?? DefinitionDefaults(badgeBase: base, creator: DefinitionDefaults.outsideWorkspace.creator)
        let own = workspace.map(\.definitionsFolder).flatMap { InputFile.kind(of: $0) == .folder ? $0 : nil }
        var (definitions, pathways): ([BadgeDefinition], [Pathway]) = ([], [])
        for folder in folders + [own].compactMap(\.self) {
            try UsageError.refuseEmpty(folder, "--definitions")
            let library = try DefinitionLibrary.load(folder: folder, defaults: defaults)
            definitions += library.definitions
            pathways += library.pathways
            for finding in library.findings where finding.isError && !isQuiet { Terminal.warning(finding.description) }
        }
        return RecognitionCatalogue(definitions: definitions, pathways: pathways)
    }

    /// - Throws: `ReceiverError` `file.exists`, and when it can't be written
    func checkFree(_ path: String, force: Bool) throws(ReceiverError) {
        try OutputFile.checkFile(path)
        guard force || InputFile.kind(of: path) == .missing else {
            throw ReceiverError(
                .exists, "There is a file \(InputFile.name(path)) already, and it stays.",
                hint: "Name another, or say --force to replace it.")
        }
    }
}

extension MaterialOptions {
    /// A verifier that keeps to the rules' own limits on the age of what is known.
    func recognitionVerifier(
        _ found: VerificationMaterial, rules: RecognitionRules, time: JudgementTime
    ) throws -> Verifier {
        try UsageError.refuseEmpty(challenge, "--challenge")
        var policy = VerificationPolicy()
        policy.maxStatusAgeDays = rules.defaults.maxStatusAgeDays
        policy.maxHolderStatusAgeDays = rules.maxHolderStatusAgeDays
        policy.domains = domain
        policy.challenge = challenge
        return Verifier(material: found, policy: policy, profile: OpenBadgeProfile(), time: time)
    }
}
