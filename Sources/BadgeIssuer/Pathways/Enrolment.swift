import BadgeDefinitions
package import Encodings

/// That somebody is on a pathway, and how that stands.
package struct Enrolment: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case active
        /// The milestone was given.
        case completed
        /// A badge that counted was revoked, and the rule doesn't hold any more.
        case review
        /// The milestone was revoked after a review; final.
        case revoked
        /// The learner has left the pathway; final.
        case left
    }

    /// `urn:uuid:…`
    package let id: String
    package let personID: String
    package let badgeBase: String
    /// The pathway.
    package let slug: String
    package let version: Int
    package let state: State
    package let stateAt: Timestamp
    package let enrolledOn: CalendarDay
    package let completedOn: CalendarDay?
    /// The award of the milestone.
    package let milestone: String?
    /// The awards that the completion rests on.
    package let counted: [String]

    /// The pathway as the audit trail names it.
    var pathwayReference: String { "pathway:\(slug)/v\(version)" }
}

/// Which enrolments are meant; what is left out doesn't narrow it.
package struct EnrolmentFilter: Sendable, Hashable {
    package var personID: String?
    package var slug: String?
    package var states: Set<Enrolment.State>?
    /// Those that rest on this award, or whose milestone it is.
    package var awardID: String?

    package init(
        personID: String? = nil, slug: String? = nil, states: Set<Enrolment.State>? = nil, awardID: String? = nil
    ) {
        self.personID = personID
        self.slug = slug
        self.states = states
        self.awardID = awardID
    }
}
