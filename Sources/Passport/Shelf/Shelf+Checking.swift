package import Encodings
internal import GRDB
package import VerifiableCredentials

extension Shelf {
    /// Judges items anew and keeps what was found.
    ///
    /// What was found valid before stays so, with its date, when only a status list is missing now or has become old.
    ///
    /// - Parameter judge: by the material at hand; it is called for each item, outside of any transaction.
    /// - Returns: for those that stayed as they were, what was missing.
    @discardableResult
    package func check(
        _ items: [ShelfItem], at now: Timestamp, judge: (ShelfItem) -> VerificationReport
    ) throws(ShelfError) -> [Int: CheckResult] {
        var kept: [Int: CheckResult] = [:]
        var found: [(item: ShelfItem, checks: [CheckResult])] = []
        for item in items {
            let checks = judge(item).checks
            let reasons = ShelfItem.reasons(in: checks)
            let isOnlyStatus = reasons.allSatisfy { [.statusUnavailable, .statusStale].contains($0.code) }
            if let reason = reasons.first, isOnlyStatus, Verdict(item.checks) == .valid {
                kept[item.number] = reason
            } else {
                found.append((item, checks))
            }
        }
        try write { db in
            for (item, checks) in found {
                // What was replaced meanwhile is another document.
                try db.execute(
                    sql: "UPDATE items SET checks = ?, checked_at = ? WHERE number = ? AND payload = ?",
                    arguments: [
                        Self.text(checks), now.seconds, item.number, ShelfIdentity(item.json).payload.blob,
                    ])
            }
        }
        return kept
    }

    /// Checks as the shelf keeps them. Whose a badge is, is told by the badge and the shelf's key whenever it is shown.
    static func text(_ checks: [CheckResult]) -> String {
        let kept = checks.map { check in
            check.check == .recipient && (check.outcome == .passed || check.outcome == .notApplicable)
                ? CheckResult(.recipient, .notApplicable, .recipientNotAsked) : check
        }
        return String(decoding: JSONWriter.compact(.array(kept.map(\.stored))), as: UTF8.self)
    }
}
