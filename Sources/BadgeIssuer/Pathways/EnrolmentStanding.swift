package import BadgeDefinitions

/// How one learner stands on a pathway.
package struct EnrolmentStanding: Sendable {
    package let enrolment: Enrolment
    package let person: Person
    package let pathway: Pathway
    package let evaluation: PathwayEvaluation
    /// What is left, the way with the least work.
    package let steps: PathwaySteps?
    /// The milestone that the learner holds, in force or on hold.
    package let heldMilestone: String?
    /// What the enrolment was before it was looked at, when that has changed.
    package var before: Enrolment.State?

    /// Whether the milestone is due: the rule is met, and the learner doesn't hold it.
    package var isDue: Bool {
        evaluation.isComplete && heldMilestone == nil
            && (enrolment.state == .active || enrolment.state == .review)
    }

    /// The awards that a completion rests on.
    var countedIDs: [String] { evaluation.counted.map(\.id) }
}
