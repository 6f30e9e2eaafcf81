package import Encodings

extension RecognitionCase {
    package static let format = "passport.recognition/1"

    /// The case as `--json` prints it: one line for one applicant.
    ///
    /// Members beyond these stand only where there is something to say: `alerts`, an outcome's `evidence`, a
    /// credential's `source`.
    package var json: JSONValue {
        var object: JSONObject = [
            "format": .string(Self.format),
            "case": .string(id),
            "applicant": .string(applicant),
            "applied": .string(applied.description),
            "rules": [
                "id": .string(rules.id), "version": .number(JSONNumber(rules.version)),
                "sha256": .string(Base16.encode(rules.sha256)),
            ],
            "credentials": .array(credentials.map(\.json)),
            "outcomes": .array(outcomes.map { json(of: $0) }),
            "total": .string(total.twoPlaces),
            "directAdmission": .array(
                directAdmission.map {
                    [
                        "id": .string($0.rule.id), "eligible": .bool($0.isEligible),
                        "missing": .array($0.missing.map(\.json)),
                    ]
                }),
        ]
        if !alerts.isEmpty { object["alerts"] = .array(alerts.map(\.json)) }
        return .object(object)
    }

    private func json(of outcome: RuleOutcome) -> JSONValue {
        var object: JSONObject = [
            "rule": .string(outcome.rule.id), "outcome": .string(outcome.kind.rawValue),
            "credits": .string(outcome.credits.twoPlaces),
            "reasons": .array(outcome.reasons.named),
            "credentials": .array(outcome.credentials.map { .string(credentials[$0].shownID) }),
            "missing": .array(outcome.missing.map(\.json)),
        ]
        let evidence = outcome.credentials.compactMap { self.evidence(of: credentials[$0]) }
        if outcome.kind.isOpen, !evidence.isEmpty { object["evidence"] = .array(evidence) }
        return .object(object)
    }

    /// What evidence a credential has and what is asked.
    private func evidence(of credential: Credential) -> JSONValue? {
        guard let weak = credential.reasons.first(where: { $0.reason == .evidenceTooWeak }),
            case .evidence(let have)? = weak.values["have"], case .evidence(let need)? = weak.values["need"]
        else { return nil }
        return [
            "credential": .string(credential.shownID), "have": .string(have.rawValue), "need": .string(need.rawValue),
        ]
    }
}

extension RecognitionCase.Credential {
    /// The id to show; a file without one goes by its name.
    package var shownID: String { key?.id ?? source }

    /// Files without an id say by `source` which they are.
    var json: JSONValue {
        var object: JSONObject = [
            "id": key.map { .string($0.id) } ?? .null,
            "achievement": achievement.map { .string($0) } ?? .null,
            "reasons": .array(reasons.named),
        ]
        if key == nil { object["source"] = .string(source) }
        return .object(object)
    }
}

extension [ReasonStatement] {
    /// The reasons' names. Evidence that is too weak is the outcome `needs-evidence` itself and has none.
    fileprivate var named: [JSONValue] {
        filter { $0.reason != .evidenceTooWeak }.map { .string($0.reason.rawValue) }
    }
}

extension RuleOutcome.Missing {
    /// As the rule file asks for it, with what there is where it is a sum.
    package var json: JSONValue {
        switch self {
        case .requirement(let requirement): requirement.json
        case .hours(let min, let have): ["hours": ["min": .string(min.twoPlaces), "have": .string(have.twoPlaces)]]
        case .credits(let min, let have):
            ["credits": ["min": .string(min.twoPlaces), "have": .string(have.twoPlaces)]]
        }
    }
}
