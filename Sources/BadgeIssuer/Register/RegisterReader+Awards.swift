package import Encodings
import GRDB

/// An award that rests on a certain file.
package struct EvidenceUse: Sendable, Hashable {
    package let awardID: String
    package let personID: String?
    package let badgeBase: String
    package let slug: String
    package let name: String?
}

extension RegisterReader {
    /// The award of a badge that the person holds: issued or suspended, whatever its version and validity; of a
    /// repeatable badge the newest. Without the signed bytes.
    package func liveAward(personID: String, badgeBase: String, slug: String) throws(RegisterError) -> AwardRecord? {
        guard let row = try first(Self.liveAward, [personID, badgeBase, slug]) else { return nil }
        return try award(row)
    }

    /// The newest revoked award of the same badge at the same level to the same person: one that shouldn't come back
    /// by running an old list again.
    ///
    /// - Parameter awardedDate: the day it was awarded on; `nil` for any day.
    package func revokedAward(
        personID: String, badgeBase: String, slug: String, level: Int?, awardedDate: CalendarDay? = nil
    ) throws(RegisterError) -> AwardRecord? {
        let arguments: [RegisterValue] = [personID, badgeBase, slug, level, awardedDate?.description]
        guard let row = try first(Self.revokedAward, arguments) else { return nil }
        return try award(row)
    }

    /// One award, without the signed bytes.
    package func award(_ id: String) throws(RegisterError) -> AwardRecord? {
        guard let row = try first(Self.awardByID, [id]) else { return nil }
        return try award(row)
    }

    /// The bytes as they were signed; `nil` for an unknown award and after erasure.
    package func signedBytes(_ id: String) throws(RegisterError) -> [UInt8]? {
        try first(
            "SELECT bytes FROM signed_credentials WHERE award = (SELECT number FROM awards WHERE id = ?)", [id])?
            .bytes(0)
    }

    /// The awards that the filter lets through, in the order they were recorded, without the signed bytes.
    package func awards(_ filter: AwardFilter = AwardFilter()) throws(RegisterError) -> [AwardRecord] {
        var awards: [AwardRecord] = []
        do { try forEachAward(filter) { awards.append($0) } } catch { throw RegisterError(sqlite: error) }
        return awards
    }

    /// As `awards`, holding one at a time.
    package func forEachAward(_ filter: AwardFilter = AwardFilter(), _ body: (AwardRecord) throws -> Void) throws {
        let (condition, arguments) = filter.condition
        try forEach("\(Self.selectAward) WHERE \(condition) ORDER BY a.number", arguments) { row in
            try body(try award(row))
        }
    }

    package func awardCount() throws(RegisterError) -> Int {
        try first("SELECT count(*) FROM awards")?.number(0) ?? 0
    }

    /// The live awards that rest on a file with this hash.
    package func liveAwards(restingOn sha256: [UInt8]) throws(RegisterError) -> [EvidenceUse] {
        let sql: StaticString = """
            SELECT a.id, p.id, b.badge_base, b.slug, e.name
            FROM evidence e JOIN awards a ON a.number = e.award JOIN badges b ON b.number = a.badge
                LEFT JOIN persons p ON p.number = a.person
            WHERE e.sha256 = ? AND a.state IN ('issued', 'suspended')
            ORDER BY a.number
            """
        var uses: [EvidenceUse] = []
        for row in try all(sql, [sha256.blob]) {
            uses.append(
                EvidenceUse(
                    awardID: try row.text(0), personID: row.optionalText(1), badgeBase: try row.text(2),
                    slug: try row.text(3), name: row.optionalText(4)))
        }
        return uses
    }

    private static let awardByID = RegisterStatement("\(selectAward) WHERE a.id = ?")
    private static let liveAward = RegisterStatement(
        """
        \(selectAward)
        WHERE a.person = (SELECT number FROM persons WHERE id = ?)
            AND a.badge = (SELECT number FROM badges WHERE badge_base = ? AND slug = ?)
            AND a.state IN ('issued', 'suspended')
        ORDER BY a.number DESC LIMIT 1
        """)
    private static let revokedAward = RegisterStatement(
        """
        \(selectAward)
        WHERE a.person = (SELECT number FROM persons WHERE id = ?)
            AND a.badge = (SELECT number FROM badges WHERE badge_base = ? AND slug = ?)
            AND a.state = 'revoked' AND a.level IS ?4 AND (?5 IS NULL OR a.awarded_date = ?5)
        ORDER BY a.number DESC LIMIT 1
        """)
    private static let selectAward = """
        SELECT a.number, a.id, p.id, b.badge_base, b.slug, d.version, d.achievement_id, a.level, a.awarded_date,
            a.activity_start, a.activity_end, a.hours, a.credits_earned, a.narrative, a.language, a.valid_until,
            a.format, a.state, a.state_reason, a.replaces, a.superseded_by, a.issued_by, a.signed_at,
            k.verification_method, a.signature_digest, a.sha256
        FROM awards a JOIN badges b ON b.number = a.badge JOIN definitions d ON d.number = a.definition
            JOIN signing_keys k ON k.number = a.signing_key LEFT JOIN persons p ON p.number = a.person
        """

