import Encodings

/// Where an award counts in a pathway, besides the totals.
package enum PathwayPlace: Sendable, Hashable {
    /// In the group of that id.
    case group(String)
    /// For the rule that names its badge.
    case badge(String)
}

/// Which badges belong to a pathway, and where.
struct PathwayPlaces: Sendable {
    private let pathway: Pathway
    /// Slugs that rules name, each with the least level that is asked for it anywhere.
    private let ruled: [String: Int]

    init(_ pathway: Pathway) {
        self.pathway = pathway
        var ruled: [String: Int] = [:]
        for case .badge(let slug, let minLevel) in pathway.completion.flattened {
            ruled[slug] = min(ruled[slug] ?? .max, minLevel ?? 0)
        }
        self.ruled = ruled
    }

    /// Whether the badge belongs to the pathway at all.
    func hasPlace(_ badge: BadgeKey, isMilestone: Bool) -> Bool {
        isNamed(badge) || (!isMilestone && pathway.groups.contains(where: \.isOpen))
    }

    /// Whether a group or rule names a badge of that slug, and this is one of another base.
    func isNamesake(_ badge: BadgeKey) -> Bool {
        !badge.badgeBase.hasSameBytes(as: pathway.badgeBase) && names(badge.slug)
    }

    /// The groups in which a badge counts: the one that names it, and those that are open.
    func groups(of badge: BadgeKey, isMilestone: Bool) -> [PathwayGroup] {
        let isOwn = badge.badgeBase.hasSameBytes(as: pathway.badgeBase)
        return pathway.groups.filter { group in
            (isOwn && group.badges.contains(badge.slug)) || (group.isOpen && !isMilestone)
        }
    }

    func places(of award: CountedAward) -> [PathwayPlace] {
        var places = groups(of: award.badge, isMilestone: award.isMilestone).map { PathwayPlace.group($0.id) }
        if isNamed(award.badge), let least = ruled[award.badge.slug], least <= award.level ?? 0 {
            places.append(.badge(award.badge.slug))
        }
        return places
    }

    private func isNamed(_ badge: BadgeKey) -> Bool {
        badge.badgeBase.hasSameBytes(as: pathway.badgeBase) && names(badge.slug)
    }

    private func names(_ slug: String) -> Bool {
        ruled[slug] != nil || pathway.groups.contains { $0.badges.contains(slug) }
    }
}
