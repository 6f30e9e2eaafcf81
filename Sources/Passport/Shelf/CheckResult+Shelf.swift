import Encodings
import VerifiableCredentials

extension CheckResult {
    /// The result as the shelf keeps it.
    var stored: JSONValue {
        var object: JSONObject = [
            "check": .string(check.rawValue), "outcome": .string(outcome.rawValue), "code": .string(code.rawValue),
        ]
        if !values.isEmpty {
            object["values"] = .object(
                JSONObject(values.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
        }
        if !detail.isEmpty { object["detail"] = .object(detail) }
        return .object(object)
    }

    /// - Returns: nothing for what `stored` doesn't write.
    init?(stored: JSONValue) {
        guard let check = stored["check"]?.stringValue.flatMap(Check.init),
            let outcome = stored["outcome"]?.stringValue.flatMap(Outcome.init),
            let code = stored["code"]?.stringValue.flatMap(VerificationCode.init)
        else { return nil }
        var values: [String: String] = [:]
        for member in stored["values"]?.objectValue?.members ?? [] { values[member.name] = member.value.stringValue }
        self.init(check, outcome, code, values, detail: stored["detail"]?.objectValue ?? [:])
    }
}
