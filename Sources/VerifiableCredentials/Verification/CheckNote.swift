public import Encodings

/// Something that was found beside an answer and doesn't decide it: what a time stamp is worth.
public struct CheckNote: Sendable, Hashable {
    public let code: VerificationCode
    /// What the sentence for people names.
    public let values: [String: String]
    /// The same for programs.
    public let detail: JSONObject

    init(_ code: VerificationCode, _ values: [String: String], detail: JSONObject = [:]) {
        self.code = code
        self.values = values
        self.detail = detail
    }

    /// What exactly is wrong, in the English of those who make such files.
    var problem: String? { values["problem"] }

    func json(in language: ReportLanguage) -> JSONValue {
        var object: JSONObject = [
            "code": .string(code.rawValue), "message": .string(code.text.filled(values, in: language)),
        ]
        object["hint"] = code.hint.map { .string($0[language]) }
        var detail = detail
        detail["problem"] = problem.map { .string($0) }
        if !detail.isEmpty { object["detail"] = .object(detail) }
        return .object(object)
    }
}
