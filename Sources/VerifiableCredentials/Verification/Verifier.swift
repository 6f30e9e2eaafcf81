import Cryptography
import Encodings
import LinkedData

/// Judges credentials by material that was gathered before. It opens nothing and waits for nothing; the same input
/// gives the same report.
public struct Verifier: Sendable {
    let material: VerificationMaterial
    var policy: VerificationPolicy
    let profile: any CredentialProfile
    let contexts: ContextStore
    let time: JudgementTime
    var proofs: ProofJudge
    private var statuses: StatusJudge
    /// Where what is missing is noted, and what was had of it.
    var desk: SupplyDesk?
    var supplied = SuppliedMaterial()
    var asksWeb = false
    /// Endorsements that came beside the files.
    var endorsementsBeside = EndorsementsBeside()
    /// Whether the clock shows an earlier time than something that was seen before.
    private let isClockBehind: Bool

    public init(
        material: VerificationMaterial, policy: VerificationPolicy, profile: any CredentialProfile,
        time: JudgementTime
    ) {
        let material = material.applyingBundles(at: time.now, maxAgeDays: policy.maxBundleAgeDays)
        self.material = material
        self.policy = policy
        self.profile = profile
        contexts = profile.contexts.adding(material.addedContexts)
        self.time = time
        proofs = ProofJudge(
            resolver: KeyResolver(material), suites: Cryptosuites(contexts: contexts.prepared), time: time)
        proofs.domains = policy.domains
        proofs.challenge = policy.challenge
        statuses = StatusJudge(material, policy: policy, proofs: proofs)
        isClockBehind = material.memory.isAhead(of: time.now)
        if isClockBehind { proofs.newestTime = material.memory.newestTime }
        if !isClockBehind {
            material.learning?.begin(
                proofs.resolver.histories.followed + material.signerHistories, material.bundles.map(\.bundle),
                at: time.now)
        }
    }

    /// What judging finds out that the receiver wants to remember.
    public var learning: VerificationLearning? { material.learning }
    /// Where more can be had of what is missing.
    public var supply: (any MaterialSupply)? { material.supply }

    /// Whose time stamps count.
    var pinnedTSA: [TSACertificate] { material.trust?.tsaCertificates ?? [] }

    /// Whether a newer status list than one that the report rests on was found since, so that the file has to be judged
    /// again.
    public func isOutdated(_ report: VerificationReport) -> Bool { isOutdated(report.statusBasis) }

    public func isOutdated(_ basis: [StatusBasis]) -> Bool { !basis.isEmpty && statuses.isOutdated(basis) }

    /// Reads and judges one file.
    ///
    /// - Parameter source: its name, for the report
    public func judge(_ bytes: [UInt8], source: String) -> VerificationReport {
        judgeDocument(bytes, source: source).report
    }

    /// Judges one credential by itself, whatever it holds.
    public func judge(_ presented: PresentedCredential, source: String) -> VerificationReport {
        var work = ProofWork()
        let report = judge(presented, source: source, presentedBy: nil, work: &work)
        var more = ProofWork(credentials: 1)
        return endorsed(report, of: presented, hasOwnBytes: true, work: &more)
    }

    /// A verifier that knows what came with one document, too.
    func knowing(_ enclosed: EnclosedMaterial) -> Verifier {
        var verifier = self
        verifier.proofs.resolver.documents += enclosed.didDocuments
        verifier.statuses = statuses.adding(enclosed.statusLists)
        return verifier
    }

    /// A verifier that knows what was supplied for one document, too.
    func knowing(_ supplied: SuppliedMaterial) -> Verifier {
        var verifier = self
        verifier.proofs.resolver.documents += supplied.didDocuments
        verifier.statuses = statuses.adding(supplied.statusLists, supplied.revocationLists)
        return verifier
    }

