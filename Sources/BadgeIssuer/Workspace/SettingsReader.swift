import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// Reads `workspace.json`; the first mistake ends it, named with its field and its line.
struct SettingsReader {
    private static let fields = [
        "format", "name", "url", "issuer", "badgeBase", "creator", "languages", "yTunnus", "oid", "defaults",
    ]

    private let bytes: [UInt8]
    private let file: String

    static func read(_ bytes: [UInt8], file: String) throws(WorkspaceError) -> WorkspaceSettings {
        try SettingsReader(bytes: bytes, file: file).read()
    }

    private func read() throws(WorkspaceError) -> WorkspaceSettings {
        let tree: JSONValue
        do throws(JSONError) {
            tree = try JSONParser.parse(bytes)
        } catch {
            throw WorkspaceError(
                .settings, "The settings \"\(file)\" aren't sound JSON at \(error.position): \(error.message)",
                hint: "Mend that place, or take the file from a backup.", cause: error.codeText)
        }
        guard case .object(let object) = tree else { throw wrongType(.root, tree, "an object in { }") }
        // Settings of a later version may have fields that mean more than a mistake.
        guard object["format"]?.stringValue == WorkspaceSettings.format else {
            throw failure(
                .format, JSONPath.root.appending("format"),
                "the field \"format\" must be \"\(WorkspaceSettings.format)\"",
                hint: "If a newer version of the program wrote the file, use that one.")
        }
        try refuseUnknown(object, at: .root, known: Self.fields)

        let name = try languageMap(object, "name")
        let languages = try languageList(object)
        let url = try optionalText(object, "url").map { text throws(WorkspaceError) in try address(text) }
        let issuer = try text(object, "issuer")
        try checkIssuer(issuer, url: url)
        return WorkspaceSettings(
            checkedName: name, url: url?.url, issuer: issuer, badgeBase: try badgeBase(object),
            creator: try uri(object, "creator"), languages: languages, yTunnus: try yTunnus(object),
            oid: try oid(object), defaults: try defaults(object, languages: languages))
    }

    // MARK: Fields

    private func languageMap(_ object: JSONObject, _ field: String) throws(WorkspaceError) -> LanguageMap {
        let path = JSONPath.root.appending(field)
        guard let value = object[field] else { throw missing(field) }
        guard case .object(let map) = value else {
            throw wrongType(path, value, "an object with a text for each language")
        }
        var entries: [(language: String, text: String)] = []
        for member in map.members {
            try checkLanguage(member.name, at: path.appending(member.name))
            entries.append((member.name, try text(map, member.name, at: path)))
        }
        guard !entries.isEmpty else { throw failure(.name, path, "the organisation's name is missing") }
        return LanguageMap(entries)
    }

    private func languageList(_ object: JSONObject) throws(WorkspaceError) -> [String] {
        let path = JSONPath.root.appending("languages")
        guard let value = object["languages"] else { throw missing("languages") }
        guard case .array(let elements) = value, !elements.isEmpty else {
            throw wrongType(path, value, "a list of at least one language such as [\"fi\", \"sv\"]")
        }
        var languages: [String] = []
        for (place, element) in elements.enumerated() {
            let here = path.appending(place)
            guard let language = element.stringValue else { throw wrongType(here, element, "a language code") }
            try checkLanguage(language, at: here)
            guard !languages.contains(language) else {
                throw failure(.language, here, "the language \"\(language)\" stands there twice")
            }
            languages.append(language)
        }
        return languages
    }

    private func address(_ text: String) throws(WorkspaceError) -> SiteAddress {
        do throws(WorkspaceError) {
            return try SiteAddress(text)
        } catch {
            throw WorkspaceError(
                .url, "In \(place(JSONPath.root.appending("url"))), \(error.message)", hint: error.hint,
                cause: error.cause)
        }
    }

    /// An issuer other than the address says would make badges that nobody can trace to the site, and the other way
    /// round.
    private func checkIssuer(_ issuer: String, url: SiteAddress?) throws(WorkspaceError) {
        let path = JSONPath.root.appending("issuer")
        if let url {
            guard issuer.hasSameBytes(as: url.did.description) else {
                throw failure(
                    .issuer, path, "the issuer is \"\(shown(issuer))\", but the url stands for \"\(url.did)\"",
                    hint: "A workspace keeps its issuer for good; for another address make a workspace of its own.")
            }
        } else {
            guard let did = DID(issuer), did.method == "key" else {
                throw failure(
                    .issuer, path, "the issuer is \"\(shown(issuer))\", but without a url it must be a did:key",
                    hint: "Put back the url with which the workspace was made.")
            }
        }
    }

    private func badgeBase(_ object: JSONObject) throws(WorkspaceError) -> String? {
        guard let text = try uri(object, "badgeBase") else { return nil }
        guard text.utf8.last == UInt8(ascii: "/") else {
            throw failure(.settings, JSONPath.root.appending("badgeBase"), "\"badgeBase\" must end with a slash")
        }
        return text
    }

