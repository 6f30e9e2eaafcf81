package import Encodings

extension RecognitionDecision {
    package static let format = "passport.recognition-decision/1"

    /// All that the decision rests on, for the institution's own archive. It names the applicant.
    package func record(_ grounds: DecisionGrounds) -> JSONObject {
        let rules = recognitionCase.rules
        var record: JSONObject = [
            "format": .string(Self.format), "id": .string(id), "case": .string(recognitionCase.id),
            "applicant": .string(recognitionCase.applicant), "applied": .string(recognitionCase.applied.description),
            "evaluated": .string(recognitionCase.evaluated.description),
            "rules": [
                "id": .string(rules.id), "version": .number(JSONNumber(rules.version)),
                "sha256": .string(Base16.encode(rules.sha256)),
            ],
            "files": .array(grounds.fileDigests.map { ["sha256": .string(Base16.encode($0))] }),
            "trustListUpdated": grounds.trustListUpdated.map { .string($0.description) } ?? .null,
            "statusListDates": .array(grounds.statusListDates.map { .string($0.description) }),
            "credentials": .array(recognitionCase.credentials.map(\.json)),
            "outcomes": .array(grants.map(json)),
            "total": .string(total.twoPlaces),
            "officer": .string(officer), "decided": .string(decided.description), "language": .string(language),
        ]
        if let appeal = rules.appeal {
            record["appeal"] = ["days": .number(JSONNumber(appeal.days)), "to": .string(appeal.to)]
        }
        return record
    }

    private func json(_ grant: Grant) -> JSONValue {
        var object: JSONObject = [
            "rule": .string(grant.outcome.rule.id), "outcome": .string(grant.outcome.kind.rawValue),
            "proposed": .string(grant.outcome.credits.twoPlaces), "credits": .string(grant.credits.twoPlaces),
            "reasons": .array(grant.outcome.reasons.map { .string($0.reason.rawValue) }),
            "credentials": .array(grant.credentials.map { .string(recognitionCase.credentials[$0].shownID) }),
        ]
        if let amendment = grant.amendment { object["amendment"] = .string(amendment.reason) }
        return .object(object)
    }
}
