import BadgeDefinitions
import Encodings
import OpenBadges
import VerifiableCredentials

/// A credential of the shelf as pathways look at it.
struct ShelfAward {
    let item: ShelfItem
    let award: CountedAward
    let name: String

    /// - Returns: nothing for what is no badge, or has no day.
    init?(_ item: ShelfItem, status: AwardStatus, catalogue: RecognitionCatalogue) {
        guard item.kind == .badge, let achievementID = AchievementCredentialView(item.json).achievement?.id else {
            return nil
        }
        // Only the badge's own words are looked at here; what it is worth was decided before.
        let report = VerificationReport(
            source: "\(item.number)", at: item.checkedAt, credential: nil, checks: item.checks)
        let facts = CredentialFacts(
            SubmittedCredential(report: report, credential: item.json, binding: .unproven), catalogue: catalogue)
        guard let awarded = facts.awarded else { return nil }
        self.item = item
        name = item.name
        award = CountedAward(
            id: item.id.isEmpty ? "\(item.number)" : item.id, badge: BadgeKey(achievementID: achievementID),
            category: facts.category ?? "", hours: facts.hours,
            level: AchievementCredentialView(item.json).outcome.level?.ordinal, status: status, awardedDate: awarded,
            validUntil: item.view.validUntil, isMilestone: facts.isMilestone,
            isRepeatable: catalogue.definition(achievementID)?.isRepeatable ?? false)
    }
}

extension BadgeKey {
    /// The badge that an achievement's id names; one of another form than ours is a badge of its own base.
    init(achievementID: String) {
        let key = AchievementKey(id: achievementID)
        guard key.hasVersion, let slash = key.text.lastIndex(of: "/") else {
            self.init(badgeBase: achievementID, slug: "")
            return
        }
        self.init(
            badgeBase: String(key.text[...slash]), slug: String(key.text[key.text.index(after: slash)...]))
    }
}
