import Encodings
import OpenBadges
import VerifiableCredentials

extension DecisionComposer {
    /// A result of the decision with the description that says what it is.
    struct StatedResult {
        let id: String
        let name: String
        let type: String
        let value: String

        var description: JSONValue {
            [
                "id": .string(id), "type": [.string(OpenBadgesTerm.resultDescription)], "name": .string(name),
                "resultType": .string(type),
            ]
        }

        var result: JSONValue {
            ["type": [.string(OpenBadgesTerm.result)], "resultDescription": .string(id), "value": .string(value)]
        }
    }

    var results: [StatedResult] {
        decision.grants.enumerated().flatMap { results(of: $0.element, at: $0.offset) } + facts
    }

    /// Rules are numbered in the order of the file: their ids may hold what an address doesn't.
    private func results(of grant: RecognitionDecision.Grant, at place: Int) -> [StatedResult] {
        let rule = grant.outcome.rule
        func result(_ part: String, _ words: LocalizedText, _ type: String, _ value: String) -> StatedResult {
            StatedResult(
                id: "\(achievementID)#rule-\(place + 1)-\(part)",
                name: "\(rule.id) \(rule.target.code) – \(words[language])", type: type, value: value)
        }
        var results = [
            result("outcome", DecisionWords.outcome, "ext:RecognitionOutcome", grant.outcome.kind.rawValue),
            result("credits", DecisionWords.credits, "ext:RecognisedCredits", grant.credits.twoPlaces),
        ]
        if let amendment = grant.amendment {
            results.append(result("amendment", DecisionWords.amendment, "ext:OfficerAmendment", amendment.reason))
        }
        return results
    }

    private var facts: [StatedResult] {
        DecisionFact.allCases.compactMap { fact in
            value(of: fact).map {
                StatedResult(
                    id: "\(achievementID)#\(fact.rawValue)", name: DecisionWords.fact(fact)[language], type: fact.type,
                    value: $0)
            }
        }
    }

    private func value(of fact: DecisionFact) -> String? {
        switch fact {
        case .recognitionCase: decision.recognitionCase.id
        case .applied: decision.recognitionCase.applied.description
        case .officer: decision.officer
        case .trustList: grounds.trustListUpdated?.description
        case .statusLists: grounds.statusListDates.first?.description
        case .appealDays: rules.appeal.map { "\($0.days)" }
        case .appealTo: rules.appeal?.to
        }
    }

    // MARK: What it rests on

    /// Every credential of the file whose signature fits, with the rule that used it or the reason why none did.
    var credentialEvidence: [JSONValue] {
        let text = CaseText(decision.recognitionCase, for: .applicant, in: language)
        var seen: [String] = []
        return decision.recognitionCase.credentials.enumerated().compactMap { index, credential in
            guard let key = credential.key, credential.headline != .notVerified, AbsoluteURI.isAbsolute(key.id),
                !seen.contains(where: { $0.hasSameBytes(as: key.id) })
            else { return nil }
            seen.append(key.id)
            let users = decision.grants.filter { $0.credentials.contains(index) }.map(\.outcome.rule.id)
            var evidence: JSONObject = [
                "id": .string(key.id), "type": [.string(OpenBadgesTerm.evidence)],
                "name": .string(credential.name ?? DecisionWords.badge[language]), "genre": "award",
            ]
            if !users.isEmpty { evidence["description"] = .string(users.joined(separator: ", ")) }
            if !credential.reasons.isEmpty {
                evidence["narrative"] = .string(
                    credential.reasons.map { "\($0.reason.rawValue): \(text.sentence($0))" }.joined(separator: "\n"))
            }
            return .object(evidence)
        }
    }

    /// The rule file and the files that were handed over, by their digests.
    var groundEvidence: [JSONValue] {
        let ruleFile = file(
            "\(DecisionWords.ruleFile[language]) \(rules.id), v\(rules.version)", genre: "ext:RecognitionRules",
            digest: rules.sha256)
        return [ruleFile]
            + grounds.fileDigests.map {
                file(DecisionWords.applicationFile[language], genre: "ext:ApplicationFile", digest: $0)
            }
    }

    private func file(_ name: String, genre: String, digest: [UInt8]) -> JSONValue {
        // A multihash: 0x12 is SHA-256, 0x20 its length.
        [
            "type": [.string(OpenBadgesTerm.evidence)], "name": .string(name), "genre": .string(genre),
            "digestMultibase": .string("u" + Base64URL.encode([0x12, 0x20] + digest)),
        ]
    }
}
