public import Encodings

/// What a result of an achievement can be: a rubric with levels, a grade, hours (ResultDescription, appendix A).
public struct ResultDescription: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var name: String? { text("name") }
    /// `RubricCriterionLevel`, `LetterGrade`, `ext:WorkloadHours` and the like.
    public var resultType: String? { text("resultType") }
    public var rubricCriterionLevels: [RubricCriterionLevel] { views("rubricCriterionLevel") }
    /// The id of the level that is needed to pass.
    public var requiredLevel: String? { text("requiredLevel") }
    public var requiredValue: String? { text("requiredValue") }
    public var allowedValues: [String] { texts("allowedValue") }
    public var valueMin: String? { text("valueMin") }
    public var valueMax: String? { text("valueMax") }
    public var alignments: [Alignment] { views("alignment") }

    /// The one level of that id.
    public func level(_ id: String) -> RubricCriterionLevel? {
        let found = rubricCriterionLevels.filter { $0.id?.hasSameBytes(as: id) ?? false }
        return found.count == 1 ? found[0] : nil
    }
}

/// One step of a rubric (RubricCriterionLevel, appendix A).
public struct RubricCriterionLevel: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var name: String? { text("name") }
    public var description: String? { text("description") }
    /// As written; `ordinal` is its number.
    public var level: String? { text("level") }
    public var points: String? { text("points") }

    /// `level` as a number from 1, when it is written as plain digits.
    public var ordinal: Int? {
        guard let level, (1...9).contains(level.utf8.count), level.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(level).flatMap { $0 > 0 ? $0 : nil }
    }
}
