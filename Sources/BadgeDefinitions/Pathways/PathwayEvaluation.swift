package import Encodings

/// How far a learner is on a pathway: what is done, what is missing, and which awards don't count and why.
///
/// A badge counts once however often it was earned and in whatever version: in its group, in an open group, and in the
/// totals of badges and categories. Hours are the work of each award, and each award's are added once; of several
/// awards of a badge that is held once only, the most hours count. Only badges that belong to the pathway count: those
/// in its groups, those a rule names, and any at all where a group is open (`*`). The order of the awards is of no
/// account.
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
        /// A badge of that name belongs to the pathway, but this one is another issuer's.
        case otherBase
        /// The same award stands in the list already.
        case repeated
        /// Another award of the same badge, that of this id, counts in its place.
        case sameBadge(as: String)
    }

    package struct Excluded: Sendable, Hashable {
        package let award: CountedAward
        package let reason: Exclusion
    }

    /// A badge that counts, but not for the rule that asks for a higher level of it.
    package struct TooLow: Sendable, Hashable {
        package let award: CountedAward
        /// The level asked.
        package let asked: Int
    }

    package let isComplete: Bool
    /// The completion rule with what is there and what is missing.
    package let completion: PathwayPart
    /// By id.
    package let counted: [CountedAward]
    /// By id.
    package let excluded: [Excluded]
    package let tooLow: [TooLow]
    /// Where each counted award counts, by its id; the totals aren't named.
    package let places: [String: [PathwayPlace]]
    /// Counted awards that end soon, the earliest first.
    package let endingSoon: [CountedAward]
    package let progress: PathwayProgress
    /// What further badges are held against.
    let state: PathwayState

    /// How many days before its end an award is told to end soon; from then on it may be renewed.
    package static let warningDays = 60

    /// - Parameters:
    ///   - settled: ids of awards on which a completion rests: they go on counting though they expire, grow old or are
    ///     superseded, until they are revoked.
    ///   - now: decides what has expired and what is too old.
    package static func evaluate(
        _ pathway: Pathway, awards: [CountedAward], certificates: [CountedCertificate] = [],
        settled: Set<String> = [], at now: Timestamp
    ) -> PathwayEvaluation {
        let places = PathwayPlaces(pathway)
        var seen: Set<[UInt8]> = []
        var countable: [CountedAward] = []
        var excluded: [Excluded] = []
        for award in awards.sorted(by: CountedAward.comesFirst) {
            let isRepeated = !seen.insert(Array(award.id.utf8)).inserted
            let reason: Exclusion? =
                if isRepeated {
                    .repeated
                } else if settled.contains(award.id), award.status != .revoked {
                    nil
                } else {
                    exclusion(of: award, from: pathway, places: places, now: now)
                }
            if let reason {
                excluded.append(Excluded(award: award, reason: reason))
            } else {
                countable.append(award)
            }
        }
        let best = Dictionary(grouping: countable, by: \.badge).compactMapValues { awards in
            awards.min(by: CountedAward.isBetter)
        }
        var counted: [CountedAward] = []
        for award in countable {
            if let other = best[award.badge], other != award, !award.isRepeatable {
                excluded.append(Excluded(award: award, reason: .sameBadge(as: other.id)))
            } else {
                counted.append(award)
            }
        }
        excluded.sort { CountedAward.comesFirst($0.award, $1.award) }
        let state = PathwayState(pathway: pathway, awards: countable, certificates: certificates)
        let completion = state.part(for: pathway.completion)
        return PathwayEvaluation(
            isComplete: completion.isMet, completion: completion, counted: counted, excluded: excluded,
            tooLow: tooLow(counted, in: pathway),
            places: Dictionary(counted.map { ($0.id, places.places(of: $0)) }) { first, _ in first },
            endingSoon: endingSoon(counted, at: now),
            progress: PathwayProgress(of: completion, badges: best.count), state: state)
    }

    private static func exclusion(
        of award: CountedAward, from pathway: Pathway, places: PathwayPlaces, now: Timestamp
    ) -> Exclusion? {
        if award.badge == pathway.milestone { return .isThisMilestone }
        guard pathway.countOnly.status.contains(award.status) else { return .status(award.status) }
        if pathway.countOnly.notExpired, award.ends(before: now) { return .expired }
        if let months = pathway.countOnly.maxAgeMonths,
            award.awardedDate.adding(months: months) <= CalendarDay.today(at: now)
        {
            return .tooOld
        }
        if places.hasPlace(award.badge, isMilestone: award.isMilestone) { return nil }
        return places.isNamesake(award.badge) ? .otherBase : .notInPathway
    }

    private static func tooLow(_ counted: [CountedAward], in pathway: Pathway) -> [TooLow] {
        var asked: [BadgeKey: Int] = [:]
        for case .badge(let slug, let minLevel?) in pathway.completion.flattened {
            let key = BadgeKey(badgeBase: pathway.badgeBase, slug: slug)
            asked[key] = max(asked[key] ?? 0, minLevel)
        }
        return counted.compactMap { award in
            guard let level = asked[award.badge], award.level ?? 0 < level,
                !counted.contains(where: { $0.badge == award.badge && level <= $0.level ?? 0 })
            else { return nil }
            return TooLow(award: award, asked: level)
        }
    }

    private static func endingSoon(_ counted: [CountedAward], at now: Timestamp) -> [CountedAward] {
        let limit = CalendarDay.today(at: now).adding(days: warningDays).lastSecond
        return counted.filter { !$0.ends(before: now) && $0.validUntil.map { $0 <= limit } ?? false }
            .sorted { ($0.validUntil ?? now, $0.id) < ($1.validUntil ?? now, $1.id) }
    }
}
