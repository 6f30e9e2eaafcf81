package import Encodings

extension PathwayEvaluation {
    package static let format = "passport.pathway-progress/1"

    /// The evaluation for programs: the rule with what is there, every award with where it counts or why it doesn't.
    package func json(of pathway: Pathway, steps: PathwaySteps?) -> JSONObject {
        [
            "pathway": .string(pathway.slug), "version": Self.number(pathway.version),
            "badgeBase": .string(pathway.badgeBase), "complete": .bool(isComplete),
            "progress": ["done": Self.number(progress.done), "of": Self.number(progress.of)],
            "rule": .object(Self.json(completion)), "counted": .array(counted.map { .object(json($0)) }),
            "excluded": .array(excluded.map { .object(Self.json($0)) }),
            "tooLow": .array(
                tooLow.map { ["id": .string($0.award.id), "asked": Self.number($0.asked)] }),
            "endingSoon": .array(endingSoon.map { .string($0.id) }),
            "steps": steps.map { .object(Self.json($0)) } ?? .null,
        ]
    }

    private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

    private static func json(_ part: PathwayPart) -> JSONObject {
        var object: JSONObject = [:]
        switch part.rule {
        case .allOf: object["rule"] = "allOf"
        case .anyOf: object["rule"] = "anyOf"
        case .group(let id, _):
            object["rule"] = "group"
            object["group"] = .string(id)
        case .badge(let slug, let minLevel):
            object["rule"] = "badge"
            object["badge"] = .string(slug)
            if let minLevel { object["minLevel"] = number(minLevel) }
        case .badges: object["rule"] = "badges"
        case .hours: object["rule"] = "hours"
        case .categories: object["rule"] = "categories"
        case .certificate: object["rule"] = "certificate"
        }
        object["met"] = .bool(part.isMet)
        object["have"] = .string(part.have.description)
        object["need"] = .string(part.need.description)
        if !part.missing.isEmpty { object["missing"] = .array(part.missing.map(JSONValue.string)) }
        if !part.parts.isEmpty { object["parts"] = .array(part.parts.map { .object(json($0)) }) }
        return object
    }

    private func json(_ award: CountedAward) -> JSONObject {
        var object = Self.base(award)
        object["places"] = .array(
            (places[award.id] ?? []).map { place in
                switch place {
                case .group(let id): ["group": .string(id)]
                case .badge(let slug): ["badge": .string(slug)]
                }
            })
        return object
    }

    private static func json(_ excluded: Excluded) -> JSONObject {
        var object = base(excluded.award)
        object["reason"] = .string(excluded.reason.word)
        if case .sameBadge(let id) = excluded.reason { object["instead"] = .string(id) }
        return object
    }

    private static func base(_ award: CountedAward) -> JSONObject {
        [
            "id": .string(award.id), "badge": .string(award.badge.slug), "badgeBase": .string(award.badge.badgeBase),
            "level": award.level.map(number) ?? .null, "hours": .string(award.hours.twoPlaces),
            "awardedDate": .string(award.awardedDate.description),
            "validUntil": award.validUntil.map { .string($0.description) } ?? .null,
        ]
    }

    private static func json(_ steps: PathwaySteps) -> JSONObject {
        [
            "badges": .array(
                steps.badges.map { ["badge": .string($0.badge.slug), "hours": .string($0.hours.twoPlaces)] }),
            "hours": .string(steps.hours.twoPlaces),
            "certificateItems": steps.certificateItems.map(number) ?? .null, "cheapest": .bool(steps.isCheapest),
        ]
    }
}

extension PathwayEvaluation.Exclusion {
    /// The reason as programs read it.
    package var word: String {
        switch self {
        case .isThisMilestone: "milestone"
        case .status(let status): status.rawValue
        case .expired: "expired"
        case .tooOld: "too-old"
        case .notInPathway: "not-in-pathway"
        case .otherBase: "other-base"
        case .repeated: "repeated"
        case .sameBadge: "same-badge"
        }
    }
}
