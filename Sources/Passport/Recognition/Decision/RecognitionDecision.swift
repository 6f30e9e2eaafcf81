package import Encodings

/// What an officer has decided on a case: the rules' proposal, confirmed or amended with reasons.
package struct RecognitionDecision: Sendable {
    /// What a rule gives by the decision.
    package struct Grant: Sendable {
        package let outcome: RuleOutcome
        package let credits: DecimalHundredths
        /// What the credits rest on, by the places of the case's credentials; nothing where none are given.
        package let credentials: [Int]
        package let amendment: RecognitionAmendment?
    }

    /// `urn:uuid:…`
    package let id: String
    package let recognitionCase: RecognitionCase
    package let grants: [Grant]
    package let officer: String
    package let decided: Timestamp
    /// The language the decision is written in.
    package let language: String

    package var total: DecimalHundredths { grants.reduce(.zero) { $0 + $1.credits } }
    package var decidedOn: CalendarDay { CalendarDay(of: decided) }

    /// Confirms a case, with the officer's amendments if there are any.
    ///
    /// - Parameters:
    ///   - rules: the rule file at hand, which has to be the one that the case was evaluated by.
    ///   - ledger: as it is now; what another decision has used since the evaluation can't be used again.
    ///   - identifiers: other names and addresses of the applicant; the ledger may know one of these.
    /// - Throws: `RecognitionError`: an amendment that can't be, or a rule that nobody has decided on.
    package init(
        id: String, case recognitionCase: RecognitionCase, amendments: [RecognitionAmendment] = [],
        rules: RecognitionRules, ledger: RecognitionLedger, identifiers: [String] = [], officer: String,
        at decided: Timestamp, language: String
    ) throws(RecognitionError) {
        guard recognitionCase.rules.sha256 == rules.sha256 else {
            throw RecognitionError(
                .otherRules,
                "The case was evaluated by another rule file than \"\(rules.id)\" version \(rules.version).",
                hint: "Evaluate the case anew by the rules that hold, or decide it by its own.")
        }
        try Self.check(amendments, of: recognitionCase)
        var grants: [Grant] = []
        for outcome in recognitionCase.outcomes {
            let amendment = amendments.first { $0.rule.hasSameBytes(as: outcome.rule.id) }
            guard amendment != nil || !outcome.kind.isOpen else { throw Self.unresolved(outcome) }
            grants.append(Self.grant(outcome, amendment: amendment))
        }
        try Self.checkUse(grants, in: recognitionCase)
        try Self.checkCaps(grants, rules: rules)
        self.id = id
        self.recognitionCase = recognitionCase
        self.grants = Self.withoutUseByOthers(grants)
        self.officer = officer
        self.decided = decided
        self.language = language
        try checkFree(in: ledger, identifiers)
    }

    private static func grant(_ outcome: RuleOutcome, amendment: RecognitionAmendment?) -> Grant {
        let credits = amendment?.credits ?? outcome.credits
        var credentials = outcome.credentials
        if credentials.isEmpty, amendment != nil { credentials = outcome.considered }
        return Grant(
            outcome: outcome, credits: credits, credentials: credits > .zero ? credentials : [], amendment: amendment)
    }

    /// What a rule looked at in vain and another uses stays with the other: with the rule that rests on it, else with
    /// the first that the officer has amended.
    private static func withoutUseByOthers(_ grants: [Grant]) -> [Grant] {
        var used = Set(grants.filter { $0.credits > .zero }.flatMap(\.outcome.credentials))
        return grants.map { grant in
            guard grant.outcome.credentials.isEmpty else { return grant }
            let free = grant.credentials.filter { !used.contains($0) }
            used.formUnion(free)
            return Grant(
                outcome: grant.outcome, credits: grant.credits, credentials: free, amendment: grant.amendment)
        }
    }

    /// The ledger's lines for what the decision uses, each credential once.
    package var ledgerLines: [LedgerLine] {
        let used = Set(grants.flatMap(\.credentials)).sorted()
        return used.compactMap { index in
            let credential = recognitionCase.credentials[index]
            guard let key = credential.key else { return nil }
            return .used(
                LedgerEntry(
                    institution: recognitionCase.rules.institution.id, applicant: recognitionCase.applicant,
                    credential: key, achievement: credential.achievement, replaces: credential.replaces, decision: id,
                    consumedOn: decidedOn))
        }
    }
}
