package import Encodings

/// An application as the register keeps it.
package struct ApplicationRecord: Sendable, Hashable {
    /// What was handed in at one time, and what it was answered.
    package struct Submission: Sendable, Hashable {
        package let application: BadgeApplication
        package let receivedAt: Timestamp
        /// Places of the evidence whose file the school has compared with its digest.
        package let compared: Set<Int>
        /// What the learner was told when it was returned or refused.
        package let reason: String?
    }

    /// `urn:uuid:…`.
    package let id: String
    /// `nil` once the person was erased.
    package let personID: String?
    package let badgeBase: String
    package let slug: String
    package let state: ApplicationState
    package let stateAt: Timestamp
    /// How many times it was handed in.
    package let revision: Int
    /// A reference to the member of staff who decided last, no name.
    package let decidedBy: String?
    /// The award that an approved application led to, or that the learner already had.
    package let award: String?
    package let receivedAt: Timestamp
    /// Oldest first; of a listed application the newest only, and none once the person was erased.
    package let submissions: [Submission]

    package var newest: Submission? { submissions.last }
}

/// Which applications a list is to hold; what is left out doesn't narrow it.
package struct ApplicationFilter: Sendable, Hashable {
    package var state: ApplicationState?
    package var slug: String?
    package var personID: String?

    package init(state: ApplicationState? = nil, slug: String? = nil, personID: String? = nil) {
        self.state = state
        self.slug = slug
        self.personID = personID
    }
}
