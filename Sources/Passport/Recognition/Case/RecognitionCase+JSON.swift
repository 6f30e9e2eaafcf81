package import Encodings

extension RecognitionCase {
    package static let format = "passport.recognition/1"

    /// The case as `--json` prints it: one line for one applicant.
    package var json: JSONValue {
        .object([
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
        ])
    }

    private func json(of outcome: RuleOutcome) -> JSONValue {
        [
            "rule": .string(outcome.rule.id), "outcome": .string(outcome.kind.rawValue),
            "credits": .string(outcome.credits.twoPlaces),
            "reasons": .array(outcome.reasons.map { .string($0.reason.rawValue) }),
            "credentials": .array(outcome.credentials.map { .string(credentials[$0].shownID) }),
            "missing": .array(outcome.missing.map(\.json)),
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
            "reasons": .array(reasons.map { .string($0.reason.rawValue) }),
        ]
        if key == nil { object["source"] = .string(source) }
        return .object(object)
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
