import BadgeDefinitions
package import Encodings

/// Everything that the register holds on a person, as one JSON file: the answer to a person who asks.
///
/// It begins with a summary in Finnish, Swedish and English. Signed badges stand in it to the byte.
package struct PersonExport: Sendable {
    package static let format = "passport.person-export/1"

    package let personID: String
    package let awards: Int
    package let auditEntries: Int
    package let bytes: [UInt8]

    /// - Parameter organisation: the issuer's name by language.
    /// - Throws: `RegisterError` `register.person-missing`.
    package init(
        of reference: PersonReference, in reader: RegisterReader, settings: WorkspaceSettings, at now: Timestamp
    ) throws {
        guard let person = try reader.person(reference) else {
            throw RegisterError(
                .personMissing, "Nobody in the register is known by what was given.",
                hint: "Give the passport number from the slip, or find it with `passportctl register list`.")
        }
        let now = now.wholeSeconds
        let records = try reader.awards(AwardFilter(personID: person.id))
        let entries = try reader.auditEntries(about: person.id)
        let times = try reader.personTimes(person.id)
        var badges: [PersonSummary.Badge] = []
        var awards: [JSONValue] = []
        for record in records {
            let details = try reader.details(of: record)
            let names = try Self.names(of: record, reader)
            badges.append(.init(names: names, day: record.awardedDate, state: record.state))
            awards.append(.object(Self.json(details, names: names, signed: try reader.signedBytes(record.id))))
        }
        let others = try reader.otherRows(about: person.id)
        let summary = PersonSummary(
            organisation: settings.name, person: person, badges: badges, auditEntries: entries.count, at: now)
        let json: JSONObject = [
            "format": .string(Self.format), "at": .string(now.description), "issuer": .string(settings.issuer),
            "summary": [
                "fi": .string(summary.text(.fi)), "sv": .string(summary.text(.sv)), "en": .string(summary.text(.en)),
            ],
            "person": .object(Self.json(person, times)), "awards": .array(awards),
            "auditEntries": .array(entries.map { .object(Self.json($0.entry, salt: $0.salt)) }),
            "other": .array(others.map { ["table": .string($0.table), "row": .object($0.row)] }),
        ]
        personID = person.id
        self.awards = records.count
        auditEntries = entries.count
        bytes = JSONWriter.pretty(.object(json))
    }

    private static func names(of record: AwardRecord, _ reader: RegisterReader) throws -> LanguageMap {
        let snapshot = try reader.snapshot(slug: record.slug, version: record.version, badgeBase: record.badgeBase)
        // A definition that can't be read any more still has its slug.
        return (try? snapshot?.definition().name) ?? LanguageMap([("fi", record.slug)])
    }

    // MARK: Parts

    private static func json(_ person: Person, _ times: (created: Timestamp, changed: Timestamp)) -> JSONObject {
        [
            "id": .string(person.id), "passportNumber": .string(person.passportNumber.description),
            "name": text(person.name), "givenName": text(person.givenName), "familyName": text(person.familyName),
            "email": text(person.email), "studentID": text(person.studentID), "did": text(person.did),
            "language": text(person.language), "recorded": .string(times.created.description),
            "changed": .string(times.changed.description),
        ]
    }

    private static func json(_ details: AwardDetails, names: LanguageMap, signed: [UInt8]?) -> JSONObject {
        let award = details.award
        return [
            "credential": .string(award.id), "badge": .string(award.slug),
            "version": .number(JSONNumber(award.version)), "achievement": .string(award.achievementID),
            "name": .object(JSONObject(names.entries.map { ($0.language, .string($0.text)) })),
            "level": award.level.map { .number(JSONNumber($0)) } ?? .null,
            "awardedDate": .string(award.awardedDate.description),
            "activityStart": text(award.activityStart?.description),
            "activityEnd": text(award.activityEnd?.description), "hours": text(award.hours?.twoPlaces),
            "creditsEarned": text(award.creditsEarned?.twoPlaces), "narrative": text(award.narrative),
            "language": .string(award.language), "validUntil": text(award.validUntil?.description),
            "evidence": .array(award.evidence.map { .object(json($0)) }),
            "status": .string(award.state.rawValue), "statusReason": text(award.stateReason),
            "statusSince": .string(details.since.description), "replaces": text(award.replaces),
            "supersededBy": text(award.supersededBy), "issuedBy": text(award.issuedBy),
            "statusPlaces": .array(details.places.map { .object(json($0)) }),
            "signedAt": .string(award.signedAt.description), "verificationMethod": .string(award.verificationMethod),
            "signatureDigest": .string(Base16.encode(award.signatureDigest)),
            "sha256": .string(Base16.encode(award.sha256)), "signedFormat": .string(award.format.rawValue),
            // The badge itself, to the byte: saved to a file it can be checked by anyone.
            "signed": text(signed.map { String(decoding: $0, as: UTF8.self) }),
        ]
    }

    private static func json(_ evidence: EvidenceRecord) -> JSONObject {
        [
            "id": .string(evidence.id), "kind": .string(evidence.kind.rawValue), "name": text(evidence.name),
            "description": text(evidence.description), "url": text(evidence.url),
            "sha256": text(evidence.sha256.map { Base16.encode($0) }),
            "capturedDate": text(evidence.capturedDate?.description),
        ]
    }

    private static func json(_ place: AwardDetails.Place) -> JSONObject {
        [
            "purpose": .string(place.allocation.purpose.rawValue), "list": .number(JSONNumber(place.allocation.list)),
            "index": .number(JSONNumber(place.allocation.index)), "set": .bool(place.isSet),
            "published": place.isPublished.map { .bool($0) } ?? .null,
        ]
    }

    private static func json(_ entry: AuditEntry, salt: [UInt8]) -> JSONObject {
        [
            "entry": (try? JSONParser.parse(entry.json)) ?? .null, "who": text(entry.who),
            "salt": .string(Base16.encode(salt)), "hash": .string(Base16.encode(entry.hash)),
        ]
    }

    private static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
