package import BadgeDefinitions
package import Encodings

/// What an application for recognition came to: a proposal with a reason for every credential and every rule.
package struct RecognitionCase: Sendable {
    /// One credential of the file.
    package struct Credential: Sendable {
        /// `nil` for a file that holds none, or one without an id.
        package let key: CredentialKey?
        package let source: String
        /// The achievement's id as the credential names it.
        package let achievement: String?
        package let name: String?
        package let level: Int
        package let hours: DecimalHundredths
        package let awarded: CalendarDay?
        package let replaces: [String]
        /// The rule that rests on it.
        package let rule: String?
        /// All that is to be said about it, the headline first; nothing for one that was counted.
        package let reasons: [ReasonStatement]

        package var headline: RecognitionReason? { reasons.first?.reason }
    }

    package let id: String
    /// By what name the institution knows the applicant.
    package let applicant: String
    package let applied: CalendarDay
    package let evaluated: Timestamp
    package let rules: RecognitionRules
    /// By their ids.
    package let credentials: [Credential]
    /// In the order of the rule file.
    package let outcomes: [RuleOutcome]
    package let directAdmission: [AdmissionOutcome]
    /// What an officer should know of it beside its credentials.
    package var alerts: [CaseAlert] = []
    /// What the badges and pathways that the rules ask for are called, by their slugs, as far as definitions are at hand.
    package var names: [String: LanguageMap] = [:]

    /// What is granted and proposed together.
    package var total: DecimalHundredths { outcomes.reduce(.zero) { $0 + $1.credits } }

    /// Whether an officer has to look at the case before anything else happens: a rule says so, or something is odd
    /// about what was handed in.
    package var needsOfficer: Bool {
        outcomes.contains { $0.kind == .officerReview || $0.kind == .proposed } || !alerts.isEmpty
            || unreadable > 0 || foreign > 0
    }

    /// Files from which no credential could be read.
    package var unreadable: Int { credentials.count { $0.key == nil && $0.headline == .notVerified } }

    /// Credentials that name somebody else.
    package var foreign: Int { credentials.count { $0.headline == .subjectMismatch } }

    /// Whether the applicant has to send evidence.
    package var needsEvidence: Bool { outcomes.contains { $0.kind == .needsEvidence } }

    package func outcome(_ rule: String) -> RuleOutcome? { outcomes.first { $0.rule.id.hasSameBytes(as: rule) } }

    /// Those for an officer first, then those that wait for evidence, then the others; each by its id.
    package static func inWorkingOrder(_ cases: [RecognitionCase]) -> [RecognitionCase] {
        func rank(_ one: RecognitionCase) -> Int { one.needsOfficer ? 0 : one.needsEvidence ? 1 : 2 }
        return cases.sorted { left, right in
            if rank(left) != rank(right) { return rank(left) < rank(right) }
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
    }
}
