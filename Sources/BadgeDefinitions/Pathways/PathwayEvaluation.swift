package import Encodings

/// How far a learner is on a pathway: what is done, what is missing, and which awards don't count and why.
///
/// A badge counts once however often it was earned: in its group, in an open group, and in the totals of badges and
/// categories. Hours are the work of each award, and each award's are added once. Only badges that belong to the
/// pathway count: those in its groups, those a rule names, and any at all where a group is open (`*`).
package struct PathwayEvaluation: Sendable, Hashable {
    /// Why an award doesn't count.
    package enum Exclusion: Sendable, Hashable {
        /// It is the milestone itself.
        case isThisMilestone
        /// It is on hold, revoked or superseded.
        case status(AwardStatus)
        case expired
        /// It is as old as the pathway's limit or older.
        case tooOld
        /// The pathway has no place for the badge.
        case notInPathway
        /// The same award stands earlier in the list.
        case repeated
    }

    package struct Excluded: Sendable, Hashable {
        package let award: CountedAward
        package let reason: Exclusion
    }

    package let isComplete: Bool
    /// The completion rule with what is there and what is missing.
    package let completion: PathwayPart
    package let counted: [CountedAward]
    package let excluded: [Excluded]

    /// - Parameter now: decides what has expired and what is too old.
    package static func evaluate(
        _ pathway: Pathway, awards: [CountedAward], certificates: [CountedCertificate] = [], at now: Timestamp
    ) -> PathwayEvaluation {
        let today = CalendarDay.today(at: now)
        let places = PathwayPlaces(pathway)
        var counted: [CountedAward] = []
        var excluded: [Excluded] = []
        var seen: Set<String> = []
        for award in awards {
            let reason: Exclusion? =
                if !seen.insert(award.id).inserted {
                    .repeated
                } else {
                    exclusion(of: award, from: pathway, places: places, now: now, today: today)
                }
            if let reason {
                excluded.append(Excluded(award: award, reason: reason))
            } else {
                counted.append(award)
            }
        }
        let state = PathwayState(pathway: pathway, awards: counted, certificates: certificates)
        let completion = state.part(for: pathway.completion)
        return PathwayEvaluation(
            isComplete: completion.isMet, completion: completion, counted: counted, excluded: excluded)
    }

    private static func exclusion(
        of award: CountedAward, from pathway: Pathway, places: PathwayPlaces, now: Timestamp, today: CalendarDay
    ) -> Exclusion? {
        if award.badge == pathway.milestone { return .isThisMilestone }
        guard pathway.countOnly.status.contains(award.status) else { return .status(award.status) }
        if pathway.countOnly.notExpired, let validUntil = award.validUntil, validUntil < now { return .expired }
        if let months = pathway.countOnly.maxAgeMonths, award.awardedDate.adding(months: months) <= today {
            return .tooOld
        }
        return places.hasPlace(for: award) ? nil : .notInPathway
    }
}

/// Which badges belong to a pathway at all.
private struct PathwayPlaces {
    let badgeBase: String
    var named: Set<String>
    var isOpen: Bool

    init(_ pathway: Pathway) {
        badgeBase = pathway.badgeBase
        named = Set(pathway.groups.flatMap(\.badges))
        isOpen = pathway.groups.contains(where: \.isOpen)
        for case .badge(let slug, _) in pathway.completion.flattened { named.insert(slug) }
    }

    func hasPlace(for award: CountedAward) -> Bool {
        if award.badge.badgeBase == badgeBase, named.contains(award.badge.slug) { return true }
        return isOpen && !award.isMilestone
    }
}
