import BadgeDefinitions
import Encodings

/// Which credentials of a case stand for the same work, so that not both can be credited.
struct SameWork: Sendable {
    /// For each credential, those that are the same work: a milestone's members, a member's milestones.
    private let partners: [Set<Int>]
    private let digests: [Set<[UInt8]>]

    init(_ facts: [CredentialFacts], catalogue: RecognitionCatalogue) {
        var partners = Array(repeating: Set<Int>(), count: facts.count)
        for (index, milestone) in facts.enumerated() where milestone.isMilestone {
            let isMember = Self.membership(of: milestone, among: facts, catalogue: catalogue)
            for (other, fact) in facts.enumerated() where other != index && isMember(fact) {
                partners[index].insert(other)
                partners[other].insert(index)
            }
        }
        self.partners = partners
        digests = facts.map(\.digests)
    }

    /// Whether one is a milestone that counts the other.
    func isPart(_ left: Int, _ right: Int) -> Bool { partners[left].contains(right) }

    /// Whether both rest on one file.
    func sharesEvidence(_ left: Int, _ right: Int) -> Bool { !digests[left].isDisjoint(with: digests[right]) }

    /// A milestone says itself which awards it counted, and another award of the same achievement is the same work. Of
    /// one that doesn't say it all, each badge that its pathway could have counted is taken for a member: what was
    /// left out can't be told.
    private static func membership(
        of milestone: CredentialFacts, among facts: [CredentialFacts], catalogue: RecognitionCatalogue
    ) -> (CredentialFacts) -> Bool {
        let counted = milestone.counted
        let known = facts.filter { fact in fact.key.map { isIn(counted, $0.id) } ?? false }
        let achievements = Set(known.compactMap(\.achievement))
        let isAllKnown = !counted.isEmpty && known.count >= Set(counted.map { Array($0.utf8) }).count
        let pathway = milestone.achievement.flatMap(catalogue.pathway(ofMilestone:))
        return { fact in
            if fact.key.map({ isIn(counted, $0.id) }) ?? false { return true }
            guard let achievement = fact.achievement else { return false }
            if achievements.contains(achievement) { return true }
            guard !isAllKnown, !fact.isMilestone else { return false }
            // The list names awards that aren't here: these may be older ones of the pathway's own badges.
            guard let pathway else { return counted.isEmpty && achievement.base == milestone.achievement?.base }
            return isBadge(achievement, of: pathway, isListed: !counted.isEmpty)
        }
    }

    private static func isBadge(_ achievement: AchievementKey, of pathway: Pathway, isListed: Bool) -> Bool {
        if !isListed, pathway.groups.contains(where: \.isOpen) { return true }
        var slugs = pathway.groups.flatMap(\.badges)
        for case .badge(let slug, _) in pathway.completion.flattened { slugs.append(slug) }
        return slugs.contains { achievement.isBadge($0, of: pathway.badgeBase) }
    }

    private static func isIn(_ ids: [String], _ id: String) -> Bool { ids.contains { $0.hasSameBytes(as: id) } }
}
