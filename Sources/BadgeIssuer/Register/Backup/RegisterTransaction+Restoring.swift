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

    /// Notes in the audit trail that what follows continues an older copy.
    func recordRestoration(at now: Timestamp) throws(RegisterError) {
        var generator = SystemRandom()
        let id = try registerIdentity().id
        try appendAudit(.registerRestored, subjects: ["urn:uuid:\(id)"], at: now, using: &generator)
    }
}
