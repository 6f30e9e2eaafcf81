import BadgeDefinitions
import Encodings

/// What becomes of an award that nothing refuses.
enum AwardDecision: Sendable {
    /// It is given; the award whose place it takes is named.
    case give(AwardReport.Reason, superseding: String?)
    /// The person has it.
    case alreadyHad(AwardRecord)
    /// It was given before and revoked.
    case revokedBefore(AwardRecord)
}

/// Decides by what the register holds: first award, higher level, renewal, or nothing to do.
struct AwardDecider {
    let definition: BadgeDefinition
    let now: Timestamp
    let force: Bool

    /// How long before its end an award may be renewed, in days.
    static let renewalDays = 60

    /// - Parameter isDated: whether the request says the date itself. Where it doesn't, running the same list on
    ///   another day must not bring back what was revoked.
    func decide(
        _ values: AwardValues, isDated: Bool, person: Person?, reader: RegisterReader
    ) throws(RegisterError) -> AwardDecision {
        guard let person else { return .give(.new, superseding: nil) }
        let (base, slug, level) = (definition.badgeBase, definition.slug, values.level?.ordinal)
        let live = try liveAward(values, person, reader)
        let step = live.map { stepUp(from: $0, to: values) }
        if let live, case .none? = step { return .alreadyHad(live) }
        if !force,
            let revoked = try reader.revokedAward(
                personID: person.id, badgeBase: base, slug: slug, level: level,
                awardedDate: isDated ? values.awardedDate : nil)
        {
            return .revokedBefore(revoked)
        }
        guard let live, let reason = step ?? nil else {
            return .give(definition.isRepeatable ? .again : .new, superseding: nil)
        }
        return .give(reason, superseding: live.id)
    }

    /// The award that this one would stand beside: of a repeatable badge, one of the same day and level.
    private func liveAward(
        _ values: AwardValues, _ person: Person, _ reader: RegisterReader
    ) throws(RegisterError) -> AwardRecord? {
        guard definition.isRepeatable else {
            return try reader.liveAward(
                personID: person.id, badgeBase: definition.badgeBase, slug: definition.slug)
        }
        let filter = AwardFilter(
            personID: person.id, badgeBase: definition.badgeBase, slug: definition.slug,
            states: [.issued, .suspended], awardedFrom: values.awardedDate, awardedTo: values.awardedDate)
        return try reader.awards(filter).first { $0.level == values.level?.ordinal }
    }

    /// Why the award takes the place of one that the person holds; nothing when it doesn't.
    private func stepUp(from live: AwardRecord, to values: AwardValues) -> AwardReport.Reason? {
        guard !definition.isRepeatable else { return nil }
        let (held, offered) = (live.level ?? 0, values.level?.ordinal ?? 0)
        if offered > held { return .higherLevel }
        guard let end = live.validUntil else { return nil }
        // The same list again gives the same end, so it renews nothing.
        let newEnd = definition.validityMonths.map { values.awardedDate.adding(months: $0).lastSecond }
        guard newEnd.map({ $0 > end }) ?? true else { return nil }
        let opening = CalendarDay(of: end).adding(days: -Self.renewalDays).firstSecond
        guard now > end || (now >= opening && offered == held) else { return nil }
        return .renewal
    }
}
