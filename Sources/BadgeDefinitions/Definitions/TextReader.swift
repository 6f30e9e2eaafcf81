import Encodings

/// Reads texts in several languages by the language rules: Finnish or Swedish in each, and a word of warning where a
/// declared language is missing.
struct TextReader {
    /// The languages that the file declares.
    let declared: [String]
    let log: FindingLog

    /// The languages a file declares in `languages`; each is of ISO 639-1, and Finnish or Swedish is among them.
    static func declaredLanguages(_ fields: ObjectReader) -> [String] {
        var languages: [String] = []
        for (code, path) in fields.texts("languages", isRequired: true, atLeast: 1) {
            if isLanguage(code, at: path, fields.log) { languages.append(code) }
        }
        if case .array? = fields.object["languages"], !languages.contains("fi"), !languages.contains("sv") {
            fields.log.error(
                .language, at: fields.path("languages"), "The file declares neither Finnish nor Swedish.",
                hint: "Add \"fi\" or \"sv\" to \"languages\", and the texts with it.")
        }
        return languages
    }

    func text(_ name: String, of fields: ObjectReader, isRequired: Bool = true) -> LanguageMap? {
        guard let value = fields.value(name, isRequired: isRequired) else { return nil }
        return text(value, at: fields.path(name))
    }

    /// A text that people read: Finnish or Swedish must be there, and what is declared should be.
    func text(_ value: JSONValue, at path: JSONPath) -> LanguageMap? {
        guard let map = label(value, at: path) else { return nil }
        guard map["fi"] != nil || map["sv"] != nil else {
            log.error(
                .language, at: path, "The text at \(path) is in neither Finnish nor Swedish.",
                hint: "Write it in \"fi\" or \"sv\" at least.")
            return nil
        }
        warnOfMissing(declared, in: map, at: path)
        return map
    }

    /// A text of any languages, such as a vocabulary's own name of a skill.
    func label(_ value: JSONValue, at path: JSONPath) -> LanguageMap? {
        guard case .object(let object) = value else {
            log.error(
                .field, at: path,
                "\(path) is a \(value.kindName); a text per language like {\"fi\": \"…\"} belongs here.")
            return nil
        }
        var entries: [(language: String, text: String)] = []
        for member in object.members {
            let place = path.appending(member.name)
            guard case .string(let text) = member.value else {
                log.error(.field, at: place, "\(place) is a \(member.value.kindName); a text belongs here.")
                continue
            }
            // Lists of the national agency write "-" for a text that isn't there.
            guard Self.isLanguage(member.name, at: place, log), !text.isBlank, text != "-" else { continue }
            entries.append((member.name, text))
        }
        return LanguageMap(entries)
    }

    func warnOfMissing(_ languages: [String], in map: LanguageMap, at path: JSONPath) {
        for language in languages where map[language] == nil {
            log.warning(
                .languageMissing, at: path,
                "The text at \(path) isn't there in \"\(language)\", which the file declares.",
                hint: "Add it, or take \"\(language)\" out of \"languages\".")
        }
    }

    static func isLanguage(_ code: String, at path: JSONPath, _ log: FindingLog) -> Bool {
        guard !LanguageCodes.contains(code) else { return true }
        log.error(
            .language, at: path, "\"\(Quote.text(code))\" is not a language code.",
            hint: "Use the two letters of ISO 639-1, such as fi, sv, en or ru.")
        return false
    }
}
