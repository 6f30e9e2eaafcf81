package import Encodings

/// A path to a milestone: which badges belong to it, and when the whole is complete. Made by `PathwayReader`.
package struct Pathway: Sendable, Hashable {
    package let slug: String
    package let version: Int
    package let status: DefinitionStatus
    /// The URI of whose pathway it is.
    package let owner: String
    /// Its badges are those of this base.
    package let badgeBase: String
    package let name: LanguageMap
    /// The slug of the badge that is given when the rule is met.
    package let milestoneBadge: String
    /// Whether the milestone needs no teacher.
    package let autoIssue: Bool
    package let groups: [PathwayGroup]
    package let completion: PathwayRule
    package let countOnly: CountOnly
    /// The file's JSON with `badgeBase` and `owner` filled in.
    package let json: JSONObject
    /// As a definition's.
    package let digest: [UInt8]

    package func group(_ id: String) -> PathwayGroup? { groups.first { $0.id == id } }

    package var milestone: BadgeKey { BadgeKey(badgeBase: badgeBase, slug: milestoneBadge) }
}
