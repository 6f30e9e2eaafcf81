import BadgeDefinitions
import Encodings

/// Reads the parts of a rule file that are about all its rules.
struct RecognitionRulesParts {
    let fields: RuleFields
    private var log: RecognitionLog { fields.log }

    init(_ fields: RuleFields) { self.fields = fields }

    func institution() -> RecognitionRules.Institution? {
        guard let item = fields.object("institution", fields: ["name", "id", "yTunnus"], isRequired: true) else {
            return nil
        }
        let name = institutionName(item)
        let id = item.uri("id")
        let number = item.text("yTunnus", isRequired: false)
        if let number, !Self.isBusinessID(number) {
            log.error(
                .businessID, at: item.path("yTunnus"),
                "\"\(RuleFields.quoted(number))\" is not a Finnish business id (Y-tunnus).",
                hint: "It looks like 0000002-7, and its last digit is computed from the others.")
            return nil
        }
        guard let name, let id else { return nil }
        return RecognitionRules.Institution(name: name, id: id, yTunnus: number)
    }

    /// By language, or one text for all of them: an institution often has one name.
    private func institutionName(_ item: RuleFields) -> LanguageMap? {
        guard case .string? = item.object["name"] else { return item.languages("name") }
        return item.text("name").map { LanguageMap([("fi", $0)]) }
    }

    /// Seven digits, a hyphen and a check digit by the weights 7 9 10 5 8 4 2; the remainder 1 is never given out.
    static func isBusinessID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 9, bytes[7] == UInt8(ascii: "-"),
            bytes.enumerated().allSatisfy({ $0.offset == 7 || (0x30...0x39).contains($0.element) })
        else { return false }
        let sum = zip(bytes, [7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        let rest = sum % 11
        return rest != 1 && (rest == 0 ? 0 : 11 - rest) == Int(bytes[8] - 0x30)
    }

    func days() -> (from: CalendarDay?, until: CalendarDay?) {
        let (from, until) = (fields.day("validFrom"), fields.day("validUntil"))
        if let from, let until, until < from {
            log.error(
                .date, at: fields.path("validUntil"), "The last day, \(until), is before the first, \(from).",
                hint: "Swap them or mend one.")
        }
        return (from, until)
    }

    func badgeBase() -> String? {
        guard let base = fields.uri("badgeBase") else { return nil }
        guard base.utf8.last == UInt8(ascii: "/"), !base.utf8.contains(where: { "?#".utf8.contains($0) }) else {
            log.error(
                .uri, at: fields.path("badgeBase"),
                "\"badgeBase\" says \"\(RuleFields.quoted(base))\", which doesn't end in a slash.",
                hint: "End it in \"/\"; the badges' slugs follow.")
            return nil
        }
        return base
    }

    func trustedIssuers() -> [String] {
        fields.texts("trustedIssuers", isRequired: true, atLeast: 1).compactMap { text, path in
            guard !NameForms.isAbsoluteURI(text) else { return text }
            log.error(
                .uri, at: path, "\"\(RuleFields.quoted(text))\" is not an issuer's DID or address.",
                hint: "Write it whole, such as did:web:school.example.")
            return nil
        }
    }

    func defaults() -> RecognitionRules.Defaults? {
        let names = ["maxAgeMonths", "minLevel", "evidence", "maxStatusAgeDays", "acceptExpired"]
        guard let item = fields.object("defaults", fields: names, isRequired: false) else {
            return fields.object["defaults"].map(\.isNull) ?? true
                ? RecognitionRules.Defaults(
                    maxAgeMonths: nil, minLevel: 1, evidence: .none, maxStatusAgeDays: 30, acceptExpired: false)
                : nil
        }
        return RecognitionRules.Defaults(
            maxAgeMonths: item.whole("maxAgeMonths", in: 1...1200, isRequired: false),
            minLevel: item.whole("minLevel", in: 1...4, isRequired: false) ?? 1,
            evidence: item.word("evidence", EvidenceStrength.self, isRequired: false) ?? .none,
            maxStatusAgeDays: item.whole("maxStatusAgeDays", in: 0...3650, isRequired: false) ?? 30,
            acceptExpired: item.flag("acceptExpired", otherwise: false))
    }

    func caps() -> RecognitionRules.Caps {
        guard let item = fields.object("caps", fields: ["total", "groups"], isRequired: false) else {
            return RecognitionRules.Caps(total: nil, groups: [])
        }
        let total = item.decimal("total", from: .zero, to: RecognitionRulesReader.mostCredits, isRequired: false)
        var groups: [RecognitionRules.Caps.Group] = []
        if let value = item.value("groups", isRequired: false) {
            if case .object(let object) = value {
                // The names are the file's own, so that each is known.
                let names = RuleFields(object, at: item.path("groups"), fields: object.names, log: log)
                groups = object.names.compactMap { name in
                    names.decimal(name, from: .zero, to: RecognitionRulesReader.mostCredits).map {
                        RecognitionRules.Caps.Group(name: name, credits: $0)
                    }
                }
            } else {
                item.wrongType("groups", value, expected: "an object of names and credits")
            }
        }
        return RecognitionRules.Caps(total: total, groups: groups)
    }

    func appeal() -> RecognitionRules.Appeal? {
        guard let item = fields.object("appeal", fields: ["days", "to"], isRequired: false) else { return nil }
        let days = item.whole("days", in: 1...365)
        let to = item.text("to")
        guard let days, let to else { return nil }
        return RecognitionRules.Appeal(days: days, to: to)
    }
}
