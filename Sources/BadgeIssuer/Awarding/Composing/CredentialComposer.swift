package import BadgeDefinitions
import Cryptography
package import Encodings
import OpenBadges

/// Turns a definition and what one award says into an `OpenBadgeCredential` ready to be secured.
///
/// Pure: time and randomness come in, a JSON object comes out. One composer serves all awards of a badge in one
/// language, since their achievement is the same.
/// See [Open Badges 3.0 §B.1.2 AchievementCredential](https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential).
package struct CredentialComposer: Sendable {
    private let definition: BadgeDefinition
    private let issuer: JSONObject
    private let composer: AchievementComposer
    private let achievement: JSONObject
    private let achievementWithHours: JSONObject
    private let words: BadgeWords

    /// - Parameters:
    ///   - issuer: the issuer's `Profile` in that language.
    ///   - creatorName: what the definition's creator is called; the issuer's name when it is the issuer itself.
    package init(
        definition: BadgeDefinition, issuer: JSONObject, creatorName: String? = nil, picture: AchievementPicture?,
        language: String
    ) {
        self.definition = definition
        self.issuer = issuer
        composer = AchievementComposer(definition: definition, language: language)
        let isOwn = issuer["id"]?.stringValue.map { $0.hasSameBytes(as: definition.creator) } ?? false
        let creator = creatorName ?? (isOwn ? issuer["name"]?.stringValue : nil)
        achievement = composer.achievement(creatorName: creator, picture: picture)
        achievementWithHours = composer.achievement(creatorName: creator, picture: picture, needsHours: true)
        words = composer.words
    }

    /// The credential, without a proof.
    ///
    /// - Parameters:
    ///   - id: the credential's own, `urn:uuid:…`.
    ///   - status: one place for revocation; a second one for suspension costs the `credentialSchema`, because the
    ///     published schema allows one status only.
    ///   - validFrom: the moment of signing; what is beyond the whole second is dropped.
    package func compose(
        id: String, award: AwardValues, recipient: CredentialRecipient, status: [CredentialStatusPlace],
        validFrom: Timestamp, using generator: inout some RandomNumberGenerator
    ) -> JSONObject {
        let hasSchema = status.count < 2
        var contexts: [JSONValue] = [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ]
        if hasSchema { contexts.append("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json") }

        var members: [JSONObject.Member] = []
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(.init(name: name, value: value)) }
        }
        add("@context", .array(contexts))
        add("id", .string(id))
        add("type", ["VerifiableCredential", "OpenBadgeCredential"])
        add("name", .string(composer.name))
        add("issuer", .object(issuer))
        add("validFrom", instant(validFrom.wholeSeconds))
        add("validUntil", validUntil(awardedOn: award.awardedDate).map(instant))
        add("awardedDate", instant(award.awardedDate.noonZ))
        add("credentialSubject", .object(subject(award, recipient, using: &generator)))
        add("evidence", evidence(award.evidence, using: &generator))
        add("credentialStatus", credentialStatus(status))
        if hasSchema { add("credentialSchema", [Self.schema]) }
        return JSONObject(uniqueMembers: members)
    }

    /// The last second of the Helsinki day on which the award ends; nothing for one that lasts.
    package func validUntil(awardedOn day: CalendarDay) -> Timestamp? {
        definition.validityMonths.map { day.adding(months: $0).lastSecond }
    }

    private static let schema: JSONValue = [
        "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        "type": "1EdTechJsonSchemaValidator2019",
    ]

    private func instant(_ time: Timestamp) -> JSONValue { .string(time.description) }
}

extension CredentialComposer {
    private func subject(
        _ award: AwardValues, _ recipient: CredentialRecipient, using generator: inout some RandomNumberGenerator
    ) -> JSONObject {
        var members: [JSONObject.Member] = []
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(.init(name: name, value: value)) }
        }
        add("id", .string(recipient.did ?? "urn:uuid:" + UUIDv4.make(using: &generator)))
        add("type", ["AchievementSubject"])
        add("identifier", .array(recipient.identifiers(using: &generator)))
        add("activityStartDate", (award.activityStart?.noonZ).map(instant))
        add("activityEndDate", (award.activityEnd?.noonZ).map(instant))
        if let credits = definition.credits, credits.basis == .curriculum,
            let number = JSONNumber(text: (award.creditsEarned ?? credits.value).description)
        {
            add("creditsEarned", .number(number))
        }
        add("narrative", award.narrative.map(JSONValue.string))
        add("role", award.role.map(JSONValue.string))
        add("source", award.source.map(profile))
        let needsHours = definition.hours == nil && award.hours != nil
        add("achievement", .object(needsHours ? achievementWithHours : achievement))
        let results = results(award)
        add("result", results.isEmpty ? nil : .array(results))
        return JSONObject(uniqueMembers: members)
    }

    private func profile(_ source: AwardSource) -> JSONValue {
        var profile: JSONObject = ["id": .string(source.id), "type": ["Profile"]]
        profile["name"] = source.name.map(JSONValue.string)
        return .object(profile)
    }

    private func results(_ award: AwardValues) -> [JSONValue] {
        var results: [JSONValue] = []
        if let level = award.level {
            results.append([
                "type": ["Result"], "resultDescription": composer.resultID(.level),
                "achievedLevel": composer.levelID(level),
            ])
        }
        if let hours = award.hours ?? definition.hours {
            results.append([
                "type": ["Result"], "resultDescription": composer.resultID(.hours), "value": .string("\(hours)"),
            ])
        }
        if let credits = definition.credits, credits.basis == .indicative {
            results.append([
                "type": ["Result"], "resultDescription": composer.resultID(.credits),
                "value": .string(credits.value.oneAtLeast),
            ])
        }
        return results
    }

    private func evidence(
        _ pieces: [AwardEvidence], using generator: inout some RandomNumberGenerator
    ) -> JSONValue? {
        var values: [JSONValue] = []
        for piece in pieces {
            let id =
                switch piece.source {
                case .url(let url): url
                case .credential(let id): id
                case .file, .none: "urn:uuid:" + UUIDv4.make(using: &generator)
                }
            var value: JSONObject = ["id": .string(id), "type": ["Evidence"]]
            value["name"] = (piece.title ?? words.evidence[piece.kind]).map(JSONValue.string)
            value["genre"] = .string(piece.kind.rawValue)
            if case .file(let digest) = piece.source {
                // A multihash: 0x12 is SHA-256, 0x20 its length.
                value["digestMultibase"] = .string("u" + Base64URL.encode([0x12, 0x20] + digest))
            }
            values.append(.object(value))
        }
        return values.isEmpty ? nil : .array(values)
    }

    /// One entry stands as itself, as strict receivers expect; several as an array.
    private func credentialStatus(_ places: [CredentialStatusPlace]) -> JSONValue? {
        let entries = places.map(\.json)
        return entries.count > 1 ? .array(entries) : entries.first
    }
}
