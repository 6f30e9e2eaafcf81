package import BadgeDefinitions
import Cryptography
package import Encodings

/// Puts learners on a pathway and takes them off, all that are named or none.
package struct PathwayKeeper: Sendable {
    private let options: [BadgeOption]
    /// A reference to the member of staff, no name.
    private let who: String?

    /// - Parameter options: the badges that learners can earn, for the next steps.
    package init(options: [BadgeOption], who: String? = nil) {
        self.options = options
        self.who = who
    }

    /// A learner who is on the pathway already stays on it.
    ///
    /// - Returns: how each stands, in the order in which they were named, and whether the enrolment is new.
    /// - Throws: `PathwayError` `pathway.not-published`; `RegisterError` `register.person-missing`,
    ///   `register.definition-frozen`.
    package func enrol(
        _ references: [PersonReference], on pathway: Pathway, in register: Register, at now: Timestamp
    ) throws -> [(standing: EnrolmentStanding, isNew: Bool)] {
        guard pathway.status == .published else {
            throw PathwayError(
                .notPublished, "The pathway \"\(pathway.slug)\" is \(pathway.status.rawValue); nobody can enrol on it.",
                hint: pathway.status == .draft
                    ? "Set its \"status\" to \"published\" when it is ready." : "Take a pathway that is published.")
        }
        let now = now.wholeSeconds
        return try register.write { transaction in
            try transaction.record(pathway, at: now)
            var judge = EnrolmentJudge(transaction, options: options, at: now)
            var answers: [(EnrolmentStanding, Bool)] = []
            for person in try transaction.persons(references) {
                var enrolment = try transaction.enrolment(of: person, on: pathway)
                let isNew = enrolment == nil
                if isNew {
                    var generator = SystemRandom()
                    let id = "urn:uuid:" + UUIDv4.make(using: &generator)
                    try transaction.insertEnrolment(id: id, of: person.id, on: pathway, at: now)
                    enrolment = try transaction.enrolment(of: person, on: pathway)
                }
                guard let enrolment else {
                    throw RegisterError(.fault, "An enrolment that was just recorded isn't there.")
                }
                if isNew { try transaction.append(.enrolmentAdded, enrolment, who: who, at: now) }
                answers.append((try judge.standing(of: enrolment), isNew))
            }
            return answers
        }
    }

    /// Takes learners off a pathway that they haven't completed.
    ///
    /// - Parameter slug: of the pathway, in whatever version.
    /// - Throws: `PathwayError` `pathway.not-enrolled`; `RegisterError` `register.person-missing`, `state.transition`.
    package func leave(
        _ references: [PersonReference], slug: String, in register: Register, at now: Timestamp
    ) throws -> [EnrolmentStanding] {
        let now = now.wholeSeconds
        return try register.write { transaction in
            var judge = EnrolmentJudge(transaction, options: options, at: now)
            var answers: [EnrolmentStanding] = []
            for (index, person) in try transaction.persons(references).enumerated() {
                let open = try transaction.enrolments(
                    EnrolmentFilter(personID: person.id, slug: slug, states: [.active, .completed, .review]))
                guard !open.isEmpty else { throw Self.notEnrolled(slug, index, of: references.count) }
                for enrolment in open {
                    guard enrolment.state == .active else {
                        throw RegisterError(
                            .stateTransition,
                            "The enrolment \(enrolment.id) is \(enrolment.state.rawValue) and can't become left.",
                            hint: "Only a pathway that isn't completed can be left.")
                    }
                    try transaction.changeEnrolment(enrolment.id, to: .left, at: now)
                    try transaction.append(.enrolmentLeft, enrolment, who: who, at: now)
                    guard
                        let left = try transaction.enrolments(EnrolmentFilter(personID: person.id, slug: slug))
                            .first(where: { $0.id == enrolment.id })
                    else { continue }
                    answers.append(try judge.standing(of: left))
                }
            }
            return answers
        }
    }

    /// What was typed isn't repeated: it is personal, and messages are kept in logs.
    private static func notEnrolled(_ slug: String, _ index: Int, of count: Int) -> PathwayError {
        PathwayError(
            .notEnrolled,
            count == 1
                ? "Who was given isn't on the pathway \"\(slug)\"."
                : "Who was given as person \(index + 1) isn't on the pathway \"\(slug)\"; nobody was taken off.",
            hint: "`passportctl pathway check \(slug)` shows who is.")
    }
}

extension RegisterReader {
    /// Everybody who is named, each once.
    ///
    /// - Throws: `register.person-missing`.
    func persons(_ references: [PersonReference]) throws(RegisterError) -> [Person] {
        var persons: [Person] = []
        for (index, reference) in references.enumerated() {
            guard let person = try person(reference) else {
                throw RegisterError(
                    .personMissing,
                    references.count == 1
                        ? "Nobody in the register is known by what was given."
                        : "Nobody in the register is known by what was given as person \(index + 1); nothing changed.",
                    hint: "Give the passport number from the slip, or find it with `passportctl register list`.")
            }
            if !persons.contains(where: { $0.id == person.id }) { persons.append(person) }
        }
        return persons
    }

    /// The enrolment of a person on this version that hasn't ended.
    func enrolment(of person: Person, on pathway: Pathway) throws(RegisterError) -> Enrolment? {
        try enrolments(
            EnrolmentFilter(personID: person.id, slug: pathway.slug, states: [.active, .completed, .review])
        ).first { $0.version == pathway.version && $0.badgeBase.hasSameBytes(as: pathway.badgeBase) }
    }
}
