package import BadgeDefinitions
import Cryptography
package import Encodings
import OpenBadges

/// Awards one badge to one learner or to a class.
///
/// Every request is checked before the first is awarded. Then batches of up to 500 each become one transaction: persons,
/// status places, credentials composed, signed and judged, all of it or nothing; the files are written when the
/// transaction is on the disk, and a later run writes those that are missing from the register.
package struct Awarder: Sendable {
    let register: Register
    let definition: BadgeDefinition
    /// The definition's files, its picture among them.
    let files: [DefinitionSnapshot.File]
    let issuer: AwardIssuer
    let securer: CredentialSecurer
    let judge: AwardJudge

    /// Rows to a transaction: enough to make the disk's part small, few enough to let others have their turn.
    static let batchSize = 500

    package init(
        register: Register, definition: BadgeDefinition, files: [DefinitionSnapshot.File], issuer: AwardIssuer,
        securer: CredentialSecurer, judge: @escaping AwardJudge
    ) {
        self.register = register
        self.definition = definition
        self.files = files
        self.issuer = issuer
        self.securer = securer
        self.judge = judge
    }

    /// - Returns: what became of each request, in their order. Nothing is awarded when one of them is refused, unless
    ///   `skipsInvalid` says so.
    /// - Throws: `RegisterError`, `clock.behind` among them; `AwardError` `award.signing`, `award.self-check`,
    ///   `award.output`, `file.no-space`. Batches before the
    ///   failure stay awarded, and the same list run again goes on from there.
    package func award(
        _ requests: [AwardRequest], options: AwardOptions = AwardOptions(), now: Timestamp
    ) throws -> AwardReport {
        let now = now.wholeSeconds
        let requests = requests.map { $0.filled(from: options.defaults) }
        var report = AwardReport(slug: definition.slug, version: definition.version, isDryRun: options.isDryRun)
        let plan = try register.read { reader in
            if !options.trustsClock { try SigningClock.check(now, against: try reader.newestEntryTime()) }
            return try AwardPlanner(
                definition: definition, mainLanguage: issuer.mainLanguage, options: options, now: now, reader: reader
            ).plan(requests)
        }
        report.rows = plan.rows
        report.findings = plan.findings
        guard !options.isDryRun, options.skipsInvalid && !plan.isDefinitionRefused || !report.hasRefusals else {
            return report
        }
        let folder: AwardFiles? = if let path = options.outputFolder { try AwardFiles(folder: path) } else { nil }
        try writeMissingFiles(of: &report, to: folder, in: options.picture)

        let composers = AwardComposers(
            definition: definition, issuer: issuer,
            picture: AchievementPicture(definition: definition, files: files, choice: options.image))
        let writer = folder.map { AwardFileWriter(folder: $0, slug: definition.slug, picture: options.picture) }
        var rest = plan.awards[...]
        var needsSnapshot = plan.needsSnapshot
        do {
            while !rest.isEmpty {
                let batch = AwardBatch(
                    awarder: self, composers: composers, planned: Array(rest.prefix(Self.batchSize)),
                    options: options, now: now)
                rest = rest.dropFirst(Self.batchSize)
                let isFirst = needsSnapshot
                let results = try register.write { transaction in
                    if isFirst { try publish(in: transaction, options, now: now) }
                    return try batch.run(in: transaction)
                }
                report.didPublishDefinition = report.didPublishDefinition || isFirst
                needsSnapshot = false
                for result in results { report.rows[result.index] = result.row }
                // Written while the next batch is made; one batch waits at most.
                try writer?.write(results.compactMap(AwardFileWriter.Item.init))
                options.progress?(plan.awards.count - rest.count)
            }
        } catch {
            _ = try? writer?.finish()
            throw error
        }
        for (index, name) in try writer?.finish() ?? [:] { report.rows[index].file = name }
        return report
    }

    /// A definition whose file says published is published by its first award.
    private func publish(
        in transaction: RegisterTransaction, _ options: AwardOptions, now: Timestamp
    ) throws(RegisterError) {
        let snapshot = DefinitionSnapshot(
            badgeBase: definition.badgeBase, slug: definition.slug, version: definition.version,
            achievementID: definition.achievementID, digest: definition.digest,
            json: JCS.canonicalize(.object(definition.json)), validFrom: definition.validFrom,
            validUntil: definition.validUntil, repeatable: definition.isRepeatable,
            suspendable: definition.isSuspendable, files: files)
        guard try transaction.recordPublished(snapshot, at: now) else { return }
        var generator = SystemRandom()
        try transaction.appendAudit(
            .definitionPublished, who: options.issuedBy, subjects: [definition.achievementID], at: now,
            using: &generator)
    }

    /// Files of awards that the register has and the folder lacks: a run before was cut short, or they were lost.
    private func writeMissingFiles(
        of report: inout AwardReport, to folder: AwardFiles?, in picture: BadgePicture?
    ) throws {
        guard let folder else { return }
        var hasWritten = false
        for index in report.rows.indices where report.rows[index].outcome == .alreadyHad {
            let row = report.rows[index]
            guard let id = row.credentialID, let bytes = try register.read({ try $0.signedBytes(id) }) else {
                continue
            }
            let (name, isNew) = try folder.write(
                bytes, slug: definition.slug, credential: id, in: picture, isNew: false)
            report.rows[index].file = name
            hasWritten = hasWritten || isNew
        }
        if hasWritten { try folder.sync() }
    }
}

extension AchievementPicture {
    /// The definition's picture in the form that was chosen.
    init?(definition: BadgeDefinition, files: [DefinitionSnapshot.File], choice: Choice) {
        guard let name = definition.image else { return nil }
        self.init(
            choice, name: name, bytes: files.first { $0.name == name }?.bytes,
            achievementID: definition.achievementID)
    }
}
