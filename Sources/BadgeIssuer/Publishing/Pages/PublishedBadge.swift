import BadgeDefinitions
import Encodings

/// A version of a badge as the site shows it.
struct PublishedBadge: Sendable {
    let definition: BadgeDefinition
    /// The folder of its files and of the page in the main language, below the site's root.
    let folder: String
    /// The register's word, not the definition's.
    let isRetired: Bool
    let lastDay: CalendarDay?
    let languages: PageLanguages
    /// The picture's file in the folder, when it has one.
    var picture: String?

    init(_ snapshot: DefinitionSnapshot, folder: String, mainLanguage: String) throws(PublishError) {
        let definition = try snapshot.definition()
        self.definition = definition
        self.folder = folder
        isRetired = snapshot.status == .retired
        lastDay = snapshot.validUntil
        let main = definition.name.entry(in: mainLanguage, main: definition.languages.first)?.language
        languages = PageLanguages(
            main: main ?? mainLanguage, all: definition.languages.filter { definition.name[$0] != nil })
    }

    var picturePath: String? { picture.map { SitePath.join(folder, $0) } }
}
