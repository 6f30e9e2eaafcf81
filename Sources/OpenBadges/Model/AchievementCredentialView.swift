public import Encodings

/// A badge as people think of it, read from an Open Badges 3.0 credential (AchievementCredential, appendix A).
///
/// Both VC Data Model 2.0 and 1.1 are read.
public struct AchievementCredentialView: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    /// Whether this is a badge at all.
    public var isAchievementCredential: Bool {
        isOfType(OpenBadgesTerm.openBadgeCredential) || isOfType(OpenBadgesTerm.achievementCredential)
    }

    /// The name to show: the credential's own, else the achievement's.
    public var name: String? { text("name") ?? achievement?.name }
    public var description: String? { text("description") }

    /// The issuer, also when only its id stands there: then its description may stand where the badge names its creator.
    public var issuer: BadgeProfile? {
        guard let issuer: BadgeProfile = viewOrID("issuer") else { return nil }
        guard issuer.isReference, let id = issuer.id, let creator = achievement?.creator,
            creator.id?.hasSameBytes(as: id) ?? false
        else { return issuer }
        return creator
    }
    /// The one subject; nothing when there are several.
    public var subject: AchievementSubject? { view("credentialSubject") }
    public var achievement: Achievement? { subject?.achievement }
    public var evidence: [Evidence] { views("evidence") }

    /// `validFrom`, or `issuanceDate` in VC Data Model 1.1.
    public var validFrom: Timestamp? { instant(isVCDM11 ? "issuanceDate" : "validFrom") }
    /// `validUntil`, or `expirationDate` in VC Data Model 1.1.
    public var validUntil: Timestamp? { instant(isVCDM11 ? "expirationDate" : "validUntil") }
    /// When the badge was awarded, which may be earlier than when it was signed.
    public var awardedDate: Timestamp? { instant("awardedDate") }

    /// The picture to show: the credential's own, else the achievement's.
    public var image: BadgeImage? { viewOrID("image") ?? achievement?.image }

    private var isVCDM11: Bool { OpenBadgeSchema.isVCDM11(json) }
}

// MARK: What was achieved

extension AchievementCredentialView {
    /// Level, hours and credits in one reading, which costs hardly more than one of them.
    public var outcome: BadgeOutcome {
        guard let subject, let achievement = subject.achievement else {
            return BadgeOutcome(level: nil, hours: nil, credits: nil)
        }
        let (index, results) = (ResultIndex(achievement), subject.results)
        let indicated = Self.value(ofResultType: OpenBadgesTerm.indicativeCredits, among: results, index)
        let granted = subject.creditsEarned
        return BadgeOutcome(
            level: Self.level(among: results, index),
            hours: Self.value(ofResultType: OpenBadgesTerm.workloadHours, among: results, index),
            credits: (granted ?? indicated).map {
                BadgeCredits(
                    value: $0, unit: achievement.creditUnit, basis: granted == nil ? .indicative : .curriculum)
            })
    }

    /// The rubric level that was reached, when results name exactly one.
    public var level: AchievedLevel? { outcome.level }

    /// The hours that the badge stands for, when it says so by `ext:WorkloadHours`.
    public var hours: DecimalHundredths? { outcome.hours }

    /// The credits that go with the badge, granted (`creditsEarned`) or only indicated (`ext:IndicativeCredits`).
    public var credits: BadgeCredits? { outcome.credits }

    private static func level(among results: [AchievementResult], _ index: ResultIndex) -> AchievedLevel? {
        var found: AchievedLevel?
        for result in results {
            guard let id = result.achievedLevel, let level = index.level(id, in: result.resultDescription) else {
                continue
            }
            if let found, found != level { return nil }
            found = level
        }
        return found
    }

    /// The one number that results give under descriptions of that type.
    private static func value(
        ofResultType type: String, among results: [AchievementResult], _ index: ResultIndex
    ) -> DecimalHundredths? {
        var found: DecimalHundredths?
        for result in results {
            guard let id = result.resultDescription, let entry = index.entry(id),
                entry.description.resultType?.hasSameBytes(as: type) == true
            else { continue }
            guard let text = result.value, let value = DecimalHundredths(text), !value.isNegative else { return nil }
            if let found, found != value { return nil }
            found = value
        }
        return found
    }
}
