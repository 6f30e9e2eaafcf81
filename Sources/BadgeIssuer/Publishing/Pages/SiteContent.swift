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
    var languages: PageLanguages {
        let spoken = Set(settings.languages + badges.flatMap { $0.languages.all.map(\.code) })
        return PageLanguages(main: settings.mainLanguage, all: Self.ownLanguages.filter(spoken.contains))
    }

    static let ownLanguages = ["fi", "sv", "en"]

    /// The version that is awarded now, else the last one.
    func newest(of key: BadgeKey) -> PublishedBadge? {
        let versions = badges.filter { $0.definition.key == key }
        return versions.last { !$0.isRetired } ?? versions.last
    }

    /// The newest version of each badge.
    var newestBadges: [PublishedBadge] {
        var seen: Set<BadgeKey> = []
        return badges.compactMap { seen.insert($0.definition.key).inserted ? newest(of: $0.definition.key) : nil }
    }

    /// The newest version of each pathway.
    var newestPathways: [Pathway] {
        pathways.filter { one in
            !pathways.contains {
                $0.slug == one.slug && $0.badgeBase == one.badgeBase && $0.version > one.version
            }
        }
    }

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
