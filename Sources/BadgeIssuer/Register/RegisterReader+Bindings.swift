import Encodings
import GRDB

extension RegisterReader {
    /// All challenges that were ever given and whose persons are still known, the newest first.
    func bindingChallenges(of personID: String? = nil) throws(RegisterError) -> [BindingChallenge] {
        let sql: StaticString = """
            SELECT c.challenge, p.id, c.did, c.made_at, c.ends_at, c.used_at
            FROM binding_challenges c JOIN persons p ON p.number = c.person
            WHERE ?1 IS NULL OR p.id = ?1 ORDER BY c.number DESC
            """
        var challenges: [BindingChallenge] = []
        for row in try all(sql, [personID]) {
            challenges.append(
                BindingChallenge(
                    text: try row.text(0), personID: try row.text(1), did: try row.text(2), made: try row.instant(3),
                    ends: try row.instant(4), used: try row.optionalInstant(5)))
        }
        return challenges
    }
}

extension RegisterTransaction {
    func insert(_ challenge: BindingChallenge) throws(RegisterError) {
        try execute(
            "INSERT INTO binding_challenges (person, did, challenge, made_at, ends_at) VALUES (?, ?, ?, ?, ?)",
            [
                try personNumber(challenge.personID), challenge.did, challenge.text, challenge.made.seconds,
                challenge.ends.seconds,
            ])
    }

    /// Notes that a challenge was answered; it counts no more.
    func use(_ challenge: BindingChallenge, at now: Timestamp) throws(RegisterError) {
        try execute("UPDATE binding_challenges SET used_at = ? WHERE challenge = ?", [now.seconds, challenge.text])
    }

    /// Makes a DID the person's, in place of one that they had.
    ///
    /// - Throws: `register.identifier-taken` when somebody else has it.
    func bind(_ did: String, to personID: String, at now: Timestamp) throws(RegisterError) {
        let person = try personNumber(personID)
        try execute("DELETE FROM identifiers WHERE person = ? AND kind = 'did'", [person])
        try execute("INSERT INTO identifiers (kind, value, person) VALUES ('did', ?, ?)", [did, person])
        try execute("UPDATE persons SET changed_at = ? WHERE number = ?", [now.seconds, person])
    }

    /// Lets enrolments rest on an award that took another's place.
    func carryEnrolments(from old: String, to new: String) throws(RegisterError) {
        try execute("UPDATE enrolment_awards SET award = ? WHERE award = ?", [new, old])
        try execute("UPDATE enrolments SET milestone = ? WHERE milestone = ?", [new, old])
    }
}
