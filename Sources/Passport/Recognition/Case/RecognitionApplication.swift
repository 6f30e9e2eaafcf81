package import Encodings

/// What an applicant asks and what is at hand to judge it by.
package struct RecognitionApplication: Sendable {
    package var caseID: String
    /// By what name the institution knows the applicant; the ledger remembers it.
    package var applicant: String
    /// Other names and addresses of the applicant; the ledger may know one of these.
    package var identifiers: [String] = []
    package var applied: CalendarDay
    let facts: [CredentialFacts]
    package let catalogue: RecognitionCatalogue
    package var ledger: RecognitionLedger
    /// Credentials that stand in other files of the run as well.
    package var shared: Set<CredentialKey>
    /// What an officer should know of the case beside its credentials.
    package var alerts: [CaseAlert] = []

    package init(
        caseID: String, applicant: String, applied: CalendarDay, credentials: [SubmittedCredential],
        catalogue: RecognitionCatalogue = .empty, ledger: RecognitionLedger = RecognitionLedger(),
        shared: Set<CredentialKey> = []
    ) {
        self.init(
            caseID: caseID, applicant: applicant, applied: applied,
            facts: credentials.map { CredentialFacts($0, catalogue: catalogue) }, catalogue: catalogue, ledger: ledger,
            shared: shared)
    }

    /// - Parameter facts: read with the same catalogue.
    init(
        caseID: String, applicant: String, applied: CalendarDay, facts: [CredentialFacts],
        catalogue: RecognitionCatalogue, ledger: RecognitionLedger, shared: Set<CredentialKey>
    ) {
        self.caseID = caseID
        self.applicant = applicant
        self.applied = applied
        self.facts = facts
        self.catalogue = catalogue
        self.ledger = ledger
        self.shared = shared
    }

    /// Evaluates the application: opens nothing, and gives the same case for the same input in any order.
    ///
    /// - Parameter now: the moment of evaluation; withdrawals are judged as known now, days as of the application.
    /// - Throws: `RecognitionError` `recognition.rules-not-in-force`
    package func evaluate(by rules: RecognitionRules, at now: Timestamp) throws(RecognitionError) -> RecognitionCase {
        try rules.checkInForce(on: applied)
        let screening = CredentialScreening(
            rules: rules, applicants: [applicant] + identifiers, applied: applied, now: now, ledger: ledger,
            shared: shared, isRepeated: alerts.contains(where: \.isRepeatedApplicant))
        var set = CaseSet(facts, screening: screening, catalogue: catalogue)
        let test = LeafTest(rules: rules, catalogue: catalogue)
        var outcomes: [RuleOutcome] = []
        var given = DecimalHundredths.zero
        for rule in rules.rules {
            let inGroup = outcomes.filter { $0.rule.capGroup == rule.capGroup }.reduce(.zero) { $0 + $1.credits }
            let room = CapRoom(rule, caps: rules.caps, given: given, givenInGroup: inGroup)
            let evaluator = RuleEvaluator(rule: rule, set: set, test: test, room: room)
            let outcome = evaluator.outcome()
            given += outcome.credits
            reserve(outcome, of: evaluator, in: &set)
            outcomes.append(outcome)
        }
        let leaves = (rules.rules.map(\.requires) + rules.directAdmission.map(\.requires)).flatMap(\.leaves)
        let admissions = DirectAdmission(set: set, test: test, total: given)
        return RecognitionCase(
            id: caseID, applicant: applicant, applied: applied, evaluated: now, rules: rules,
            credentials: CredentialVerdicts(set: set, outcomes: outcomes).credentials(), outcomes: outcomes,
            directAdmission: rules.directAdmission.map(admissions.outcome), alerts: alerts,
            names: catalogue.names(of: leaves, base: rules.badgeBase))
    }

    /// What a rule rests on is no longer free. Credentials that wait for the officer stay in sight of later rules: they
    /// can't give credits there either, and the officer sees all that they could be used for.
    private func reserve(_ outcome: RuleOutcome, of evaluator: RuleEvaluator, in set: inout CaseSet) {
        switch outcome.kind {
        case .granted, .grantedPartial, .proposed: set.take(outcome.credentials, for: outcome.rule.id)
        case .needsEvidence:
            set.take(outcome.credentials, for: outcome.rule.id)
            for index in outcome.credentials {
                if let statement = evaluator.weakness(index) { set.add(statement, to: index) }
            }
        case .officerReview:
            let sound = outcome.credentials.filter { index in
                !set.has(.asksOfficer, index) && set.duplicated(by: index) == nil
            }
            set.take(sound, for: outcome.rule.id)
            for index in outcome.credentials {
                if let statement = evaluator.weakness(index) { set.add(statement, to: index) }
            }
            noteDuplicates(among: sound, in: &set)
        case .notMet, .capReached: break
        }
    }

    /// Of credentials of one rule that rest on one file, all but the first say so.
    private func noteDuplicates(among indices: [Int], in set: inout CaseSet) {
        for index in indices {
            guard let other = indices.first(where: { $0 < index && set.sameWork.sharesEvidence($0, index) }) else {
                continue
            }
            set.add(ReasonStatement(.duplicateEvidence, ["other": .text(set.facts[other].shownID)]), to: index)
        }
    }
}
