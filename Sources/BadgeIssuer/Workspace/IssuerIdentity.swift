package import BadgeDefinitions
package import Encodings

/// Who issues a workspace's badges, as others see it.
package struct IssuerIdentity: Sendable, Hashable {
    /// The did:web of the site, or a did:key.
    package let did: String
    package let name: LanguageMap
    package let url: String?
    package let yTunnus: BusinessID?
    package let oid: OrganisationOID?
    /// The language used when nobody asks for another.
    package let mainLanguage: String

    package init(_ settings: WorkspaceSettings) {
        did = settings.issuer
        name = settings.name
        url = settings.url
        yTunnus = settings.yTunnus
        oid = settings.oid
        mainLanguage = settings.mainLanguage
    }

    /// The name in that language, or in the next best.
    package func name(in language: String) -> String { name.text(in: language, main: mainLanguage) }

    /// The issuer as every credential embeds it, in one language.
    ///
    /// See [Open Badges 3.0 §B.1.16 Profile](https://www.imsglobal.org/spec/ob/v3p0/#profile).
    package func profile(in language: String) -> JSONObject {
        var profile: JSONObject = [
            "id": .string(did), "type": ["Profile"], "name": .string(name(in: language)),
        ]
        if let url { profile["url"] = .string(url) }
        let identifiers = [
            yTunnus.map { ("ext:YTunnus", $0.description) }, oid.map { ("ext:OrganisaatioOID", $0.description) },
        ].compactMap { $0 }
        if !identifiers.isEmpty {
            profile["otherIdentifier"] = .array(
                identifiers.map { type, identifier in
                    [
                        "type": "IdentifierEntry", "identifier": .string(identifier),
                        "identifierType": .string(type),
                    ]
                })
        }
        return profile
    }
}
