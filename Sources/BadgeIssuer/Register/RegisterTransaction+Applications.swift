import Encodings
import GRDB

extension RegisterTransaction {
    /// Records an application that nobody has handed in before.
    ///
    /// - Parameters:
    ///   - compared: places of the evidence whose file was compared with its digest.
    ///   - badgeBase: of the badge that is meant.
    func insertApplication(
        _ application: BadgeApplication, badgeBase: String, of person: Person, compared: Set<Int>, at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            """
            INSERT INTO applications (id, person, badge_base, slug, state, state_at, revision, received_at)
            VALUES (?, ?, ?, ?, 'submitted', ?, 1, ?)
            """,
            [
                application.id, try personNumber(person.id), badgeBase, application.slug, now.seconds, now.seconds,
            ])
        try insertSubmission(application, revision: 1, of: person.id, compared: compared, at: now)
    }

    /// Records that a returned application was handed in anew.
    func resubmit(
        _ application: BadgeApplication, after record: ApplicationRecord, compared: Set<Int>, at now: Timestamp
    ) throws(RegisterError) {
        guard let personID = record.personID else {
            throw RegisterError(.personMissing, "Whoever applied isn't in the register any more.")
        }
        try execute(
            "UPDATE applications SET state = 'submitted', state_at = ?, revision = ? WHERE id = ?",
            [now.seconds, record.revision + 1, record.id])
        try insertSubmission(application, revision: record.revision + 1, of: personID, compared: compared, at: now)
    }

    /// Records which files the school has held in hand, for an application that is in the register.
    func recordCompared(_ compared: Set<Int>, of record: ApplicationRecord) throws(RegisterError) {
        try execute(
            """
            UPDATE application_submissions SET compared = ?
            WHERE application = (SELECT number FROM applications WHERE id = ?) AND revision = ?
            """, [Self.text(compared), record.id, record.revision])
    }

    /// Takes an application to its next state.
    ///
    /// - Parameters:
    ///   - reason: what the learner is told; personal, and erased with the person.
    ///   - award: the award that an approval led to.
    /// - Throws: `state.transition` for a step that its life doesn't have.
    func changeApplication(
        _ record: ApplicationRecord, to state: ApplicationState, by who: String?, reason: String? = nil,
        award: String? = nil, at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            "UPDATE applications SET state = ?, state_at = ?, decided_by = ?, award = ? WHERE id = ?",
            [state.rawValue, now.seconds, who, award, record.id])
        guard let reason else { return }
        try execute(
            """
            UPDATE application_submissions SET reason = ?
            WHERE application = (SELECT number FROM applications WHERE id = ?) AND revision = ?
            """, [reason, record.id, record.revision])
    }

    private func insertSubmission(
        _ application: BadgeApplication, revision: Int, of personID: String, compared: Set<Int>, at now: Timestamp
    ) throws(RegisterError) {
        try execute(
            """
            INSERT INTO application_submissions (application, revision, person, json, digest, compared, received_at)
            VALUES ((SELECT number FROM applications WHERE id = ?), ?, ?, ?, ?, ?, ?)
            """,
            [
                application.id, revision, try personNumber(personID),
                JCS.canonicalize(.object(application.json)).blob, application.digest.blob, Self.text(compared),
                now.seconds,
            ])
    }

    private static func text(_ places: Set<Int>) -> String {
        places.sorted().map(String.init).joined(separator: ",")
    }
}
