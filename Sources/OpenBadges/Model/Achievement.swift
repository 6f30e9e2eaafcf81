public import Encodings

/// What a badge is given for: the published definition inside it (Achievement, appendix A).
public struct Achievement: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var name: String? { text("name") }
    public var description: String? { text("description") }
    public var criteria: BadgeCriteria? { view("criteria") }
    /// `Badge`, `MicroCredential` and the like.
    public var achievementType: String? { text("achievementType") }
    public var creator: BadgeProfile? { viewOrID("creator") }
    /// The short code that people know it by; never a proof of which badge this is, that is `id`.
    public var humanCode: String? { text("humanCode") }
    public var fieldOfStudy: String? { text("fieldOfStudy") }
    public var specialization: String? { text("specialization") }
    public var inLanguage: String? { text("inLanguage") }
    public var version: String? { text("version") }
    public var tags: [String] { texts("tag") }
    public var image: BadgeImage? { viewOrID("image") }
    public var creditsAvailable: DecimalHundredths? { decimal("creditsAvailable") }
    public var alignments: [Alignment] { views("alignment") }
    public var resultDescriptions: [ResultDescription] { views("resultDescription") }
    /// The same achievement in other languages, and others near it.
    public var related: [RelatedAchievement] { views("related") }

    /// The one description of that id.
    public func resultDescription(_ id: String) -> ResultDescription? {
        let found = resultDescriptions.filter { $0.id?.hasSameBytes(as: id) ?? false }
        return found.count == 1 ? found[0] : nil
    }

    /// What credits of this achievement are counted in.
    public var creditUnit: CreditUnit? {
        // A set: saying one thing twice says it once.
        let units = Set(
            alignments.filter { $0.isOfTarget(OpenBadgesTerm.creditUnit) }.map {
                CreditUnit(name: $0.targetName, code: $0.targetCode, url: $0.targetURL)
            })
        return units.count == 1 ? units.first : nil
    }

    /// The level of the European Qualifications Framework, 1 to 8.
    public var eqfLevel: Int? {
        let levels = Set(
            alignments.compactMap { alignment -> Int? in
                guard alignment.isOfTarget(OpenBadgesTerm.eqfLevel), let url = alignment.targetURL,
                    url.hasPrefix(OpenBadgesTerm.eqfPrefix)
                else { return nil }
                return Int(url.dropFirst(OpenBadgesTerm.eqfPrefix.count)).flatMap { (1...8).contains($0) ? $0 : nil }
            })
        return levels.count == 1 ? levels.first : nil
    }
}

/// How the badge is earned (Criteria, appendix A).
public struct BadgeCriteria: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    /// Markdown.
    public var narrative: String? { text("narrative") }
}

/// Another achievement that this one has to do with (Related, appendix A).
public struct RelatedAchievement: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var inLanguage: String? { text("inLanguage") }
    public var version: String? { text("version") }
}
