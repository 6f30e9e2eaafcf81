public import Encodings

/// What somebody has reached with a badge.
public struct BadgeOutcome: Sendable, Hashable {
    public let level: AchievedLevel?
    public let hours: DecimalHundredths?
    public let credits: BadgeCredits?

    public init(level: AchievedLevel?, hours: DecimalHundredths?, credits: BadgeCredits?) {
        self.level = level
        self.hours = hours
        self.credits = credits
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
