package import Encodings

/// What a pathway looks at in one award.
package struct CountedAward: Sendable, Hashable {
    /// The credential's id: an award given twice counts once.
    package let id: String
    package let badge: BadgeKey
    /// Empty for a badge that names none; it adds no category then.
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
    /// Whether the badge may be held several times; then the hours of each award are work of their own.
    package let isRepeatable: Bool

    package init(
        id: String, badge: BadgeKey, category: String, hours: DecimalHundredths = .zero, level: Int? = nil,
        status: AwardStatus = .issued, awardedDate: CalendarDay, validUntil: Timestamp? = nil,
        isMilestone: Bool = false, isRepeatable: Bool = false
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
        self.isRepeatable = isRepeatable
    }
}

extension CountedAward {
    /// By id, and of equal ids the one that is told first; whatever order awards come in, they are looked at in this.
    static func comesFirst(_ left: CountedAward, _ right: CountedAward) -> Bool {
        if !left.id.hasSameBytes(as: right.id) { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
        if left.status != right.status { return left.status.weight > right.status.weight }
        return isBetter(left, right)
    }

    /// Of two awards of one badge: the higher level, then the later day, then more hours, then the smaller id.
    static func isBetter(_ left: CountedAward, _ right: CountedAward) -> Bool {
        let (one, other) = (left.level ?? 0, right.level ?? 0)
        if one != other { return one > other }
        if left.awardedDate != right.awardedDate { return left.awardedDate > right.awardedDate }
        if left.hours != right.hours { return left.hours > right.hours }
        return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }

    /// The latest instant of its validity, for comparing; without an end it is the last there is.
    func ends(before instant: Timestamp) -> Bool { validUntil.map { $0 < instant } ?? false }
}

extension AwardStatus {
    /// What takes away comes before what gives: one credential told in two ways counts as the worse of them.
    fileprivate var weight: Int {
        switch self {
        case .revoked: 3
        case .suspended: 2
        case .superseded: 1
        case .issued: 0
        }
    }
}
