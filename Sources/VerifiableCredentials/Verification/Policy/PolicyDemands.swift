import Encodings

/// What a receiver demands of a credential beyond the rules that hold for all.
///
/// A demand only ever takes an answer back: what passed or didn't apply may become undetermined. What failed or was
/// undetermined stays as it is, so that no policy makes a verdict better.
public struct PolicyDemands: Sendable, Hashable {
    /// Checks that must have passed.
    public var requiredChecks: [Check] = []
    /// Credential types that are accepted; empty means all.
    public var kinds: [String] = []
    /// Cryptosuites and JOSE algorithms that are accepted; empty means all that are known.
    public var suites: [String] = []
    /// The level that a badge must have at least, 1 to 4.
    public var minLevel: Int?

    public init() {}

    /// What the demands are compared with.
    struct Subject {
        let level: Int?
        let kind: String
        /// The suites of the proofs that hold.
        let suites: [String]
        let isOfKind: (String) -> Bool
    }

    func applied(to checks: [CheckResult], of subject: Subject) -> [CheckResult] {
        // What holders say of themselves is no award; it is shown as their own word under every policy.
        let isOwnStatement = checks.contains { $0.code == .issuerHolder }
        return checks.map { result in
            guard result.outcome == .passed || result.outcome == .notApplicable else { return result }
            if result.check == .proof, let refusal = suite(result, subject.suites) { return refusal }
            if isOwnStatement { return result }
            if result.check == .badge, let refusal = content(result, of: subject) { return refusal }
            return required(result)
        }
    }

    /// For an answer that is found after the others.
    func appliedLater(_ result: CheckResult) -> CheckResult {
        result.outcome == .notApplicable ? required(result) : result
    }

    /// A presentation is a wrapper: only its signature can be demanded of it, the rest of what it holds.
    func applied(toPresentation checks: [CheckResult], suites: [String]) -> [CheckResult] {
        checks.map { $0.check == .proof && $0.outcome == .passed ? suite($0, suites) ?? $0 : $0 }
    }

    private func suite(_ result: CheckResult, _ found: [String]) -> CheckResult? {
        guard !suites.isEmpty, result.outcome == .passed else { return nil }
        let own = result.detail["cryptosuite"]?.stringValue
        let all = found + [own].compactMap(\.self)
        guard !all.contains(where: { name in suites.contains { $0.hasSameBytes(as: name) } }) else { return nil }
        var refusal = CheckResult(.proof, .undetermined, .policySuite, ["suite": own ?? ""], detail: result.detail)
        refusal.notes = result.notes
        return refusal
    }

    private func content(_ result: CheckResult, of subject: Subject) -> CheckResult? {
        var detail = result.detail
        detail["was"] = .string(result.code.rawValue)
        if !kinds.isEmpty, !kinds.contains(where: subject.isOfKind) {
            return CheckResult(.badge, .undetermined, .policyKind, ["kind": subject.kind], detail: detail)
        }
        // A transcript has no level; the badges in it are asked.
        guard let minLevel, result.code != .badgeTranscript else { return nil }
        guard let level = subject.level else {
            return CheckResult(.badge, .undetermined, .policyLevelMissing, ["least": "\(minLevel)"], detail: detail)
        }
        guard level < minLevel else { return nil }
        return CheckResult(
            .badge, .undetermined, .policyLevel, ["level": "\(level)", "least": "\(minLevel)"], detail: detail)
    }

    private func required(_ result: CheckResult) -> CheckResult {
        guard result.outcome == .notApplicable, requiredChecks.contains(result.check) else { return result }
        var (values, detail) = (result.values, result.detail)
        values["check"] = result.check.rawValue
        detail["was"] = .string(result.code.rawValue)
        return CheckResult(result.check, .undetermined, .policyCheckRequired, values, detail: detail)
    }
}
