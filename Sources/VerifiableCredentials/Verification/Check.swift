public import Encodings

/// The questions a report answers, in the order it answers them.
public enum Check: String, Sendable, CaseIterable {
    case form, contexts, proof, controller, claims, validity, status, schema, badge, endorsements, recipient, issuer
}

/// How a question was answered. What could not be checked is `undetermined`, never fine.
public enum Outcome: String, Sendable, CaseIterable {
    case passed, failed, undetermined, notApplicable
}

/// The answer to one check, with what decided it.
public struct CheckResult: Sendable, Hashable {
    public let check: Check
    public let outcome: Outcome
    public let code: VerificationCode
    /// What the sentence for people names: dates, days, names. Terminal and page escape them.
    public let values: [String: String]
    /// The same for programs.
    public let detail: JSONObject
    /// What was found beside the answer, and didn't decide it.
    public internal(set) var notes: [CheckNote] = []
    /// The status lists that the answer rests on.
    var basis: [StatusBasis] = []

    public init(
        _ check: Check, _ outcome: Outcome, _ code: VerificationCode, _ values: [String: String] = [:],
        detail: JSONObject = [:]
    ) {
        self.check = check
        self.outcome = outcome
        self.code = code
        self.values = values
        self.detail = detail
    }

    /// What is remarkable about what decided, and changes nothing.
    public var remarks: [VerificationCode] {
        (detail["notes"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(VerificationCode.init(rawValue:)) }
    }

    /// A text that isn't the JSON we accept. Crossing a limit decides nothing about the badge.
    static func json(_ error: JSONError) -> CheckResult {
        let isLimit = error.codeText.hasPrefix("limit.")
        return CheckResult(
            .form, isLimit ? .undetermined : .failed, isLimit ? .limitJSON : .formJSON,
            ["problem": error.message, "line": "\(error.position.line)", "column": "\(error.position.column)"],
            detail: [
                "json": .string(error.codeText), "line": .number(JSONNumber(error.position.line)),
                "column": .number(JSONNumber(error.position.column)),
            ])
    }

    /// A signed text that broke a rule, or one of a form or algorithm that isn't read here.
    static func jose(_ error: JOSEError) -> CheckResult {
        let detail: JSONObject = ["jose": .string(error.codeText)]
        let values = ["problem": error.message, "suite": "JWT"]
        switch error.code {
        case .algorithmUnsupported:
            return CheckResult(.proof, .undetermined, .proofUnsupported, values, detail: detail)
        case .unsupportedSerialization:
            return CheckResult(.form, .undetermined, .formJWSSerialization, values, detail: detail)
        case .tooLarge:
            return CheckResult(
                .form, .undetermined, .limitJSON, ["problem": error.message], detail: detail)
        case .unsecured:
            return CheckResult(.proof, .failed, .proofMissing, values, detail: detail)
        case .claimMismatch, .claimMissing, .claimMalformed, .ambiguousPayload:
            return CheckResult(.claims, .failed, .claimsJWT, values, detail: detail)
        default:
            return CheckResult(.form, .failed, .formJWS, values, detail: detail)
        }
    }
}

/// The answer to all checks together.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
    case valid, undetermined, invalid

    /// Any failed check makes it invalid; else any undetermined one leaves it undetermined.
    public init(_ results: [CheckResult]) {
        if results.contains(where: { $0.outcome == .failed }) {
            self = .invalid
        } else if results.contains(where: { $0.outcome == .undetermined }) {
            self = .undetermined
        } else {
            self = .valid
        }
    }

    /// From best to worst.
    public static func < (left: Verdict, right: Verdict) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
