import BadgeDefinitions
import Encodings
import GRDB

extension RegisterTransaction {
    /// Keeps a pathway's version as it is now.
    ///
    /// - Throws: `register.definition-frozen` when the register knows this version with another content.
    func record(_ pathway: Pathway, at now: Timestamp) throws(RegisterError) {
        let known = try first(
            "SELECT digest FROM pathways WHERE badge_base = ? AND slug = ? AND version = ?",
            [pathway.badgeBase, pathway.slug, pathway.version])
        if let known {
            guard try known.bytes(0) == pathway.digest else {
                throw RegisterError(
                    .definitionFrozen,
                    "Version \(pathway.version) of the pathway \"\(pathway.slug)\" was changed after learners enrolled.",
                    hint: "Undo the change, or give the pathway version \(pathway.version + 1).")
            }
            return
        }
        try execute(
            "INSERT INTO pathways (badge_base, slug, version, digest, json, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                pathway.badgeBase, pathway.slug, pathway.version, pathway.digest.blob,
                JCS.canonicalize(.object(pathway.json)).blob, now.seconds,
            ])
    }

    /// Records that somebody is on a pathway from today.
    func insertEnrolment(
        id: String, of personID: String, on pathway: Pathway, at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            """
            INSERT INTO enrolments (id, person, badge_base, slug, version, state, state_at, enrolled_on)
            VALUES (?, ?, ?, ?, ?, 'active', ?, ?)
            """,
            [
                id, try personNumber(personID), pathway.badgeBase, pathway.slug, pathway.version, now.seconds,
                CalendarDay(of: now).description,
            ])
    }

    /// Takes an enrolment to a state that needs nothing else.
    ///
    /// - Throws: `state.transition` for a step that its life doesn't have.
    func changeEnrolment(_ id: String, to state: Enrolment.State, at now: Timestamp) throws(RegisterError) {
        try execute(
            "UPDATE enrolments SET state = ?, state_at = ? WHERE id = ?", [state.rawValue, now.seconds, id])
    }

    /// Records a completion, the first or after a review, and what it rests on.
    func completeEnrolment(
        _ enrolment: Enrolment, milestone: String, counted: [String], at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            """
            UPDATE enrolments SET state = 'completed', state_at = ?, milestone = ?,
                completed_on = coalesce(completed_on, ?) WHERE id = ?
            """, [now.seconds, milestone, CalendarDay(of: now).description, enrolment.id])
        try execute(
            "DELETE FROM enrolment_awards WHERE enrolment = (SELECT number FROM enrolments WHERE id = ?)",
            [enrolment.id])
        for award in counted {
            try execute(
                """
                INSERT INTO enrolment_awards (enrolment, person, award)
                SELECT number, person, ? FROM enrolments WHERE id = ?
                """, [award, enrolment.id])
        }
    }

    /// Notes a certificate that was found genuine; shown again, the newer content counts.
    func recordCertificate(
        _ certificate: CountedCertificate, issuer: String, sha256: [UInt8], of personID: String, at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            """
            INSERT INTO enrolment_certificates (person, id, issuer, items, sha256, shown_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, issuer, id) DO UPDATE
            SET items = excluded.items, sha256 = excluded.sha256, shown_at = excluded.shown_at
            """,
            [
                try personNumber(personID), certificate.id, issuer, certificate.items, sha256.blob, now.seconds,
            ])
    }
}
