package import Encodings
import GRDB

extension RegisterTransaction {
    /// Records a version as published. The same version with the same digest may come again and changes nothing.
    ///
    /// - Returns: whether it is new.
    /// - Throws: `register.definition-frozen` when the version is known with another digest.
    @discardableResult
    package func recordPublished(_ snapshot: DefinitionSnapshot, at now: Timestamp) throws(RegisterError) -> Bool {
        let known = try self.snapshot(slug: snapshot.slug, version: snapshot.version, badgeBase: snapshot.badgeBase)
        if let known {
            guard known.digest == snapshot.digest else {
                throw RegisterError(
                    .definitionFrozen,
                    "Version \(snapshot.version) of \"\(snapshot.slug)\" was published before with other contents.",
                    hint: "Undo the change, or give it version \(snapshot.version + 1) and publish that.")
            }
            return false
        }
        let badge = try badgeNumber(badgeBase: snapshot.badgeBase, slug: snapshot.slug)
        try execute(
            """
            INSERT INTO definitions (badge, version, achievement_id, digest, json, status, valid_from, valid_until,
                repeatable, suspendable, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                badge, snapshot.version, snapshot.achievementID, snapshot.digest.blob, snapshot.json.blob,
                DefinitionSnapshot.Status.published.rawValue, snapshot.validFrom?.description,
                snapshot.validUntil?.description, snapshot.repeatable, snapshot.suspendable, now.seconds,
            ])
        let number = lastRow
        for file in snapshot.files {
            try execute(
                "INSERT INTO definition_files (definition, name, bytes) VALUES (?, ?, ?)",
                [number, file.name, file.bytes.blob])
        }
        return true
    }

    /// Stops new awards of a version; those given stay valid. Its last day becomes `now`'s, unless it ended earlier.
    ///
    /// - Throws: `register.definition-missing`, `state.transition` when it is retired already.
    package func retire(
        slug: String, version: Int, badgeBase: String? = nil, at now: Timestamp
    ) throws(RegisterError) {
        guard let known = try snapshot(slug: slug, version: version, badgeBase: badgeBase) else {
            throw Self.definitionMissing(slug, version)
        }
        guard known.status == .published else {
            throw RegisterError(
                .stateTransition, "Version \(version) of \"\(slug)\" is \(known.status.rawValue) and can't be retired.",
                hint: "Only a published version is retired.")
        }
        let key = DefinitionKey(badgeBase: known.badgeBase, slug: slug, version: version)
        let lastDay = min(CalendarDay(of: now), known.validUntil ?? CalendarDay(of: now))
        try execute(
            "UPDATE definitions SET status = 'retired', valid_until = ? WHERE number = ?",
            [lastDay.description, try definitionRow(key).number])
        definitionRows[key] = nil
    }

    func definitionRow(_ key: DefinitionKey) throws(RegisterError) -> DefinitionRow {
        if let known = definitionRows[key] { return known }
        let row = try first(
            """
            SELECT d.number, d.badge, d.achievement_id, d.repeatable
            FROM definitions d JOIN badges b ON b.number = d.badge
            WHERE b.badge_base = ? AND b.slug = ? AND d.version = ?
            """, [key.badgeBase, key.slug, key.version])
        guard let row else { throw Self.definitionMissing(key.slug, key.version) }
        let found = DefinitionRow(
            number: try row.number(0), badge: try row.number(1), achievementID: try row.text(2),
            repeatable: try row.number(3) == 1)
        definitionRows[key] = found
        return found
    }

    private func badgeNumber(badgeBase: String, slug: String) throws(RegisterError) -> Int {
        let arguments: [RegisterValue] = [badgeBase, slug]
        try execute("INSERT INTO badges (badge_base, slug) VALUES (?, ?) ON CONFLICT DO NOTHING", arguments)
        guard let row = try first("SELECT number FROM badges WHERE badge_base = ? AND slug = ?", arguments) else {
            throw RegisterError(.fault, "A badge that was just recorded isn't there.")
        }
        return try row.number(0)
    }

    private static func definitionMissing(_ slug: String, _ version: Int) -> RegisterError {
        RegisterError(
            .definitionMissing, "Version \(version) of \"\(slug)\" isn't in the register.",
            hint: "Publish it first with `passportctl definition publish`.")
    }
}
