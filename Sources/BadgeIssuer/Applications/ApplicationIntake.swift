package import Encodings
import BadgeDefinitions
import Cryptography

/// Takes learners' applications into the register; each is judged by itself, and a refused one hinders no other.
package struct ApplicationIntake {
    /// An application as it arrived.
    package struct Item: Sendable {
        /// The file's name, for the answer.
        package let source: String
        package let application: BadgeApplication

        package init(source: String, application: BadgeApplication) {
            self.source = source
            self.application = application
        }
    }

    private let register: Register
    private let catalogue: DefinitionCatalogue
    /// SHA-256 of the evidence files that came along.
    private let digests: Set<[UInt8]>
    /// Lets those apply who were erased.
    private let force: Bool

    package init(
        _ register: Register, catalogue: DefinitionCatalogue, evidence digests: Set<[UInt8]> = [], force: Bool = false
    ) {
        self.register = register
        self.catalogue = catalogue
        self.digests = digests
        self.force = force
    }

    /// Records what can be recorded, in one transaction.
    ///
    /// - Returns: what became of each, in their order.
    package func take(_ items: [Item], at now: Timestamp) throws -> [ApplicationReceipt] {
        let now = now.wholeSeconds
        var badges: [String: Result<BadgeDefinition, DefinitionOrAwardError>] = [:]
        for slug in Set(items.map(\.application.slug)) { badges[slug] = badge(slug) }
        return try register.write { transaction in
            var generator = SystemRandom()
            // Nobody is erased while this transaction is open.
            let erased = force ? .none : try ErasedIdentifiers(beside: register.path)
            return try items.map { item in
                var receipt = ApplicationReceipt(item)
                do {
                    let definition = try Self.definition(for: item.application, in: badges)
                    try take(item.application, definition, erased, transaction, &receipt, at: now, using: &generator)
                } catch let error as RegisterError where error.code != .stateTransition {
                    throw error
                } catch let error as any CodedError {
                    receipt.outcome = .refused(error)
                }
                return receipt
            }
        }
    }

    // MARK: The badge

    /// Either of the two errors that looking a badge up can end with.
    private struct DefinitionOrAwardError: Error { let error: any CodedError }

    private func badge(_ slug: String) -> Result<BadgeDefinition, DefinitionOrAwardError> {
        do {
            let item = try catalogue.item(slug)
            let definition = item.entry.definition
            let snapshot = catalogue.snapshots.first {
                $0.slug == slug && $0.version == definition.version
                    && $0.badgeBase.hasSameBytes(as: definition.badgeBase)
            }
            if let refusal = DefinitionCheck(definition: definition, snapshot: snapshot).refusal {
                throw AwardError(refusal.code, refusal.message, hint: refusal.hint)
            }
            return .success(definition)
        } catch let error as any CodedError {
            return .failure(DefinitionOrAwardError(error: error))
        } catch {
            return .failure(DefinitionOrAwardError(error: ApplicationError(.field, "The badge can't be read.")))
        }
    }

    private static func definition(
        for application: BadgeApplication, in badges: [String: Result<BadgeDefinition, DefinitionOrAwardError>]
    ) throws -> BadgeDefinition {
        let definition: BadgeDefinition
        switch badges[application.slug] {
        case .success(let found)?: definition = found
        case .failure(let failure)?: throw failure.error
        case nil: throw DefinitionError(.unknownReference, "There is no badge \"\(application.slug)\".")
        }
        if let base = application.badgeBase, !base.hasSameBytes(as: definition.badgeBase) {
            throw DefinitionError(
                .unknownReference,
                "The application asks for \"\(application.slug)\" of \(UTF8Text.escapedForTerminal(base)), not of "
                    + "this organisation.",
                hint: "Send it to the organisation whose badge it is.")
        }
        if let level = application.level {
            let offered = definition.levels.filter { $0.ordinal >= definition.requiredLevel?.ordinal ?? 0 }
            guard offered.contains(where: { $0.ordinal == level }) else {
                throw AwardError(
                    .level, "The application asks for level \(level) of \"\(application.slug)\", which isn't awarded.",
                    hint: offered.isEmpty
                        ? "The badge has no levels; leave it out."
                        : "It is awarded at level \(offered.map { "\($0.ordinal)" }.joined(separator: ", ")).")
            }
        }
        return definition
    }

    // MARK: The register

    private func take(
        _ application: BadgeApplication, _ definition: BadgeDefinition, _ erased: ErasedIdentifiers,
        _ transaction: RegisterTransaction, _ receipt: inout ApplicationReceipt, at now: Timestamp,
        using generator: inout SystemRandom
    ) throws {
        let compared = Set(
            application.evidence.indices.filter { place in
                application.evidence[place].sha256.map(digests.contains) ?? false
            })
        receipt.compared = compared
        guard let record = try transaction.application(application.id) else {
            let person = try self.person(application, erased, transaction, &receipt, at: now, using: &generator)
            try transaction.insertApplication(
                application, badgeBase: definition.badgeBase, of: person, compared: compared, at: now)
            try appendAudit(application, person.id, transaction, at: now, using: &generator)
            receipt.outcome = .recorded
            return
        }
        receipt.state = record.state
        guard record.personID != nil else {
            throw AwardError(
                .erasedPerson,
                "The application's learner was erased from the register, and what was handed in with it.",
                hint: "A learner who applies again does it with a new application, whose id is its own.")
        }
        if try transaction.hasSubmission(application.digest, ofApplication: record.id) {
            receipt.outcome = .unchanged
            let isNewest = record.newest?.application.digest == application.digest
            if isNewest, let newest = record.newest, !compared.isSubset(of: newest.compared) {
                try transaction.recordCompared(compared.union(newest.compared), of: record)
            }
            return
        }
        try checkSameApplicant(application, definition, record, transaction)
        guard record.state.canBecome(.submitted) else { throw Self.refusal(of: record) }
        try transaction.resubmit(application, after: record, compared: compared, at: now)
        try appendAudit(application, record.personID, transaction, at: now, using: &generator)
        receipt.outcome = .resubmitted
        receipt.state = .submitted
    }

    private func person(
        _ application: BadgeApplication, _ erased: ErasedIdentifiers, _ transaction: RegisterTransaction,
        _ receipt: inout ApplicationReceipt, at now: Timestamp, using generator: inout SystemRandom
    ) throws -> Person {
        let recipient = application.applicant.recipient
        switch try PersonLookup(reader: transaction, erased: erased).find(recipient, row: nil) {
        case .known(let person): return person
        case .refused(let finding) where finding.code == .erasedPerson:
            throw AwardError(
                .erasedPerson, "The learner was erased from the register, and an older application doesn't undo that.",
                hint: "If the learner came back and applies anew, add --force.")
        case .refused(let finding): throw AwardError(finding.code, finding.message, hint: finding.hint)
        case .new:
            let person = try transaction.insertPerson(
                recipient.details(language: application.language), at: now, using: &generator)
            try transaction.appendAudit(.personAdded, persons: [person.id], at: now, using: &generator)
            receipt.newPassportNumber = person.passportNumber
            return person
        }
    }

    /// An id can be guessed or copied: only who applied may hand the application in anew, and for the same badge.
    private func checkSameApplicant(
        _ application: BadgeApplication, _ definition: BadgeDefinition, _ record: ApplicationRecord,
        _ transaction: RegisterTransaction
    ) throws {
        var isSame = record.slug == application.slug && record.badgeBase.hasSameBytes(as: definition.badgeBase)
        if case .known(let person) = try PersonLookup(reader: transaction, erased: .none).find(
            application.applicant.recipient, row: nil)
        {
            isSame = isSame && person.id == record.personID
        } else {
            isSame = false
        }
        guard isSame else {
            throw ApplicationError(
                .idTaken, "Another application, of another learner or for another badge, has the same id.",
                hint: "Give this one an id of its own; `passportctl application new` makes one.")
        }
    }

    private func appendAudit(
        _ application: BadgeApplication, _ person: String?, _ transaction: RegisterTransaction, at now: Timestamp,
        using generator: inout SystemRandom
    ) throws {
        try transaction.appendAudit(
            .applicationSubmitted, subjects: [application.id], persons: [person].compactMap(\.self), at: now,
            using: &generator)
    }

    private static func refusal(of record: ApplicationRecord) -> RegisterError {
        RegisterError(
            .stateTransition,
            "The application \(record.id) is \(record.state.rawValue) and can't be handed in with other contents.",
            hint: record.state == .submitted
                ? "The assessor may return it first; the version that was handed in stays."
                : "Make a new application with an id of its own.")
    }
}
