import Encodings

/// Says of each credential what became of it when all rules have been tried.
struct CredentialVerdicts {
    let set: CaseSet
    let outcomes: [RuleOutcome]

    func credentials() -> [RecognitionCase.Credential] {
        set.facts.enumerated().map { index, facts in
            RecognitionCase.Credential(
                key: facts.key, source: facts.submitted.source, achievement: facts.achievementID, name: facts.name,
                level: facts.level, hours: facts.hours, awarded: facts.awarded, replaces: facts.submitted.replaces,
                rule: set.taker[index], reasons: reasons(of: index))
        }
    }

    private func reasons(of index: Int) -> [ReasonStatement] {
        var reasons = set.reasons[index]
        guard !set.has(.refuses, index), set.isFree(index) else { return reasons.inOrder() }
        if let other = set.counted(with: index) {
            reasons.append(ReasonStatement(.partOfCounted, other: set.facts[other], rule: set.taker[other]))
        }
        if let other = set.duplicated(by: index) {
            reasons.append(ReasonStatement(.duplicateEvidence, other: set.facts[other], rule: set.taker[other]))
        }
        guard reasons.isEmpty else { return reasons.inOrder() }
        if let crowded = outcomes.first(where: { $0.crowdedOut.contains(index) }) {
            return crowded.capStatement.map { [$0] } ?? []
        }
        let notes = outcomes.filter { $0.considered.contains(index) }.flatMap { outcome in
            outcome.reasons.filter { isAbout(index, $0) }
        }
        return (notes + [ReasonStatement(.noRule)]).inOrder()
    }

    /// A rule's reason speaks of all that it considered; a level is one credential's own.
    private func isAbout(_ index: Int, _ statement: ReasonStatement) -> Bool {
        switch statement.reason {
        case .hoursShort: true
        case .levelTooLow: statement.values["have"] == .count(set.facts[index].level)
        default: false
        }
    }
}

extension ReasonStatement {
    fileprivate init(_ reason: RecognitionReason, other: CredentialFacts, rule: String?) {
        var values: [String: StatedValue] = ["other": .text(other.name ?? other.shownID)]
        values["rule"] = rule.map(StatedValue.text)
        self.init(reason, values)
    }
}
