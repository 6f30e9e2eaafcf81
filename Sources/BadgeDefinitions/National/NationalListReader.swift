import Encodings

/// Reads the entries of a saved list one by one.
struct NationalListReader {
    private let file: String
    private(set) var badges: [NationalBadge] = []
    private(set) var skipped: [NationalList.Skipped] = []
    private(set) var warnings: [DefinitionFinding] = []
    private var codes: Set<String> = []

    init(file: String) { self.file = file }

    /// Why an entry isn't taken.
    private struct Refusal: Error {
        let code: DefinitionError.Code
        let path: JSONPath
        let message: String
        var hint: String?
        var isError = true
    }

    mutating func take(_ value: JSONValue, at path: JSONPath) {
        let code = value["koodiUri"]?.stringValue
        let name = value["nimi"]?.objectValue.map { Self.plainTexts($0) }?.text(in: "fi")
        do throws(Refusal) {
            let badge = try badge(value, at: path)
            guard codes.insert(badge.codeURI).inserted else {
                throw Refusal(
                    code: .duplicateID, path: path.appending("koodiUri"),
                    message: "The code \(badge.codeURI) stands in the list for the second time.")
            }
            badges.append(badge)
        } catch {
            skipped.append(
                NationalList.Skipped(
                    codeURI: code.flatMap { NationalBadge.isCodeURI($0) ? $0 : nil }, name: name,
                    isError: error.isError,
                    finding: DefinitionFinding(
                        error.isError ? .error : .warning, .definition(error.code), file: file, path: error.path,
                        message: error.message, hint: error.hint)))
        }
    }

