public import Encodings

/// A pointer from a badge to a skill, a level or a unit in somebody's framework (Alignment, appendix A).
public struct Alignment: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var targetName: String? { text("targetName") }
    public var targetURL: String? { text("targetUrl") }
    public var targetCode: String? { text("targetCode") }
    public var targetDescription: String? { text("targetDescription") }
    public var targetFramework: String? { text("targetFramework") }
    public var targetType: String? { text("targetType") }

    /// Whether `targetType` is that word.
    public func isOfTarget(_ type: String) -> Bool { targetType?.hasSameBytes(as: type) ?? false }
}
