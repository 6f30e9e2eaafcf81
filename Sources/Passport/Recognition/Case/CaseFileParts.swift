import Encodings

/// Writes and reads the parts of a case's file.
enum CaseFileParts {
    // MARK: Writing

    static func json(_ credential: RecognitionCase.Credential) -> JSONValue {
        var object: JSONObject = ["source": .string(credential.source)]
        object["issuer"] = credential.key.map { .string($0.issuer) }
        object["id"] = credential.key.map { .string($0.id) }
        object["achievement"] = credential.achievement.map { .string($0) }
        object["name"] = credential.name.map { .string($0) }
        object["level"] = .number(JSONNumber(credential.level))
        object["hours"] = .string(credential.hours.twoPlaces)
        object["awarded"] = credential.awarded.map { .string($0.description) }
        object["replaces"] = .array(credential.replaces.map { .string($0) })
        object["rule"] = credential.rule.map { .string($0) }
        object["reasons"] = .array(credential.reasons.map(\.json))
        return .object(object)
    }

    static func json(_ outcome: RuleOutcome) -> JSONValue {
        func places(_ indices: [Int]) -> JSONValue { .array(indices.map { .number(JSONNumber($0)) }) }
        return [
            "rule": .string(outcome.rule.id), "outcome": .string(outcome.kind.rawValue),
            "credits": .string(outcome.credits.twoPlaces), "potential": .string(outcome.potential.twoPlaces),
            "hours": .string(outcome.hours.twoPlaces), "reasons": .array(outcome.reasons.map(\.json)),
            "credentials": places(outcome.credentials), "considered": places(outcome.considered),
            "missing": .array(outcome.missing.map(\.json)),
        ]
    }

    // MARK: Reading

    static func credential(_ value: JSONValue) throws(CaseFlaw) -> RecognitionCase.Credential {
        var key: CredentialKey?
        if value["id"] != nil { key = CredentialKey(issuer: try text("issuer", value), id: try text("id", value)) }
        let day = value["awarded"]?.stringValue.flatMap { CalendarDay($0) }
        guard (value["awarded"] == nil) == (day == nil) else { throw CaseFlaw("a day in it can't be read") }
        return RecognitionCase.Credential(
            key: key, source: try text("source", value), achievement: value["achievement"]?.stringValue,
            name: value["name"]?.stringValue, level: try whole(value["level"]), hours: try number("hours", value),
            awarded: day, replaces: value["replaces"]?.arrayValue?.compactMap(\.stringValue) ?? [],
            rule: value["rule"]?.stringValue, reasons: try list("reasons", value, ReasonStatement.read))
    }

    static func outcome(
        _ value: JSONValue, of rules: RecognitionRules, places: Range<Int>
    ) throws(CaseFlaw) -> RuleOutcome {
        func indices(_ name: String) throws(CaseFlaw) -> [Int] {
            let list = try list(name, value) { (element) throws(CaseFlaw) in try whole(element) }
            guard list.allSatisfy(places.contains) else {
                throw CaseFlaw("a rule rests on a credential it doesn't have")
            }
            return list
        }
        let id = try text("rule", value)
        guard let rule = rules.rule(id), let kind = RuleOutcome.Kind(rawValue: try text("outcome", value)) else {
            throw CaseFlaw("it has an outcome \"\(RuleFields.quoted(id))\" that its rule file doesn't know")
        }
        return RuleOutcome(
            rule: rule, kind: kind, credits: try number("credits", value), potential: try number("potential", value),
            hours: try number("hours", value), reasons: try list("reasons", value, ReasonStatement.read),
            credentials: try indices("credentials"), considered: try indices("considered"),
            missing: try list("missing", value, missing))
    }

    static func missing(_ value: JSONValue) throws(CaseFlaw) -> RuleOutcome.Missing {
        for (name, isHours) in [("hours", true), ("credits", false)] {
            guard let sum = value[name], sum["have"] != nil else { continue }
            let (min, have) = (try number("min", sum), try number("have", sum))
            return isHours ? .hours(min: min, have: have) : .credits(min: min, have: have)
        }
        let log = RecognitionLog(file: "")
        guard let requirement = RequirementReader(log: log, allowsCredits: true).requirement(value, at: .root) else {
            throw CaseFlaw("something that is missing can't be read")
        }
        return .requirement(requirement)
    }

    // MARK: Values

    static func text(_ name: String, _ value: JSONValue) throws(CaseFlaw) -> String {
        guard let text = value[name]?.stringValue else { throw CaseFlaw("\"\(name)\" is no text") }
        return text
    }

    static func number(_ name: String, _ value: JSONValue) throws(CaseFlaw) -> DecimalHundredths {
        guard let number = DecimalHundredths(try text(name, value)) else { throw CaseFlaw("\"\(name)\" is no number") }
        return number
    }

    static func whole(_ value: JSONValue?) throws(CaseFlaw) -> Int {
        guard let number = value?.numberValue?.intValue else { throw CaseFlaw("a whole number in it can't be read") }
        return number
    }

    static func list<Element>(
        _ name: String, _ value: JSONValue, _ read: (JSONValue) throws(CaseFlaw) -> Element
    ) throws(CaseFlaw) -> [Element] {
        guard let values = value[name]?.arrayValue else { throw CaseFlaw("\"\(name)\" is no list") }
        var elements: [Element] = []
        for value in values { elements.append(try read(value)) }
        return elements
    }
}
