package import Encodings

/// What a rule came to.
package struct RuleOutcome: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case granted
        /// Less than the hours or the course would make, since a limit leaves no room.
        case grantedPartial = "granted-partial"
        /// Met; an officer decides.
        case proposed
        /// Met but for evidence that is strong enough.
        case needsEvidence = "needs-evidence"
        case notMet = "not-met"
        /// Met, and a limit leaves no room at all.
        case capReached = "cap-reached"
        /// Met by credentials that an officer has to look at.
        case officerReview = "officer-review"

        /// Whether the outcome's credits count.
        package var gives: Bool { self == .granted || self == .grantedPartial || self == .proposed }

        /// Whether somebody has to act before the case can be decided.
        package var isOpen: Bool { self == .needsEvidence || self == .officerReview }
    }

    /// Something that a rule asks for and the file doesn't have.
    package enum Missing: Sendable, Hashable {
        case requirement(RecognitionRequirement)
        case hours(min: DecimalHundredths, have: DecimalHundredths)
        case credits(min: DecimalHundredths, have: DecimalHundredths)
    }

    package let rule: RecognitionRule
    package let kind: Kind
    /// What the rule gives now; zero unless the kind gives.
    package let credits: DecimalHundredths
    /// What it would give if the officer accepted what is open.
    package let potential: DecimalHundredths
    /// The hours of its credentials together.
    package let hours: DecimalHundredths
    package let reasons: [ReasonStatement]
    /// What it rests on, by the places of the case's credentials.
    package let credentials: [Int]
    /// What it looked at in vain: the level is too low, the hours are too few, the day has passed.
    package let considered: [Int]
    /// What it would have taken, had the limits left room.
    package let crowdedOut: [Int]
    /// The limit that left no room for those.
    package let capStatement: ReasonStatement?
    package let missing: [Missing]

    package init(
        rule: RecognitionRule, kind: Kind, credits: DecimalHundredths = .zero, potential: DecimalHundredths = .zero,
        hours: DecimalHundredths = .zero, reasons: [ReasonStatement] = [], credentials: [Int] = [],
        considered: [Int] = [], crowdedOut: [Int] = [], capStatement: ReasonStatement? = nil,
        missing: [Missing] = []
    ) {
        self.rule = rule
        self.kind = kind
        self.credits = credits
        self.potential = potential
        self.hours = hours
        self.reasons = reasons
        self.credentials = credentials
        self.considered = considered
        self.crowdedOut = crowdedOut
        self.capStatement = capStatement
        self.missing = missing
    }
}

/// Whether credits and milestones open a study place.
package struct AdmissionOutcome: Sendable, Hashable {
    package let rule: AdmissionRule
    package let missing: [RuleOutcome.Missing]

    package var isEligible: Bool { missing.isEmpty }

    package init(rule: AdmissionRule, missing: [RuleOutcome.Missing]) {
        self.rule = rule
        self.missing = missing
    }
}
