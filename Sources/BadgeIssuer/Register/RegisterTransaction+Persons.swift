import Cryptography
package import Encodings
import GRDB

extension RegisterTransaction {
    /// Adds a person, with a fresh id and a passport number that nobody else has.
    ///
    /// - Throws: `register.identifier-taken` when the email address, student id or DID is somebody's.
    package func insertPerson(
        _ details: PersonDetails, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) -> Person {
        let details = details.normalised
        let id = UUIDv4.make(using: &generator)
        var number = PassportNumber(using: &generator)
        while try !insert(id, number, details, at: now) { number = PassportNumber(using: &generator) }
        let row = lastRow
        personNumbers[id] = row
        try insertIdentifiers(details, of: row)
        return Person(id: id, passportNumber: number, details: details)
    }

    /// Adds what the register doesn't know of the person yet; what it knows stays.
    ///
    /// - Throws: `register.person-missing`, `register.identifier-taken`.
    package func completePerson(
        _ id: String, with more: PersonDetails, at now: Timestamp
    ) throws(RegisterError) -> Person {
        let number = try personNumber(id)
        guard let known = try person(.id(id)) else { throw RegisterError(.personMissing, "The person is gone.") }
        let details = known.details.filled(from: more.normalised)
        guard details != known.details else { return known }
        try execute(
            """
            UPDATE persons SET name = ?, given_name = ?, family_name = ?, name_key = ?, language = ?, changed_at = ?
            WHERE number = ?
            """,
            [
                details.name, details.givenName, details.familyName, details.nameKey, details.language, now.seconds,
                number,
            ])
        try insertIdentifiers(details, besides: known.details, of: number)
        return Person(id: known.id, passportNumber: known.passportNumber, details: details)
    }

    /// - Returns: whether the passport number was free.
    private func insert(
        _ id: String, _ number: PassportNumber, _ details: PersonDetails, at now: Timestamp
    ) throws(RegisterError) -> Bool {
        try execute(
            """
            INSERT INTO persons
                (id, passport_number, name, given_name, family_name, name_key, language, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (passport_number) DO NOTHING
            """,
            [
                id, number.description, details.name, details.givenName, details.familyName, details.nameKey,
                details.language, now.seconds, now.seconds,
            ]) == 1
    }

    private func insertIdentifiers(
        _ details: PersonDetails, besides known: PersonDetails = PersonDetails(), of person: Int
    ) throws(RegisterError) {
        let identifiers = [
            ("email", details.email, known.email), ("student-id", details.studentID, known.studentID),
            ("did", details.did, known.did),
        ]
        for case (let kind, let value?, nil) in identifiers {
            try execute("INSERT INTO identifiers (kind, value, person) VALUES (?, ?, ?)", [kind, value, person])
        }
    }
}

extension PersonDetails {
    /// What people without an email address are compared by.
    fileprivate var nameKey: String? {
        PersonalText.nameKey(name: name, givenName: givenName, familyName: familyName)
    }
}
