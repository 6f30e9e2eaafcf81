package import Encodings
package import VerifiableCredentials

/// A number, day or name that decided something, kept so that it can be said in any language.
package enum StatedValue: Sendable, Hashable {
    case number(DecimalHundredths)
    case count(Int)
    case day(CalendarDay)
    case text(String)
    case evidence(EvidenceStrength)
    /// What a check of the verifier found.
    case check(CheckResult)
}

/// A reason with the values that decided it.
package struct ReasonStatement: Sendable, Hashable {
    package let reason: RecognitionReason
    package let values: [String: StatedValue]

    package init(_ reason: RecognitionReason, _ values: [String: StatedValue] = [:]) {
        self.reason = reason
        self.values = values
    }
}

extension [ReasonStatement] {
    /// In the order of the headline, each reason once with the values that came first.
    func inOrder() -> [ReasonStatement] {
        var seen: Set<RecognitionReason> = []
        return filter { seen.insert($0.reason).inserted }.sorted { $0.reason < $1.reason }
    }
}
