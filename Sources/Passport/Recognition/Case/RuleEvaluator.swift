import Encodings

/// Tries one rule on what is left of a case.
struct RuleEvaluator {
    let rule: RecognitionRule
    let set: CaseSet
    let test: LeafTest
    /// What the limits leave, and which of them decides.
    let room: CapRoom

    var rules: RecognitionRules { test.rules }

    /// Which credentials a try may rest on. The first try that succeeds decides.
    enum Pass: CaseIterable {
        /// Those that nothing speaks against.
        case sound
        /// Those with weak evidence, too: the applicant can mend that.
        case weakEvidence
        /// Those that an officer has to look at, too.
        case officer
        case officerAndWeakEvidence

        var takesWeak: Bool { self == .weakEvidence || self == .officerAndWeakEvidence }
        var takesFlagged: Bool { self == .officer || self == .officerAndWeakEvidence }
    }

    func outcome() -> RuleOutcome {
        let ways = rule.requires.ways
        for pass in Pass.allCases {
            let matcher = matcher(pass, asksHours: true)
            // Where all of them together have too few hours there is nothing to search for.
            guard hasHours(Array(Set(ways.flatMap(matcher.candidates(for:)).joined()))),
                let chosen = matcher.match(ways)
            else { continue }
            return pass == .sound ? granted(chosen) : open(chosen, pass)
        }
        return notMet(ways)
    }

    // MARK: Trying

    func matcher(_ pass: Pass, asksHours: Bool) -> RequirementMatcher {
        RequirementMatcher(
            rank: { index, leaf in rank(index, leaf, pass) },
            hours: { set.facts[$0].hours }, count: set.facts.count,
            isConflict: { left, right in
                set.sameWork.isPart(left, right)
                    || (!pass.takesFlagged && set.sameWork.sharesEvidence(left, right))
            },
            skipsIdle: asksHours && rule.grant == .byHours,
            complete: { chosen, way in
                guard asksHours else { return chosen }
                return complete(chosen, way, pass)
            })
    }

    /// Sound credentials first; `nil` for one that this try doesn't take.
    private func rank(_ index: Int, _ leaf: RecognitionLeaf, _ pass: Pass) -> Int? {
        let facts = set.facts[index]
        guard set.isFree(index), !set.has(.refuses, index), set.counted(with: index) == nil,
            test.isKind(facts, of: leaf), test.reachesLevel(facts, of: leaf)
        else { return nil }
        let isWeak = !test.reachesEvidence(facts, of: leaf, rule: rule)
        let isFlagged = set.has(.asksOfficer, index) || set.duplicated(by: index) != nil
        guard pass.takesWeak || !isWeak, pass.takesFlagged || !isFlagged else { return nil }
        return (isFlagged ? 2 : 0) + (isWeak ? 1 : 0)
    }

    /// Adds what `atLeast` may take beyond its number, in the order of candidates, until the rule has enough.
    private func complete(_ chosen: [Int], _ way: [RequirementSlot], _ pass: Pass) -> [Int]? {
        var chosen = chosen
        let leaves = way.filter { $0.pool != nil }.flatMap(\.leaves)
        if !leaves.isEmpty, !isEnough(chosen) {
            let matcher = matcher(pass, asksHours: false)
            for candidate in matcher.candidates(for: leaves, inPool: true) where !chosen.contains(candidate.index) {
                // What adds no hours would be used up for nothing.
                guard candidate.hours > .zero, !chosen.contains(where: { matcher.isConflict($0, candidate.index) })
                else { continue }
                chosen.append(candidate.index)
                if isEnough(chosen) { break }
            }
        }
        return hasHours(chosen) ? chosen : nil
    }

    // MARK: Arithmetic

    func hours(_ chosen: [Int]) -> DecimalHundredths {
        chosen.reduce(.zero) { $0 + set.facts[$1].hours }
    }

    /// What the credentials make before any limit on all credits.
    private func credits(_ chosen: [Int]) -> DecimalHundredths {
        switch rule.grant {
        case .full: rule.target.credits
        case .byHours: min(rules.credits(forHours: hours(chosen)), rule.target.credits)
        }
    }

