import BadgeIssuer
import Encodings
import OpenBadges
import VerifiableCredentials

extension Workspace {
    /// The verifier that has the last word over what was just signed with the workspace's own keys.
    func ownJudge(at now: Timestamp) throws -> AwardJudge {
        let verifier = Verifier(
            material: VerificationMaterial(
                trust: TrustList(updated: now.wholeSeconds, issuers: [try ownIssuer()])),
            policy: VerificationPolicy(), profile: OpenBadgeProfile(), time: JudgementTime(now: now))
        return { bytes in Self.refusal(verifier.judge(bytes, source: "award")) }
    }

    /// What is wrong with a credential that was just made. Its status list is published later, and what a learner record
    /// holds was judged when it was awarded; so those alone may be open.
    private static func refusal(_ report: VerificationReport) -> AwardRefusal? {
        let open = report.checks.first { result in
            switch result.outcome {
            case .passed, .notApplicable: false
            case .failed: true
            case .undetermined: result.code != .statusUnavailable && result.code != .badgeInner
            }
        }
        return open.map { AwardRefusal(code: $0.code.rawValue, message: $0.code.text.filled($0.values, in: .en)) }
    }
}
