import BadgeIssuer
import Encodings

extension AwardDetails {
    /// The award for people, one field a line.
    func lines(at now: Timestamp) -> [String] {
        var lines = [award.id]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("  \(name.padded(to: 12)) \(UTF8Text.escapedForTerminal(value))") }
        }
        add("badge", "\(award.slug) v\(award.version) (\(award.achievementID))")
        add("holder", person.map(\.shownName) ?? "no longer known")
        let reason = award.stateReason.map { " (\($0))" } ?? ""
        add("state", "\(award.shownState(at: now)) since \(since)\(reason)")
        if isUnpublished { add("", "not published yet: the next `passportctl publish` tells it") }
        add("superseded", award.supersededBy.map { "by \($0)" })
        add("replaces", award.replaces)
        add("awarded", award.awardedDate.description)
        if award.activityStart != nil || award.activityEnd != nil {
            add("activity", "\(award.activityStart?.description ?? "") – \(award.activityEnd?.description ?? "")")
        }
        add("valid until", award.validUntil?.description)
        add("level", award.level.map(String.init))
        add("hours", award.hours?.description)
        add("credits", award.creditsEarned?.description)
        add("narrative", award.narrative)
        for evidence in award.evidence {
            let parts = [evidence.kind.rawValue, evidence.name, evidence.url].compactMap(\.self)
            add("evidence", parts.joined(separator: ": "))
        }
        add("language", award.language)
        add("signed", "\(award.signedAt) by \(award.verificationMethod), \(award.format.rawValue)")
        add("by", award.issuedBy)
        for place in places {
            add(
                "status list",
                "\(place.allocation.purpose.rawValue) list \(place.allocation.list), place \(place.allocation.index): "
                    + (place.isSet ? "set" : "not set"))
        }
        add("file", hasBytes ? nil : "the signed badge was erased")
        return lines
    }

    func json(at now: Timestamp) -> JSONObject {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        var object = award.listJSON(person, at: now)
        object["format"] = "passport.register-award/1"
        object["since"] = .string(since.description)
        object["unpublished"] = .bool(isUnpublished)
        object["replaces"] = text(award.replaces)
        object["activityStart"] = text(award.activityStart?.description)
        object["activityEnd"] = text(award.activityEnd?.description)
        object["hours"] = text(award.hours?.twoPlaces)
        object["creditsEarned"] = text(award.creditsEarned?.twoPlaces)
        object["narrative"] = text(award.narrative)
        object["language"] = .string(award.language)
        object["evidence"] = .array(
            award.evidence.map { evidence in
                [
                    "id": .string(evidence.id), "kind": .string(evidence.kind.rawValue), "name": text(evidence.name),
                    "url": text(evidence.url), "sha256": text(evidence.sha256.map { Base16.encode($0) }),
                ]
            })
        object["mediaFormat"] = .string(award.format.rawValue)
        object["signedAt"] = .string(award.signedAt.description)
        object["verificationMethod"] = .string(award.verificationMethod)
        object["sha256"] = .string(Base16.encode(award.sha256))
        object["signatureDigest"] = .string(Base16.encode(award.signatureDigest))
        object["issuedBy"] = text(award.issuedBy)
        object["status"] = .array(
            places.map { place in
                [
                    "purpose": .string(place.allocation.purpose.rawValue),
                    "list": .number(JSONNumber(place.allocation.list)),
                    "index": .number(JSONNumber(place.allocation.index)), "set": .bool(place.isSet),
                    "published": place.isPublished.map { .bool($0) } ?? .null,
                ]
            })
        object["erased"] = .bool(!hasBytes)
        return object
    }
}
