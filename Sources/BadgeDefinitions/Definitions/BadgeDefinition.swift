package import Encodings

/// What one badge says about whoever earns it: a definition file, read and found to be right.
///
/// Only `DefinitionReader` makes one, so later code relies on its rules: the required level is among the levels, every
/// text has Finnish or Swedish, every URI is absolute.
package struct BadgeDefinition: Sendable, Hashable {
    /// The file's `id`, unique with `badgeBase` and `version`.
    package let slug: String
    /// From 1; a published version is frozen, and a change is a new version.
    package let version: Int
    package let status: DefinitionStatus
    /// The first and last day on which it may be awarded; `nil` is no end.
    package let validFrom: CalendarDay?
    package let validUntil: CalendarDay?
    /// The languages that every text is meant to have; the first is the main one.
    package let languages: [String]
    /// What the achievement's id begins with; ends in `/`.
    package let badgeBase: String
    /// The URI of who made the definition.
    package let creator: String
    package let category: String
    package let achievementType: AchievementKind
    package let name: LanguageMap
    package let description: LanguageMap
    package let outcomes: [LanguageMap]
    package let criteria: [Criterion]
    /// From low to high; empty for a milestone.
    package let levels: [CompetenceLevel]
    /// `nil` for a milestone.
    package let requiredLevel: CompetenceLevel?
    package let skills: [SkillReference]
    package let frameworks: [FrameworkCompetence]
    /// The learner's work, `workload.hours`; above zero.
    package let hours: DecimalHundredths?
    package let credits: CreditExtent?
    /// Level in the national framework, 1 to 8.
    package let finqf: Int?
    package let evidence: EvidenceRequirement
    /// How long an award is valid; `nil` is for good.
    package let validityMonths: Int?
    /// Whether a person may hold it several times.
    package let isRepeatable: Bool
    /// Whether an award can be put on hold, at the cost of a second status entry.
    package let isSuspendable: Bool
    package let tags: [String]
    package let otherIdentifiers: [OtherIdentifier]
    /// The name of the picture file beside the definition.
    package let image: String?
    /// The file's JSON, unknown to none, with `badgeBase` and `creator` filled in.
    package let json: JSONObject
    /// SHA-256 over the JCS form of `json` without `status` and `validUntil`, which the register owns.
    package let digest: [UInt8]
}

extension BadgeDefinition {
    /// `https://…/badges/tiimityo/v1`: the id of the Open Badges achievement, in every language.
    package var achievementID: String { "\(badgeBase)\(slug)/v\(version)" }

    /// The badge whatever its version: `https://…/badges/tiimityo`.
    package var key: BadgeKey { BadgeKey(badgeBase: badgeBase, slug: slug) }

    /// Whether it is the badge of a whole pathway rather than of one competence.
    package var isMilestone: Bool { achievementType == .learningProgram }

    package func level(code: String) -> CompetenceLevel? { levels.first { $0.code == code } }
    package func level(ordinal: Int) -> CompetenceLevel? { levels.first { $0.ordinal == ordinal } }

    /// Whether the definition's days have this one in them; says nothing about its status.
    package func isInDate(on day: CalendarDay) -> Bool {
        validFrom.map { $0 <= day } != false && validUntil.map { day <= $0 } != false
    }
}
