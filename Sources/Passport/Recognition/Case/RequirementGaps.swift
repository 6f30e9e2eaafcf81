import Encodings

/// Finds what a rule that isn't met is short of, and what stood in its way.
struct RequirementGaps {
    let rule: RecognitionRule
    let set: CaseSet
    let test: LeafTest
    private(set) var reasons: [ReasonStatement] = []
    /// Credentials of the right kind that couldn't be taken, those that others have used aside.
    private(set) var considered: Set<Int> = []

    init(rule: RecognitionRule, set: CaseSet, test: LeafTest) {
        (self.rule, self.set, self.test) = (rule, set, test)
    }

    /// The parts that can't be met; of `anyOf` the whole when none of its branches can.
    mutating func missing(_ requirement: RecognitionRequirement) -> [RuleOutcome.Missing] {
        switch requirement {
        case .allOf(let parts):
            var all: [RuleOutcome.Missing] = []
            for part in parts { all += missing(part) }
            return all
        case .anyOf(let parts):
            let before = (reasons, considered)
            for part in parts where missing(part).isEmpty {
                (reasons, considered) = before
                return []
            }
            return [.requirement(requirement)]
        case .atLeast(let count, let leaves):
            let found = Set(leaves.flatMap { leaf in set.facts.indices.filter { isAvailable($0, for: leaf) } })
            guard found.count < count else { return [] }
            for leaf in leaves { note(leaf) }
            return [.requirement(requirement)]
        case .leaf(let leaf):
            guard !set.facts.indices.contains(where: { isAvailable($0, for: leaf) }) else { return [] }
            note(leaf)
            return [.requirement(requirement)]
        case .credits: return []
        }
    }

    private func isAvailable(_ index: Int, for leaf: RecognitionLeaf) -> Bool {
        let facts = set.facts[index]
        return set.isFree(index) && !set.has(.refuses, index) && set.counted(with: index) == nil
            && test.isKind(facts, of: leaf) && test.reachesLevel(facts, of: leaf)
    }

    /// Why the credentials that are what the leaf asks for can't be taken.
    private mutating func note(_ leaf: RecognitionLeaf) {
        for (index, facts) in set.facts.enumerated() where test.isKind(facts, of: leaf) {
            if let first = set.reasons[index].first(where: { $0.reason.weight == .refuses }) {
                reasons.append(first)
                if first.reason.leavesOfficerFree { considered.insert(index) }
            } else if let taker = set.taker[index] {
                reasons.append(ReasonStatement(.alreadyUsed, ["rule": .text(taker)]))
            } else if let other = set.counted(with: index) {
                reasons.append(ReasonStatement(.partOfCounted, ["other": .text(set.facts[other].shownID)]))
            } else if !test.reachesLevel(facts, of: leaf) {
                considered.insert(index)
                reasons.append(
                    ReasonStatement(
                        .levelTooLow, ["have": .count(facts.level), "need": .count(test.neededLevel(leaf))]))
            }
        }
    }
}

extension RecognitionReason {
    /// Whether an officer may give credits for such a credential all the same, with a reason.
    fileprivate var leavesOfficerFree: Bool {
        switch self {
        case .notVerified, .subjectMismatch, .revoked, .alreadyRecognised, .supersededInSet, .partOfCounted: false
        default: true
        }
    }
}
