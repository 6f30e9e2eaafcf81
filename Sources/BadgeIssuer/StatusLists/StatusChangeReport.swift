package import Encodings

/// What became of the badges that were to be revoked, suspended or reinstated.
package struct StatusChangeReport: Sendable, Hashable {
    package static let format = "passport.status-change/1"

    package enum Outcome: String, Sendable, CaseIterable {
        /// It is now what it should be.
        case changed
        /// Could be changed: it was a dry run, or others are refused and none was changed.
        case ready
        case refused
    }

    package struct Row: Sendable, Hashable {
        /// The badge as it was named.
        package let reference: AwardReference
        /// The award as it was before; nothing when there is none.
        package let award: AwardRecord?
        package var outcome: Outcome
        package let refusal: RegisterError?
    }

    package let change: StatusChange
    package let reason: StatusReason
    package let isDryRun: Bool
    /// In the order in which they were named, each badge once.
    package var rows: [Row] = []
    /// Completions of pathways that rested on what was revoked and are under review now.
    package var reviews = 0

    package var hasRefusals: Bool { rows.contains { $0.outcome == .refused } }

    /// One object per badge: the lines of `--json`.
    package var jsonLines: [JSONObject] { rows.map(json) }

    private func json(_ row: Row) -> JSONObject {
        let state = row.outcome == .changed ? change.goal : row.award?.state
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        var object: JSONObject = [
            "format": .string(Self.format), "change": .string(change.rawValue),
            "credential": text(row.award?.id ?? row.reference.shown), "badge": text(row.award?.slug),
            "version": row.award.map { .number(JSONNumber($0.version)) } ?? .null,
            "outcome": .string(row.outcome.rawValue), "dryRun": .bool(isDryRun),
            "before": text(row.award?.state.rawValue), "state": text(state?.rawValue),
            "reason": .string(reason.rawValue),
        ]
        if let refusal = row.refusal {
            object["code"] = .string(refusal.codeText)
            object["message"] = .string(refusal.message)
            object["hint"] = refusal.hint.map(JSONValue.string)
        }
        return object
    }
}
