package import Encodings
import GRDB

extension RegisterTransaction {
    /// Gives a place in a status list, drawn at random from the free ones, so that it tells nothing about when or to
    /// whom it was given. A list that is nine tenths full is followed by a new one.
    package func allocateStatusIndex(
        _ purpose: StatusAllocation.Purpose, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) -> StatusAllocation {
        let list = try takeRoom(purpose, at: now)
        // One draw in ten finds a free place even at the end, so this many misses mean a broken generator.
        for _ in 0..<2000 {
            let index = Int.random(in: 0..<StatusListRecord.size, using: &generator)
            let sql = "INSERT INTO status_entries (list, position) VALUES (?, ?) ON CONFLICT DO NOTHING"
            if try execute(sql, [list, index]) == 1 {
                return StatusAllocation(purpose: purpose, list: list, index: index)
            }
        }
        throw RegisterError(.fault, "No free place was found in a status list that has some.")
    }

    /// Keeps what was signed and is being published as the list.
    ///
    /// - Throws: `register.status-entry` for an unknown list.
    package func storeSignedList(
        _ number: Int, bytes: [UInt8], contentDigest: [UInt8], validFrom: Timestamp
    ) throws(RegisterError) {
        let changed = try execute(
            "UPDATE status_lists SET signed_bytes = ?, content_digest = ?, valid_from = ? WHERE number = ?",
            [bytes.blob, contentDigest.blob, validFrom.seconds, number])
        guard changed == 1 else { throw RegisterError(.statusEntry, "There is no status list \(number).") }
    }

    /// Ties an allocated place to its award, once.
    func tie(_ entry: StatusAllocation, toAward number: Int) throws(RegisterError) {
        let changed = try execute(
            """
            UPDATE status_entries SET award = ?1 WHERE list = ?2 AND position = ?3 AND award IS NULL
                AND (SELECT purpose FROM status_lists WHERE number = ?2) = ?4
            """, [number, entry.list, entry.index, entry.purpose.rawValue])
        guard changed == 1 else {
            throw RegisterError(
                .statusEntry, "Place \(entry.index) of status list \(entry.list) wasn't allocated to this award.")
        }
    }

    func setBit(
        _ bit: Bool, purpose: StatusAllocation.Purpose, ofAward number: Int, reason: String?, at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            """
            UPDATE status_entries SET bit = ?, reason = ?, changed_at = ?
            WHERE award = ? AND list IN (SELECT number FROM status_lists WHERE purpose = ?)
            """, [bit, reason, now.seconds, number, purpose.rawValue])
    }

    /// Counts one place more in a list of that purpose with room, making a list when there is none.
    private func takeRoom(_ purpose: StatusAllocation.Purpose, at now: Timestamp) throws(RegisterError) -> Int {
        if let list = openLists[purpose], try takeRoom(in: list) { return list }
        let rows = try all(
            "SELECT number FROM status_lists WHERE purpose = ? AND allocated * 10 < size * 9 ORDER BY number",
            [purpose.rawValue])
        for row in rows {
            let list = try row.number(0)
            if try takeRoom(in: list) {
                openLists[purpose] = list
                return list
            }
        }
        try execute(
            "INSERT INTO status_lists (purpose, size, allocated, created_at) VALUES (?, ?, 1, ?)",
            [purpose.rawValue, StatusListRecord.size, now.seconds])
        let list = lastRow
        openLists[purpose] = list
        return list
    }

    private func takeRoom(in list: Int) throws(RegisterError) -> Bool {
        let sql = "UPDATE status_lists SET allocated = allocated + 1 WHERE number = ? AND allocated * 10 < size * 9"
        return try execute(sql, [list]) == 1
    }
}
