import BadgeDefinitions
import Cryptography
package import Encodings

/// Returns, refuses or withdraws applications; approving, which awards a badge, is `ApplicationApproval`'s.
package struct ApplicationDecider: Sendable {
    package enum Step: String, Sendable, CaseIterable {
        case `return`, reject, withdraw

        package var goal: ApplicationState {
            switch self {
            case .return: .returned
            case .reject: .rejected
            case .withdraw: .withdrawn
            }
        }

        var event: AuditEvent {
            switch self {
            case .return: .applicationReturned
            case .reject: .applicationRejected
            case .withdraw: .applicationWithdrawn
            }
        }
    }

    package let step: Step
    /// A reference to the member of staff, no name; nobody when the learner withdraws.
    package let who: String?
    /// What the learner is told.
    package let reason: String?

    /// Longest reason in characters.
    package static let maxReason = 5000

    /// - Throws: `limit.application-text`; `AwardError` `row.identity-code`.
    package init(_ step: Step, by who: String?, reason: String?) throws {
        self.step = step
        self.who = who
        self.reason = reason
        guard let reason else { return }
        guard reason.count <= Self.maxReason else {
            throw ApplicationError(
                .textLimit, "The reason is longer than \(Self.maxReason) characters.", hint: "Shorten it.")
        }
        guard !IdentityCode.occurs(in: reason) else {
            throw AwardError(
                .identityCode, "The reason has what looks like a Finnish personal identity code.",
                hint: "Take it out; it is never needed here, and it is neither kept nor shown.")
        }
    }

    /// - Returns: the application as it is afterwards.
    /// - Throws: `ApplicationError` `application.missing`, `application.ambiguous`, `right.missing`; `RegisterError`
    ///   `state.transition`, `register.audit-reference`.
    package func apply(
        to reference: ApplicationReference, in register: Register, at now: Timestamp
    ) throws -> ApplicationRecord {
        let now = now.wholeSeconds
        return try register.write { transaction in
            let record = try transaction.application(reference)
            if let who, step != .withdraw { try transaction.checkRight(of: who, toDecide: record) }
            try record.checkStep(to: step.goal)
            var generator = SystemRandom()
            try transaction.changeApplication(record, to: step.goal, by: who, reason: reason, at: now)
            try transaction.appendAudit(
                step.event, who: who, subjects: [record.id], persons: [record.personID].compactMap(\.self), at: now,
                using: &generator)
            return try transaction.application(record.id) ?? record
        }
    }
}

extension ApplicationRecord {
    /// - Throws: `RegisterError` `state.transition`.
    func checkStep(to next: ApplicationState) throws(RegisterError) {
        guard !state.canBecome(next) else { return }
        let hint =
            switch state {
            case .submitted: "A submitted application is approved, returned, rejected or withdrawn."
            case .returned: "It waits for the learner, who hands it in again or withdraws it."
            case .approved:
                "The badge is \(award ?? "in the register"); `passportctl award \(slug)` for the same learner writes "
                    + "its file again."
            case .rejected, .withdrawn: "That is final; a new application has an id of its own."
            }
        throw RegisterError(
            .stateTransition, "The application \(id) is \(state.rawValue) and can't become \(next.rawValue).",
            hint: hint)
    }
}

extension RegisterReader {
    /// Nobody decides on what they ask for themself.
    ///
    /// - Throws: `ApplicationError` `right.missing`; the reference isn't repeated, for it names the learner then.
    func checkRight(of who: String, toDecide record: ApplicationRecord) throws {
        var own: [String] = []
        var numbers: [PassportNumber] = []
        if let personID = record.personID, let person = try person(.id(personID)) {
            own +=
                [person.id, "urn:uuid:\(person.id)"] + [person.email, person.did, person.studentID].compactMap(\.self)
            numbers.append(person.passportNumber)
        }
        for submission in record.submissions {
            switch submission.application.applicant.identifier {
            case .email(let text), .did(let text): own.append(text)
            case .passportNumber(let number): numbers.append(number)
            }
        }
        let reference = PersonalText.email(who)
        let isOwn =
            own.contains { PersonalText.email($0) == reference } || PassportNumber(who).map(numbers.contains) ?? false
        guard isOwn else { return }
        throw ApplicationError(
            .right, "Nobody may decide on their own application: --by names the one who applies.",
            hint: "Let another assessor decide, and give that person's staff reference.")
    }
}
