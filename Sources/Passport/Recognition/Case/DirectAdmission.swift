import Encodings

/// Asks whether the sum of credits and the milestones held open a study place. It uses nothing up.
struct DirectAdmission {
    let set: CaseSet
    let test: LeafTest
    /// What is granted and proposed.
    let total: DecimalHundredths

    func outcome(_ rule: AdmissionRule) -> AdmissionOutcome {
        AdmissionOutcome(rule: rule, missing: missing(rule.requires))
    }

    private func missing(_ requirement: RecognitionRequirement) -> [RuleOutcome.Missing] {
        switch requirement {
        case .allOf(let parts): return parts.flatMap(missing)
        case .anyOf(let parts):
            return parts.contains { missing($0).isEmpty } ? [] : [.requirement(requirement)]
        case .atLeast(let count, let leaves):
            let held = set.facts.indices.filter { index in leaves.contains { isHeld(index, $0) } }
            return held.count < count ? [.requirement(requirement)] : []
        case .leaf(let leaf):
            return set.facts.indices.contains { isHeld($0, leaf) } ? [] : [.requirement(requirement)]
        case .credits(let min): return total < min ? [.credits(min: min, have: total)] : []
        }
    }

    /// Whether the applicant has it beyond doubt. That it was credited before takes nothing away from holding it.
    private func isHeld(_ index: Int, _ leaf: RecognitionLeaf) -> Bool {
        let facts = set.facts[index]
        let isSound = set.reasons[index].allSatisfy { statement in
            statement.reason.weight == .informs || statement.reason == .alreadyRecognised
                || statement.reason == .duplicateEvidence
        }
        return isSound && test.isKind(facts, of: leaf) && test.reachesLevel(facts, of: leaf)
            && facts.evidence.reaches(test.neededEvidence(leaf, of: nil))
    }
}
