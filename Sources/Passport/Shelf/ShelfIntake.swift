package import Encodings
package import VerifiableCredentials

/// What became of one credential that somebody wanted on the shelf.
package struct ShelfIntake: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// Kept, and found valid.
        case added
        /// Kept, though something could not be checked.
        case unverified
        /// Kept in the place of an older version of itself.
        case replaced
        /// It was there already.
        case unchanged
        /// It was there already, and is known better now.
        case rechecked
        /// Not kept, for a newer version of it is there.
        case older
        /// Kept beside one of the same issuer and id that says something else; neither counts.
        case conflicting
        /// Not kept, for it isn't valid.
        case refused
        /// Not kept, for it is no badge: a status list, or what somebody says of themself.
        case leftOut = "left-out"
        /// There was no credential in the file at all.
        case empty
    }

    /// The file it came in.
    package let source: String
    package let outcome: Outcome
    package let report: VerificationReport
    /// The item's number on the shelf, where there is one.
    package let number: Int?
    /// Numbers of items that contradict it.
    package let conflicts: [Int]

    init(source: String, _ outcome: Outcome, _ report: VerificationReport, number: Int? = nil, conflicts: [Int] = []) {
        self.source = source
        self.outcome = outcome
        self.report = report
        self.number = number
        self.conflicts = conflicts
    }

    /// Whether the learner should be told that something was turned away.
    package var isRefusal: Bool { outcome == .refused || outcome == .empty }

    package func json(in language: ReportLanguage) -> JSONObject {
        let reasons = ShelfItem.reasons(in: report.checks)
        return [
            "format": "passport.shelf-intake/1", "source": .string(source), "outcome": .string(outcome.rawValue),
            "number": number.map { .number(JSONNumber($0)) } ?? .null,
            "id": report.credential?.id.map { .string($0) } ?? .null,
            "name": report.credential?.name.map { .string($0) } ?? .null,
            "issuer": report.credential?.issuer.map { .string($0) } ?? .null,
            "verdict": .string(report.verdict.rawValue),
            "reasons": .array(reasons.map { .object($0.shelfJSON(in: language)) }),
            "conflicts": .array(conflicts.map { .number(JSONNumber($0)) }),
        ]
    }
}

extension CheckResult {
    /// A reason as programs read it.
    func shelfJSON(in language: ReportLanguage) -> JSONObject {
        var object: JSONObject = [
            "check": .string(check.rawValue), "outcome": .string(outcome.rawValue), "code": .string(code.rawValue),
            "message": .string(code.text.filled(values, in: language)),
        ]
        if let hint = code.hint { object["hint"] = .string(hint[language]) }
        return object
    }
}
