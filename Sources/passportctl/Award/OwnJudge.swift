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
        return { bytes in Self.refusal(verifier.judgeDocument(bytes, source: "award").report) }
    }

    /// What is wrong with a credential that was just made, or with the signature of one inside it.
    private static func refusal(_ report: VerificationReport) -> AwardRefusal? {
        let open = report.checks.first { result in
            switch result.outcome {
            case .passed, .notApplicable: false
            case .failed: true
            // Its status list is published later.
            case .undetermined: !(result.check == .status && result.code == .statusUnavailable)
            }
        }
        let inner = report.inner.lazy.compactMap { $0[.proof] }.first { $0.outcome != .passed }
        return (open ?? inner).map {
            AwardRefusal(code: $0.code.rawValue, message: $0.code.text.filled($0.values, in: .en))
        }
    }
}
