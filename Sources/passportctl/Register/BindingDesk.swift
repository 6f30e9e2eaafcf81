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
    static let maxProofBytes = JSONLimits.passport.maxBytes

    var binder: PersonBinder { PersonBinder(workspace.settings, who: who) }

    /// Judges a presentation as any receiver would, by its own key.
    func judge() throws -> PresentationJudge {
        let now = now
        return { bytes, challenge, domains in
            var policy = VerificationPolicy()
            policy.challenge = challenge
            policy.domains = domains
            let verifier = Verifier(
                material: VerificationMaterial(), policy: policy, profile: OpenBadgeProfile(),
                time: JudgementTime(now: now))
            return JudgedPresentation(verifier.judgeDocument(bytes, source: "proof"))
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
    /// What is read of a presentation and signed by its holder's key has passed these.
    private static let signing: [Check] = [.form, .contexts, .proof, .controller, .claims]

    fileprivate init(_ judged: JudgedDocument) {
        let report = judged.report
        let isSigned = judged.kind == .presentation && Self.signing.allSatisfy { report[$0]?.outcome == .passed }
        let holder = judged.kind == .presentation ? report.credential?.recipient : nil
        let recipient = report[.recipient]
        // Signed for whoever gave the challenge isn't enough: somebody else may have handed ours on.
        let names = recipient?.detail["domain"]?.arrayValue ?? []
        let open = report.checks.first { $0.outcome == .failed || $0.outcome == .undetermined }
        self.init(
            holder: holder, signer: isSigned ? holder : nil,
            isForUs: recipient?.outcome == .passed && !names.isEmpty,
            refusal: open.map { ($0.code.rawValue, $0.code.text.filled($0.values, in: .en)) })
    }
}
