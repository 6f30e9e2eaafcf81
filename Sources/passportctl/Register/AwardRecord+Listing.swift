import BadgeIssuer
import Encodings

extension AwardRecord {
    func isExpired(at now: Timestamp) -> Bool { validUntil.map { $0 < now } ?? false }

    /// The state for people: a live award whose time is over is expired.
    func shownState(at now: Timestamp) -> String {
        state.isLive && isExpired(at: now) ? "expired" : state.rawValue
    }

    /// One line for people, its columns in the order of what is looked for.
    func listLine(_ person: Person?, at now: Timestamp) -> String {
        let badge = "\(slug) v\(version)"
        let columns = [
            id, awardedDate.description, badge.padded(to: 28), level.map { "L\($0)" } ?? "– ",
            shownState(at: now).padded(to: 10), person?.shownName ?? "–",
        ]
        return columns.joined(separator: "  ")
    }

    /// One line of `--json`.
    func listJSON(_ person: Person?, at now: Timestamp) -> JSONObject {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "format": "passport.register-item/1", "credential": .string(id), "badge": .string(slug),
            "version": .number(JSONNumber(version)), "achievement": .string(achievementID),
            "level": level.map { .number(JSONNumber($0)) } ?? .null, "awardedDate": .string(awardedDate.description),
            "validUntil": text(validUntil?.description), "state": .string(state.rawValue),
            "expired": .bool(isExpired(at: now)), "reason": text(stateReason), "supersededBy": text(supersededBy),
            "person": text(person?.id), "name": text(person?.fullName),
            "passportNumber": text(person?.passportNumber.description),
        ]
    }
}

extension Person {
    var fullName: String? {
        let parts = [details.givenName, details.familyName].compactMap(\.self)
        return details.name ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
    }

    /// The name, or the address, and the passport number, safe for a terminal.
    var shownName: String {
        let name = (fullName ?? details.email).map { "\(UTF8Text.escapedForTerminal($0)), " } ?? ""
        return name + passportNumber.description
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
