package import Encodings

/// A badge that a learner could earn next, as far as pathways look at it.
package struct BadgeOption: Sendable, Hashable {
    package let badge: BadgeKey
    package let category: String
    /// The learner's work for it.
    package let hours: DecimalHundredths
    /// The highest level on which it is awarded.
    package let level: Int?
    package let isMilestone: Bool

    package init(
        badge: BadgeKey, category: String, hours: DecimalHundredths, level: Int? = nil, isMilestone: Bool = false
    ) {
        self.badge = badge
        self.category = category
        self.hours = hours
        self.level = level
        self.isMilestone = isMilestone
    }

    package init(_ definition: BadgeDefinition) {
        self.init(
            badge: definition.key, category: definition.category, hours: definition.hours ?? .zero,
            level: definition.levels.last?.ordinal, isMilestone: definition.isMilestone)
    }

    /// The badges that can be earned on that day: of each the newest version that is published and in date.
    package static func offered(_ definitions: [BadgeDefinition], on day: CalendarDay) -> [BadgeOption] {
        var newest: [BadgeKey: BadgeDefinition] = [:]
        for definition in definitions where definition.status == .published && definition.isInDate(on: day) {
            if let other = newest[definition.key], other.version > definition.version { continue }
            newest[definition.key] = definition
        }
        return newest.values.map(BadgeOption.init).sorted(by: comesFirst)
    }

    /// Less work first, then by slug and base.
    static func comesFirst(_ left: BadgeOption, _ right: BadgeOption) -> Bool {
        if left.hours != right.hours { return left.hours < right.hours }
        if !left.badge.slug.hasSameBytes(as: right.badge.slug) {
            return left.badge.slug.utf8.lexicographicallyPrecedes(right.badge.slug.utf8)
        }
        return left.badge.badgeBase.utf8.lexicographicallyPrecedes(right.badge.badgeBase.utf8)
    }
}
