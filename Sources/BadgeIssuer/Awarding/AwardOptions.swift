package import Encodings
package import OpenBadges

/// How a list of awards is gone through.
package struct AwardOptions: Sendable {
    /// Finds and reports everything, and writes nothing.
    package var isDryRun = false
    /// Awards what can be awarded although other rows are refused.
    package var skipsInvalid = false
    /// Lets pass unusual hours, and what was given before and revoked.
    package var force = false
    /// Signs although the register knows a later time than now.
    package var trustsClock = false
    /// What holds for every request that doesn't say otherwise; its recipient is not looked at.
    package var defaults = AwardRequest()
    /// The folder to write the badges to; without one they are in the register only.
    package var outputFolder: String?
    /// What the badges' files are baked into; without one they are the badges' own bytes.
    package var picture: BadgePicture?
    /// How badges carry their picture.
    package var image = AchievementPicture.Choice.embed
    /// A reference to the member of staff, no name.
    package var issuedBy: String?
    /// Told after each batch how many awards are in the register.
    package var progress: (@Sendable (Int) -> Void)?

    package init() {}
}

/// Who issues, as far as composing a credential needs it.
package struct AwardIssuer: Sendable {
    /// The language of badges whose request names none.
    package let mainLanguage: String
    /// The issuer's `Profile` in a language.
    package let profile: @Sendable (String) -> JSONObject
    /// What the definition's creator is called in a language, when that is another organisation and known.
    package let creatorName: @Sendable (String) -> String?
    /// The id of a status list by its number: its URL on the site, or a `urn:uuid:` without one.
    package let statusListID: @Sendable (Int) throws -> String

    package init(
        mainLanguage: String, profile: @escaping @Sendable (String) -> JSONObject,
        creatorName: @escaping @Sendable (String) -> String? = { _ in nil },
        statusListID: @escaping @Sendable (Int) throws -> String
    ) {
        self.mainLanguage = mainLanguage
        self.profile = profile
        self.creatorName = creatorName
        self.statusListID = statusListID
    }
}

/// Judges the bytes of a credential that was just made; says what is the matter, or nothing when it is valid.
package typealias AwardJudge = @Sendable ([UInt8]) -> AwardRefusal?

/// Why our own verifier doesn't accept a credential.
package struct AwardRefusal: Sendable, Hashable {
    /// The check's code, such as `schema.required`.
    package let code: String
    package let message: String

    package init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
