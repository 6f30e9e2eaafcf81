package import BadgeDefinitions
import Encodings

/// The definitions and pathways at hand, which fill in what a badge doesn't say itself.
package struct RecognitionCatalogue: Sendable {
    package let definitions: [BadgeDefinition]
    package let pathways: [Pathway]

    package init(definitions: [BadgeDefinition] = [], pathways: [Pathway] = []) {
        self.definitions = definitions
        self.pathways = pathways
    }

    package static let empty = RecognitionCatalogue()

    /// The definition whose achievement it is, in that version.
    func definition(_ achievementID: String) -> BadgeDefinition? {
        definitions.first { $0.achievementID.hasSameBytes(as: achievementID) }
    }

    /// The pathway that ends in that badge.
    func pathway(ofMilestone achievement: AchievementKey) -> Pathway? {
        pathways.first { achievement.isBadge($0.milestoneBadge, of: $0.badgeBase) }
    }

    /// What the badges and pathways of these leaves are called, by their slugs.
    func names(of leaves: [RecognitionLeaf], base: String) -> [String: LanguageMap] {
        var names: [String: LanguageMap] = [:]
        for leaf in leaves {
            switch leaf.kind {
            case .badge(let slug):
                names[slug] =
                    definitions.first { AchievementKey(id: $0.achievementID).isBadge(slug, of: base) }?.name
                    ?? names[slug]
            case .pathway(let slug):
                let known = pathways.first { $0.badgeBase.hasSameBytes(as: base) && $0.slug.hasSameBytes(as: slug) }
                names[slug] = known?.name ?? names[slug]
            case .skill, .category, .certificate: break
            }
        }
        return names
    }

    /// Whether a badge is the milestone of the pathway of that slug.
    ///
    /// Without the pathway's file, the badge of the pathway's own slug or of `koonti-` and that slug is taken, which
    /// is how milestones are named.
    func isMilestone(_ achievement: AchievementKey, ofPathway slug: String, base: String) -> Bool {
        let known = pathways.filter { $0.badgeBase.hasSameBytes(as: base) && $0.slug.hasSameBytes(as: slug) }
        let names = known.isEmpty ? [slug, "koonti-" + slug] : known.map(\.milestoneBadge)
        return names.contains { achievement.isBadge($0, of: base) }
    }
}
