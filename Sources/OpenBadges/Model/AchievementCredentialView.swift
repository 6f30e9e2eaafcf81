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

    /// The issuer, also when only its id stands there.
    public var issuer: BadgeProfile? { viewOrID("issuer") }
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
    /// The rubric level that was reached, when results name exactly one.
    public var level: AchievedLevel? {
        guard let subject, let achievement = subject.achievement else { return nil }
        var found: AchievedLevel?
        for result in subject.results {
            guard let id = result.achievedLevel else { continue }
            guard let level = achievement.level(id, in: result.resultDescription) else { continue }
            if let found, found != level { return nil }
            found = level
        }
        return found
    }

    /// The hours that the badge stands for, when it says so by `ext:WorkloadHours`.
    public var hours: DecimalHundredths? { value(ofResultType: OpenBadgesTerm.workloadHours) }

    /// The credits that go with the badge, granted (`creditsEarned`) or only indicated (`ext:IndicativeCredits`).
    public var credits: BadgeCredits? {
        let unit = achievement?.creditUnit
        if let value = subject?.creditsEarned { return BadgeCredits(value: value, unit: unit, basis: .curriculum) }
        return value(ofResultType: OpenBadgesTerm.indicativeCredits)
            .map { BadgeCredits(value: $0, unit: unit, basis: .indicative) }
    }

    /// The one number that results give under descriptions of that type.
    private func value(ofResultType type: String) -> DecimalHundredths? {
        guard let subject, let achievement = subject.achievement else { return nil }
        var found: DecimalHundredths?
        for result in subject.results {
            guard let id = result.resultDescription, let description = achievement.resultDescription(id),
                description.resultType?.hasSameBytes(as: type) == true
            else { continue }
            guard let text = result.value, let value = DecimalHundredths(text), !value.isNegative else { return nil }
            if let found, found != value { return nil }
            found = value
        }
        return found
    }
}

/// A rubric level that somebody has reached.
public struct AchievedLevel: Sendable, Hashable {
    public let id: String
    /// The place of the level among the others, from `level` when that is a whole number: 1, 2, 3.
    public let ordinal: Int?
    public let name: String?
    /// The ordinal of the level that the badge requires at least.
    public let requiredOrdinal: Int?

    public init(id: String, ordinal: Int?, name: String?, requiredOrdinal: Int?) {
        self.id = id
        self.ordinal = ordinal
        self.name = name
        self.requiredOrdinal = requiredOrdinal
    }
}

/// Credits that go with a badge.
public struct BadgeCredits: Sendable, Hashable {
    /// Who stands behind the credits.
    public enum Basis: String, Sendable, CaseIterable {
        /// The issuer has granted them as part of a curriculum.
        case curriculum
        /// They only say how much work it was; no one has granted any.
        case indicative
    }

    public let value: DecimalHundredths
    /// What is counted, when the badge says so.
    public let unit: CreditUnit?
    public let basis: Basis

    public init(value: DecimalHundredths, unit: CreditUnit?, basis: Basis) {
        self.value = value
        self.unit = unit
        self.basis = basis
    }
}

/// What credits are counted in, as an alignment of type `ext:CreditUnit` says it.
public struct CreditUnit: Sendable, Hashable {
    /// `ECTS`, say.
    public let name: String?
    /// `op`, say.
    public let code: String?
    public let url: String?

    public init(name: String?, code: String?, url: String?) {
        self.name = name
        self.code = code
        self.url = url
    }
}
