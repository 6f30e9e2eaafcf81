import Cryptography
package import Encodings

/// Takes badges back, puts them on hold or gives them back: all that were named, or none.
///
/// The register and its audit trail say so at once. Others learn it from the status list that the next publication
/// signs anew.
package struct StatusChanger: Sendable {
    package let change: StatusChange
    package let reason: StatusReason
    /// A reference to the member of staff, no name.
    package let who: String?

    package init(_ change: StatusChange, reason: StatusReason, who: String? = nil) {
        self.change = change
        self.reason = reason
        self.who = who
    }

    /// - Parameter references: a badge that is named twice counts once.
    /// - Returns: what became of each badge. When one of them is refused, none was changed.
    /// - Throws: `RegisterError`, among them `register.audit-reference` for a `who` that could be a name.
    package func apply(
        to references: [AwardReference], in register: Register, isDryRun: Bool = false, at now: Timestamp
    ) throws -> StatusChangeReport {
        guard !isDryRun else { return try register.read { try plan(references, $0, isDryRun: true) } }
        return try register.write { transaction in
            var report = try plan(references, transaction, isDryRun: false)
            guard !report.hasRefusals else { return report }
            var generator = SystemRandom()
            for index in report.rows.indices {
                guard let award = report.rows[index].award else { continue }
                try transaction.changeState(
                    of: award.id, to: change.goal, reason: reason.rawValue, at: now.wholeSeconds)
                try transaction.appendAudit(
                    change.event, who: who, subjects: [award.id], persons: [award.personID].compactMap(\.self),
                    code: reason.rawValue, at: now.wholeSeconds, using: &generator)
                report.rows[index].outcome = .changed
            }
            if change == .revoke { report.reviews = try review(report, transaction, at: now.wholeSeconds) }
            return report
        }
    }

    /// Completions of pathways that don't hold without the badges that were revoked.
    private func review(
        _ report: StatusChangeReport, _ transaction: RegisterTransaction, at now: Timestamp
    ) throws -> Int {
        let checker = PathwayChecker(options: [], who: who)
        var count = 0
        for award in report.rows.compactMap(\.award) {
            do {
                let filter = EnrolmentFilter(states: [.completed], awardID: award.id)
                count += try checker.settle(filter, in: transaction, at: now).count { $0.before != nil }
            } catch let error as PathwayError where error.code == .unreadable {
                // A badge that has to go goes at once; `pathway check` tells of the pathway.
            }
        }
        return count
    }

    private func plan(
        _ references: [AwardReference], _ reader: RegisterReader, isDryRun: Bool
    ) throws(RegisterError) -> StatusChangeReport {
        var report = StatusChangeReport(change: change, reason: reason, isDryRun: isDryRun)
        var seen: Set<String> = []
        for reference in references {
            switch try reader.find(reference) {
            case .refused(let error):
                report.rows.append(.init(reference: reference, award: nil, outcome: .refused, refusal: error))
            case .found(let award):
                guard seen.insert(award.id).inserted else { continue }
                let refusal = try refusal(of: award, reader)
                report.rows.append(
                    .init(
                        reference: reference, award: award, outcome: refusal == nil ? .ready : .refused,
                        refusal: refusal))
            }
        }
        return report
    }

    // MARK: The life cycle

    /// Why the award can't take the step; the register itself keeps the same rules.
    private func refusal(of award: AwardRecord, _ reader: RegisterReader) throws(RegisterError) -> RegisterError? {
        let badge = "The badge \(award.id) (\(award.slug) v\(award.version))"
        func refused(_ what: String, _ hint: String) -> RegisterError {
            RegisterError(.stateTransition, "\(badge) \(what).", hint: hint)
        }
        switch (award.state, change) {
        case (.revoked, .revoke):
            return refused("is revoked already", "Take its id out and run the command again.")
        case (.revoked, _):
            return refused(
                "is revoked, and that is final", "If it should be held after all, award it anew with --force.")
        case (.superseded, _):
            let successor = award.supersededBy.map { " by \($0)" } ?? ""
            return refused(
                "was superseded\(successor), and that is final",
                "It counts no more, and nothing is left to take back; change the newer one instead.")
        case (.suspended, .suspend):
            return refused("is on hold already", "Take its id out and run the command again.")
        case (.issued, .reinstate):
            return refused("isn't on hold", "Only a suspended badge can be reinstated.")
        case (.issued, .suspend):
            let snapshot = try reader.snapshot(slug: award.slug, version: award.version, badgeBase: award.badgeBase)
            guard snapshot?.suspendable == true, award.statusEntries.contains(where: { $0.purpose == .suspension })
            else {
                return refused(
                    "can't be put on hold: its definition isn't suspendable",
                    "Revoke it if it must go; badges of a new version with \"suspendable\": true can be suspended.")
            }
            return nil
        case (.issued, .revoke), (.suspended, .revoke), (.suspended, .reinstate): return nil
        }
    }
}