    /// - Parameters:
    ///   - presentedBy: whose presentation it stands in; nothing when it stands alone.
    ///   - work: what its proofs may still cost.
    func judge(
        _ presented: PresentedCredential, source: String, presentedBy presenter: Presenter?, isInner: Bool = false,
        work: inout ProofWork
    ) -> VerificationReport {
        let view = presented.view
        let form = FormCheck(view).judge()
        guard form.outcome == .passed, let issuer = view.issuerID else {
            return .refused(form, source: source, at: time.at)
        }
        var summary = CredentialSummary(view)
        profile.summarize(presented.credential, into: &summary)
        var judgement = noting(proofs.judge(presented, work: &work), of: issuer)
        if isInner, judgement.result.code == .proofMissing, case .embedded = presented.securing {
            // However good the wrapper: nobody has said this.
            judgement.result = CheckResult(.proof, .undetermined, .innerNoProof)
        }
        var checks = [form, contexts(presented.credential, judgement: judgement), judgement.result]
        let schema = profile.schema(of: presented.credential)
        if judgement.result.outcome == .passed, let signer = judgement.signer {
            remember(judgement, by: signer)
            if let files = material.evidence {
                for place in summary.evidence.indices {
                    summary.evidence[place].standing = files.standing(of: summary.evidence[place])
                }
            }
            checks += [
                controller(signer, issuer: issuer), claims(of: presented, judgement: judgement),
                validity(view, isShownInPart: judgement.isShownInPart),
                status(view, issuer: issuer, signer: signer, isShownInPart: judgement.isShownInPart), schema,
                profile.badge(of: presented.credential),
                CheckResult(.endorsements, .notApplicable, .endorsementsNone),
                recipient(presented, judgement: judgement, presenter: presenter),
                presenter?.isOwnStatement(presented) == true
                    ? CheckResult(.issuer, .notApplicable, .issuerHolder)
                    : self.issuer(issuer, signer: signer, judgement: judgement, presented: presented),
            ]
        } else {
            // What rests on the claims waits for the signature; the schema is about the form alone.
            checks += [Check.controller, .claims].map { CheckResult($0, .undetermined, .proofRequired) }
            // Dates that can't be right are wrong whoever wrote them.
            checks.append(misordered(view) ?? CheckResult(.validity, .undetermined, .proofRequired))
            checks.append(CheckResult(.status, .undetermined, .proofRequired))
            checks.append(schema)
            checks.append(CheckResult(.badge, .undetermined, .proofRequired))
            checks.append(CheckResult(.endorsements, .notApplicable, .endorsementsNone))
            checks.append(
                policy.recipient == nil
                    ? CheckResult(.recipient, .notApplicable, .recipientNotAsked)
                    : CheckResult(.recipient, .undetermined, .proofRequired))
            checks.append(CheckResult(.issuer, .undetermined, .proofRequired))
        }
        checks = policy.demands.applied(
            to: checks,
            of: .init(
                level: summary.level, kind: summary.kind, suites: judgement.suites,
                isOfKind: { kind in profile.names(ofType: kind).contains { view.hasType($0) } }))
        return VerificationReport(source: source, at: time.at, credential: summary, checks: checks)
    }

    // MARK: Checks

    func contexts(_ credential: JSONObject, judgement: ProofJudge.Judgement) -> CheckResult {
        // The jcs suites let a document have more contexts than its proof covers; those nobody has signed.
        if let signed = judgement.signedContexts, let whole = credential["@context"] {
            let unsigned = whole.asList.dropFirst(signed.asList.count).first?.stringValue ?? "@context {…}"
            return CheckResult(.contexts, .undetermined, .contextsUnknown, ["context": unsigned])
        }
        return ContextsCheck(store: contexts).judge(credential)
    }

    func controller(_ signer: KeyResolver.Resolved, issuer: String) -> CheckResult {
        let detail: JSONObject = ["controller": .string(signer.controller)]
        if signer.controller.hasSameBytes(as: issuer) || proofs.resolver.isLinked(signer.controller, to: issuer) {
            return CheckResult(.controller, .passed, .controllerOK, detail: detail)
        }
        if DID(issuer) != nil {
            return CheckResult(
                .controller, .failed, .controllerMismatch, ["controller": signer.controller, "issuer": issuer],
                detail: detail)
        }
        return CheckResult(
            .controller, .undetermined, .controllerUnlinked, ["key": signer.id, "issuer": issuer], detail: detail)
    }

    /// - Parameter isShownInPart: whether the holder may have left an end out that the issuer signed
    private func validity(_ view: CredentialView, isShownInPart: Bool) -> CheckResult {
        let (from, until) = (view.validFrom, view.validUntil)
        var detail: JSONObject = [:]
        detail["validFrom"] = from.map { .string($0.description) }
        detail["validUntil"] = until.map { .string($0.description) }
        func result(_ outcome: Outcome, _ code: VerificationCode, _ values: [String: String]) -> CheckResult {
            CheckResult(.validity, outcome, code, values, detail: detail)
        }
        if let misordered = misordered(view) { return misordered }
        if let until, time.at > until { return result(.failed, .validityExpired, ["date": until.description]) }
        if isClockBehind, let newest = material.memory.newestTime {
            return result(
                .undetermined, .clockBehind, ["clock": time.now.description, "newest": newest.description])
        }
        if let from, from > time.at.adding(seconds: VerificationPolicy.clockSkewSeconds) {
            return result(.failed, .validityNotYet, ["date": from.description])
        }
        if until == nil, isShownInPart { return result(.undetermined, .validityNotShown, [:]) }
        if let until, let asked = time.asked, time.now > until {
            return result(.passed, .validityWasValid, ["at": asked.description, "date": until.description])
        }
        var values = ["at": time.at.description]
        values["until"] = until?.description
        return result(.passed, .validityOK, values)
    }

