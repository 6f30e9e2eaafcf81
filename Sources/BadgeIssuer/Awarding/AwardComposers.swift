import BadgeDefinitions
import Synchronization

/// One composer per language, made when the first award in it comes.
final class AwardComposers: Sendable {
    private let definition: BadgeDefinition
    private let issuer: AwardIssuer
    private let picture: AchievementPicture?
    private let made = Mutex<[String: CredentialComposer]>([:])

    init(definition: BadgeDefinition, issuer: AwardIssuer, picture: AchievementPicture?) {
        self.definition = definition
        self.issuer = issuer
        self.picture = picture
    }

    func composer(language: String) -> CredentialComposer {
        made.withLock { made in
            if let known = made[language] { return known }
            let composer = CredentialComposer(
                definition: definition, issuer: issuer.profile(language), creatorName: issuer.creatorName(language),
                picture: picture, language: language)
            made[language] = composer
            return composer
        }
    }
}
