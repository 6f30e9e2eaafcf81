package import Encodings
import OpenBadges
package import VerifiableCredentials

extension ShelfItem {
    package static let format = "passport.shelf-item/1"

    /// One line of `--json`.
    package func json(on shelf: Shelf, in language: ReportLanguage, at now: Timestamp) -> JSONObject {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        func number(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }
        let badge = AchievementCredentialView(json)
        let outcome = badge.outcome
        let binding = binding(to: shelf)
        var names: [JSONValue] = []
        if case .named(let kinds) = binding { names = kinds.map(JSONValue.string) }
        return [
            "format": .string(Self.format), "number": number(self.number), "id": id.isEmpty ? .null : .string(id),
            "kind": .string(kind.rawValue), "name": text(badge.name), "issuer": text(view.issuerID),
            "issuerName": text(view.issuerName), "achievement": text(badge.achievement?.id),
            "level": number(outcome.level?.ordinal), "hours": text(outcome.hours?.twoPlaces),
            "awardedDate": text(awardedDay?.description), "validUntil": text(view.validUntil?.description),
            "addedAt": .string(addedAt.description), "verdict": .string(verdict.rawValue),
            "standing": .string(standing(at: now).rawValue), "checkedAt": .string(checkedAt.description),
            "reasons": .array(reasons.map { .object($0.shelfJSON(in: language)) }),
            "conflicts": .array(conflicts.map { number($0) }), "madeOutTo": .string(binding.word),
            "identifiers": .array(names), "jwt": .bool(isJWS),
        ]
    }

    /// The day it was awarded, else the one from which it is valid.
    package var awardedDay: CalendarDay? {
        (AchievementCredentialView(json).awardedDate ?? view.validFrom).map(CalendarDay.init(of:))
    }

    /// What it is called; without a name it goes by its id or kind.
    package var name: String {
        AchievementCredentialView(json).name ?? view.name ?? (id.isEmpty ? kind.rawValue : id)
    }
}

extension ShelfShare {
    package static let format = "passport.share/1"

    package var json: JSONObject {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        return [
            "format": .string(Self.format), "at": .string(at.description), "receiver": text(receiver),
            "purpose": text(purpose), "until": text(until?.description),
            "sha256": .string(Base16.encode(fileDigest)), "items": .array(items.map(JSONValue.string)),
            "showedName": .bool(showedName), "form": .string(form.rawValue),
        ]
    }
}
