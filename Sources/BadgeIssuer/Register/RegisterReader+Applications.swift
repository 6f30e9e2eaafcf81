import Encodings
import GRDB

extension RegisterReader {
    /// One application with all that was handed in.
    package func application(_ id: String) throws(RegisterError) -> ApplicationRecord? {
        guard let row = try first(Self.applicationByID, [id]) else { return nil }
        var submissions: [ApplicationRecord.Submission] = []
        for row in try all(
            """
            SELECT json, received_at, compared, reason FROM application_submissions
            WHERE application = ? ORDER BY revision
            """, [try row.number(0)])
        {
            submissions.append(try Self.submission(row, from: 0))
        }
        return try Self.application(row, submissions)
    }

    /// At most two ids that begin so.
    func applicationIDs(beginningWith start: String) throws(RegisterError) -> [String] {
        // After all digits and the hyphen, so the range holds what begins with the text.
        let rows = try all(
            "SELECT id FROM applications WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", [start, start + "g"])
        var ids: [String] = []
        for row in rows { ids.append(try row.text(0)) }
        return ids
    }

    /// Whether the same was handed in already, at any time.
    func hasSubmission(_ digest: [UInt8], ofApplication id: String) throws(RegisterError) -> Bool {
        try first(
            """
            SELECT 1 FROM application_submissions
            WHERE application = (SELECT number FROM applications WHERE id = ?) AND digest = ? LIMIT 1
            """, [id, digest.blob]) != nil
    }

    /// The applications that the filter lets through, oldest first, each with what was handed in last; one at a time.
    package func forEachApplication(
        _ filter: ApplicationFilter = ApplicationFilter(), _ body: (ApplicationRecord) throws -> Void
    ) throws {
        let arguments: [RegisterValue] = [filter.state?.rawValue, filter.slug, filter.personID]
        try forEach(Self.listedApplications, arguments) { row in
            let submissions = row.optionalBytes(11) == nil ? [] : [try Self.submission(row, from: 11)]
            try body(try Self.application(row, submissions))
        }
    }

    private static let columns = """
        a.number, a.id, p.id, a.badge_base, a.slug, a.state, a.state_at, a.revision, a.decided_by, a.award,
            a.received_at
        """
    private static let applicationByID = RegisterStatement(
        "SELECT \(columns) FROM applications a LEFT JOIN persons p ON p.number = a.person WHERE a.id = ?")
    private static let listedApplications = """
        SELECT \(columns), s.json, s.received_at, s.compared, s.reason
        FROM applications a LEFT JOIN persons p ON p.number = a.person
            LEFT JOIN application_submissions s ON s.application = a.number AND s.revision = a.revision
        WHERE (?1 IS NULL OR a.state = ?1) AND (?2 IS NULL OR a.slug = ?2)
            AND (?3 IS NULL OR a.person = (SELECT number FROM persons WHERE id = ?3))
        ORDER BY a.number
        """

    private static func application(
        _ row: RegisterRow, _ submissions: [ApplicationRecord.Submission]
    ) throws(RegisterError) -> ApplicationRecord {
        ApplicationRecord(
            id: try row.text(1), personID: row.optionalText(2), badgeBase: try row.text(3), slug: try row.text(4),
            state: try row.word(5), stateAt: try row.instant(6), revision: try row.number(7),
            decidedBy: row.optionalText(8), award: row.optionalText(9), receivedAt: try row.instant(10),
            submissions: submissions)
    }

    private static func submission(
        _ row: RegisterRow, from place: Int
    ) throws(RegisterError) -> ApplicationRecord.Submission {
        ApplicationRecord.Submission(
            application: try BadgeApplication(stored: try row.bytes(place)), receivedAt: try row.instant(place + 1),
            compared: Set(try row.text(place + 2).split(separator: ",").compactMap { Int($0) }),
            reason: row.optionalText(place + 3))
    }
}