    private func award(_ row: RegisterRow) throws(RegisterError) -> AwardRecord {
        let number = try row.number(0)
        return AwardRecord(
            id: try row.text(1), personID: row.optionalText(2), badgeBase: try row.text(3), slug: try row.text(4),
            version: try row.number(5), achievementID: try row.text(6), level: row.optionalNumber(7),
            awardedDate: try row.day(8), activityStart: try row.optionalDay(9), activityEnd: try row.optionalDay(10),
            hours: row.optionalHundredths(11), creditsEarned: row.optionalHundredths(12),
            narrative: row.optionalText(13), language: try row.text(14), evidence: try evidence(ofAward: number),
            validUntil: try row.optionalInstant(15), format: try row.word(16),
            statusEntries: try statusEntries(ofAward: number), state: try row.word(17),
            stateReason: row.optionalText(18), replaces: row.optionalText(19), supersededBy: row.optionalText(20),
            issuedBy: row.optionalText(21), signedAt: try row.instant(22), verificationMethod: try row.text(23),
            signatureDigest: try row.bytes(24), sha256: try row.bytes(25), signedBytes: nil)
    }

    private func evidence(ofAward number: Int) throws(RegisterError) -> [EvidenceRecord] {
        let sql: StaticString = """
            SELECT id, kind, name, description, url, sha256, captured_date FROM evidence
            WHERE award = ? ORDER BY position
            """
        var records: [EvidenceRecord] = []
        for row in try all(sql, [number]) {
            records.append(
                EvidenceRecord(
                    id: try row.text(0), kind: try row.word(1), name: row.optionalText(2),
                    description: row.optionalText(3), url: row.optionalText(4), sha256: row.optionalBytes(5),
                    capturedDate: try row.optionalDay(6)))
        }
        return records
    }

    private func statusEntries(ofAward number: Int) throws(RegisterError) -> [StatusAllocation] {
        let sql: StaticString = """
            SELECT l.purpose, e.list, e.position FROM status_entries e JOIN status_lists l ON l.number = e.list
            WHERE e.award = ? ORDER BY l.purpose, e.list
            """
        var entries: [StatusAllocation] = []
        for row in try all(sql, [number]) {
            entries.append(
                StatusAllocation(purpose: try row.word(0), list: try row.number(1), index: try row.number(2)))
        }
        return entries
    }
}

extension AwardFilter {
    /// The filter as the part of a statement after `WHERE`, and its arguments.
    fileprivate var condition: (sql: String, arguments: [RegisterValue]) {
        var parts = ["1"]
        var arguments: [RegisterValue] = []
        func narrow(_ sql: String, _ argument: RegisterValue) {
            guard let argument else { return }
            parts.append(sql)
            arguments.append(argument)
        }
        narrow("a.person = (SELECT number FROM persons WHERE id = ?)", personID)
        switch (badgeBase, slug) {
        case (let base?, let slug?):
            parts.append("a.badge = (SELECT number FROM badges WHERE badge_base = ? AND slug = ?)")
            arguments += [base, slug]
        default:
            narrow("a.badge IN (SELECT number FROM badges WHERE badge_base = ?)", badgeBase)
            narrow("a.badge IN (SELECT number FROM badges WHERE slug = ?)", slug)
        }
        narrow("d.version = ?", version)
        narrow("a.awarded_date >= ?", awardedFrom?.description)
        narrow("a.awarded_date <= ?", awardedTo?.description)
        if let states {
            let words = AwardRecord.State.allCases.filter(states.contains)
            parts.append("a.state IN (\(words.map { "'\($0.rawValue)'" }.joined(separator: ", ")))")
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}
