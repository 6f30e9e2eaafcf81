import BadgeDefinitions
import BadgeIssuer
import Encodings

/// Gives milestones in the way in which every badge is given.
struct MilestoneDesk {
    let desk: PathwayDesk
    let keys: IssuerKeys
    let format: AwardRecord.Format

    struct Outcomes {
        /// What became of each milestone, by the enrolment's id.
        var rows: [String: AwardReport.Row] = [:]
        /// Why some weren't given.
        var findings: [String] = []
    }

    func give(_ due: [EnrolmentStanding], options: AwardOptions, by who: String?) throws -> Outcomes {
        var outcomes = Outcomes()
        var rest = due[...]
        while let first = rest.first {
            let isSame = { (other: EnrolmentStanding) in other.pathway.digest == first.pathway.digest }
            try give(rest.filter(isSame), of: first.pathway, options, who, &outcomes)
            rest = rest.filter { !isSame($0) }[...]
        }
        return outcomes
    }

    private func give(
        _ due: [EnrolmentStanding], of pathway: Pathway, _ options: AwardOptions, _ who: String?,
        _ outcomes: inout Outcomes
    ) throws {
        let awards = try awardDesk(pathway)
        guard
            let plan = try MilestonePlan(
                due, definition: awards.item.entry.definition, who: who,
                badgeName: { desk.catalogue.name(of: $0, in: $1) })
        else { return }
        var options = options
        let now = desk.now
        options.alongside = { transaction, rows in try plan.close(with: rows, in: transaction, at: now) }
        let report = try awards.award(plan.requests, options: options, keys: keys, format: format)
        for (standing, row) in zip(due, report.rows) {
            outcomes.rows[standing.enrolment.id] = row
            if row.outcome == .refused || row.outcome == .revokedBefore {
                outcomes.findings.append("\(standing.person.passportNumber): \(row.message)")
            }
        }
    }

    /// The milestone's definition has the version of the pathway, which so stands in the badge.
    private func awardDesk(_ pathway: Pathway) throws -> AwardDesk {
        do {
            return try AwardDesk(
                workspace: desk.workspace,
                badge: try BadgeReference("\(pathway.milestoneBadge)@\(pathway.version)"))
        } catch let error as DefinitionError where error.code == .unknownReference {
            throw MilestonePlan.noMilestone(of: pathway)
        }
    }
}
