import Encodings

extension RecognitionDecision {
    static func check(_ amendments: [RecognitionAmendment], of recognitionCase: RecognitionCase)
        throws(RecognitionError)
    {
        var seen: [String] = []
        for amendment in amendments {
            try amendment.checkReason()
            let name = RuleFields.quoted(amendment.rule)
            guard let outcome = recognitionCase.outcome(amendment.rule) else {
                let known = recognitionCase.outcomes.map(\.rule.id)
                throw RecognitionError(
                    .unknownRule, "The case has no rule \"\(name)\".",
                    hint: RuleFields.nearest(amendment.rule, among: known)
                        ?? "Its rules are: \(known.joined(separator: ", ")).")
            }
            guard !seen.contains(where: { $0.hasSameBytes(as: amendment.rule) }) else {
                throw RecognitionError(
                    .unknownRule, "Rule \"\(name)\" is amended twice.", hint: "Say once what it gives.")
            }
            seen.append(amendment.rule)
            let most = outcome.rule.target.credits
            guard !amendment.credits.isNegative, amendment.credits <= most else {
                throw RecognitionError(
                    .amendedCredits,
                    "Rule \"\(name)\" gives \(most.twoPlaces) credits at most, and \(amendment.credits.twoPlaces) are "
                        + "to be given.",
                    hint: "Give no more than the target has.")
            }
        }
    }

    static func unresolved(_ outcome: RuleOutcome) -> RecognitionError {
        let what = outcome.kind == .needsEvidence ? "evidence" : "the officer's word"
        return RecognitionError(
            .unresolved, "Rule \"\(outcome.rule.id)\" waits for \(what), so the case can't be confirmed as it is.",
            hint: "Say what it gives, such as \(outcome.rule.id)=\(outcome.potential) or \(outcome.rule.id)=0, and why."
        )
    }

    /// No credential may carry two rules.
    static func checkUse(_ grants: [Grant], in recognitionCase: RecognitionCase) throws(RecognitionError) {
        var user: [Int: String] = [:]
        for grant in grants where grant.credits > .zero {
            for index in grant.outcome.credentials {
                if let other = user[index] {
                    let name = recognitionCase.credentials[index].name ?? recognitionCase.credentials[index].shownID
                    throw RecognitionError(
                        .usedTwice,
                        "\"\(RuleFields.quoted(name))\" would be credited by rule \"\(other)\" and by rule "
                            + "\"\(grant.outcome.rule.id)\".",
                        hint: "Amend one of the two to 0.")
                }
                user[index] = grant.outcome.rule.id
            }
        }
    }

    static func checkCaps(_ grants: [Grant], rules: RecognitionRules) throws(RecognitionError) {
        func check(_ sum: DecimalHundredths, _ limit: DecimalHundredths?, _ what: String) throws(RecognitionError) {
            guard let limit, limit < sum else { return }
            throw RecognitionError(
                .amendedCredits,
                "The decision gives \(sum.twoPlaces) credits \(what), where the rules allow \(limit.twoPlaces).",
                hint: "Amend rules so that the sum keeps within the limit.")
        }
        try check(grants.reduce(.zero) { $0 + $1.credits }, rules.caps.total, "in all")
        for group in rules.caps.groups {
            let own = grants.filter { $0.outcome.rule.capGroup?.hasSameBytes(as: group.name) ?? false }
            try check(own.reduce(.zero) { $0 + $1.credits }, group.credits, "of \"\(group.name)\"")
        }
    }

    /// Between evaluation and decision another case may have been decided.
    func checkFree(in ledger: RecognitionLedger, _ identifiers: [String]) throws(RecognitionError) {
        for index in Set(grants.flatMap(\.credentials)).sorted() {
            let credential = recognitionCase.credentials[index]
            guard let key = credential.key,
                let entry = ledger.entry(
                    issuer: key.issuer, id: key.id, replaces: credential.replaces, achievement: credential.achievement,
                    applicants: [recognitionCase.applicant] + identifiers,
                    institution: recognitionCase.rules.institution.id)
            else { continue }
            throw RecognitionError(
                .ledgerTaken,
                "\"\(RuleFields.quoted(credential.name ?? key.id))\" was credited on \(entry.consumedOn) by decision "
                    + "\(RuleFields.quoted(entry.decision)).",
                hint: "Evaluate the case anew with the ledger as it is now.")
        }
    }
}