    private func uri(_ object: JSONObject, _ field: String) throws(WorkspaceError) -> String? {
        guard let text = try optionalText(object, field) else { return nil }
        guard NameForms.isAbsoluteURI(text) else {
            throw failure(
                .settings, JSONPath.root.appending(field),
                "\"\(field)\" says \"\(shown(text))\", which is not a full address",
                hint: "Write it with its beginning, such as https:// or did:.")
        }
        return text
    }

    private func yTunnus(_ object: JSONObject) throws(WorkspaceError) -> BusinessID? {
        guard let text = try optionalText(object, "yTunnus") else { return nil }
        guard let code = BusinessID(text) else {
            throw failure(
                .yTunnus, JSONPath.root.appending("yTunnus"),
                "\"\(shown(text))\" is not a Finnish business identity code: its form or its check digit is wrong",
                hint: "Copy it from ytj.fi; it looks like 1234567-1.")
        }
        return code
    }

    private func oid(_ object: JSONObject) throws(WorkspaceError) -> OrganisationOID? {
        guard let text = try optionalText(object, "oid") else { return nil }
        guard let oid = OrganisationOID(text) else {
            throw failure(
                .oid, JSONPath.root.appending("oid"),
                "\"\(shown(text))\" is not the OID of an education organisation",
                hint: "Copy it from Opintopolku; it begins with 1.2.246.562.10.")
        }
        return oid
    }

    private func defaults(_ object: JSONObject, languages: [String]) throws(WorkspaceError) -> AwardDefaults {
        let path = JSONPath.root.appending("defaults")
        var defaults = AwardDefaults(language: languages.first ?? "fi")
        switch object["defaults"] {
        case nil, .null?: return defaults
        case .object(let given)?:
            try refuseUnknown(given, at: path, known: ["format", "image", "language"])
            if let format: AwardRecord.Format = try word(given, "format", at: path) { defaults.format = format }
            if let image: AchievementPicture.Choice = try word(given, "image", at: path) { defaults.image = image }
            if let language = try optionalText(given, "language", at: path) {
                try checkLanguage(language, at: path.appending("language"))
                defaults.language = language
            }
            return defaults
        case let value?: throw wrongType(path, value, "an object in { }")
        }
    }

    // MARK: Values

    private func checkLanguage(_ code: String, at path: JSONPath) throws(WorkspaceError) {
        guard LanguageCodes.contains(code) else {
            throw failure(
                .language, path, "\"\(shown(code))\" is not a language code",
                hint: "Use the two letters of ISO 639-1, such as fi, sv or en.")
        }
    }

    private func text(
        _ object: JSONObject, _ field: String, at path: JSONPath = .root
    ) throws(WorkspaceError) -> String {
        guard let text = try optionalText(object, field, at: path) else { throw missing(field) }
        return text
    }

    private func optionalText(
        _ object: JSONObject, _ field: String, at path: JSONPath = .root
    ) throws(WorkspaceError) -> String? {
        switch object[field] {
        case nil, .null?: return nil
        case .string(let text)?:
            guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
                throw failure(.settings, path.appending(field), "\"\(field)\" is empty")
            }
            return text
        case let value?: throw wrongType(path.appending(field), value, "a text in quotation marks")
        }
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ object: JSONObject, _ field: String, at path: JSONPath
    ) throws(WorkspaceError) -> Word? {
        guard let text = try optionalText(object, field, at: path) else { return nil }
        if let word = Word.allCases.first(where: { $0.rawValue.hasSameBytes(as: text) }) { return word }
        let words = Word.allCases.map(\.rawValue)
        throw failure(
            .settings, path.appending(field), "\"\(field)\" can't be \"\(shown(text))\"",
            hint: NearestName.find(text, among: words).map { "Did you mean \"\($0)\"?" }
                ?? "It is one of: \(words.joined(separator: ", ")).")
    }

    private func refuseUnknown(
        _ object: JSONObject, at path: JSONPath, known: [String]
    ) throws(WorkspaceError) {
        for name in object.names where !known.contains(where: { $0.hasSameBytes(as: name) }) {
            throw failure(
                .settings, path.appending(name), "the field \"\(shown(name))\" isn't known",
                hint: NearestName.find(name, among: known.filter { object[$0] == nil }).map {
                    "Did you mean \"\($0)\"?"
                }
                    ?? "Known are: \(known.joined(separator: ", ")).")
        }
    }

    // MARK: Failures

    private func shown(_ text: String) -> String { UTF8Text.escapedForTerminal(String(text.prefix(100))) }

    private func place(_ path: JSONPath) -> String {
        guard let position = JSONLocator.position(of: path, in: bytes) else { return "\"\(file)\"" }
        return "\"\(file)\", \(position)"
    }

    private func failure(
        _ code: WorkspaceError.Code, _ path: JSONPath, _ what: String, hint: String? = nil
    ) -> WorkspaceError {
        WorkspaceError(code, "In \(place(path)), \(what).", hint: hint, cause: path.description)
    }

    private func missing(_ field: String) -> WorkspaceError {
        failure(.settings, .root, "the field \"\(field)\" is missing")
    }

    private func wrongType(_ path: JSONPath, _ value: JSONValue, _ expected: String) -> WorkspaceError {
        failure(.settings, path, "\(path) is a \(value.kindName); \(expected) belongs there")
    }
}
