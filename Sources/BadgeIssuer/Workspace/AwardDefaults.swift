/// What an award does when its command doesn't say otherwise.
package struct AwardDefaults: Sendable, Hashable {
    package var format: AwardRecord.Format
    /// How the badge's picture goes into a credential.
    package var image: AchievementPicture.Choice
    /// The language of the credential's texts.
    package var language: String

    package init(format: AwardRecord.Format = .json, image: AchievementPicture.Choice = .embed, language: String) {
        self.format = format
        self.image = image
        self.language = language
    }
}
