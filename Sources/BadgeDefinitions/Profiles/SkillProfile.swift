package import Encodings

/// What a job, a training or an occupation asks of somebody. Made by `SkillProfileReader`.
package struct SkillProfile: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case employer, training, occupation
    }

    package struct Owner: Sendable, Hashable {
        package let name: String
        package let yTunnus: BusinessID?
        /// The three digits of the municipality.
        package let municipality: String?
        package let sector: String?
    }

    package let slug: String
    package let version: Int
    package let kind: Kind
    package let owner: Owner
    package let title: LanguageMap
    /// The last day on which it holds; `nil` is no end.
    package let validUntil: CalendarDay?
    package let languagesAtWork: [String]
    package let requirements: [SkillRequirement]
    /// What the ids of the accepted badges begin with.
    package let badgeBase: String?
    /// Badges that are welcome by themselves, whatever skills they list; they don't enter the fit.
    package let badgesAccepted: [BadgeKey]
    /// Whether what somebody says of themself counts for what is nice to have. It never does for a must.
    package let acceptsSelfAssessment: Bool
}

/// One skill that a profile asks for.
package struct SkillRequirement: Sendable, Hashable {
    package enum Need: String, Sendable, CaseIterable {
        case must, nice
    }

    /// The skill's URI; skills are the same when their URIs are, byte by byte.
    package let skill: String
    package let label: LanguageMap
    /// 1 foundation to 4 expert.
    package let minLevel: Int
    package let need: Need
    package let weight: Int
}
