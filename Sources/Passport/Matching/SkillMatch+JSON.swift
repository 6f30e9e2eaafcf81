import BadgeDefinitions
package import Encodings
package import VerifiableCredentials

extension SkillMatch {
    package static let format = "passport.match/1"

    /// The match for programs.
    ///
    /// - Parameter language: of the reasons.
    package func json(in language: ReportLanguage) -> JSONObject {
        [
            "format": .string(Self.format),
            "profile": [
                "id": .string(profile.slug), "version": Self.number(profile.version),
                "kind": .string(profile.kind.rawValue), "owner": .string(profile.owner.name),
                "validUntil": Self.text(profile.validUntil?.description),
            ],
            "day": .string(day.description), "fit": Self.number(fit), "fits": .bool(fits),
            "requirements": .array(lines.map { .object(json($0, language)) }),
            "badgesAccepted": .array(
                accepted.map { entry in
                    [
                        "badge": .string(entry.badge.slug), "badgeBase": .string(entry.badge.badgeBase),
                        "credential": Self.text(entry.held?.id), "held": .bool(entry.held != nil),
                    ]
                }),
            "badges": .array(badges.map { .object(Self.json($0, language)) }),
        ]
    }

    private func json(_ line: Line, _ language: ReportLanguage) -> JSONObject {
        let requirement = line.requirement
        let (outcome, short): (String, Int) =
            switch line.outcome {
            case .met: ("met", 0)
            case .short(let levels): ("short", levels)
            case .missing: ("missing", requirement.minLevel)
            }
        return [
            "skill": .string(requirement.skill),
            "label": .object(JSONObject(requirement.label.entries.map { ($0.language, .string($0.text)) })),
            "need": .string(requirement.need.rawValue), "weight": Self.number(requirement.weight),
            "minLevel": Self.number(requirement.minLevel), "held": Self.number(line.held),
            "outcome": .string(outcome), "short": Self.number(short), "basis": .string(line.basis.rawValue),
            "proof": line.proof.map { .object(proof($0)) } ?? .null,
            "others": .array(line.others.map { .object(proof($0)) }),
            "selfAssessed": line.selfAssessed.map(Self.number) ?? .null,
            "steps": .array(line.steps.map { .object(Self.json($0)) }),
        ]
    }

    private func proof(_ badge: MatchBadge) -> JSONObject {
        [
            "credential": Self.text(badge.id), "name": Self.text(badge.name), "issuer": Self.text(badge.issuer),
            "standing": .string(badge.standing.rawValue), "level": badge.level.map(Self.number) ?? .null,
            "awardedDate": Self.text(badge.awardedDate?.description),
            "ageMonths": badge.ageMonths(on: day).map(Self.number) ?? .null,
            "validUntil": Self.text(badge.validUntil?.description),
        ]
    }

    private static func json(_ badge: MatchBadge, _ language: ReportLanguage) -> JSONObject {
        var object: JSONObject = [
            "source": .string(badge.source), "credential": text(badge.id), "name": text(badge.name),
            "issuer": text(badge.issuer), "verdict": .string(badge.verdict.rawValue),
            "standing": .string(badge.standing.rawValue), "counts": .bool(badge.counts),
        ]
        if let reason = badge.reason {
            object["code"] = .string(reason.code.rawValue)
            object["message"] = .string(reason.code.text.filled(reason.values, in: language))
        }
        return object
    }

    private static func json(_ step: GapStep) -> JSONObject {
        let hours = text(step.hours?.twoPlaces)
        let name = JSONValue.object(JSONObject(step.name.entries.map { ($0.language, .string($0.text)) }))
        switch step.kind {
        case .badge(let key):
            return [
                "kind": "badge", "badge": .string(key.slug), "badgeBase": .string(key.badgeBase), "name": name,
                "hours": hours,
            ]
        case .offer(let offer):
            return [
                "kind": "offer", "offer": .string(offer.slug), "type": .string(offer.kind.rawValue),
                "owner": .string(offer.owner), "name": name, "hours": hours,
                "price": offer.price.map(number) ?? .null, "municipality": text(offer.municipality),
                "starts": text(offer.starts?.description), "deadline": text(offer.deadline?.description),
            ]
        }
    }

    private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
    private static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
