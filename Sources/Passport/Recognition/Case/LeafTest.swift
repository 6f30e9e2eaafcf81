import Encodings

/// Holds one credential against one leaf of a rule.
struct LeafTest {
    let rules: RecognitionRules
    let catalogue: RecognitionCatalogue

    /// Whether the credential is the thing that is asked for, whatever its level and evidence.
    func isKind(_ facts: CredentialFacts, of leaf: RecognitionLeaf) -> Bool {
        guard let achievement = facts.achievement else { return false }
        switch leaf.kind {
        case .badge(let slug): return achievement.isBadge(slug, of: rules.badgeBase)
        case .skill(let uri): return facts.skills.contains { $0.hasSameBytes(as: uri) }
        // A milestone is no work of its own.
        case .category(nil): return !facts.isMilestone
        case .category(let slug?): return facts.category.map { $0.hasSameBytes(as: slug) } ?? false
        case .pathway(let slug):
            return facts.isMilestone && catalogue.isMilestone(achievement, ofPathway: slug, base: rules.badgeBase)
        case .certificate(let unit): return facts.units.contains { $0.hasSameBytes(as: unit) }
        }
    }

    /// The level that the leaf needs. Milestones and certificates have none, so the default isn't meant for them.
    func neededLevel(_ leaf: RecognitionLeaf) -> Int {
        switch leaf.kind {
        case .pathway, .certificate: leaf.minLevel ?? 1
        case .badge, .skill, .category: leaf.minLevel ?? rules.defaults.minLevel
        }
    }

    func neededEvidence(_ leaf: RecognitionLeaf, of rule: RecognitionRule?) -> EvidenceStrength {
        leaf.evidence ?? rule?.evidence ?? rules.defaults.evidence
    }

    func reachesLevel(_ facts: CredentialFacts, of leaf: RecognitionLeaf) -> Bool { facts.level >= neededLevel(leaf) }

    func reachesEvidence(_ facts: CredentialFacts, of leaf: RecognitionLeaf, rule: RecognitionRule) -> Bool {
        facts.evidence.reaches(neededEvidence(leaf, of: rule))
    }
}
