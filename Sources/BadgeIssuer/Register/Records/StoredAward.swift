import Encodings
import GRDB

/// An award with everything that checking its record needs, read in one go.
struct StoredAward: Sendable {
    struct Place: Sendable {
        var allocation: StatusAllocation
        var bit: Bool
    }

    let number: Int
    let id: String
    let achievementID: String
    let level: Int?
    let awardedDate: CalendarDay
    let validUntil: Timestamp?
    let state: AwardRecord.State
    let verificationMethod: String
    let signatureDigest: [UInt8]
    let sha256: [UInt8]
    /// Whether the link to the person was cut, by erasing the person or because its time was over.
    let isUnlinked: Bool
    /// The signed bytes; `nil` after erasure.
    let bytes: [UInt8]?
    var places: [Place] = []
}

extension RegisterReader {
    /// The next awards after a row number, in the order they were recorded.
    func storedAwards(after number: Int, limit: Int) throws(RegisterError) -> [StoredAward] {
        let sql: StaticString = """
            SELECT a.number, a.id, d.achievement_id, a.level, a.awarded_date, a.valid_until, a.state,
                k.verification_method, a.signature_digest, a.sha256, a.person IS NULL, c.bytes
            FROM awards a JOIN definitions d ON d.number = a.definition JOIN signing_keys k ON k.number = a.signing_key
                LEFT JOIN signed_credentials c ON c.award = a.number
            WHERE a.number > ? ORDER BY a.number LIMIT ?
            """
        var awards: [StoredAward] = []
        for row in try all(sql, [number, limit]) {
            awards.append(
                StoredAward(
                    number: try row.number(0), id: try row.text(1), achievementID: try row.text(2),
                    level: row.optionalNumber(3), awardedDate: try row.day(4), validUntil: try row.optionalInstant(5),
                    state: try row.word(6), verificationMethod: try row.text(7), signatureDigest: try row.bytes(8),
                    sha256: try row.bytes(9), isUnlinked: try row.number(10) == 1, bytes: row.optionalBytes(11)))
        }
        try addPlaces(to: &awards)
        return awards
    }

    private func addPlaces(to awards: inout [StoredAward]) throws(RegisterError) {
        guard let first = awards.first, let last = awards.last else { return }
        let sql: StaticString = """
            SELECT e.award, l.purpose, e.list, e.position, e.bit
            FROM status_entries e JOIN status_lists l ON l.number = e.list
            WHERE e.award BETWEEN ? AND ? ORDER BY e.award, l.purpose, e.list
            """
        var index = awards.startIndex
        for row in try all(sql, [first.number, last.number]) {
            let number = try row.number(0)
            while awards.indices.contains(index), awards[index].number < number { index += 1 }
            guard awards.indices.contains(index), awards[index].number == number else { continue }
            awards[index].places.append(
                StoredAward.Place(
                    allocation: StatusAllocation(
                        purpose: try row.word(1), list: try row.number(2), index: try row.number(3)),
                    bit: try row.number(4) == 1))
        }
    }
}
