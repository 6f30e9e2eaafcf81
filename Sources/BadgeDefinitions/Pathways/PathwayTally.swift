import Encodings

/// What counts on a pathway, added up, so that a further badge is added quickly.
struct PathwayTally: Sendable {
    private(set) var badges: Set<BadgeKey> = []
    private(set) var levels: [BadgeKey: Int] = [:]
    private(set) var categories: Set<String> = []
    private(set) var groupCounts: [String: Int] = [:]
    private(set) var hours = 0
    private let places: PathwayPlaces

    init(_ state: PathwayState) {
        places = PathwayPlaces(state.pathway)
        for award in state.awards {
            add(
                award.badge, category: award.category, hours: 0, level: award.level, isMilestone: award.isMilestone)
            if !award.category.isEmpty { categories.insert(award.category) }
        }
        hours = state.hours.hundredths
    }

    mutating func add(_ option: BadgeOption) {
        add(
            option.badge, category: option.category, hours: option.hours.hundredths, level: option.level,
            isMilestone: option.isMilestone)
    }

    private mutating func add(_ badge: BadgeKey, category: String, hours: Int, level: Int?, isMilestone: Bool) {
        levels[badge] = max(levels[badge] ?? 0, level ?? 0)
        guard badges.insert(badge).inserted else { return }
        if !category.isEmpty { categories.insert(category) }
        self.hours += hours
        for group in places.groups(of: badge, isMilestone: isMilestone) { groupCounts[group.id, default: 0] += 1 }
    }
}
