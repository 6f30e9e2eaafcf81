import BadgeIssuer
import Encodings
import OpenBadges
import VerifiableCredentials

/// What tying a learner to a DID needs, opened once.
struct BindingDesk {
    let workspace: Workspace
    let register: Register
    let who: String?
    let now: Timestamp

    /// More than any proof has; one is a few hundred bytes.
    static let maxProofBytes = 32 << 20

    var binder: PersonBinder { PersonBinder(workspace.settings, who: who) }

    /// Judges a presentation as any receiver would, by its own key.
    func judge() throws -> PresentationJudge {
        let now = now
        return { bytes, challenge, domains in
            var policy = VerificationPolicy()
            policy.challenge = challenge
            policy.domains = domains
            let report = Verifier(
                material: VerificationMaterial(), policy: policy, profile: OpenBadgeProfile(),
                time: JudgementTime(now: now)
            ).judge(bytes, source: "proof")
            return JudgedPresentation(report)
        }
    }

    func reissuer(_ keys: IssuerKeys) throws -> Reissuer {
        Reissuer(
            workspace.settings, securer: { try keys.securer(for: $0) }, judge: try workspace.ownJudge(at: now),
            checkpoints: keys.checkpoint.map { CheckpointSigner(issuer: workspace.settings.issuer, key: $0) },
            who: who)
    }
}

extension JudgedPresentation {
    fileprivate init(_ report: VerificationReport) {
        let isSigned = report[.proof]?.outcome == .passed && report[.controller]?.outcome != .failed
        let holder = report.credential?.recipient
        let open = report.checks.first { $0.outcome == .failed || $0.outcome == .undetermined }
        self.init(
            holder: holder, signer: isSigned ? holder : nil, isForUs: report[.recipient]?.outcome == .passed,
            refusal: open.map { ($0.code.rawValue, $0.code.text.filled($0.values, in: .en)) })
    }
}
