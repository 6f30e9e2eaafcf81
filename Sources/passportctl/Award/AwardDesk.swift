import BadgeDefinitions
import BadgeIssuer
import Encodings
import OpenBadges
import Passport

/// Everything an award needs, opened once: the badge, the register, and the verifier that has the last word.
struct AwardDesk {
    let workspace: Workspace
    let register: Register
    let item: DefinitionCatalogue.Item
    /// Rows of the class list in which nothing stands.
    private(set) var emptyRows = 0

    init(workspace: Workspace, badge: BadgeReference) throws {
        self.workspace = workspace
        register = try Register.open(at: workspace.registerPath, readOnly: false)
        item = try DefinitionCatalogue(workspace, register: register).item(badge.slug, version: badge.version)
    }

    /// The requests of a class list.
    ///
    /// - Parameter columns: `FIELD=HEADER` for headers that aren't known
    mutating func requests(fromList path: String, columns: [String]) throws -> [AwardRequest] {
        let choices = try columns.map { text in
            guard let choice = ClassList.ColumnChoice(text) else {
                throw UsageError(
                    .value, "--column \"\(text)\" isn't understood.",
                    hint: "Write it as FIELD=HEADER, for example email=Kontakti.")
            }
            return choice
        }
        let bytes =
            path == "-"
            ? try InputFile.readStandardInput(limit: ClassList.maxBytes)
            : try InputFile.read(path, limit: ClassList.maxBytes)
        let name = path == "-" ? "standard input" : "\"\(UTF8Text.escapedForTerminal(path))\""
        let list: ClassList
        do throws(AwardError) {
            list = try ClassList.read(bytes, columns: choices)
        } catch {
            throw AwardError(
                error.code, "The class list in \(name) can't be used: \(error.message)", hint: error.hint,
                cause: error.cause)
        }
        emptyRows = list.emptyRows
        let requests = list.requests()
        guard !requests.isEmpty else {
            throw AwardError(
                .csvMalformed, "The class list in \(name) has a header and no learners.",
                hint: "Write one learner in each row below the header.")
        }
        return requests
    }

    /// Finds out what would become of the requests, without keys and without writing.
    func check(_ requests: [AwardRequest], options: AwardOptions) throws -> AwardReport {
        let unsigned = CredentialSecurer(format: .json) { _, _ in
            throw AwardError(.signing, "A dry run signs nothing.")
        }
        return try awarder(securer: unsigned, judge: { _ in nil })
            .award(requests, options: options, now: Environment.now)
    }

    func award(
        _ requests: [AwardRequest], options: AwardOptions, keys: IssuerKeys, format: AwardRecord.Format
    ) throws -> AwardReport {
        let checkpoints = keys.checkpoint.map { CheckpointSigner(issuer: workspace.settings.issuer, key: $0) }
        return try awarder(
            securer: try keys.securer(for: format),
            judge: try workspace.ownJudge(at: Environment.now), checkpoints: checkpoints
        ).award(requests, options: options, now: Environment.now)
    }

    /// The badge that the one learner asked for has already, as its file would be.
    func heldBadge(_ requests: [AwardRequest], options: AwardOptions) throws -> [UInt8]? {
        var dry = options
        dry.isDryRun = true
        guard let row = try check(requests, options: dry).rows.first, row.outcome == .alreadyHad,
            let id = row.credentialID
        else { return nil }
        return try badgeFile(id, in: options.picture)
    }

    /// What the badge's file holds: its bytes, or the picture with it.
    func badgeFile(_ id: String, in picture: BadgePicture?) throws -> [UInt8]? {
        let signed = try register.read { try $0.signedBytes(id) }
        guard let picture else { return signed }
        return try signed.map { try picture.baked(with: $0) }
    }

    private func awarder(
        securer: CredentialSecurer, judge: @escaping AwardJudge, checkpoints: CheckpointSigner? = nil
    ) -> Awarder {
        Awarder(
            register: register, definition: item.entry.definition,
            files: DefinitionSnapshot(of: item.entry.definition, image: item.entry.image).files,
            issuer: AwardIssuer(workspace.settings), securer: securer, judge: judge, checkpoints: checkpoints)
    }
}
