package import Encodings

/// What a pathway looks at in one award.
package struct CountedAward: Sendable, Hashable {
    /// The credential's id: an award given twice counts once.
    package let id: String
    package let badge: BadgeKey
    package let category: String
    /// The award's hours, or else the definition's.
    package let hours: DecimalHundredths
    /// The achieved level's ordinal.
    package let level: Int?
    package let status: AwardStatus
    package let awardedDate: CalendarDay
    package let validUntil: Timestamp?
    /// Whether it is the badge of a whole pathway; such a one counts only where a group names it.
    package let isMilestone: Bool

    package init(
        id: String, badge: BadgeKey, category: String, hours: DecimalHundredths = .zero, level: Int? = nil,
        status: AwardStatus = .issued, awardedDate: CalendarDay, validUntil: Timestamp? = nil, isMilestone: Bool = false
    ) {
        self.id = id
        self.badge = badge
        self.category = category
        self.hours = hours
        self.level = level
        self.status = status
        self.awardedDate = awardedDate
        self.validUntil = validUntil
        self.isMilestone = isMilestone
    }
}
