package import Encodings
import GRDB

/// How a person is looked up; texts are brought to their stored spelling first.
package enum PersonKey: Sendable, Hashable {
    case id(String)
    case passportNumber(PassportNumber)
    case email(String)
    case studentID(String)
    case did(String)
}

extension RegisterReader {
    package func person(_ key: PersonKey) throws(RegisterError) -> Person? {
        switch key {
        case .id(let id): try person(Self.personByID, [id])
        case .passportNumber(let number): try person(Self.personByPassportNumber, [number.description])
        case .email(let text): try person(identifier: "email", PersonalText.email(text))
        case .studentID(let text): try person(identifier: "student-id", PersonalText.stored(text))
        case .did(let text): try person(identifier: "did", PersonalText.stored(text))
        }
    }

    /// Those without an email address who have this name, compared by `PersonalText.nameKey`.
    package func emaillessPersons(named name: String) throws(RegisterError) -> [Person] {
        guard let key = PersonalText.nameKey(name) else { return [] }
        var persons: [Person] = []
        for row in try all(Self.emaillessByName, [key]) { persons.append(try remembered(row)) }
        return persons
    }

    /// Persons of whom nothing was recorded since, the longest silent first: their time may be over.
    package func forEachInactivePerson(
        since day: CalendarDay, _ body: (Person, _ lastActivity: CalendarDay) throws -> Void
    ) throws {
        let sql = """
            SELECT id, last FROM (
                SELECT p.id, max(p.changed_at,
                    coalesce((SELECT max(max(signed_at, state_at)) FROM awards WHERE person = p.number), 0),
                    coalesce((SELECT max(state_at) FROM applications WHERE person = p.number), 0),
                    coalesce((SELECT max(recorded_at) FROM consents WHERE person = p.number), 0),
                    coalesce((SELECT max(signed_at) FROM transcripts WHERE person = p.number), 0)) AS last
                FROM persons p)
            WHERE last < ? ORDER BY last, id
            """
        try forEach(sql, [day.firstSecond.seconds]) { row in
            guard let person = try person(.id(try row.text(0))) else { return }
            try body(person, CalendarDay(of: try row.instant(1)))
        }
    }

    package func personCount() throws(RegisterError) -> Int {
        try first("SELECT count(*) FROM persons")?.number(0) ?? 0
    }

    /// The row of a person; those that were looked up before are remembered.
    func personNumber(_ id: String) throws(RegisterError) -> Int {
        if let known = personNumbers[id] { return known }
        guard let row = try first("SELECT number FROM persons WHERE id = ?", [id]) else {
            throw RegisterError(
                .personMissing, "The person isn't in the register.", hint: "Somebody may have been erased meanwhile.")
        }
        let number = try row.number(0)
        personNumbers[id] = number
        return number
    }

    private func person(identifier kind: String, _ value: String?) throws(RegisterError) -> Person? {
        guard let value else { return nil }
        return try person(Self.personByIdentifier, [kind, value])
    }

    private func person(
        _ statement: RegisterStatement, _ arguments: [RegisterValue]
    ) throws(RegisterError) -> Person? {
        guard let row = try first(statement, arguments) else { return nil }
        return try remembered(row)
    }

    private func remembered(_ row: RegisterRow) throws(RegisterError) -> Person {
        let person = try Self.person(row)
        personNumbers[person.id] = try row.number(9)
        return person
    }

    private static let personByID = RegisterStatement("\(selectPerson) WHERE p.id = ?")
    private static let personByPassportNumber = RegisterStatement("\(selectPerson) WHERE p.passport_number = ?")
    private static let personByIdentifier = RegisterStatement(
        "\(selectPerson) WHERE p.number = (SELECT person FROM identifiers WHERE kind = ? AND value = ?)")
    private static let emaillessByName = RegisterStatement(
        """
        \(selectPerson) WHERE p.name_key = ? AND NOT EXISTS
            (SELECT 1 FROM identifiers WHERE person = p.number AND kind = 'email')
        ORDER BY p.number
        """)

    private static let selectPerson = """
        SELECT p.id, p.passport_number, p.name, p.given_name, p.family_name, p.language,
            (SELECT value FROM identifiers WHERE person = p.number AND kind = 'email'),
            (SELECT value FROM identifiers WHERE person = p.number AND kind = 'student-id'),
            (SELECT value FROM identifiers WHERE person = p.number AND kind = 'did'),
            p.number
        FROM persons p
        """

    private static func person(_ row: RegisterRow) throws(RegisterError) -> Person {
        guard let number = PassportNumber(try row.text(1)) else {
            throw RegisterError(.corrupt, "The register holds a passport number that it never drew.")
        }
        return Person(
            id: try row.text(0), passportNumber: number,
            details: PersonDetails(
                name: row.optionalText(2), givenName: row.optionalText(3), familyName: row.optionalText(4),
                email: row.optionalText(6), studentID: row.optionalText(7), did: row.optionalText(8),
                language: row.optionalText(5)))
    }
}
