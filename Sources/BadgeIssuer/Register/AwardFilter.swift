package import Encodings

/// Which awards a list is to hold; what is left out doesn't narrow it.
package struct AwardFilter: Sendable, Hashable {
    package var personID: String?
    package var badgeBase: String?
    package var slug: String?
    package var version: Int?
    package var states: Set<AwardRecord.State>?
    package var awardedFrom: CalendarDay?
    package var awardedTo: CalendarDay?

    package init(
        personID: String? = nil, badgeBase: String? = nil, slug: String? = nil, version: Int? = nil,
        states: Set<AwardRecord.State>? = nil, awardedFrom: CalendarDay? = nil, awardedTo: CalendarDay? = nil
    ) {
        self.personID = personID
        self.badgeBase = badgeBase
        self.slug = slug
        self.version = version
        self.states = states
        self.awardedFrom = awardedFrom
        self.awardedTo = awardedTo
    }
}
