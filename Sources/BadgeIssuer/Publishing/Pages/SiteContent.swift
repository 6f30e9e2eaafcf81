import BadgeDefinitions
import Encodings

/// What a site's pages tell of.
struct SiteContent: Sendable {
    let settings: WorkspaceSettings
    /// By slug and version.
    let badges: [PublishedBadge]
    let pathways: [Pathway]
    /// Files for those who check, by path, in the order in which they are shown.
    let files: [String]

    /// The languages of the front page: of the three that the program speaks, those that the organisation or one of
    /// its badges speaks.
    let languages: PageLanguages
    /// The newest version of each pathway.
    let newestPathways: [Pathway]
    private let newest: [BadgeKey: PublishedBadge]

    init(settings: WorkspaceSettings, badges: [PublishedBadge], pathways: [Pathway], files: [String]) {
        self.settings = settings
        self.badges = badges
        self.pathways = pathways
        self.files = files
        let spoken = Set(settings.languages + badges.flatMap { $0.languages.all.map(\.code) })
        languages = PageLanguages(main: settings.mainLanguage, all: Self.ownLanguages.filter(spoken.contains))
        newestPathways = pathways.filter { one in
            !pathways.contains {
                $0.slug == one.slug && $0.badgeBase == one.badgeBase && $0.version > one.version
            }
        }
        newest = Dictionary(badges.map { ($0.definition.key, $0) }) { $1.isRetired && !$0.isRetired ? $0 : $1 }
    }

    static let ownLanguages = ["fi", "sv", "en"]

    /// The version that is awarded now, else the last one.
    func newest(of key: BadgeKey) -> PublishedBadge? { newest[key] }

    /// The newest version of each badge.
    var newestBadges: [PublishedBadge] { badges.filter { newest[$0.definition.key]?.folder == $0.folder } }

    func folder(of pathway: Pathway) -> String { "pathways/\(pathway.slug)/v\(pathway.version)" }

    func languages(of pathway: Pathway) -> PageLanguages {
        let main = pathway.name.entry(in: settings.mainLanguage)?.language ?? settings.mainLanguage
        return PageLanguages(main: main, all: Self.ownLanguages.filter { pathway.name[$0] != nil })
    }

    /// The pathways that ask for a badge by name.
    func pathways(naming key: BadgeKey) -> [Pathway] {
        newestPathways.filter { pathway in
            guard pathway.badgeBase.hasSameBytes(as: key.badgeBase) else { return false }
            return pathway.groups.contains { $0.badges.contains(key.slug) }
                || pathway.completion.flattened.contains { rule in
                    if case .badge(key.slug, _) = rule { true } else { false }
                }
        }
    }
}
