import Encodings

extension RuleEvaluator {
    func notMet(_ ways: [[RequirementSlot]]) -> RuleOutcome {
        // All that could be taken, hours aside: is it the hours alone?
        let matcher = matcher(.officerAndWeakEvidence, asksHours: false)
        if let chosen = matcher.match(ways), let short = hoursShort(chosen, matcher, ways) { return short }
        var gaps = RequirementGaps(rule: rule, set: set, test: test)
        var missing = gaps.missing(rule.requires)
        if missing.isEmpty, let way = ways.first {
            // Each place could be filled, but not all of them by different credentials.
            missing = matcher.unfilled(matcher.candidates(for: way)).map { .requirement(way[$0].asked) }
            if missing.isEmpty { missing = [.requirement(rule.requires)] }
        }
        return RuleOutcome(
            rule: rule, kind: .notMet, reasons: gaps.reasons.inOrder(), considered: gaps.considered.sorted(),
            missing: missing)
    }

    /// The answer when the hours of all that could be taken are too few; nothing when it is something else that keeps
    /// them apart, such as a milestone among its members.
    private func hoursShort(
        _ chosen: [Int], _ matcher: RequirementMatcher, _ ways: [[RequirementSlot]]
    ) -> RuleOutcome? {
        let pooled = Set(ways.flatMap { $0 }.filter { $0.pool != nil }.flatMap(\.leaves))
        let all = Set(chosen).union(matcher.candidates(for: Array(pooled), inPool: true).map(\.index)).sorted()
        let (have, need) = (hours(all), max(rule.minHours, rule.grant == .byHours ? oneStep : .zero))
        guard have < need else { return nil }
        return RuleOutcome(
            rule: rule, kind: .notMet, hours: have,
            reasons: [ReasonStatement(.hoursShort, ["have": .number(have), "need": .number(need)])],
            considered: all, missing: [.hours(min: need, have: have)])
    }

    /// The hours that the smallest grant takes.
    private var oneStep: DecimalHundredths {
        let product = rules.hoursPerCredit.hundredths * rules.step.hundredths
        return DecimalHundredths(hundredths: (product + 99) / 100)
    }
}

extension RequirementSlot {
    /// What the place asks for, as a requirement.
    fileprivate var asked: RecognitionRequirement { leaves.count == 1 ? .leaf(leaves[0]) : .atLeast(1, of: leaves) }
}
