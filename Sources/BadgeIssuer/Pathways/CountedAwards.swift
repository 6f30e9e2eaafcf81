import BadgeDefinitions
import Encodings

/// A learner's awards as pathways look at them, read from the register.
struct CountedAwards {
    private let reader: RegisterReader
    /// What definitions say, by achievement id: a class has few badges and many awards.
    private var facts: [String: Facts] = [:]

    private struct Facts {
        let category: String
        let hours: DecimalHundredths
        let isMilestone: Bool
        let isRepeatable: Bool
    }

    init(_ reader: RegisterReader) { self.reader = reader }

    mutating func of(_ personID: String) throws(RegisterError) -> [CountedAward] {
        var awards: [CountedAward] = []
        for award in try reader.awards(AwardFilter(personID: personID)) {
            let facts = try facts(of: award)
            awards.append(
                CountedAward(
                    id: award.id, badge: BadgeKey(badgeBase: award.badgeBase, slug: award.slug),
                    category: facts.category, hours: award.hours ?? facts.hours, level: award.level,
                    status: AwardStatus(award.state), awardedDate: award.awardedDate, validUntil: award.validUntil,
                    isMilestone: facts.isMilestone, isRepeatable: facts.isRepeatable))
        }
        return awards
    }

    /// A published version is frozen and was read when it was published, so only what is needed is looked at.
    private mutating func facts(of award: AwardRecord) throws(RegisterError) -> Facts {
        if let known = facts[award.achievementID] { return known }
        let snapshot = try reader.snapshot(slug: award.slug, version: award.version, badgeBase: award.badgeBase)
        let json = snapshot.flatMap { try? JSONParser.parse($0.json) }
        let hours = json?["workload"]?["hours"]?.numberValue.flatMap { DecimalHundredths($0) }
        let kind = json?["achievementType"]?.stringValue.flatMap { AchievementKind($0) }
        let found = Facts(
            category: json?["category"]?.stringValue ?? "", hours: hours ?? .zero,
            isMilestone: kind == .learningProgram, isRepeatable: snapshot?.repeatable ?? false)
        facts[award.achievementID] = found
        return found
    }
}

extension AwardStatus {
    init(_ state: AwardRecord.State) {
        switch state {
        case .issued: self = .issued
        case .suspended: self = .suspended
        case .revoked: self = .revoked
        case .superseded: self = .superseded
        }
    }
}
