package import Encodings
package import VerifiableCredentials

extension DoctorAnswer {
    package static let format = "passport.doctor/1"

    /// The stable JSON form, `passport.doctor/1`.
    ///
    /// - Parameter source: the file's name
    package func json(source: String, in language: ReportLanguage) -> JSONObject {
        func list(_ findings: [Finding]) -> JSONValue { .array(findings.map { .object($0.json(in: language)) }) }
        return [
            "format": .string(Self.format), "source": .string(source), "target": .string(target.rawValue),
            "receiver": .string(target.name[language]), "verdict": .string(verdict.rawValue),
            "at": .string(facts.at.description), "container": .string(facts.container.rawValue),
            "kind": .string(facts.kind.rawValue),
            "proof": (facts.report?[.proof]?.code.rawValue).map { .string($0) } ?? .null,
            "message": .string(DoctorText(self, in: language).headline), "refusedBy": list(refusing),
            "undecidedBy": list(undecided), "warnings": list(warnings), "outside": list(outside),
            "rules": .number(JSONNumber(held)), "factsAsOf": asOf.map { .string($0.description) } ?? .null,
            "factsAgeDays": ageDays.map { .number(JSONNumber($0)) } ?? .null,
        ]
    }
}

extension DoctorAnswer.Finding {
    fileprivate func json(in language: ReportLanguage) -> JSONObject {
        var json: JSONObject = ["rule": .string(rule.id), "message": .string(rule.statement[language])]
        json["found"] = found.text.map { .string($0) }
        json["wayOut"] = rule.wayOut.map { .string($0.text[language]) }
        json["source"] = rule.sourceJSON
        return json
    }
}

extension ReceiverTarget {
    /// What is known of it, for programs.
    package func json(in language: ReportLanguage) -> JSONObject {
        [
            "format": "passport.receiver/1", "target": .string(rawValue), "receiver": .string(name[language]),
            "rules": .array(
                rules.map { rule in
                    [
                        "rule": .string(rule.id), "message": .string(rule.statement[language]),
                        "weight": .string(rule.weight.rawValue), "source": rule.sourceJSON,
                    ]
                }),
        ]
    }
}

extension ReceiverRule {
    var sourceJSON: JSONValue {
        [
            "name": .string(source.name), "revision": .string(source.revision), "place": .string(place),
            "date": .string(source.date.description),
        ]
    }
}
