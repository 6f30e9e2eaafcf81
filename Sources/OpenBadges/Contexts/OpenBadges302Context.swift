import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json`: badges have no language yet, and pictures and the
/// achievement stand under other IRIs.
enum OpenBadges302Context {
    static let document = table.document

    private static let ob = Namespace.openBadges
    private static let picture = TermRows.link("image", ob["Image"])

    static let table = withoutLanguage(OpenBadges303Context.earlierTable).without("awardedDate").with(picture)

    /// What 3.0.2 and the versions before it share against 3.0.3.
    static func withoutLanguage(_ table: ContextTable) -> ContextTable {
        table.without("inLanguage")
            .changing("Related") { $0.without("inLanguage") }
            .changing("Achievement") { $0.without("inLanguage").with(picture) }
            .changing("AchievementSubject") { $0.with(.term("achievement", ob["achievement-0"]), picture) }
            .changing("Profile") { $0.with(picture) }
    }
}
