public import Encodings

/// Who has achieved what: the subject of a badge (AchievementSubject, appendix A).
public struct AchievementSubject: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var achievement: Achievement? { view("achievement") }
    /// What identifies the person besides `id`, hashed or plain.
    public var identifiers: [IdentityObject] { json["identifier"]?.asList.compactMap(IdentityObject.init(json:)) ?? [] }
    public var results: [AchievementResult] { views("result") }
    /// Credits that the issuer has granted.
    public var creditsEarned: DecimalHundredths? { decimal("creditsEarned") }
    public var activityStartDate: Timestamp? { instant("activityStartDate") }
    public var activityEndDate: Timestamp? { instant("activityEndDate") }
    public var narrative: String? { text("narrative") }
    public var role: String? { text("role") }
    public var term: String? { text("term") }
    public var licenseNumber: String? { text("licenseNumber") }
    /// Who assessed for the issuer.
    public var source: BadgeProfile? { view("source") }
    public var image: BadgeImage? { viewOrID("image") }
}

/// One outcome of an award: a level, a value, a status (Result, appendix A; Swift has a `Result` of its own).
public struct AchievementResult: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    /// The id of the description in the achievement that says what this result is.
    public var resultDescription: String? { text("resultDescription") }
    /// The id of a rubric level in that description.
    public var achievedLevel: String? { text("achievedLevel") }
    public var value: String? { text("value") }
    /// `Completed`, `Failed` and the like.
    public var status: String? { text("status") }
    public var alignments: [Alignment] { views("alignment") }
}
