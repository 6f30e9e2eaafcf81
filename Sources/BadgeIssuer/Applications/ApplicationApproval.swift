package import BadgeDefinitions
import Cryptography
package import Encodings

/// The award that an application asks for, and the step that closes the application with it.
///
/// Awarding goes its usual way with all its checks; `close` runs in the transaction that records the award, so that
/// neither is ever there without the other.
package struct ApplicationApproval: Sendable {
    package let record: ApplicationRecord
    /// What the application says; an assessor's own words fill in or take precedence.
    package let request: AwardRequest
    private let who: String

    /// - Parameter definition: the version that will be awarded.
    /// - Throws: `ApplicationError` `application.missing`, `application.ambiguous`, `right.missing`; `RegisterError`
    ///   `state.transition`; `DefinitionError` when the application is for a badge of another base.
    package init(
        of reference: ApplicationReference, by who: String, definition: BadgeDefinition, in register: Register
    ) throws {
        self.who = who
        record = try register.read { reader in
            let record = try reader.application(reference)
            try reader.checkRight(of: who, toDecide: record)
            try record.checkStep(to: .approved)
            return record
        }
        guard record.badgeBase.hasSameBytes(as: definition.badgeBase), record.slug == definition.slug else {
            throw DefinitionError(
                .unknownReference,
                "The application is for \(record.badgeBase)\(record.slug), which isn't awarded here.",
                hint: "The workspace's address has changed since; ask the learner to apply anew.")
        }
        guard let application = record.newest?.application else {
            throw RegisterError(.personMissing, "Whoever applied isn't in the register any more.")
        }
        request = AwardRequest(
            recipient: AwardRequest.Recipient(personID: record.personID), level: application.level.map(String.init),
            evidence: application.evidence.map(\.awarded),
            language: definition.name[application.language] == nil ? nil : application.language)
    }

    /// The request with what the assessor adds: their values take precedence, their evidence comes after the learner's.
    package func request(with assessor: AwardRequest) -> AwardRequest {
        var request = assessor
        request.recipient = self.request.recipient
        request.level = assessor.level ?? self.request.level
        request.evidence = self.request.evidence + assessor.evidence
        request.language = assessor.language ?? self.request.language
        return request
    }

    /// Closes the application in the transaction in which its award was recorded, or found to be there already.
    ///
    /// - Throws: `RegisterError` `state.transition` when somebody else decided meanwhile or the learner handed in other
    ///   contents; the award isn't recorded then.
    package func close(
        with row: AwardReport.Row, in transaction: RegisterTransaction, at now: Timestamp
    ) throws {
        guard row.outcome == .awarded || row.outcome == .alreadyHad, let award = row.credentialID else { return }
        let now = now.wholeSeconds
        guard let current = try transaction.application(record.id) else {
            throw RegisterError(.fault, "An application that was just read isn't there.")
        }
        try current.checkStep(to: .approved)
        guard current.revision == record.revision else {
            throw RegisterError(
                .stateTransition, "The application \(record.id) was handed in anew meanwhile.",
                hint: "Look at it again with `passportctl application show` before you decide.")
        }
        var generator = SystemRandom()
        try transaction.changeApplication(current, to: .approved, by: who, award: award, at: now)
        try transaction.appendAudit(
            .applicationApproved, who: who, subjects: [record.id, award],
            persons: [current.personID].compactMap(\.self),
            code: row.outcome == .alreadyHad ? AwardError.Code.alreadyHad.rawValue : nil, at: now, using: &generator)
    }
}
