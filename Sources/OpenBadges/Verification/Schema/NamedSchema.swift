internal import Encodings

/// An entry of `credentialSchema`: a schema that a credential says it keeps.
///
/// Those of 1EdTech are known by the addresses under which they are published: one address for each class and for each
/// way of writing, whose content follows the versions of Open Badges 3.0 (3.0, 3.0.1 to 3.0.3) and CLR 2.0. So an address
/// tells the class, and a credential keeps the schema when it keeps one of the states that were published for its version
/// of the VC Data Model. Nothing is fetched.
struct NamedSchema {
    let id: String?
    let type: String?
    /// What is judged by rules of our own; nothing when the schema is only reported.
    let root: OpenBadgeSchema.Root?

    /// Those of a credential, as many as one has reason to name.
    static func all(in credential: JSONObject) -> [NamedSchema] {
        guard let value = credential["credentialSchema"] else { return [] }
        return value.asList.prefix(maxCount).map(NamedSchema.init)
    }

    /// More than there are classes.
    private static let maxCount = 16

    private init(_ value: JSONValue) {
        id = value["id"]?.stringValue ?? value.stringValue
        type = value["type"]?.asList.first?.stringValue
        let isJSONSchema = type.map { type in Self.types.contains { $0.hasSameBytes(as: type) } } ?? false
        root = isJSONSchema ? id.flatMap(Self.root(at:)) : nil
    }

    var json: JSONValue {
        var json: JSONObject = [:]
        json["id"] = id.map { .string($0) }
        json["type"] = type.map { .string($0) }
        json["judged"] = .bool(root != nil)
        return .object(json)
    }

    /// The types that say that the id is a JSON Schema's: 1EdTech's own, and the W3C's of VC JSON Schema §3.2.
    private static let types = [OpenBadgesTerm.schemaType, "JsonSchema"]

    /// The class whose schema is published under an address.
    private static func root(at address: String) -> OpenBadgeSchema.Root? {
        for (folder, prefix, names) in published {
            for way in ways {
                guard address.utf8.starts(with: "\(folder)\(way)\(prefix)".utf8) else { continue }
                let name = address.utf8.dropFirst("\(folder)\(way)\(prefix)".utf8.count)
                if let found = names.first(where: { name.elementsEqual("\($0.name)_schema.json".utf8) }) {
                    return found.root
                }
            }
        }
        return early.first { $0.address.hasSameBytes(as: address) }?.root
    }

    /// As JSON Schema proper, and as one that takes what JSON-LD compaction makes of a credential.
    private static let ways = ["json/", "json-ld/"]
    private static let published:
        [(folder: String, prefix: String, names: [(name: String, root: OpenBadgeSchema.Root)])] = [
            (
                "https://purl.imsglobal.org/spec/ob/v3p0/schema/", "ob_v3p0_",
                [
                    ("achievementcredential", .achievementCredential),
                    ("anyachievementcredential", .achievementCredential),
                    ("endorsementcredential", .endorsementCredential),
                    ("anyendorsementcredential", .endorsementCredential),
                    ("profile", .profile),
                ]
            ),
            (
                "https://purl.imsglobal.org/spec/clr/v2p0/schema/", "clr_v2p0_",
                [
                    ("clrcredential", .clrCredential), ("anyclrcredential", .clrCredential),
                    ("achievementcredential", .achievementCredential),
                    ("anyachievementcredential", .achievementCredential),
                    ("endorsementcredential", .endorsementCredential),
                    ("anyendorsementcredential", .endorsementCredential),
                    ("profile", .profile),
                ]
            ),
        ]
    /// The names that examples had before the standard was final.
    private static let early: [(address: String, root: OpenBadgeSchema.Root)] = [
        ("https://purl.imsglobal.org/spec/ob/v3p0/schema/achievementcredential.json", .achievementCredential),
        ("https://purl.imsglobal.org/spec/ob/v3p0/schema/endorsementcredential.json", .endorsementCredential),
    ]
}
