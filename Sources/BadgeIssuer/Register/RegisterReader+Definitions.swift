import GRDB

extension RegisterReader {
    /// One published (or retired) version, with its files.
    ///
    /// - Parameter badgeBase: without it, the version recorded last under that slug; a workspace whose address
    ///   changed has the same slugs under two bases.
    package func snapshot(
        slug: String, version: Int, badgeBase: String? = nil
    ) throws(RegisterError) -> DefinitionSnapshot? {
        guard let row = try first(Self.oneDefinition, [slug, version, badgeBase]) else { return nil }
        var files: [DefinitionSnapshot.File] = []
        let number = try row.number(0)
        for row in try all("SELECT name, bytes FROM definition_files WHERE definition = ? ORDER BY name", [number]) {
            files.append(DefinitionSnapshot.File(name: try row.text(0), bytes: try row.bytes(1)))
        }
        return try Self.snapshot(row, files: files)
    }

    /// All versions of all badges by base, slug and version, without their files.
    package func snapshots() throws(RegisterError) -> [DefinitionSnapshot] {
        var snapshots: [DefinitionSnapshot] = []
        for row in try all(Self.allDefinitions, []) {
            snapshots.append(try Self.snapshot(row, files: []))
        }
        return snapshots
    }

    private static let oneDefinition = RegisterStatement(
        """
        \(selectDefinition)
        WHERE b.slug = ? AND d.version = ? AND (?3 IS NULL OR b.badge_base = ?3)
        ORDER BY d.number DESC LIMIT 1
        """)
    private static let allDefinitions = RegisterStatement(
        "\(selectDefinition) ORDER BY b.badge_base, b.slug, d.version")
    private static let selectDefinition = """
        SELECT d.number, b.badge_base, b.slug, d.version, d.achievement_id, d.digest, d.json, d.status, d.valid_from,
            d.valid_until, d.repeatable, d.suspendable
        FROM definitions d JOIN badges b ON b.number = d.badge
        """

    private static func snapshot(
        _ row: RegisterRow, files: [DefinitionSnapshot.File]
    ) throws(RegisterError) -> DefinitionSnapshot {
        DefinitionSnapshot(
            badgeBase: try row.text(1), slug: try row.text(2), version: try row.number(3),
            achievementID: try row.text(4), digest: try row.bytes(5), json: try row.bytes(6),
            status: try row.word(7), validFrom: try row.optionalDay(8), validUntil: try row.optionalDay(9),
            repeatable: try row.number(10) == 1, suspendable: try row.number(11) == 1, files: files)
    }
}