    private mutating func badge(_ value: JSONValue, at path: JSONPath) throws(Refusal) -> NationalBadge {
        guard case .object(let object) = value else {
            throw Refusal(code: .field, path: path, message: "\(path) is a \(value.kindName), and no badge.")
        }
        let state = object["tila"]?.stringValue
        guard state == "JULKAISTU" else {
            throw Refusal(
                code: .field, path: path.appending("tila"),
                message: state == "LAADINTA"
                    ? "The badge is still being drafted."
                    : "The badge isn't published: its tila is \(state.map { "\"\(Quote.text($0))\"" } ?? "missing").",
                isError: false)
        }
        guard let code = object["koodiUri"]?.stringValue, NationalBadge.isCodeURI(code) else {
            throw Refusal(
                code: .field, path: path.appending("koodiUri"),
                message: "The badge has no code such as osaamismerkit_1000.",
                hint: "Save the list anew; a published badge has one.")
        }
        let nameTexts = try texts(object, "nimi", at: path, code)
        let name = Self.lines(nameTexts)
        guard name["fi"] != nil || name["sv"] != nil else {
            throw Refusal(
                code: .language, path: path.appending("nimi"),
                message: "\(code) has a name in neither Finnish nor Swedish.")
        }
        let outcomes = try list(object, "osaamistavoitteet", "osaamistavoite", at: path, code)
        let criteria = try list(object, "arviointikriteerit", "arviointikriteeri", at: path, code)
        let (theme, category) = self.category(object["kategoria"])
        let from = try day(object, "voimassaoloAlkaa", at: path, code)
        let until = try day(object, "voimassaoloLoppuu", at: path, code)
        if let from, let until, until < from {
            throw Refusal(
                code: .date, path: path.appending("voimassaoloLoppuu"),
                message: "\(code) ends on \(until), before it begins on \(from).")
        }
        let description = try description(object, at: path, code)
        return NationalBadge(
            codeURI: code, name: name, description: description ?? name, isDescribed: description != nil,
            outcomes: outcomes, criteria: criteria, theme: theme, categoryName: category, validFrom: from,
            validUntil: until)
    }

    // MARK: Texts

    /// A text per language: keys that begin with an underscore are the agency's own, and `-` means that there is none.
    private mutating func texts(
        _ object: JSONObject, _ field: String, at path: JSONPath, _ code: String
    ) throws(Refusal) -> [(language: String, text: NationalText)] {
        let place = path.appending(field)
        switch object[field] {
        case nil, .null?: return []
        case .object(let map)?:
            var texts: [(language: String, text: NationalText)] = []
            for member in map.members where !member.name.hasPrefix("_") {
                guard LanguageCodes.contains(member.name) else {
                    warn(
                        place.appending(member.name),
                        "\(code): \"\(Quote.text(member.name))\" is no language; its text is left out.")
                    continue
                }
                guard case .string(let html) = member.value else {
                    if !member.value.isNull {
                        throw Refusal(
                            code: .field, path: place.appending(member.name),
                            message: "\(code): a text is a \(member.value.kindName).")
                    }
                    continue
                }
                let text = NationalText(html: html)
                guard !text.blocks.isEmpty, text.line != "-" else { continue }
                if !text.notes.isEmpty {
                    warn(
                        place.appending(member.name),
                        "\(code): the text holds \(text.notes.joined(separator: ", ")), which a definition can't have; it is left out."
                    )
                }
                texts.append((member.name, text))
            }
            return texts
        case let value?:
            throw Refusal(
                code: .field, path: place,
                message: "\(code): \"\(field)\" is a \(value.kindName); a text per language belongs there.")
        }
    }

    private static func lines(_ texts: [(language: String, text: NationalText)]) -> LanguageMap {
        LanguageMap(texts.map { ($0.language, $0.text.line) })
    }

    /// For messages about an entry that can't be read.
    private static func plainTexts(_ map: JSONObject) -> LanguageMap {
        LanguageMap(
            map.members.compactMap { member in
                guard LanguageCodes.contains(member.name), let html = member.value.stringValue else { return nil }
                return (member.name, NationalText(html: html).line)
            })
    }

    /// Nothing when there is none; the badge is then described by its name, so that it can be awarded at all.
    private mutating func description(
        _ object: JSONObject, at path: JSONPath, _ code: String
    ) throws(Refusal) -> LanguageMap? {
        let texts = try self.texts(object, "kuvaus", at: path, code)
        let description = LanguageMap(texts.map { ($0.language, $0.text.paragraphs) })
        guard description["fi"] == nil, description["sv"] == nil else { return description }
        warn(
            path.appending("kuvaus"),
            "\(code) has no description in Finnish or Swedish; its name stands there instead.",
            hint: "Write one into the definition before you publish it.")
        return nil
    }

    /// A text of the list's item is an outcome or criterion; one that is itself a list of as many in each language is
    /// taken apart.
    private mutating func list(
        _ object: JSONObject, _ field: String, _ inner: String, at path: JSONPath, _ code: String
    ) throws(Refusal) -> [LanguageMap] {
        let place = path.appending(field)
        guard let values = object[field]?.arrayValue, !values.isEmpty else {
            throw Refusal(code: .field, path: place, message: "\(code) has no \(field).")
        }
        var maps: [LanguageMap] = []
        for (index, value) in values.enumerated() {
            guard case .object(let item) = value else {
                throw Refusal(
                    code: .field, path: place.appending(index), message: "\(code): an item of \(field) is no object.")
            }
            let texts = try self.texts(item, inner, at: place.appending(index), code)
            guard texts.contains(where: { $0.language == "fi" || $0.language == "sv" }) else {
                // An empty line of the editor is no outcome.
                if texts.isEmpty { continue }
                throw Refusal(
                    code: .language, path: place.appending(index),
                    message: "\(code): an item of \(field) is in neither Finnish nor Swedish.")
            }
            maps += Self.apart(texts)
        }
        guard !maps.isEmpty else {
            throw Refusal(code: .field, path: place, message: "\(code) has no \(field).")
        }
        return maps
    }

    private static func apart(_ texts: [(language: String, text: NationalText)]) -> [LanguageMap] {
        let items = texts.compactMap { text in text.text.items.map { (text.language, $0) } }
        guard items.count == texts.count, let count = items.first?.1.count, items.allSatisfy({ $0.1.count == count })
        else { return [lines(texts)] }
        return (0..<count).map { place in LanguageMap(items.map { ($0.0, $0.1[place]) }) }
    }

    // MARK: Category and days

    private func category(_ value: JSONValue?) -> (NationalTheme?, String?) {
        guard let names = value?["nimi"]?.objectValue else { return (nil, nil) }
        let map = Self.plainTexts(names)
        let theme = ["fi", "sv"].lazy.compactMap { map[$0].flatMap(NationalTheme.init(name:)) }.first
        return (theme, map.isEmpty ? nil : map.text(in: "fi"))
    }

    /// Milliseconds since 1970, or a day or instant of ISO 8601.
    private func day(
        _ object: JSONObject, _ field: String, at path: JSONPath, _ code: String
    ) throws(Refusal) -> CalendarDay? {
        switch object[field] {
        case nil, .null?: return nil
        case .number(let number)?:
            if let milliseconds = number.intValue,
                let instant = Timestamp(exactlySecondsSince1970: Int64(milliseconds / 1000))
            {
                return CalendarDay(of: instant)
            }
        case .string(let text)?:
            if let day = CalendarDay(text) { return day }
            if let instant = Self.instant(text) { return CalendarDay(of: instant) }
        default: break
        }
        throw Refusal(
            code: .date, path: path.appending(field),
            message: "\(code): \"\(field)\" is neither milliseconds since 1970 nor a day like 2026-05-29.")
    }

    /// Java writes the zone as +0200 where RFC 3339 has +02:00, and sometimes leaves it out.
    private static func instant(_ text: String) -> Timestamp? {
        if let instant = try? Timestamp(rfc3339: text) { return instant }
        if text.utf8.count > 5 {
            let cut = text.utf8.index(text.utf8.endIndex, offsetBy: -2)
            if let instant = try? Timestamp(rfc3339: "\(text[..<cut]):\(text[cut...])") { return instant }
        }
        return try? Timestamp(rfc3339: "\(text)Z")
    }

    private mutating func warn(_ path: JSONPath, _ message: String, hint: String? = nil) {
        warnings.append(
            DefinitionFinding(.warning, .definition(.field), file: file, path: path, message: message, hint: hint))
    }
}
