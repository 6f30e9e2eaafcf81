import Encodings
import VerifiableCredentials

extension ReasonStatement {
    /// The reason with its values, each under the kind it is of.
    var json: JSONValue {
        let names = values.keys.sorted()
        return [
            "reason": .string(reason.rawValue),
            "values": .object(JSONObject(names.map { ($0, values[$0]?.json ?? .null) })),
        ]
    }

    static func read(_ value: JSONValue) throws(CaseFlaw) -> ReasonStatement {
        guard let reason = RecognitionReason(rawValue: try CaseFileParts.text("reason", value)),
            let members = value["values"]?.objectValue?.members
        else { throw CaseFlaw("a reason in it isn't known") }
        var values: [String: StatedValue] = [:]
        for member in members { values[member.name] = try StatedValue.read(member.value) }
        return ReasonStatement(reason, values)
    }
}

extension StatedValue {
    var json: JSONValue {
        switch self {
        case .number(let value): ["number": .string(value.twoPlaces)]
        case .count(let count): ["count": .number(JSONNumber(count))]
        case .day(let day): ["day": .string(day.description)]
        case .text(let text): ["text": .string(text)]
        case .evidence(let kind): ["evidence": .string(kind.rawValue)]
        case .check(let check):
            [
                "check": .string(check.check.rawValue), "outcome": .string(check.outcome.rawValue),
                "code": .string(check.code.rawValue),
                "values": .object(
                    JSONObject(check.values.keys.sorted().map { ($0, .string(check.values[$0] ?? "")) })),
            ]
        }
    }

    static func read(_ value: JSONValue) throws(CaseFlaw) -> StatedValue {
        if let text = value["number"]?.stringValue, let number = DecimalHundredths(text) { return .number(number) }
        if let count = value["count"]?.numberValue?.intValue { return .count(count) }
        if let text = value["day"]?.stringValue, let day = CalendarDay(text) { return .day(day) }
        if let text = value["text"]?.stringValue { return .text(text) }
        if let kind = value["evidence"]?.stringValue.flatMap(EvidenceStrength.init(rawValue:)) {
            return .evidence(kind)
        }
        guard let check = value["check"]?.stringValue.flatMap(Check.init(rawValue:)),
            let outcome = value["outcome"]?.stringValue.flatMap(Outcome.init(rawValue:)),
            let code = value["code"]?.stringValue.flatMap(VerificationCode.init(rawValue:)),
            let members = value["values"]?.objectValue?.members
        else { throw CaseFlaw("a value of a reason can't be read") }
        var values: [String: String] = [:]
        for member in members { values[member.name] = member.value.stringValue }
        return .check(CheckResult(check, outcome, code, values))
    }
}
