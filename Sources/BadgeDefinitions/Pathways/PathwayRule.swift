package import Encodings

/// What has to be earned for a pathway to be complete.
package indirect enum PathwayRule: Sendable, Hashable {
    case allOf([PathwayRule])
    case anyOf([PathwayRule])
    /// So many different badges of the group; `nil` is all of them.
    case group(id: String, min: Int?)
    /// That badge, on that level or above.
    case badge(slug: String, minLevel: Int?)
    /// So many different badges in all.
    case badges(min: Int)
    /// So many hours of work in all.
    case hours(min: DecimalHundredths)
    /// Badges of so many different categories.
    case categories(min: Int)
    /// A certificate of competence with so many items.
    case certificate(minItems: Int)

    static let words = ["allOf", "anyOf", "group", "badge", "badges", "hours", "categories", "certificate"]

    /// This rule and all within it, itself first.
    package var flattened: [PathwayRule] {
        switch self {
        case .allOf(let rules), .anyOf(let rules): [self] + rules.flatMap(\.flattened)
        default: [self]
        }
    }
}
