import Encodings

/// Reads the completion rule of a pathway. Each object has one rule word, some with a companion (`group` and `min`).
struct PathwayRuleReader {
    let references: PathwayReferences
    let log: FindingLog

    func rule(_ value: JSONValue, at path: JSONPath) -> PathwayRule? {
        guard case .object(let object) = value else {
            log.error(.field, at: path, "\(path) is a \(value.kindName); a rule in { } belongs here.")
            return nil
        }
        let words = PathwayRule.words.filter { object[$0] != nil }
        guard let word = words.first, words.count == 1 else {
            let found = words.map { "\"\($0)\"" }.joined(separator: " and ")
            let strange = object.names.compactMap { NearestName.hint($0, among: PathwayRule.words) }.first
            log.error(
                .field, at: path,
                words.isEmpty ? "The rule at \(path) has none of the rule words." : "\(found) stand in one rule.",
                hint: words.isEmpty
                    ? strange ?? "The rule words are: \(PathwayRule.words.joined(separator: ", "))."
                    : "Put each into a rule of its own, in a list of \"allOf\" or \"anyOf\".")
            return nil
        }
        switch word {
        case "allOf": return rules(word, object, path).map(PathwayRule.allOf)
        case "anyOf": return rules(word, object, path).map(PathwayRule.anyOf)
        case "group": return group(object, path)
        case "badge": return badge(object, path)
        case "certificate": return total(word, "minItems", object, path).map(PathwayRule.certificate(minItems:))
        case "hours": return hours(object, path)
        case "badges": return total(word, "min", object, path).map(PathwayRule.badges(min:))
        default: return total(word, "min", object, path).map(PathwayRule.categories(min:))
        }
    }

    private func rules(_ word: String, _ object: JSONObject, _ path: JSONPath) -> [PathwayRule]? {
        let fields = ObjectReader(object, at: path, fields: [word], log: log)
        guard let list = fields.list(word, atLeast: 1) else { return nil }
        let rules = list.compactMap { rule($0.value, at: $0.path) }
        return rules.count == list.count ? rules : nil
    }

    private func group(_ object: JSONObject, _ path: JSONPath) -> PathwayRule? {
        let fields = ObjectReader(object, at: path, fields: ["group", "min", "all"], log: log)
        let isAll = fields.flag("all", otherwise: false)
        let min = fields.whole("min", in: 1...1000, isRequired: false)
        guard let id = fields.text("group") else { return nil }
        guard let group = references.groups.first(where: { $0.id.hasSameBytes(as: id) }) else {
            let known = references.groups.map(\.id)
            log.error(
                .unknownReference, at: fields.path("group"),
                "The pathway has no group \"\(Quote.text(id))\".",
                hint: NearestName.hint(id, among: known) ?? "Its groups are: \(known.joined(separator: ", ")).")
            return nil
        }
        guard isAll != (object["min"]?.isNull == false) else {
            log.error(
                .field, at: path, "The rule of group \"\(id)\" needs either \"min\" or \"all\".",
                hint: "Write {\"group\": \"\(id)\", \"min\": 2} or {\"group\": \"\(id)\", \"all\": true}.")
            return nil
        }
        if isAll {
            guard !group.isOpen else {
                log.error(
                    .field, at: fields.path("all"), "Group \"\(id)\" is open to any badge, so nobody can have all.",
                    hint: "Ask for a number of badges with \"min\".")
                return nil
            }
            return .group(id: id, min: nil)
        }
        guard let min else { return nil }
        guard group.isOpen || min <= group.badges.count else {
            log.error(
                .field, at: fields.path("min"),
                "Group \"\(id)\" has \(group.badges.count) badges; \(min) of them can't be asked for.")
            return nil
        }
        return .group(id: id, min: min)
    }

    private func badge(_ object: JSONObject, _ path: JSONPath) -> PathwayRule? {
        let fields = ObjectReader(object, at: path, fields: ["badge", "minLevel"], log: log)
        let minLevel = fields.whole("minLevel", in: 1...4, isRequired: false, code: .level)
        guard let slug = fields.slug("badge") else { return nil }
        references.checkCountable(slug, at: fields.path("badge"))
        return .badge(slug: slug, minLevel: minLevel)
    }

    private func total(_ word: String, _ name: String, _ object: JSONObject, _ path: JSONPath) -> Int? {
        amount(word, name, object, path)?.whole(name, in: 1...1000)
    }

    private func hours(_ object: JSONObject, _ path: JSONPath) -> PathwayRule? {
        amount("hours", "min", object, path)?
            .decimal(
                "min", from: DecimalHundredths(hundredths: 1), to: DecimalHundredths(hundredths: 100_000_00),
                code: .hours
            )
            .map(PathwayRule.hours(min:))
    }

    private func amount(_ word: String, _ name: String, _ object: JSONObject, _ path: JSONPath) -> ObjectReader? {
        let fields = ObjectReader(object, at: path, fields: [word], log: log)
        guard let value = fields.value(word, isRequired: true) else { return nil }
        return ObjectReader(value, at: fields.path(word), fields: [name], log: log)
    }
}
