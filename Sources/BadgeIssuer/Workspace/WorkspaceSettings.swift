package import BadgeDefinitions
package import Encodings
import VerifiableCredentials

/// What `workspace.json` says: whose workspace it is, where it is published, and what its awards do by default.
package struct WorkspaceSettings: Sendable, Hashable {
    package static let format = "passport.workspace/1"
    package static let fileName = "workspace.json"
    /// The settings are a page of text; a hundred times as much is a mistake.
    static let maxBytes = 256 << 10

    /// The organisation's name.
    package let name: LanguageMap
    /// The https address of the published site, without a slash at its end; `nil` for a workspace without a site.
    package let url: String?
    /// The issuer: the did:web of the address, or a did:key.
    package let issuer: String
    /// What achievement ids begin with; ends in `/`.
    package let badgeBase: String
    /// The URI of who makes the definitions; the issuer unless said otherwise.
    package let creator: String
    /// The languages the organisation works in; the first is the main one.
    package let languages: [String]
    package let yTunnus: BusinessID?
    package let oid: OrganisationOID?
    package let defaults: AwardDefaults

    /// Settings of a workspace whose values were checked, by `SettingsReader` or by `init(name:…)` below.
    init(
        checkedName name: LanguageMap, url: String?, issuer: String, badgeBase: String?, creator: String?,
        languages: [String], yTunnus: BusinessID?, oid: OrganisationOID?, defaults: AwardDefaults
    ) {
        self.name = name
        self.url = url
        self.issuer = issuer
        self.badgeBase = badgeBase ?? "\(url ?? issuer)/badges/"
        self.creator = creator ?? issuer
        self.languages = languages
        self.yTunnus = yTunnus
        self.oid = oid
        self.defaults = defaults
    }
}

extension WorkspaceSettings {
    /// What definitions that leave it out are filled in with.
    package var definitionDefaults: DefinitionDefaults { DefinitionDefaults(badgeBase: badgeBase, creator: creator) }

    /// The language in which the organisation speaks when nobody asks for another.
    package var mainLanguage: String { defaults.language }

    /// The file's content, members in the order of their description.
    package var json: JSONObject {
        var object: JSONObject = [
            "format": .string(Self.format),
            "name": .object(JSONObject(name.entries.map { ($0.language, .string($0.text)) })),
        ]
        if let url { object["url"] = .string(url) }
        object["issuer"] = .string(issuer)
        object["badgeBase"] = .string(badgeBase)
        object["creator"] = .string(creator)
        object["languages"] = .array(languages.map { .string($0) })
        if let yTunnus { object["yTunnus"] = .string(yTunnus.description) }
        if let oid { object["oid"] = .string(oid.description) }
        object["defaults"] = [
            "format": .string(defaults.format.rawValue), "image": .string(defaults.image.rawValue),
            "language": .string(defaults.language),
        ]
        return object
    }

    /// The file itself.
    package var bytes: [UInt8] { JSONWriter.pretty(.object(json)) }

    /// Reads the file strictly: every field known, of its type, and agreeing with the others.
    ///
    /// - Parameter file: how messages name it.
    package init(reading bytes: [UInt8], file: String = fileName) throws(WorkspaceError) {
        self = try SettingsReader.read(bytes, file: file)
    }
}
