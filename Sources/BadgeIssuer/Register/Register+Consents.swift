import Encodings
import GRDB

extension RegisterReader {
    /// All consents of a person, oldest first.
    package func consents(of personID: String) throws(RegisterError) -> [Consent] {
        var consents: [Consent] = []
        for row in try all(
            """
            SELECT purpose, receiver, given, withdrawn FROM consents
            WHERE person = (SELECT number FROM persons WHERE id = ?) ORDER BY number
            """, [personID])
        {
            consents.append(try Self.consent(row))
        }
        return consents
    }

    /// The consent that wasn't withdrawn.
    package func consentInForce(of personID: String, _ purpose: Consent.Purpose) throws(RegisterError) -> Consent? {
        guard
            let row = try first(
                """
                SELECT purpose, receiver, given, withdrawn FROM consents
                WHERE person = (SELECT number FROM persons WHERE id = ?) AND purpose = ? AND withdrawn IS NULL
                """, [personID, purpose.rawValue])
        else { return nil }
        return try Self.consent(row)
    }

    private static func consent(_ row: RegisterRow) throws(RegisterError) -> Consent {
        Consent(
            purpose: try row.word(0), receiver: try row.text(1), given: try row.day(2),
            withdrawn: try row.optionalDay(3))
    }
}

extension RegisterTransaction {
    func insertConsent(_ consent: Consent, of personID: String, at now: Timestamp) throws(RegisterError) {
        try execute(
            "INSERT INTO consents (person, purpose, receiver, given, withdrawn, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                try personNumber(personID), consent.purpose.rawValue, consent.receiver, consent.given.description,
                consent.withdrawn?.description, now.seconds,
            ])
    }

    func withdrawConsent(
        of personID: String, _ purpose: Consent.Purpose, on day: CalendarDay
    ) throws(RegisterError) {
        try execute(
            "UPDATE consents SET withdrawn = ? WHERE person = ? AND purpose = ? AND withdrawn IS NULL",
            [day.description, try personNumber(personID), purpose.rawValue])
    }
}
