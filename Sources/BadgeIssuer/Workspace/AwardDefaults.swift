/// What an award does when its command doesn't say otherwise.
package struct AwardDefaults: Sendable, Hashable {
    /// How the badge's picture goes into a credential.
    package enum Image: String, Sendable, CaseIterable {
        /// Inside, when it is small enough; else as `link`.
        case embed
        /// As its address on the published site.
        case link
        /// Not at all.
        case none
    }

    package var format: AwardRecord.Format
    package var image: Image
    /// The language of the credential's texts.
    package var language: String

    package init(format: AwardRecord.Format = .json, image: Image = .embed, language: String) {
        self.format = format
        self.image = image
        self.language = language
    }
}
