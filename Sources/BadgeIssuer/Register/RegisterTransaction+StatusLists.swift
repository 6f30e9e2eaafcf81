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
            let sql: StaticString = "INSERT INTO status_entries (list, position) VALUES (?, ?) ON CONFLICT DO NOTHING"
            if try execute(sql, [list, index]) == 1 {
                return StatusAllocation(purpose: purpose, list: list, index: index)
            }
        }
        throw RegisterError(.fault, "No free place was found in a status list that has some.")
    }

    /// Makes the first list of a purpose when there is none, so that a site has one from its first day.
    package func ensureStatusList(_ purpose: StatusAllocation.Purpose, at now: Timestamp) throws(RegisterError) {
        guard try first("SELECT 1 FROM status_lists WHERE purpose = ? LIMIT 1", [purpose.rawValue]) == nil else {
            return
        }
        try insertStatusList(purpose, at: now)
    }

    private func insertStatusList(_ purpose: StatusAllocation.Purpose, at now: Timestamp) throws(RegisterError) {
        try execute(
            "INSERT INTO status_lists (purpose, size, created_at) VALUES (?, ?, ?)",
            [purpose.rawValue, StatusListRecord.size, now.seconds])
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
        if var list = openLists[purpose], list.allocated < Self.mostAllocated {
            list.allocated += 1
            openLists[purpose] = list
            return list.number
        }
        // A list that has just become full is looked past only once its count is written.
        try storeAllocatedCounts()
        var list: OpenList
        if let known = try openList(purpose) {
            list = known
        } else {
            try insertStatusList(purpose, at: now)
            list = OpenList(number: lastRow, allocated: 0)
        }
        list.allocated += 1
        openLists[purpose] = list
        return list.number
    }

    private func openList(_ purpose: StatusAllocation.Purpose) throws(RegisterError) -> OpenList? {
        let row = try first(
            """
            SELECT number, allocated FROM status_lists WHERE purpose = ? AND allocated < ? AND closed = 0
            ORDER BY number LIMIT 1
            """,
            [purpose.rawValue, Self.mostAllocated])
        guard let row else { return nil }
        return OpenList(number: try row.number(0), allocated: try row.number(1))
    }

    /// Nine tenths of a list, rounded up.
    private static let mostAllocated = (StatusListRecord.size * 9 + 9) / 10

    func storeAllocatedCounts() throws(RegisterError) {
        for list in openLists.values {
            try execute("UPDATE status_lists SET allocated = ? WHERE number = ?", [list.allocated, list.number])
        }
    }
}
