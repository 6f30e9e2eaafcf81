package import Encodings

/// What a backup says of itself, before its files.
package struct BackupManifest: Sendable, Hashable {
    static let format = "passport.backup-manifest/1"

    package let issuer: String
    /// The register's own id, a UUID.
    package let register: String
    /// The register's schema.
    package let schema: Int
    package let at: Timestamp
    package let awards: Int
    package let persons: Int
    /// How many entries the audit trail has, and when the newest was made.
    package let auditEntries: Int
    package let newestEntryAt: Timestamp?

    init(
        issuer: String, register: String, schema: Int, at: Timestamp, awards: Int, persons: Int, auditEntries: Int,
        newestEntryAt: Timestamp?
    ) {
        self.issuer = issuer
        self.register = register
        self.schema = schema
        self.at = at
        self.awards = awards
        self.persons = persons
        self.auditEntries = auditEntries
        self.newestEntryAt = newestEntryAt
    }

    init?(json: JSONObject) {
        guard json["format"]?.stringValue == Self.format, let issuer = json["issuer"]?.stringValue,
            let register = json["register"]?.stringValue, let schema = json["schema"]?.numberValue?.intValue,
            let at = json["at"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) }),
            let awards = json["awards"]?.numberValue?.intValue,
            let persons = json["persons"]?.numberValue?.intValue,
            let auditEntries = json["auditEntries"]?.numberValue?.intValue
        else { return nil }
        self.init(
            issuer: issuer, register: register, schema: schema, at: at, awards: awards, persons: persons,
            auditEntries: auditEntries,
            newestEntryAt: json["newestEntryAt"]?.stringValue.flatMap { try? Timestamp(rfc3339: $0) })
    }

    package var json: JSONObject {
        [
            "format": .string(Self.format), "issuer": .string(issuer), "register": .string(register),
            "schema": .number(JSONNumber(schema)), "at": .string(at.description),
            "awards": .number(JSONNumber(awards)), "persons": .number(JSONNumber(persons)),
            "auditEntries": .number(JSONNumber(auditEntries)),
            "newestEntryAt": newestEntryAt.map { .string($0.description) } ?? .null,
        ]
    }
}
