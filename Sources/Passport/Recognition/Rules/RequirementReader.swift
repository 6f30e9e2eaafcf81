import BadgeDefinitions
import Encodings

/// Reads what a rule requires. Each object has one word (`allOf`, `badge`, …), some with companions.
struct RequirementReader {
    let log: RecognitionLog
    /// Whether `credits` may be asked for: only direct admission looks at the sum.
    let allowsCredits: Bool

    /// Nobody asks for more badges of one kind than that.
    private static let maxCount = 100

    private var words: [String] {
        ["allOf", "anyOf", "atLeast"] + RecognitionLeaf.words + (allowsCredits ? ["credits"] : [])
    }

    func requirement(_ value: JSONValue, at path: JSONPath) -> RecognitionRequirement? {
        guard let requirement = read(value, at: path) else { return nil }
        guard requirement.wayCount <= RecognitionRequirement.maxWays else {
            log.error(
                .requirement, at: path,
                "The rule can be met in more than \(RecognitionRequirement.maxWays) ways.",
                hint: "Make several rules of it, or ask for \"atLeast\" so many of a list.")
            return nil
        }
        return requirement
    }

    private func read(_ value: JSONValue, at path: JSONPath) -> RecognitionRequirement? {
        guard let (word, object) = word(of: value, at: path) else { return nil }
        switch word {
        case "allOf": return parts(word, object, path).map(RecognitionRequirement.allOf)
        case "anyOf": return parts(word, object, path).map(RecognitionRequirement.anyOf)
        case "atLeast": return atLeast(object, path)
        case "credits": return credits(object, path)
        default: return leaf(word, object, path).map(RecognitionRequirement.leaf)
        }
    }

    /// The one word of a requirement.
    private func word(of value: JSONValue, at path: JSONPath) -> (String, JSONObject)? {
        guard case .object(let object) = value else {
            log.error(.requirement, at: path, "\(path) is a \(value.kindName); a requirement in { } belongs here.")
            return nil
        }
        let found = words.filter { object[$0] != nil }
        if let word = found.first, found.count == 1 { return (word, object) }
        let strange = object.names.compactMap { RuleFields.nearest($0, among: words) }.first
        log.error(
            .requirement, at: path,
            found.isEmpty
                ? "The requirement at \(path) has none of the words that say what is asked."
                : "\(found.map { "\"\($0)\"" }.joined(separator: " and ")) stand in one requirement.",
            hint: found.isEmpty
                ? strange ?? "The words are: \(words.joined(separator: ", "))."
                : "Put each into a requirement of its own, in a list of \"allOf\" or \"anyOf\".")
        return nil
    }

    private func parts(_ word: String, _ object: JSONObject, _ path: JSONPath) -> [RecognitionRequirement]? {
        let fields = RuleFields(object, at: path, fields: [word], log: log)
        guard let list = fields.list(word, atLeast: 1) else { return nil }
        let parts = list.compactMap { read($0.value, at: $0.path) }
        return parts.count == list.count ? parts : nil
    }

    private func atLeast(_ object: JSONObject, _ path: JSONPath) -> RecognitionRequirement? {
        let fields = RuleFields(object, at: path, fields: ["atLeast"], log: log)
        guard let item = fields.object("atLeast", fields: ["n", "of"], isRequired: true) else { return nil }
        let count = item.whole("n", in: 1...Self.maxCount)
        guard let list = item.list("of", atLeast: 1) else { return nil }
        let leaves = list.compactMap { value, path -> RecognitionLeaf? in
            guard let (word, object) = word(of: value, at: path) else { return nil }
            guard RecognitionLeaf.words.contains(word) else {
                log.error(
                    .requirement, at: path, "\"\(word)\" can't stand in the list of \"atLeast\".",
                    hint: "The list names badges, skills, categories, pathways and certificates one by one.")
                return nil
            }
            return leaf(word, object, path)
        }
        guard let count, leaves.count == list.count else { return nil }
        return .atLeast(count, of: leaves)
    }

    private func credits(_ object: JSONObject, _ path: JSONPath) -> RecognitionRequirement? {
        let fields = RuleFields(object, at: path, fields: ["credits"], log: log)
        return fields.object("credits", fields: ["min"], isRequired: true)?
            .decimal("min", from: DecimalHundredths(hundredths: 1), to: RecognitionRulesReader.mostCredits)
            .map(RecognitionRequirement.credits(min:))
    }

    private func leaf(_ word: String, _ object: JSONObject, _ path: JSONPath) -> RecognitionLeaf? {
        let fields = RuleFields(object, at: path, fields: [word, "minLevel", "evidence"], log: log)
        let minLevel = fields.whole("minLevel", in: 1...4, isRequired: false)
        let evidence = fields.word("evidence", EvidenceStrength.self, isRequired: false)
        return kind(word, fields).map { RecognitionLeaf($0, minLevel: minLevel, evidence: evidence) }
    }

    private func kind(_ word: String, _ fields: RuleFields) -> RecognitionLeaf.Kind? {
        switch word {
        case "badge": return fields.slug(word).map(RecognitionLeaf.Kind.badge)
        case "skill": return fields.uri(word).map(RecognitionLeaf.Kind.skill)
        case "pathway": return fields.slug(word).map(RecognitionLeaf.Kind.pathway)
        case "category":
            if fields.object[word] == "*" { return .category(nil) }
            return fields.slug(word).map { .category($0) }
        default:
            // The unit's code alone, or in an object of its own.
            guard case .object? = fields.object[word] else { return fields.text(word).map { .certificate(unit: $0) } }
            return fields.object(word, fields: ["unit"], isRequired: true)?.text("unit").map { .certificate(unit: $0) }
        }
    }
}
