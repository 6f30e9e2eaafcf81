import Cryptography
package import Encodings
import OpenBadges

/// Puts a person's signed badges into one learner record, ready to be secured.
///
/// Pure: time and randomness come in, a JSON object comes out. The badges stand in it as they were signed. What the record
/// says beside them awards nothing: `achievement` describes what they are about, `association` tells which of them a
/// milestone rests on, as far as those are in it.
/// See [CLR 2.0 ClrCredential](https://www.imsglobal.org/spec/clr/v2p0/#clrcredential).
package struct TranscriptComposer: Sendable {
    private let issuer: JSONObject
    private let language: String

    /// - Parameter issuer: the issuer's `Profile` in that language.
    package init(issuer: JSONObject, language: String) {
        self.issuer = issuer
        self.language = language
    }

    /// The record, without a proof.
    ///
    /// - Parameters:
    ///   - id: the record's own, `urn:uuid:…`.
    ///   - badges: with their proofs.
    ///   - validFrom: the moment of signing; what is beyond the whole second is dropped.
    package func compose(
        id: String, badges: [JSONObject], recipient: CredentialRecipient, status: CredentialStatusPlace,
        validFrom: Timestamp, using generator: inout some RandomNumberGenerator
    ) -> JSONObject {
        [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            ],
            "id": .string(id), "type": ["VerifiableCredential", "ClrCredential"],
            "name": .string(Self.name(in: language)), "issuer": .object(issuer),
            // Never told apart: whether it holds all would say that there is more.
            "partial": true, "validFrom": .string(validFrom.wholeSeconds.description),
            "credentialSubject": .object(subject(badges, recipient, using: &generator)),
            "credentialStatus": status.json,
            "credentialSchema": [
                [
                    "id": "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
                    "type": "1EdTechJsonSchemaValidator2019",
                ]
            ],
        ]
    }

    /// What the record is called, in Finnish, Swedish or English.
    package static func name(in language: String) -> String {
        switch language {
        case "fi": "Ote osaamismerkeistä"
        case "sv": "Utdrag över kompetensmärken"
        default: "Transcript of competence badges"
        }
    }

    private func subject(
        _ badges: [JSONObject], _ recipient: CredentialRecipient, using generator: inout some RandomNumberGenerator
    ) -> JSONObject {
        var subject: JSONObject = [
            "id": .string(recipient.did ?? "urn:uuid:" + UUIDv4.make(using: &generator)), "type": ["ClrSubject"],
            "identifier": .array(recipient.identifiers(using: &generator)),
        ]
        subject["achievement"] = .array(Self.achievements(of: badges).map(JSONValue.object))
        let associations = Self.associations(of: badges)
        if !associations.isEmpty { subject["association"] = .array(associations) }
        subject["verifiableCredential"] = .array(badges.map(JSONValue.object))
        return subject
    }

    /// What the badges are about, each once, with what the class needs and no more.
    private static func achievements(of badges: [JSONObject]) -> [JSONObject] {
        var seen: Set<[UInt8]> = []
        return badges.compactMap { badge in
            guard let achievement = badge.achievement, let id = achievement["id"]?.stringValue,
                seen.insert(Array(id.utf8)).inserted
            else { return nil }
            let members = ["id", "type", "name", "description", "criteria", "achievementType", "version"]
            return JSONObject(members.compactMap { name in achievement[name].map { (name, $0) } })
        }
    }

    /// A milestone above each badge that it names as its evidence and that is in the record, too.
    private static func associations(of badges: [JSONObject]) -> [JSONValue] {
        var achievementOfBadge: [[UInt8]: String] = [:]
        for badge in badges {
            guard let id = badge["id"]?.stringValue, let achievement = badge.achievement?["id"]?.stringValue else {
                continue
            }
            achievementOfBadge[Array(id.utf8)] = achievement
        }
        var seen: Set<[UInt8]> = []
        var associations: [JSONValue] = []
        for badge in badges {
            guard let source = badge.achievement?["id"]?.stringValue else { continue }
            for piece in badge["evidence"]?.asList ?? [] where piece["genre"]?.stringValue == "award" {
                guard let id = piece["id"]?.stringValue, let target = achievementOfBadge[Array(id.utf8)],
                    !target.hasSameBytes(as: source), seen.insert(Array("\(source) \(target)".utf8)).inserted
                else { continue }
                associations.append([
                    "type": "Association", "associationType": "isParentOf", "sourceId": .string(source),
                    "targetId": .string(target),
                ])
            }
        }
        return associations
    }
}

extension JSONObject {
    /// What a badge is about.
    fileprivate var achievement: JSONObject? { self["credentialSubject"]?["achievement"]?.objectValue }
}
