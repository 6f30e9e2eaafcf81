package import BadgeDefinitions

/// What `init` is asked for.
package struct WorkspaceRequest: Sendable {
    /// Where the workspace is to stand: a folder that isn't there yet, or an empty one.
    package var folder: String
    /// The organisation's name in one language or more.
    package var name: LanguageMap
    /// The https address of the site; without one the issuer is a did:key.
    package var url: String?
    /// The main one first.
    package var languages: [String]
    package var yTunnus: String?
    package var oid: String?
    /// Where the badges' own addresses begin, when several organisations share them.
    package var badgeBase: String?
    /// Who designs those badges.
    package var creator: String?
    /// The definitions to begin with.
    package var samples: SampleSet?

    package init(
        folder: String, name: LanguageMap, url: String? = nil, languages: [String] = ["fi"], yTunnus: String? = nil,
        oid: String? = nil, samples: SampleSet? = nil
    ) {
        self.folder = folder
        self.name = name
        self.url = url
        self.languages = languages
        self.yTunnus = yTunnus
        self.oid = oid
        self.samples = samples
    }

    /// The settings for these values.
    ///
    /// They are read back by the same strict reader that every later command uses, so that nothing is made here
    /// that couldn't be opened afterwards.
    ///
    /// - Parameter issuer: the did:key of a workspace without an address.
    func settings(address: SiteAddress?, issuer: String) throws(WorkspaceError) -> WorkspaceSettings {
        guard name.entries.contains(where: { $0.text.contains { !$0.isWhitespace } }) else {
            throw WorkspaceError(
                .name, "The organisation's name is missing.", hint: "Give it with --name \"Name of the school\".")
        }
        for language in languages + name.languages where !LanguageCodes.contains(language) {
            throw WorkspaceError(
                .language, "\"\(language.prefix(40))\" is not a language code.",
                hint: "Use the two letters of ISO 639-1, such as fi, sv or en.")
        }
        guard let main = languages.first else {
            throw WorkspaceError(.language, "The workspace needs a language.", hint: "Give it with --lang fi.")
        }
        let code = try yTunnus.map { text throws(WorkspaceError) in
            guard let code = BusinessID(text) else {
                throw WorkspaceError(
                    .yTunnus, "The business identity code's form or check digit is wrong.",
                    hint: "Copy it from ytj.fi; it looks like 1234567-1.")
            }
            return code
        }
        let oid = try self.oid.map { text throws(WorkspaceError) in
            guard let oid = OrganisationOID(text) else {
                throw WorkspaceError(
                    .oid, "That is not the OID of an education organisation.",
                    hint: "Copy it from Opintopolku; it begins with 1.2.246.562.10.")
            }
            return oid
        }
        let settings = WorkspaceSettings(
            checkedName: name, url: address?.url, issuer: issuer, badgeBase: badgeBase, creator: creator,
            languages: languages,
            yTunnus: code, oid: oid, defaults: AwardDefaults(language: main))
        return try WorkspaceSettings(reading: settings.bytes)
    }
}
