import Encodings

/// The awards that count towards a pathway, held against its rules.
struct PathwayState: Sendable, Hashable {
    let pathway: Pathway
    /// All that may count, several of one badge too.
    let awards: [CountedAward]
    let certificates: [CountedCertificate]

    /// Each award's work once: of a badge that is held once only, that of the award with the most hours.
    var hours: DecimalHundredths {
        Dictionary(grouping: awards, by: \.badge).values.reduce(.zero) { sum, awards in
            let repeated = awards.filter(\.isRepeatable).reduce(DecimalHundredths.zero) { $0 + $1.hours }
            return sum + max(repeated, awards.map(\.hours).max() ?? .zero)
        }
    }

    func part(for rule: PathwayRule) -> PathwayPart {
        switch rule {
        case .allOf(let rules):
            let parts = rules.map(part)
            return part(rule, have: parts.filter(\.isMet).count, need: parts.count, parts: parts)
        case .anyOf(let rules):
            let parts = rules.map(part)
            return part(rule, have: parts.filter(\.isMet).count, need: 1, parts: parts)
        case .group(let id, let min):
            guard let group = pathway.group(id) else { return part(rule, have: 0, need: 1) }
            let earned = earned(in: group)
            let missing = group.badges.filter { !earned.contains(BadgeKey(badgeBase: pathway.badgeBase, slug: $0)) }
            return part(rule, have: earned.count, need: min ?? group.badges.count, missing: missing)
        case .badge(let slug, let minLevel):
            let key = BadgeKey(badgeBase: pathway.badgeBase, slug: slug)
            let isThere = awards.contains { $0.badge == key && reaches(minLevel, $0) }
            return part(rule, have: isThere ? 1 : 0, need: 1, missing: isThere ? [] : [slug])
        case .badges(let min):
            return part(rule, have: Set(awards.map(\.badge)).count, need: min)
        case .hours(let min):
            let sum = hours
            return PathwayPart(rule: rule, isMet: min <= sum, have: sum, need: min, missing: [], parts: [])
        case .categories(let min):
            return part(rule, have: Set(awards.map(\.category).filter { !$0.isEmpty }).count, need: min)
        case .certificate(let minItems):
            return part(rule, have: certificates.map(\.items).max() ?? 0, need: minItems)
        }
    }

    private func earned(in group: PathwayGroup) -> Set<BadgeKey> {
        let places = PathwayPlaces(pathway)
        return Set(
            awards.filter { places.groups(of: $0.badge, isMilestone: $0.isMilestone).contains(group) }.map(\.badge))
    }

    private func reaches(_ minLevel: Int?, _ award: CountedAward) -> Bool {
        guard let minLevel else { return true }
        return award.level.map { minLevel <= $0 } ?? false
    }

    private func part(
        _ rule: PathwayRule, have: Int, need: Int, missing: [String] = [], parts: [PathwayPart] = []
    ) -> PathwayPart {
        PathwayPart(
            rule: rule, isMet: need <= have, have: DecimalHundredths(hundredths: have * 100),
            need: DecimalHundredths(hundredths: need * 100), missing: missing, parts: parts)
    }
}
