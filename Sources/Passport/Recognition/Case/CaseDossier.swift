package import Encodings

/// A case with what is kept beside its outcome: whose it is, what it rests on, and what was decided on it.
package struct CaseDossier: Sendable {
    /// A decision as the case remembers it.
    package struct Decided: Sendable, Hashable {
        package let id: String
        package let on: Timestamp
        package let officer: String
        package let total: DecimalHundredths
        package let amendments: [RecognitionAmendment]
        /// When it was overturned; nothing while it stands.
        package var overturned: Timestamp?

        package init(
            id: String, on: Timestamp, officer: String, total: DecimalHundredths,
            amendments: [RecognitionAmendment] = [], overturned: Timestamp? = nil
        ) {
            self.id = id
            self.on = on
            self.officer = officer
            self.total = total
            self.amendments = amendments
            self.overturned = overturned
        }
    }

    package var recognitionCase: RecognitionCase
    package private(set) var state: CaseState
    package var identifiers: [String]
    /// The DID whose key presented the file, with the challenge that was asked for.
    package var holder: String?
    package var grounds: DecisionGrounds
    package private(set) var decisions: [Decided] = []

    package init(
        _ recognitionCase: RecognitionCase, identifiers: [String] = [], holder: String? = nil,
        grounds: DecisionGrounds = DecisionGrounds(fileDigests: [], trustListUpdated: nil, statusListDates: [])
    ) {
        self.recognitionCase = recognitionCase
        self.identifiers = identifiers
        self.holder = holder
        self.grounds = grounds
        state = Self.state(of: recognitionCase)
    }

    init(
        _ recognitionCase: RecognitionCase, state: CaseState, identifiers: [String], holder: String?,
        grounds: DecisionGrounds, decisions: [Decided]
    ) {
        self.recognitionCase = recognitionCase
        self.state = state
        self.identifiers = identifiers
        self.holder = holder
        self.grounds = grounds
        self.decisions = decisions
    }

    private static func state(of one: RecognitionCase) -> CaseState { one.needsEvidence ? .needsEvidence : .evaluated }

    /// The decision that stands.
    package var standing: Decided? { decisions.last { $0.overturned == nil } }

    /// The id of the next decision. The same evaluation always gets the same one, so that a run that was cut short is
    /// completed by the next.
    package var nextDecisionID: String {
        NamedUUID.urn(
            [
                "passport.recognition-decision/1", recognitionCase.rules.institution.id, recognitionCase.id,
                recognitionCase.evaluated.description, "\(decisions.count)",
            ].joined(separator: "\n"))
    }

    /// All that tells the applicant from others.
    var keys: Set<ApplicantKey> { Set((identifiers + [recognitionCase.applicant]).map(ApplicantKey.init)) }

    // MARK: Steps

    /// - Throws: `RecognitionError` `state.transition`
    package func checkStep(to next: CaseState) throws(RecognitionError) {
        guard !state.canBecome(next) else { return }
        let what = "The case \(RuleFields.quoted(recognitionCase.id)) is \(state.rawValue)"
        let hint =
            switch state {
            case .evaluated, .needsEvidence: "Decide on it first, with --confirm or --amend."
            case .decided:
                "Decision \(standing?.id ?? "") stands. --appeal notes that it is challenged, --overturn takes it "
                    + "back, --close ends the case."
            case .appealed: "It waits for a new decision, by --confirm or --amend."
            case .closed: "That is final; a new application is a new case."
            }
        throw RecognitionError(.state, "\(what) and can't become \(next.rawValue).", hint: hint)
    }

    /// - Throws: `RecognitionError` `right.missing`, without repeating the reference: it names the applicant then.
    package func checkRight(of officer: String) throws(RecognitionError) {
        var own = keys
        if let holder { own.insert(ApplicantKey(holder)) }
        guard own.contains(ApplicantKey(officer)) else { return }
        throw RecognitionError(
            .right, "Nobody may confirm their own case: --by names the applicant.",
            hint: "Let another officer decide, and give that person's staff reference.")
    }

    /// - Throws: `RecognitionError` `state.transition`
    package mutating func decide(_ decision: RecognitionDecision) throws(RecognitionError) {
        try checkStep(to: .decided)
        decisions.append(
            Decided(
                id: decision.id, on: decision.decided.wholeSeconds, officer: decision.officer, total: decision.total,
                amendments: decision.grants.compactMap(\.amendment)))
        state = .decided
    }

    /// - Throws: `RecognitionError` `state.transition`
    package mutating func appeal() throws(RecognitionError) {
        try checkStep(to: .appealed)
        state = .appealed
    }

    /// Takes back the decision that stands, if there is one; the case waits for another.
    package mutating func overturn(at now: Timestamp) throws(RecognitionError) {
        if state != .appealed { try appeal() }
        if let place = decisions.lastIndex(where: { $0.overturned == nil }) {
            decisions[place].overturned = now.wholeSeconds
        }
    }

    /// - Throws: `RecognitionError` `state.transition`
    package mutating func close() throws(RecognitionError) {
        try checkStep(to: .closed)
        state = .closed
    }

    /// What a new evaluation makes of the case: a decided one stays as it was decided, one under appeal keeps what was
    /// decided before, and the same once more keeps its day, so that the file stays as it is.
    package func evaluatedAnew(_ other: CaseDossier) -> CaseDossier {
        switch state {
        case .decided, .closed: return self
        case .evaluated, .needsEvidence, .appealed:
            var new = other
            new.decisions = decisions
            if state == .appealed { new.state = .appealed }
            return Self.content(of: new) == Self.content(of: self) ? self : new
        }
    }

    private static func content(of dossier: CaseDossier) -> JSONObject {
        RecognitionCaseFile.json(of: dossier).removing("evaluated")
    }
}
