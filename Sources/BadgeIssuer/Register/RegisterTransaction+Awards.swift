package import Encodings
import GRDB

extension RegisterTransaction {
    /// Records an award that was just signed, with its bytes, evidence and places in the status lists.
    ///
    /// An award whose place it takes has to be superseded first, in the same transaction.
    ///
    /// - Throws: `register.person-missing`, `register.definition-missing`, `register.definition-not-in-force`,
    ///   `register.live-award`, `register.status-entry` for a place that was not allocated to it, and
    ///   `register.constraint` for a value that the checks before should have refused.
    package func insertAward(_ award: AwardRecord) throws(RegisterError) {
        guard let personID = award.personID, let bytes = award.signedBytes, award.state == .issued else {
            throw RegisterError(.fault, "Only a newly signed award of a known person can be recorded.")
        }
        let person = try personNumber(personID)
        let key = DefinitionKey(badgeBase: award.badgeBase, slug: award.slug, version: award.version)
        let definition = try definitionRow(key)
        guard definition.achievementID == award.achievementID else {
            throw RegisterError(.constraint, "The award names another achievement than its badge definition does.")
        }
        let signedAt = award.signedAt.seconds
        try execute(
            """
            INSERT INTO awards (id, person, badge, definition, once, level, awarded_date, activity_start, activity_end,
                hours, credits_earned, narrative, language, valid_until, format, state, state_at, replaces, issued_by,
                signing_key, signed_at, signature_digest, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'issued', ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                award.id, person, definition.badge, definition.number, !definition.repeatable, award.level,
                award.awardedDate.description, award.activityStart?.description, award.activityEnd?.description,
                award.hours?.hundredths, award.creditsEarned?.hundredths, award.narrative, award.language,
                award.validUntil?.seconds, award.format.rawValue, signedAt, award.replaces, award.issuedBy,
                try signingKeyNumber(award.verificationMethod), signedAt, award.signatureDigest.blob,
                award.sha256.blob,
            ])
        let number = lastRow
        try execute("INSERT INTO signed_credentials (award, bytes) VALUES (?, ?)", [number, bytes.blob])
        for (position, evidence) in award.evidence.enumerated() {
            try insertEvidence(evidence, at: position, ofAward: number)
        }
        for entry in award.statusEntries { try tie(entry, toAward: number) }
    }

    /// Lets a higher level, or the renewal of an expired award, take an award's place. Its status bits stay as they
    /// are: being superseded revokes nothing.
    ///
    /// - Parameter successor: the id of the award that takes the place; it may be recorded after this call, but in
    ///   the same transaction.
    /// - Throws: `register.award-missing`, `state.transition`.
    package func supersede(_ id: String, by successor: String, at now: Timestamp) throws(RegisterError) {
        let changed = try execute(
            "UPDATE awards SET state = 'superseded', superseded_by = ?, state_at = ? WHERE id = ?",
            [successor, now.seconds, id])
        guard changed == 1 else { throw Self.awardMissing(id) }
    }

    /// Revokes, suspends or reinstates an award, and sets its status bits so; the next publication shows it.
    ///
    /// - Parameter reason: a code such as `holder-request`, never free text.
    /// - Throws: `register.award-missing`; `state.transition` for a step that the life cycle doesn't have, a badge
    ///   that can't be suspended, or `superseded`, for which there is `supersede`.
    package func changeState(
        of id: String, to state: AwardRecord.State, reason: String?, at now: Timestamp
    ) throws(RegisterError) {
        guard let row = try first("SELECT number, state FROM awards WHERE id = ?", [id]) else {
            throw Self.awardMissing(id)
        }
        let (number, old): (Int, AwardRecord.State) = (try row.number(0), try row.word(1))
        guard state != old, state != .superseded else {
            throw RegisterError(.stateTransition, "The award is \(old.rawValue) and can't become \(state.rawValue).")
        }
        try execute(
            "UPDATE awards SET state = ?, state_reason = ?, state_at = ? WHERE number = ?",
            [state.rawValue, reason, now.seconds, number])
        let purpose: StatusAllocation.Purpose = state == .revoked ? .revocation : .suspension
        try setBit(state != .issued, purpose: purpose, ofAward: number, reason: reason, at: now)
    }

    private func insertEvidence(
        _ evidence: EvidenceRecord, at position: Int, ofAward number: Int
    ) throws(RegisterError) {
        try execute(
            """
            INSERT INTO evidence (award, position, id, kind, name, description, url, sha256, captured_date)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number, position, evidence.id, evidence.kind.rawValue, evidence.name, evidence.description,
                evidence.url, evidence.sha256?.blob, evidence.capturedDate?.description,
            ])
    }

    func signingKeyNumber(_ method: String) throws(RegisterError) -> Int {
        if let known = signingKeyNumbers[method] { return known }
        try execute("INSERT INTO signing_keys (verification_method) VALUES (?) ON CONFLICT DO NOTHING", [method])
        guard let row = try first("SELECT number FROM signing_keys WHERE verification_method = ?", [method]) else {
            throw RegisterError(.fault, "A signing key that was just recorded isn't there.")
        }
        let number = try row.number(0)
        signingKeyNumbers[method] = number
        return number
    }

    private static func awardMissing(_ id: String) -> RegisterError {
        RegisterError(
            .awardMissing, "The register has no award \"\(id)\".",
            hint: "Copy the id from the credential or from `passportctl register list`.")
    }
}
