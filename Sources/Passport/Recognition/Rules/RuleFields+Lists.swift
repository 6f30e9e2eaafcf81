import BadgeDefinitions
import Encodings

extension RuleFields {
    /// The elements with their paths; none when the field is missing and may be.
    func list(_ name: String, isRequired: Bool = true, atLeast: Int = 0) -> [(value: JSONValue, path: JSONPath)]? {
        guard let value = value(name, isRequired: isRequired) else { return isRequired ? nil : [] }
        guard case .array(let values) = value else {
            wrongType(name, value, expected: "a list in [ ]")
            return nil
        }
        guard values.count >= atLeast else {
            log.error(.field, at: path(name), "\"\(name)\" is empty; at least \(atLeast) belongs here.")
            return nil
        }
        return values.enumerated().map { ($0.element, path(name).appending($0.offset)) }
    }

    /// The texts of a list, none blank and none twice.
    func texts(_ name: String, isRequired: Bool = false, atLeast: Int = 0) -> [(text: String, path: JSONPath)] {
        var texts: [(text: String, path: JSONPath)] = []
        for (value, path) in list(name, isRequired: isRequired, atLeast: atLeast) ?? [] {
            guard case .string(let text) = value, !text.allSatisfy(\.isWhitespace) else {
                log.error(.field, at: path, "\(path) isn't a text; texts in quotation marks belong here.")
                continue
            }
            if isNew(text, among: texts.map(\.text), at: path) { texts.append((text, path)) }
        }
        return texts
    }

    /// Notes an id that stands a second time.
    func isNew(_ id: String, among earlier: [String], at path: JSONPath) -> Bool {
        guard earlier.contains(where: { $0.hasSameBytes(as: id) }) else { return true }
        log.error(
            .duplicate, at: path, "\"\(Self.quoted(id))\" stands here for the second time.",
            hint: "Leave one of them out, or give it a name of its own.")
        return false
    }

    /// A text by language, Finnish or Swedish among them.
    func languages(_ name: String) -> LanguageMap? {
        guard let value = value(name, isRequired: true) else { return nil }
        guard case .object(let object) = value else {
            wrongType(name, value, expected: "a text per language like {\"fi\": \"…\"}")
            return nil
        }
        var entries: [(language: String, text: String)] = []
        for member in object.members {
            let place = path(name).appending(member.name)
            guard case .string(let text) = member.value, !text.allSatisfy(\.isWhitespace) else {
                log.error(.field, at: place, "\(place) isn't a text; a text in quotation marks belongs here.")
                continue
            }
            guard LanguageCodes.contains(member.name) else {
                log.error(
                    .language, at: place, "\"\(Self.quoted(member.name))\" is not a language code.",
                    hint: "Use the two letters of ISO 639-1, such as fi, sv, en or ru.")
                continue
            }
            entries.append((member.name, text))
        }
        let map = LanguageMap(entries)
        guard map["fi"] != nil || map["sv"] != nil else {
            log.error(
                .language, at: path(name), "The text at \(path(name)) is in neither Finnish nor Swedish.",
                hint: "Write it in \"fi\" or \"sv\" at least.")
            return nil
        }
        return map
    }
}
