package import BadgeDefinitions
package import Encodings

/// Looks how learners stand on their pathways, and brings the enrolments up to date with it.
package struct PathwayChecker: Sendable {
    private let options: [BadgeOption]
    /// A reference to the member of staff, no name.
    private let who: String?

    /// - Parameter options: the badges that learners can earn, for the next steps.
    package init(options: [BadgeOption], who: String? = nil) {
        self.options = options
        self.who = who
    }

    /// - Returns: how each enrolment stands afterwards, in the order in which they began. Those that have ended are
    ///   left out, unless the filter asks for them.
    /// - Throws: `RegisterError`, `PathwayError` `pathway.unreadable`.
    package func check(
        _ filter: EnrolmentFilter = EnrolmentFilter(), in register: Register, at now: Timestamp
    ) throws -> [EnrolmentStanding] {
        let now = now.wholeSeconds
        var filter = filter
        if filter.states == nil { filter.states = [.active, .completed, .review] }
        // Most often nothing has changed, and then nobody has to wait for a turn to write.
        let seen = try register.read { try standings(filter, $0, at: now) }
        guard seen.contains(where: { $0.nextState != nil }) else { return seen }
        return try register.write { try settle(filter, in: $0, at: now) }
    }

    /// How many milestones of these persons are due. Nothing is changed.
    ///
    /// Cost: one look at the open enrolments, and an evaluation for each that is one of theirs.
    package func dueCount(of personIDs: Set<String>, in register: Register, at now: Timestamp) throws -> Int {
        try register.read { reader in
            let open = try reader.enrolments(EnrolmentFilter(states: [.active, .review]))
                .filter { personIDs.contains($0.personID) }
            guard !open.isEmpty else { return 0 }
            var judge = EnrolmentJudge(reader, options: [], at: now.wholeSeconds)
            return try open.count { try judge.standing(of: $0).isDue }
        }
    }

    /// As `check`, in a transaction that is under way.
    func settle(
        _ filter: EnrolmentFilter, in transaction: RegisterTransaction, at now: Timestamp
    ) throws -> [EnrolmentStanding] {
        var changed: [String: Enrolment.State] = [:]
        let standings = try standings(filter, transaction, at: now)
        for standing in standings where try transaction.settle(standing, who: who, at: now) {
            changed[standing.enrolment.id] = standing.enrolment.state
        }
        guard !changed.isEmpty else { return standings }
        var all = filter
        all.states = nil
        let kept = Set(standings.map(\.enrolment.id))
        return try self.standings(all, transaction, at: now).filter { kept.contains($0.enrolment.id) }
            .map { standing in
                var standing = standing
                standing.before = changed[standing.enrolment.id]
                return standing
            }
    }

    private func standings(
        _ filter: EnrolmentFilter, _ reader: RegisterReader, at now: Timestamp
    ) throws -> [EnrolmentStanding] {
        var judge = EnrolmentJudge(reader, options: options, at: now)
        return try reader.enrolments(filter).map { try judge.standing(of: $0) }
    }
}
