import Encodings

/// How much work a pathway still takes at least, with the badges on offer from some place on.
///
/// Never more than it really takes: rules are looked at one by one, and added up only where no badge serves two.
struct PathwayBound: Sendable {
    let pathway: Pathway
    /// Less work first.
    let options: [BadgeOption]
    /// The groups of each option.
    private let groups: [Set<String>]

    init(_ pathway: Pathway, options: [BadgeOption]) {
        self.pathway = pathway
        self.options = options
        let places = PathwayPlaces(pathway)
        groups = options.map { Set(places.groups(of: $0.badge, isMilestone: $0.isMilestone).map(\.id)) }
    }

    /// - Returns: whether the rule is met, and the work in hundredths; nothing when it can't be met any more.
    func of(_ tally: PathwayTally, from next: Int) -> (isMet: Bool, least: Int?) {
        of(
            pathway.completion, tally, options.indices[next...].filter { !tally.badges.contains(options[$0].badge) },
            next)
    }

    /// Whether the option brings any rule further that isn't met.
    func helps(_ index: Int, _ tally: PathwayTally) -> Bool { helps(index, pathway.completion, tally) }

    /// - Parameter free: the options that are left and not held, in their order.
    private func of(
        _ rule: PathwayRule, _ tally: PathwayTally, _ free: [Int], _ next: Int
    ) -> (isMet: Bool, least: Int?) {
        switch rule {
        case .allOf(let rules):
            let answers = rules.map { of($0, tally, free, next) }
            guard answers.allSatisfy({ $0.least != nil }) else { return (false, nil) }
            let alone = answers.compactMap(\.least).max() ?? 0
            return (
                answers.allSatisfy(\.isMet), max(alone, together(rules, answers.map { $0.least ?? 0 }, tally, free))
            )
        case .anyOf(let rules):
            let answers = rules.map { of($0, tally, free, next) }
            return (answers.contains(where: \.isMet), answers.compactMap(\.least).min())
        case .group, .badges:
            let short = short(rule, tally)
            return (short <= 0, cheapest(short, free.filter { serves($0, rule) }))
        case .badge(let slug, let minLevel):
            let key = BadgeKey(badgeBase: pathway.badgeBase, slug: slug)
            if short(rule, tally) <= 0 { return (true, 0) }
            // One that is held on a lower level can still be raised.
            let option = options.indices[next...].first {
                options[$0].badge == key && (minLevel ?? 0) <= options[$0].level ?? 0
            }
            return (false, option.map { options[$0].hours.hundredths })
        case .hours(let min):
            let short = min.hundredths - tally.hours
            let left = free.reduce(0) { $0 + options[$1].hours.hundredths }
            return (short <= 0, short <= left ? max(0, short) : nil)
        case .categories:
            var seen = tally.categories
            return (
                short(rule, tally) <= 0,
                cheapest(short(rule, tally), free.filter { seen.insert(options[$0].category).inserted })
            )
        // A certificate isn't earned by badges.
        case .certificate: return (true, 0)
        }
    }

    /// The least work of rules that no badge serves two of, and of the badges that are asked for beyond theirs.
    private func together(_ rules: [PathwayRule], _ least: [Int], _ tally: PathwayTally, _ free: [Int]) -> Int {
        var (sum, count, total) = (0, 0, 0)
        var taken: Set<String> = []
        for (rule, least) in zip(rules, least) {
            switch rule {
            case .group(let id, _):
                guard let group = pathway.group(id), !group.isOpen, taken.isDisjoint(with: group.badges) else {
                    continue
                }
                taken.formUnion(group.badges)
                (sum, count) = (sum + least, count + max(0, short(rule, tally)))
            case .badge(let slug, _) where taken.insert(slug).inserted:
                let isHeld = tally.badges.contains(BadgeKey(badgeBase: pathway.badgeBase, slug: slug))
                (sum, count) = (sum + least, count + (isHeld ? 0 : max(0, short(rule, tally))))
            case .badges: total = max(total, short(rule, tally))
            default: continue
            }
        }
        guard total > count, let first = free.first else { return sum }
        return sum + (total - count) * options[first].hours.hundredths
    }

    /// How many badges or categories are missing.
    private func short(_ rule: PathwayRule, _ tally: PathwayTally) -> Int {
        switch rule {
        case .group(let id, let min):
            (min ?? pathway.group(id)?.badges.count ?? 0) - (tally.groupCounts[id] ?? 0)
        case .badges(let min): min - tally.badges.count
        case .categories(let min): min - tally.categories.count
        case .badge(let slug, let minLevel):
            (tally.levels[BadgeKey(badgeBase: pathway.badgeBase, slug: slug)].map { (minLevel ?? 0) <= $0 } ?? false)
                ? 0 : 1
        case .allOf, .anyOf, .hours, .certificate: 0
        }
    }

    private func serves(_ index: Int, _ rule: PathwayRule) -> Bool {
        if case .group(let id, _) = rule { groups[index].contains(id) } else { true }
    }

    /// The work of so many of these, which stand in order; nothing when there are fewer.
    private func cheapest(_ count: Int, _ free: [Int]) -> Int? {
        guard count > 0 else { return 0 }
        guard count <= free.count else { return nil }
        return free.prefix(count).reduce(0) { $0 + options[$1].hours.hundredths }
    }

    private func helps(_ index: Int, _ rule: PathwayRule, _ tally: PathwayTally) -> Bool {
        let option = options[index]
        let isHeld = tally.badges.contains(option.badge)
        switch rule {
        case .allOf(let rules), .anyOf(let rules): return rules.contains { helps(index, $0, tally) }
        case .group, .badges: return !isHeld && short(rule, tally) > 0 && serves(index, rule)
        case .badge(let slug, let minLevel):
            return option.badge == BadgeKey(badgeBase: pathway.badgeBase, slug: slug) && short(rule, tally) > 0
                && (minLevel ?? 0) <= option.level ?? 0
        case .hours(let min): return !isHeld && tally.hours < min.hundredths
        case .categories:
            return !isHeld && short(rule, tally) > 0 && !tally.categories.contains(option.category)
        case .certificate: return false
        }
    }
}
