import Cryptography
package import Encodings

/// Notes that a person gave or withdrew a consent.
package struct ConsentKeeper: Sendable {
    package let purpose: Consent.Purpose
    /// Longest name of a receiver.
    private static let maxReceiver = 200

    package init(_ purpose: Consent.Purpose = .koski) { self.purpose = purpose }

    /// Who receives what is stored in Koski.
    package static let koskiReceiver = "Opetushallitus (Koski)"

    /// - Returns: whether it is new; one that holds already stays as it was noted.
    /// - Throws: `koski.consent-day`; `RegisterError`.
    package func give(
        _ person: Person, on day: CalendarDay, receiver: String = koskiReceiver, by who: String? = nil,
        in register: Register, at now: Timestamp
    ) throws -> Bool {
        try check(day, at: now)
        let receiver = String(receiver.prefix(Self.maxReceiver))
        return try register.write { transaction in
            guard try transaction.consentInForce(of: person.id, purpose) == nil else { return false }
            try transaction.insertConsent(
                Consent(purpose: purpose, receiver: receiver, given: day), of: person.id, at: now.wholeSeconds)
            try append(.consentGiven, person, who, transaction, at: now)
            return true
        }
    }

    /// - Returns: the consent as it was.
    /// - Throws: `koski.no-consent`, `koski.consent-day`; `RegisterError`.
    @discardableResult
    package func withdraw(
        _ person: Person, on day: CalendarDay, by who: String? = nil, in register: Register, at now: Timestamp
    ) throws -> Consent {
        try check(day, at: now)
        return try register.write { transaction in
            guard let consent = try transaction.consentInForce(of: person.id, purpose) else {
                throw KoskiError(
                    .noConsent, "No consent of this person is in force, so none can be withdrawn.",
                    hint: "`passportctl register consent` without a day shows what was noted.")
            }
            guard day >= consent.given else {
                throw KoskiError(
                    .consentDay, "The consent was given on \(consent.given), after the day of its withdrawal.",
                    hint: "Give the day on which it was withdrawn.")
            }
            try transaction.withdrawConsent(of: person.id, purpose, on: day)
            try append(.consentWithdrawn, person, who, transaction, at: now)
            return consent
        }
    }

    private func check(_ day: CalendarDay, at now: Timestamp) throws(KoskiError) {
        guard day > CalendarDay(of: now) else { return }
        throw KoskiError(
            .consentDay, "The day lies in the future.", hint: "Note a consent when it has been given or withdrawn.")
    }

    private func append(
        _ event: AuditEvent, _ person: Person, _ who: String?, _ transaction: RegisterTransaction, at now: Timestamp
    ) throws {
        var generator = SystemRandom()
        try transaction.appendAudit(
            event, who: who, persons: [person.id], code: purpose.rawValue, at: now.wholeSeconds, using: &generator)
    }
}