    /// An end before the beginning
    /// ([VC Data Model 2.0 §4.9](https://www.w3.org/TR/vc-data-model-2.0/#validity-period)).
    private func misordered(_ view: CredentialView) -> CheckResult? {
        guard let from = view.validFrom, let until = view.validUntil, until < from else { return nil }
        let dates = ["from": from.description, "until": until.description]
        return CheckResult(
            .validity, .failed, .validityOrder, dates,
            detail: ["validFrom": .string(from.description), "validUntil": .string(until.description)])
    }

    private func status(
        _ view: CredentialView, issuer: String, signer: KeyResolver.Resolved, isShownInPart: Bool
    ) -> CheckResult {
        let result = noting(
            statuses.judge(view, issuer: issuer), statusOf: view, issuer: issuer, signer: signer)
        // Of what the holder chose to show nobody can say that there was nothing more.
        guard isShownInPart, result.code == .statusNone else { return result }
        return CheckResult(.status, .undetermined, .statusNotShown)
    }

    private func claims(of presented: PresentedCredential, judgement: ProofJudge.Judgement) -> CheckResult {
        ClaimsCheck(shapes: profile.shapes(for: presented.credential))
            .judge(presented.credential, signed: judgement.expanded)
    }

    private func recipient(
        _ presented: PresentedCredential, judgement: ProofJudge.Judgement, presenter: Presenter?
    ) -> CheckResult {
        if let other = addressedToOther(judgement) { return other }
        guard let identifier = policy.recipient, presenter?.isOwnStatement(presented) != true else {
            return presenter?.binding(of: presented) ?? CheckResult(.recipient, .notApplicable, .recipientNotAsked)
        }
        return profile.recipient(identifier, of: presented.credential)
    }

    /// The answer for what was made for somebody else, by the domain or the challenge that the signature names.
    func addressedToOther(_ judgement: ProofJudge.Judgement) -> CheckResult? {
        let isForOther =
            (!judgement.domains.isEmpty
                && !judgement.domains.contains { domain in policy.domains.contains { $0.hasSameBytes(as: domain) } })
            || judgement.challenge.map { !($0.hasSameBytes(as: policy.challenge ?? "") && policy.challenge != nil) }
                ?? false
        guard isForOther else { return nil }
        let named =
            judgement.domains.isEmpty ? judgement.challenge ?? "" : judgement.domains.joined(separator: ", ")
        var detail: JSONObject = ["domain": .array(judgement.domains.map { .string($0) })]
        detail["challenge"] = judgement.challenge.map { .string($0) }
        detail["signedAt"] = judgement.claimed.map { .string($0.description) }
        var values = ["domain": named]
        values["date"] = judgement.claimed?.description
        return CheckResult(.recipient, .undetermined, .recipientOther, values, detail: detail)
    }

    private func issuer(
        _ issuer: String, signer: KeyResolver.Resolved, judgement: ProofJudge.Judgement,
        presented: PresentedCredential
    ) -> CheckResult {
        guard let entry = material.trust?.issuer(issuer) else {
            return CheckResult(.issuer, .undetermined, .issuerUnknown, ["issuer": issuer])
        }
        var detail: JSONObject = ["did": .string(entry.did), "name": .string(entry.name)]
        detail["listUpdated"] = material.trust.map { .string($0.updated.description) }
        detail["source"] = entry.source.map { .string($0) }
        // A key that is pinned for somebody else says nothing about this issuer.
        let isOwn =
            signer.controller.hasSameBytes(as: issuer) || proofs.resolver.isLinked(signer.controller, to: issuer)
        detail["asOf"] = (entry.word?.asOf ?? material.trust?.updated).map { .string($0.description) }
        guard signer.vouching.isVouched, isOwn else {
            return CheckResult(
                .issuer, .undetermined, .issuerKeyNotPinned, ["issuer": entry.name, "key": signer.id], detail: detail)
        }
        // Both the proof's time and the credential's first day are the signer's own words.
        let date = judgement.claimed ?? presented.view.validFrom
        if let date, entry.validFrom.map({ date < $0 }) ?? false || entry.validUntil.map({ date > $0 }) ?? false {
            return CheckResult(
                .issuer, .failed, .issuerWindow, ["issuer": entry.name, "date": date.description], detail: detail)
        }
        if date == nil, entry.validFrom != nil || entry.validUntil != nil {
            let window = [entry.validFrom?.description ?? "", entry.validUntil?.description ?? ""]
            return CheckResult(
                .issuer, .undetermined, .issuerScope,
                ["issuer": entry.name, "scope": window.joined(separator: " … ")], detail: detail)
        }
        if let scope = outOfScope(entry, presented: presented) {
            detail["scope"] = .string(scope)
            return CheckResult(
                .issuer, .undetermined, .issuerScope, ["issuer": entry.name, "scope": scope], detail: detail)
        }
        var values = ["issuer": entry.name]
        let word = signer.vouching.word ?? entry.word
        if let refusal = tellAge(of: word, entry, values: &values, detail: &detail) { return refusal }
        if entry.validUntil != nil { values["date"] = date?.description }
        if case .stated(let date) = judgement.dating { values["date"] = date.description }
        tellHistory(of: signer, values: &values, detail: &detail)
        if case .history = signer.vouching {
            return CheckResult(.issuer, .passed, .issuerHistory, values, detail: detail)
        }
        if word != nil { return CheckResult(.issuer, .passed, .issuerBundle, values, detail: detail) }
        return CheckResult(.issuer, .passed, .issuerOK, values, detail: detail)
    }

