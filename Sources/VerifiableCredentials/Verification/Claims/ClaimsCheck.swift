import Encodings
import LinkedData

/// Decides the `claims` check: does each member that is read say plainly what was signed?
///
/// Of a document whose bytes or JSON are signed the members show what was signed, unless keywords or value objects stand
/// where a reader knows neither. Of one that is signed as linked data the same statements can be written as quite other
/// JSON, by whoever holds it; there the members are held against the statements.
struct ClaimsCheck {
    /// What is read, place by place.
    let shapes: NodeShapes

    /// - Parameter signed: what was signed, when it was signed as linked data.
    func judge(_ json: JSONObject, signed: ExpandedDocument?) -> CheckResult {
        let difference: ReadingDifference? =
            if let signed {
                signed.difference(in: shapes) ?? ProofMembers.difference(in: json, shapes: shapes)
            } else {
                PlainReading(shapes: shapes).difference(in: json)
            }
        guard let difference else { return CheckResult(.claims, .passed, .claimsOK) }
        return Self.result(difference)
    }

    private static func result(_ difference: ReadingDifference) -> CheckResult {
        let detail: JSONObject = ["path": .string(difference.path.description)]
        switch difference.kind {
        case .hidden:
            return CheckResult(
                .claims, .failed, .claimsHidden, ["place": difference.path.description], detail: detail)
        case .notPlain:
            return CheckResult(.claims, .failed, .claimsValue, ["place": difference.path.description], detail: detail)
        case .keyword(let name):
            var place = difference.path
            place.steps.removeLast()
            return CheckResult(
                .claims, .failed, .claimsKeyword, ["place": place.description, "member": name], detail: detail)
        }
    }
}
