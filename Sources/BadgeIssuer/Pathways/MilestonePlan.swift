package import BadgeDefinitions
package import Encodings

/// The milestones of one pathway that are due, as awards to be given in the usual way.
///
/// Each names the awards it rests on as its evidence; the pathway's version is that of the milestone's definition, and so
/// stands in its achievement's id. `close` runs in the transaction that records the awards, so that none is ever there
/// without its completion.
package struct MilestonePlan: Sendable {
    package let pathway: Pathway
    package let requests: [AwardRequest]
    private let due: [EnrolmentStanding]
    private let who: String?

    /// - Parameters:
    ///   - due: standings on one version of one pathway.
    ///   - definition: the milestone's, of the pathway's version.
    ///   - badgeName: what a counted badge is called in a language.
    /// - Throws: `PathwayError` `pathway.milestone`.
    package init?(
        _ due: [EnrolmentStanding], definition: BadgeDefinition, who: String?,
        badgeName: (BadgeKey, String) -> String?
    ) throws(PathwayError) {
        guard let pathway = due.first?.pathway else { return nil }
        guard definition.version == pathway.version, definition.slug == pathway.milestoneBadge,
            definition.badgeBase.hasSameBytes(as: pathway.badgeBase), definition.isMilestone
        else { throw Self.noMilestone(of: pathway) }
        self.pathway = pathway
        self.due = due
        self.who = who
        requests = due.map { standing in
            let asked = standing.person.language
            let language = definition.name.entry(in: asked, main: definition.languages.first)?.language ?? "fi"
            let name = pathway.name.text(in: language)
            return AwardRequest(
                recipient: AwardRequest.Recipient(personID: standing.person.id),
                evidence: standing.evaluation.counted.map { award in
                    AwardEvidence(
                        kind: .award, title: badgeName(award.badge, language), source: .credential(award.id))
                },
                narrative: "\(name) (\(pathway.slug) v\(pathway.version))", language: language)
        }
    }

    package static func noMilestone(of pathway: Pathway) -> PathwayError {
        PathwayError(
            .milestone,
            "The pathway \"\(pathway.slug)\" has no milestone \"\(pathway.milestoneBadge)\" of its version "
                + "\(pathway.version).",
            hint: "The milestone's definition has the pathway's base and version, and the type LearningProgram.")
    }

    /// Completes the enrolments of those whose milestone was recorded, or was there already.
    ///
    /// - Throws: `PathwayError` `pathway.changed` when the rule doesn't hold any more, or rests on other awards than the
    ///   milestone names; the awards aren't recorded then.
    package func close(
        with rows: [AwardReport.Row], in transaction: RegisterTransaction, at now: Timestamp
    ) throws {
        let now = now.wholeSeconds
        var judge = EnrolmentJudge(transaction, options: [], at: now)
        for row in rows where row.outcome == .awarded || row.outcome == .alreadyHad {
            guard let milestone = row.credentialID,
                let planned = due.first(where: { $0.person.id == row.personID })
            else { continue }
            guard
                let current = try transaction.enrolments(EnrolmentFilter(personID: planned.person.id))
                    .first(where: { $0.id == planned.enrolment.id }),
                current.state == planned.enrolment.state
            else { throw Self.changed }
            let standing = try judge.standing(of: current)
            guard standing.evaluation.isComplete, standing.countedIDs == planned.countedIDs else { throw Self.changed }
            try transaction.complete(standing, milestone: milestone, who: who, at: now)
        }
    }

    private static var changed: PathwayError {
        PathwayError(
            .changed, "Badges that a milestone rests on were changed while it was being given.",
            hint: "Nothing was given; run the command again.")
    }
}