    private func hasHours(_ chosen: [Int]) -> Bool { rule.minHours <= hours(chosen) && credits(chosen) > .zero }

    /// Whether further credentials would add nothing that could be granted.
    private func isEnough(_ chosen: [Int]) -> Bool {
        guard hasHours(chosen) else { return false }
        return rule.grant == .full || min(rule.target.credits, room.credits) <= credits(chosen)
    }

    // MARK: Answers

    private func granted(_ chosen: [Int]) -> RuleOutcome {
        let wanted = credits(chosen)
        let crowdedOut = room.credits <= wanted ? leftOver(chosen) : []
        let given: RuleOutcome.Kind = rule.decision == .officer ? .proposed : .granted
        let reason = room.statement(wanted: wanted)
        let cap = crowdedOut.isEmpty ? nil : room.statement()
        if wanted <= room.credits {
            return RuleOutcome(
                rule: rule, kind: given, credits: wanted, potential: wanted, hours: hours(chosen),
                credentials: chosen.sorted(), crowdedOut: crowdedOut, capStatement: cap)
        }
        let part = rule.isPartial ? rules.wholeSteps(in: room.credits) : .zero
        guard part > .zero else {
            return RuleOutcome(
                rule: rule, kind: .capReached, potential: wanted, hours: hours(chosen), reasons: [reason],
                considered: chosen.sorted(), crowdedOut: (chosen + crowdedOut).sorted(), capStatement: reason)
        }
        return RuleOutcome(
            rule: rule, kind: given == .proposed ? .proposed : .grantedPartial, credits: part, potential: part,
            hours: hours(chosen), reasons: [reason], credentials: chosen.sorted(), crowdedOut: crowdedOut,
            capStatement: cap)
    }

    /// Sound credentials that `atLeast` would have taken, had there been room.
    private func leftOver(_ chosen: [Int]) -> [Int] {
        guard rule.grant == .byHours else { return [] }
        let pooled = Set(rule.requires.ways.flatMap { $0 }.filter { $0.pool != nil }.flatMap(\.leaves))
        return matcher(.sound, asksHours: true).candidates(for: Array(pooled), inPool: true).map(\.index)
            .filter { !chosen.contains($0) }.sorted()
    }

    private func open(_ chosen: [Int], _ pass: Pass) -> RuleOutcome {
        let chosen = chosen.sorted()
        var reasons = chosen.flatMap { index in
            set.reasons[index].filter { $0.reason.weight == .asksOfficer } + duplicates(index, in: chosen)
        }
        if let weak = chosen.compactMap(weakness).first { reasons.append(weak) }
        let credits = credits(chosen)
        let part = rule.isPartial ? rules.wholeSteps(in: room.credits) : .zero
        return RuleOutcome(
            rule: rule, kind: pass == .weakEvidence ? .needsEvidence : .officerReview,
            potential: credits <= room.credits ? credits : part, hours: hours(chosen), reasons: reasons.inOrder(),
            credentials: chosen)
    }

    private func duplicates(_ index: Int, in chosen: [Int]) -> [ReasonStatement] {
        let earlier = chosen.first { $0 < index && set.sameWork.sharesEvidence($0, index) }
        guard let other = set.duplicated(by: index) ?? earlier else { return [] }
        return [ReasonStatement(.duplicateEvidence, ["other": .text(set.facts[other].shownID)])]
    }

    /// What evidence the credential has and what the rule needs, when that is more.
    func weakness(_ index: Int) -> ReasonStatement? {
        let facts = set.facts[index]
        let leaves = rule.requires.leaves.filter { test.isKind(facts, of: $0) && test.reachesLevel(facts, of: $0) }
        guard !leaves.isEmpty, !leaves.contains(where: { test.reachesEvidence(facts, of: $0, rule: rule) }) else {
            return nil
        }
        return ReasonStatement(
            .evidenceTooWeak,
            [
                "have": .evidence(facts.evidence),
                "need": .evidence(test.neededEvidence(leaves[0], of: rule)),
            ])
    }
}
