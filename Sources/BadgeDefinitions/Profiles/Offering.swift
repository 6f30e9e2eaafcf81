package import Encodings

/// A course, a service or an event at which skills and badges can be earned.
package struct Offering: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case unit, course, badge, hybrid, apprenticeship, guidance, event
        case recruitmentTraining = "recruitment-training"
        case servicePoint = "service-point"
    }

    package enum Mode: String, Sendable, CaseIterable {
        case onsite, online, blended
    }

    /// A skill that is taught, up to which level; `nil` leaves that open.
    package struct Skill: Sendable, Hashable {
        package let uri: String
        package let level: Int?
    }

    package let slug: String
    /// Who offers it.
    package let owner: String
    package let kind: Kind
    package let title: LanguageMap
    package let languages: [String]
    package let municipality: String?
    package let mode: Mode?
    package let targetGroups: [String]
    package let skills: [Skill]
    /// Badges that it leads to.
    package let badges: [BadgeKey]
    /// The learner's work.
    package let hours: DecimalHundredths?
    /// In euro cents; zero is free, `nil` isn't told.
    package let price: Int?
    package let starts: CalendarDay?
    /// The last day on which one can apply.
    package let deadline: CalendarDay?
    /// The day by which the owner looks at the entry again.
    package let reviewBy: CalendarDay?

    /// Whether one can't apply any more.
    package func isPast(on day: CalendarDay) -> Bool { deadline.map { $0 < day } ?? false }

    /// Whether nobody has looked at the entry for longer than was promised.
    package func isStale(on day: CalendarDay) -> Bool { reviewBy.map { $0 < day } ?? false }
}
