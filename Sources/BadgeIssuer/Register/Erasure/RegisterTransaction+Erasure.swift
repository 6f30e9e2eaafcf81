import Cryptography
import Encodings
import GRDB

extension RegisterTransaction {
    /// Makes a person's awards tombstones and deletes all else that is held on them.
    ///
    /// A tombstone keeps the award's id, definition, dates, status, places in the status lists and the signature's
    /// digest, so that revocation, the issuance list and counts still work. The audit trail's entries stay as they
    /// are, and with their salts gone they lead to nobody.
    ///
    /// - Parameter entry: the journal's; a person who isn't here any more is no failure.
    func follow(_ entry: ErasureEntry, who: String? = nil, at now: Timestamp) throws(RegisterError) {
        guard try first("SELECT 1 FROM erasures WHERE id = ?", [entry.id]) == nil else { return }
        if let row = try first("SELECT number FROM persons WHERE id = ?", [entry.personID]) {
            let number = try row.number(0)
            var generator = SystemRandom()
            // Before the person goes, so that the salt goes with the person.
            try appendAudit(.personErased, who: who, persons: [entry.personID], at: now, using: &generator)
            for row in try all("SELECT number FROM awards WHERE person = ?", [number]) {
                try makeTombstone(try row.number(0))
            }
            try execute("DELETE FROM persons WHERE number = ?", [number])
            personNumbers[entry.personID] = nil
        }
        for id in entry.awardIDs {
            guard let row = try first("SELECT number FROM awards WHERE id = ?", [id]) else { continue }
            try makeTombstone(try row.number(0))
        }
        try execute("INSERT INTO erasures (id, erased_at) VALUES (?, ?)", [entry.id, entry.at.seconds])
    }

    private func makeTombstone(_ number: Int) throws(RegisterError) {
        try execute("DELETE FROM evidence WHERE award = ?", [number])
        try execute("DELETE FROM signed_credentials WHERE award = ?", [number])
        try execute(
            """
            UPDATE awards SET person = NULL, level = NULL, activity_start = NULL, activity_end = NULL, hours = NULL,
                credits_earned = NULL, narrative = NULL, language = 'und', issued_by = NULL, sha256 = zeroblob(32)
            WHERE number = ?
            """, [number])
    }

    /// Notes that no trace is left of those who were erased so far.
    func recordCleaning() throws(RegisterError) {
        try execute("UPDATE erasures SET is_clean = 1 WHERE is_clean = 0", [])
    }
}

extension RegisterReader {
    /// The journal's entries that this register hasn't followed yet.
    func unfollowed(_ entries: [ErasureEntry]) throws(RegisterError) -> [ErasureEntry] {
        var unfollowed: [ErasureEntry] = []
        for entry in entries where try first("SELECT 1 FROM erasures WHERE id = ?", [entry.id]) == nil {
            unfollowed.append(entry)
        }
        return unfollowed
    }

    /// Whether traces of somebody who was erased may be left in the register's files.
    func needsCleaning() throws(RegisterError) -> Bool {
        try first("SELECT 1 FROM erasures WHERE is_clean = 0 LIMIT 1") != nil
    }

    package func erasureCount() throws(RegisterError) -> Int {
        try first("SELECT count(*) FROM erasures")?.number(0) ?? 0
    }
}
