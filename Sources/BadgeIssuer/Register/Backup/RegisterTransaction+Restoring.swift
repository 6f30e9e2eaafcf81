import Cryptography
import Encodings
import GRDB

extension RegisterTransaction {
    /// Closes all status lists and begins a new one: nobody knows which places were given after the backup was made,
    /// and a place given twice would revoke two badges at once.
    ///
    /// The new list's number is the moment of restoring, in seconds since 1970. Lists made after the backup, or after
    /// another restoration of it, have other numbers.
    func closeStatusLists(restoredAt now: Timestamp) throws(RegisterError) {
        try execute("UPDATE status_lists SET closed = 1", [])
        let newest = try first("SELECT coalesce(max(number), 0) FROM status_lists")?.number(0) ?? 0
        try execute(
            "INSERT INTO status_lists (number, purpose, size, created_at) VALUES (?, ?, ?, ?)",
            [
                max(newest + 1, Int(now.seconds)), StatusAllocation.Purpose.revocation.rawValue,
                StatusListRecord.size, now.seconds,
            ])
    }

    /// Takes over what a published list says: what it has withdrawn stays withdrawn, and a list that was begun after the
    /// backup goes on being published.
    ///
    /// - Returns: how many awards changed by it.
    func take(_ list: PublishedStatusLists.List, at now: Timestamp) throws -> Int {
        if let row = try first("SELECT purpose, size FROM status_lists WHERE number = ?", [list.number]) {
            guard try row.text(0) == list.purpose.rawValue, try row.number(1) == list.size else {
                throw BackupError(
                    .site, "The published status list \(list.number) is another one than the backup's.",
                    hint: "Name the site of this workspace; nothing was restored.")
            }
        } else {
            try execute(
                "INSERT INTO status_lists (number, purpose, size, created_at, closed) VALUES (?, ?, ?, ?, 1)",
                [list.number, list.purpose.rawValue, list.size, now.seconds])
        }
        var changed = 0
        for place in list.places where try set(place, of: list, at: now) { changed += 1 }
        let known = try first("SELECT valid_from FROM status_lists WHERE number = ?", [list.number])
        guard try known?.optionalInstant(0).map({ $0 < list.validFrom }) ?? true else { return changed }
        // The next signature gets a later date than the published one; no digest is all zeros, so it is made anew.
        try storeSignedList(
            list.number, bytes: list.bytes, contentDigest: [UInt8](repeating: 0, count: 32), validFrom: list.validFrom)
        return changed
    }

    /// - Returns: whether an award changed.
    private func set(
        _ place: Int, of list: PublishedStatusLists.List, at now: Timestamp
    ) throws(RegisterError) -> Bool {
        let row = try first(
            """
            SELECT e.bit, a.id, a.state, p.id FROM status_entries e LEFT JOIN awards a ON a.number = e.award
                LEFT JOIN persons p ON p.number = a.person
            WHERE e.list = ? AND e.position = ?
            """, [list.number, place])
        guard let row else {
            // Given and withdrawn after the backup: nobody knows any more to whom.
            try execute(
                "INSERT INTO status_entries (list, position, bit, changed_at) VALUES (?, ?, 1, ?)",
                [list.number, place, now.seconds])
            return false
        }
        guard try row.number(0) == 0 else { return false }
        guard let id = row.optionalText(1) else {
            if let transcript = try transcript(at: list.number, place) {
                try withdraw(transcript, of: transcript.personID, reason: Self.publishedReason, who: nil, at: now)
                return true
            }
            try execute(
                "UPDATE status_entries SET bit = 1, changed_at = ? WHERE list = ? AND position = ?",
                [now.seconds, list.number, place])
            return false
        }
        let goal: AwardRecord.State = list.purpose == .revocation ? .revoked : .suspended
        let state: AwardRecord.State = try row.word(2)
        guard state.isLive, state != goal else { return false }
        try changeState(of: id, to: goal, reason: Self.publishedReason, at: now)
        var generator = SystemRandom()
        try appendAudit(
            goal == .revoked ? .awardRevoked : .awardSuspended, subjects: [id],
            persons: [row.optionalText(3)].compactMap(\.self), code: Self.publishedReason, at: now, using: &generator)
        return true
    }

    /// Why it was withdrawn went with the register; that it was stands in the published list.
    static let publishedReason = "published-list"

    /// Notes in the audit trail that what follows continues an older copy.
    func recordRestoration(at now: Timestamp) throws(RegisterError) {
        var generator = SystemRandom()
        let id = try registerIdentity().id
        try appendAudit(.registerRestored, subjects: ["urn:uuid:\(id)"], at: now, using: &generator)
    }
}
