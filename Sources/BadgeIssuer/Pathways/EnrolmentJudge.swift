import BadgeDefinitions
import Cryptography
import Encodings

/// Holds an enrolment against the register's awards, and says what it should be.
struct EnrolmentJudge {
    private let reader: RegisterReader
    private let options: [BadgeOption]
    private let now: Timestamp
    private var awards: CountedAwards
    private var pathways: [String: Pathway] = [:]

    /// - Parameter options: the badges that learners can earn, for the next steps.
    init(_ reader: RegisterReader, options: [BadgeOption], at now: Timestamp) {
        self.reader = reader
        self.options = options
        self.now = now
        awards = CountedAwards(reader)
    }

    /// - Throws: `RegisterError`, `PathwayError` `pathway.unreadable`.
    mutating func standing(of enrolment: Enrolment) throws -> EnrolmentStanding {
        guard let person = try reader.person(.id(enrolment.personID)) else {
            throw RegisterError(.fault, "An enrolment's person isn't in the register.")
        }
        let pathway = try pathway(of: enrolment)
        let evaluation = PathwayEvaluation.evaluate(
            pathway, awards: try awards.of(person.id), certificates: try reader.certificates(of: person.id),
            settled: Set(enrolment.counted), at: now)
        let isOpen = enrolment.state == .active || enrolment.state == .review
        return EnrolmentStanding(
            enrolment: enrolment, person: person, pathway: pathway, evaluation: evaluation,
            steps: isOpen ? PathwaySteps.cheapest(after: evaluation, among: options) : nil,
            heldMilestone: try reader.liveAward(
                personID: person.id, badgeBase: pathway.badgeBase, slug: pathway.milestoneBadge)?.id)
    }

    private mutating func pathway(of enrolment: Enrolment) throws -> Pathway {
        let key = "\(enrolment.badgeBase) \(enrolment.slug) \(enrolment.version)"
        if let known = pathways[key] { return known }
        let pathway = try reader.pathway(of: enrolment)
        pathways[key] = pathway
        return pathway
    }
}

extension EnrolmentStanding {
    /// The state that follows from what the register holds, when it is another one than the present.
    ///
    /// A completion is reviewed when the rule doesn't hold any more or its milestone was revoked. A review ends well
    /// when the rule holds and the milestone is there, and in revocation when neither is so.
    var nextState: Enrolment.State? {
        switch enrolment.state {
        case .active: evaluation.isComplete && heldMilestone != nil ? .completed : nil
        case .completed: evaluation.isComplete && heldMilestone != nil ? nil : .review
        case .review:
            switch (evaluation.isComplete, heldMilestone != nil) {
            case (true, true): .completed
            case (false, false): .revoked
            default: nil
            }
        case .revoked, .left: nil
        }
    }
}

extension RegisterTransaction {
    /// Takes an enrolment where it belongs, with its entry in the audit trail.
    ///
    /// - Returns: whether it has changed.
    func settle(_ standing: EnrolmentStanding, who: String?, at now: Timestamp) throws -> Bool {
        guard let next = standing.nextState else { return false }
        let enrolment = standing.enrolment
        let event: AuditEvent
        switch next {
        case .completed:
            guard let milestone = standing.heldMilestone else { return false }
            return try complete(standing, milestone: milestone, who: who, at: now)
        case .review: event = .enrolmentReview
        case .revoked: event = .enrolmentRevoked
        case .active, .left: return false
        }
        try changeEnrolment(enrolment.id, to: next, at: now)
        try append(event, enrolment, who: who, at: now)
        return true
    }

    /// - Returns: true, for it is a change.
    @discardableResult
    func complete(_ standing: EnrolmentStanding, milestone: String, who: String?, at now: Timestamp) throws -> Bool {
        try completeEnrolment(standing.enrolment, milestone: milestone, counted: standing.countedIDs, at: now)
        try append(.enrolmentCompleted, standing.enrolment, milestone: milestone, who: who, at: now)
        return true
    }

    func append(
        _ event: AuditEvent, _ enrolment: Enrolment, milestone: String? = nil, who: String?, at now: Timestamp
    ) throws {
        var generator = SystemRandom()
        try appendAudit(
            event, who: who, subjects: [enrolment.id, enrolment.pathwayReference] + [milestone].compactMap(\.self),
            persons: [enrolment.personID], at: now, using: &generator)
    }
}
