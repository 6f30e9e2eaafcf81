public import Encodings

/// One place where a badge contradicts itself or the standard in a way that the schema can't see.
public struct BadgeFinding: Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// The achievement's id is no absolute URI, so nobody can tell which badge this is.
        case achievementIDNotAbsolute = "badge.achievement-id-not-absolute"
        /// Two result descriptions, or two rubric levels, have one id.
        case duplicateID = "badge.duplicate-id"
        /// A result refers to a description that the achievement doesn't have.
        case resultDescriptionUnknown = "badge.result-description-unknown"
        /// A result gives a level that no rubric of the achievement has.
        case levelUnknown = "badge.level-unknown"
        /// A result gives a level of another description than its own, as 1EdTech's largest example does.
        case levelMisplaced = "badge.level-misplaced"
        /// The rubric requires a level that it doesn't have.
        case requiredLevelUnknown = "badge.required-level-unknown"
        /// The level is lower than the one that the badge requires.
        case levelBelowRequired = "badge.level-below-required"
        /// A value is outside the values or the range that the description allows.
        case valueNotAllowed = "badge.value-not-allowed"
        /// A result that should be a status has none.
        case statusMissing = "badge.status-missing"
        /// The address of an embedded picture isn't `data:image/png;base64,…` or `data:image/svg+xml;base64,…`.
        case imageURI = "badge.image-uri"
        /// An embedded picture isn't the PNG or SVG that its address says.
        case imageContent = "badge.image-content"
        /// An embedded picture is too large.
        case imageTooLarge = "badge.image-too-large"
    }

    public let path: JSONPath
    public let code: Code
    /// One full sentence.
    public let message: String

    public init(path: JSONPath, code: Code, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }

    public var description: String { "\(path): \(message) (\(code.rawValue))" }
}
