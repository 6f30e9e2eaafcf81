package import BadgeDefinitions
package import Encodings

/// A badge or an offer by which a skill can be brought to the level that is asked for.
package struct GapStep: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case badge(BadgeKey)
        case offer(Offering)
    }

    package let kind: Kind
    package let name: LanguageMap
    /// The learner's work, when it is told.
    package let hours: DecimalHundredths?

    /// The steps for a skill, those with the least work first; what isn't told comes last.
    ///
    /// - Parameter day: what can't be applied for any more on it is left out.
    static func steps(
        to level: Int, of skill: String, definitions: [BadgeDefinition], offers: [Offering], on day: CalendarDay
    ) -> [GapStep] {
        let teaching = definitions.filter { definition in
            definition.skills.contains { $0.uri.hasSameBytes(as: skill) }
                && definition.levels.contains { level <= $0.ordinal }
        }
        let badges = teaching.map { GapStep(kind: .badge($0.key), name: $0.name, hours: $0.hours) }
        let keys = Set(teaching.map(\.key))
        let courses = offers.filter { offer in
            guard !offer.isPast(on: day) else { return false }
            return offer.skills.contains { $0.uri.hasSameBytes(as: skill) && level <= $0.level ?? 4 }
                || offer.badges.contains(where: keys.contains)
        }
        return (badges + courses.map { GapStep(kind: .offer($0), name: $0.title, hours: $0.hours) })
            .sorted(by: comesFirst)
    }

    private static func comesFirst(_ left: GapStep, _ right: GapStep) -> Bool {
        let (one, other) = (left.hours?.hundredths ?? .max, right.hours?.hundredths ?? .max)
        if one != other { return one < other }
        return left.order < right.order
    }

    /// Badges before offers, then by slug.
    private var order: Order {
        switch kind {
        case .badge(let key): Order(rank: 0, name: Array(key.slug.utf8) + [0] + Array(key.badgeBase.utf8))
        case .offer(let offer): Order(rank: 1, name: Array(offer.slug.utf8) + [0] + Array(offer.owner.utf8))
        }
    }

    private struct Order {
        let rank: Int
        let name: [UInt8]

        static func < (left: Order, right: Order) -> Bool {
            left.rank == right.rank ? left.name.lexicographicallyPrecedes(right.name) : left.rank < right.rank
        }
    }
}