    /// As of when the issuer is believed, and by whose word; the answer where that word is too old.
    private func tellAge(
        of word: BundleWord?, _ entry: TrustedIssuer, values: inout [String: String], detail: inout JSONObject
    ) -> CheckResult? {
        guard let asOf = word?.asOf ?? material.trust?.updated else { return nil }
        let days = max(0, asOf.seconds(until: time.now) / 86_400)
        values["asOf"] = asOf.description
        values["days"] = "\(days)"
        detail["asOf"] = .string(asOf.description)
        detail["ageDays"] = .number(JSONNumber(days))
        guard let word else { return nil }
        values["signer"] = word.signer
        detail["bundle"] = .object(word.json(at: time.now))
        guard word.isStale(at: time.now, maxAgeDays: policy.maxBundleAgeDays) else { return nil }
        let ends = min(word.validUntil, word.asOf.adding(seconds: policy.maxBundleAgeDays * 86_400))
        values["end"] = ends.description
        return CheckResult(.issuer, .undetermined, .bundleStale, values, detail: detail)
    }

    /// A signature by a key that is vouched for is remembered with the time: later nobody can say that it wasn't there.
    private func remember(_ judgement: ProofJudge.Judgement, by signer: KeyResolver.Resolved) {
        guard let learning, !isClockBehind, signer.vouching.isVouched, !signer.vouching.isByOldWord,
            let signature = judgement.signature,
            material.trust?.issuer(signer.controller) != nil
        else { return }
        learning.saw(signature, by: signer.key.thumbprint, at: time.now)
    }

    /// What a receiver should know of the issuer's key history: that it vouches for the key, and how it ended.
    private func tellHistory(
        of signer: KeyResolver.Resolved, values: inout [String: String], detail: inout JSONObject
    ) {
        guard case .told(_, let followed) = signer.standing else { return }
        detail["keyHistory"] = .string(followed.source)
        detail["historyHead"] = followed.history.head.map { .string($0) }
        guard let closing = followed.history.closing else { return }
        values["closed"] = closing.since.description
        detail["closed"] = .string(closing.since.description)
        guard let successor = closing.successor else { return }
        values["successor"] = successor.description
        detail["successor"] = .string(successor.description)
    }

    /// What the entry is limited to, when this credential is outside of it.
    private func outOfScope(_ entry: TrustedIssuer, presented: PresentedCredential) -> String? {
        if !entry.roles.isEmpty {
            // Whoever may award may also speak for others.
            let roles = profile.endorsement(presented.credential) == nil ? ["issuer"] : ["issuer", "endorser"]
            if !entry.roles.contains(where: roles.contains) { return entry.roles.joined(separator: ", ") }
        }
        let kinds = entry.kinds.flatMap { profile.names(ofType: $0) }
        if !kinds.isEmpty, !kinds.contains(where: { presented.view.hasType($0) }) {
            return entry.kinds.joined(separator: ", ")
        }
        guard !entry.achievements.isEmpty else { return nil }
        let prefixes = entry.achievements.compactMap { NormalizedURL($0) }
        let ids = profile.achievementIDs(of: presented.credential)
        let isCovered =
            !ids.isEmpty
            && ids.allSatisfy { id in
                NormalizedURL(id).map { url in prefixes.contains { url.isUnder($0) } } ?? false
            }
        return isCovered ? nil : entry.achievements.joined(separator: ", ")
    }
}
