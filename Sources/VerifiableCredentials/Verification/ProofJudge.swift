import Cryptography
import Encodings
import LinkedData

/// Decides the `proof` check: does a signature by the issuer fit what is here?
struct ProofJudge: Sendable {
    var resolver: KeyResolver
    let suites: Cryptosuites
    let time: JudgementTime
    /// Whether a signature must have been made while its key was good; not where something else vouches for it.
    var judgesKeyTime = true
    /// A time that was seen before and that the clock hasn't reached, so that nothing can be told by it.
    var newestTime: Timestamp?
    /// What the signature must have been made for.
    var purpose = "assertionMethod"
    /// The receiver's own names, and the challenge that it gave.
    var domains: [String] = []
    var challenge: String?
    /// The time stamps that lay beside the file.
    var timestamps: TimestampBook?

    /// The answer for the credential, and the key that signed when one fits.
    struct Judgement: Sendable {
        var result: CheckResult
        var signer: KeyResolver.Resolved?
        /// When the signer says it signed.
        var claimed: Timestamp?
        /// The signature's own end.
        var expires: Timestamp?
        /// What it rests on that the key was good then.
        var dating = KeyTimeJudge.Dating.unneeded
        /// The signature that fits.
        var signature: DatedSignature?
        /// Receivers that the proof names, when it names any.
        var domains: [String] = []
        var challenge: String?
        /// The contexts that the proof covers, when the document has more.
        var signedContexts: JSONValue?
        /// What was signed, as linked data, when it was signed as that.
        var expanded: ExpandedDocument?
        /// Whether the holder chose which statements are shown.
        var isShownInPart = false
        /// The suites of all proofs that are as good as this one, its own among them.
        var suites: [String] = []
        /// The proof's own id, and the ids of the proofs it builds on.
        var id: String?
        var previous: [String] = []

        /// The suite or algorithm that it was made with.
        var suite: String? { result.detail["cryptosuite"]?.stringValue }

        /// Whether it was made for somebody.
        var isAddressed: Bool { !domains.isEmpty || challenge != nil }
        /// How little it is made for this receiver: 0 where it is, or nobody was asked for.
        var distance = 0
    }

    /// A credential in the field carries one or two proofs.
    static let maxProofs = 16

    func judge(_ presented: PresentedCredential) -> Judgement {
        var work = ProofWork()
        return judge(presented, work: &work)
    }

    /// - Parameter work: what it may still cost, where several documents are judged together.
    func judge(_ presented: PresentedCredential, work: inout ProofWork) -> Judgement {
        guard let issuer = presented.view.issuerID else {
            return Judgement(result: CheckResult(.proof, .undetermined, .proofRequired))
        }
        return judge(presented.credential, securedBy: presented.securing, signer: issuer, work: &work)
    }

    /// - Parameter signer: whose signature it should be.
    func judge(
        _ document: JSONObject, securedBy securing: PresentedCredential.Securing, signer issuer: String,
        work: inout ProofWork
    ) -> Judgement {
        let embedded = judgeEmbedded(document, issuer: issuer, work: &work)
        guard case .jws(let jws, let content) = securing else {
            return embedded.decisive ?? Judgement(result: CheckResult(.proof, .failed, .proofMissing))
        }
        let outer = judge(jws, content: content, view: CredentialView(document), issuer: issuer)
        // A proof inside a JWS is judged too: the outer signature doesn't excuse a false one by the same issuer.
        guard outer.result.outcome == .passed else { return outer }
        return embedded.refusal ?? outer
    }

    // MARK: Data Integrity

    /// The proofs of a document, told apart by whose they are.
    struct ProofSet: Sendable {
        var ofIssuer: [Judgement] = []
        var ofStrangers: [Judgement] = []
        /// There are more proofs than are judged.
        var limit: Judgement?

        /// Valid when at least one proof by the issuer fits and none by the issuer fails; a stranger's proof decides
        /// nothing beside the issuer's. Nothing when there is no proof at all.
        var decisive: Judgement? {
            if let refusal { return refusal }
            guard ofIssuer.isEmpty else { return best(of: ofIssuer) ?? ofIssuer.first }
            // Nobody else's proof makes the badge good; the controller check then says whose it is.
            return best(of: ofStrangers) ?? ofStrangers.first { $0.result.outcome == .failed } ?? ofStrangers.first
        }

        /// What no other signature makes good.
        var refusal: Judgement? { limit ?? ofIssuer.first { $0.result.outcome == .failed } }

        /// Of several that fit, the one that needs the fewest words: its key vouched for, addressed to nobody, all
        /// contexts and statements signed. The order of a proof set says nothing.
        private func best(of judgements: [Judgement]) -> Judgement? {
            func flaws(_ judgement: Judgement) -> Int {
                (judgement.signer?.vouching.isVouched == true ? 0 : 8) + judgement.distance * 2
                    + (judgement.signedContexts == nil ? 0 : 1) + (judgement.isShownInPart ? 1 : 0)
            }
            let passed = judgements.filter { $0.result.outcome == .passed }
            guard var best = passed.min(by: { flaws($0) < flaws($1) }) else { return nil }
            best.suites = passed.filter { flaws($0) == flaws(best) }.compactMap(\.suite)
            return best
        }
    }

    func judgeEmbedded(_ credential: JSONObject, issuer: String, work: inout ProofWork) -> ProofSet {
        let proofs = credential["proof"]?.asList ?? []
        guard proofs.count <= Self.maxProofs else {
            return ProofSet(
                limit: Judgement(
                    result: CheckResult(
                        .proof, .undetermined, .limitMembers, ["member": "proof", "limit": "\(Self.maxProofs)"])))
        }
        var memory = DocumentMemory(work: work)
        var judged = proofs.map { judge($0, document: credential, issuer: issuer, memory: &memory) }
        work = memory.work
        Self.settleChains(among: &judged)
        var set = ProofSet()
        for (judgement, proof) in zip(judged, proofs) {
            if isIssuers(proof, issuer: issuer) {
                set.ofIssuer.append(judgement)
            } else {
                set.ofStrangers.append(judgement)
            }
        }
        // Which of the proofs met the limit is a matter of their order, which says nothing; that one did isn't.
        set.limit = judged.first { $0.result.code == .limitWork }
        return set
    }

    private func distance(of judgement: Judgement) -> Int {
        let isForOther =
            !judgement.domains.isEmpty
            && !judgement.domains.contains { domain in domains.contains { $0.hasSameBytes(as: domain) } }
        switch (judgement.challenge, challenge) {
        case (let named?, let asked): return !isForOther && asked.map { $0.hasSameBytes(as: named) } ?? false ? 0 : 2
        case (nil, nil): return isForOther ? 2 : 0
        case (nil, _?): return isForOther ? 2 : 1
        }
    }

    /// A proof without a readable name of its key counts as the issuer's: it is in the issuer's badge.
    private func isIssuers(_ proof: JSONValue, issuer: String) -> Bool {
        proof["verificationMethod"]?.stringValue.map { resolver.isOwn($0, of: issuer) } ?? true
    }

    /// A proof that builds on others holds only with them (Data Integrity §2.1.2, proof chains).
    private static func settleChains(among judged: inout [Judgement]) {
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for index in judged.indices where judged[index].result.outcome == .passed {
                for id in judged[index].previous {
                    let base = judged.first { $0.id?.hasSameBytes(as: id) == true }?.result
                    if base?.outcome == .passed { continue }
                    let detail = judged[index].result.detail
                    judged[index].result =
                        if let base, base.outcome == .undetermined {
                            CheckResult(.proof, .undetermined, base.code, base.values, detail: detail)
                        } else {
                            CheckResult(.proof, .failed, .proofMismatch, detail: detail)
                        }
                    hasChanged = true
                    break
                }
            }
        }
    }

    private func judge(
        _ json: JSONValue, document: JSONObject, issuer: String, memory: inout DocumentMemory
    ) -> Judgement {
        let proof: DataIntegrityProof
        do throws(ProofError) {
            proof = try DataIntegrityProof(json: json)
        } catch {
            return Judgement(result: Self.failed(.proofMalformed, error.message))
        }
        var judgement = Judgement(result: CheckResult(.proof, .undetermined, .proofUnsupported))
        judgement.claimed = proof.created
        judgement.expires = proof.expires
        judgement.domains = proof.domain
        judgement.challenge = proof.challenge
        judgement.distance = distance(of: judgement)
        judgement.id = proof.id
        judgement.previous = proof.previousProof
        judge(proof, document: document, issuer: issuer, memory: &memory, into: &judgement)
        // Only the jcs suites sign the contexts that the proof itself names instead of the document's.
        if judgement.result.outcome == .passed, let signed = proof.json["@context"],
            signed.asList != document["@context"]?.asList, suites.named(proof) is any JCSCryptosuite
        {
            judgement.signedContexts = signed
        }
        return judgement
    }

    private func judge(
        _ proof: DataIntegrityProof, document: JSONObject, issuer: String, memory: inout DocumentMemory,
        into judgement: inout Judgement
    ) {
        // A suite with a type of its own signs no `cryptosuite` that counts.
        let suiteName = suites.named(proof)?.name ?? proof.cryptosuite ?? proof.type
        let detail: JSONObject = [
            "cryptosuite": .string(suiteName),
            "verificationMethod": proof.verificationMethod.map { .string($0) } ?? .null,
        ]
        guard let suite = suites.named(proof) else {
            judgement.result = CheckResult(
                .proof, .undetermined, .proofUnsupported, ["suite": suiteName], detail: detail)
            return
        }
        let keys: [KeyResolver.Resolved]
        switch candidates(proof, issuer: issuer, detail: detail) {
        case .refused(let refusal):
            judgement.result = refusal
            return
        case .keys(let found): keys = found
        }
        judgement.result = CheckResult(.proof, .failed, .proofMismatch, detail: detail)
        for key in keys {
            do throws(ProofError) {
                // Checking one with P-384 takes as long as ten others.
                try memory.work.spend(signatures: key.key.type == .p384 ? 10 : 1)
            } catch {
                judgement.result = CheckResult(
                    .proof, .undetermined, .limitWork, ["problem": error.message], detail: detail)
                return
            }
            switch suite.verify(document: document, proof: proof, key: key.key, memory: &memory) {
            case .verified:
                judgement.expanded = memory.latest?.canonical.expanded
                judgement.isShownInPart = suite is ECDSASD2023
                settle(
                    key, suite: suiteName, claimed: proof.created, signature: proof.signature ?? [],
                    fallback: CredentialView(document).validFrom, detail: detail, into: &judgement)
                return
            case .failed(let error):
                judgement.result = Self.failed(error, detail: detail)
            case .undetermined(let error):
                judgement.result = CheckResult(
                    .proof, .undetermined, error.code == .tooMuchWork ? .limitWork : .proofContexts,
                    ["problem": error.message], detail: detail)
                return
            case .unsupported(let what):
                judgement.result = CheckResult(
                    .proof, .undetermined, .proofUnsupported, ["suite": what], detail: detail)
                return
            }
        }
    }

    private enum Candidates {
        case keys([KeyResolver.Resolved])
        case refused(CheckResult)
    }

    /// The keys that the proof may be by, when its own members allow it to be judged at all.
    private func candidates(_ proof: DataIntegrityProof, issuer: String, detail: JSONObject) -> Candidates {
        guard let purpose = proof.proofPurpose else {
            return .refused(Self.failed(.proofMalformed, "it names no proofPurpose", detail: detail))
        }
        guard purpose == self.purpose else {
            return .refused(
                CheckResult(.proof, .failed, .proofPurpose, ["purpose": purpose], detail: detail))
        }
        guard let methodID = proof.verificationMethod else {
            return .refused(Self.failed(.proofMalformed, "it names no verificationMethod"))
        }
        // Controlled Identifiers 1.0 §3.3: what is no URL names no method that could still turn up.
        guard IRIForm.isAbsolute(methodID) else {
            return .refused(Self.failed(.proofMalformed, "its verificationMethod is no address", detail: detail))
        }
        if let refusal = dates(created: proof.created, expires: proof.expires, detail: detail) {
            return .refused(refusal)
        }
        do throws(KeyResolver.Failure) {
            return .keys(
                try resolver.resolve(methodID, of: issuer, purpose: purpose, claimed: proof.created))
        } catch {
            // Whoever has no key to check by may still want the signature stamped.
            let detail = Self.naming(proof.signature, in: detail)
            return .refused(Self.refusal(error, methodID: methodID, issuer: issuer, detail: detail))
        }
    }

    /// The answer for a signature that fits: whether the key was good when it was made.
    ///
    /// - Parameter fallback: the signer's word on the time where the signature itself has none.
    private func settle(
        _ key: KeyResolver.Resolved, suite: String, claimed: Timestamp?, signature: @autoclosure () -> [UInt8],
        fallback: @autoclosure () -> Timestamp?,
        detail: JSONObject, into judgement: inout Judgement
    ) {
        if let ended = Self.ended(key, claimed: claimed, detail: detail) {
            judgement.result = ended
            return
        }
        let (stamps, refusedStamps) = timestamps?.settled(for: signature()) ?? ([], [])
        let answer =
            judgesKeyTime
            ? KeyTimeJudge.judge(key, claimed: claimed ?? fallback(), signature: signature(), stamps: stamps)
            : .good(.unneeded)
        defer {
            judgement.result.notes = stamps.map { CheckNote($0, theft: key.theft) } + refusedStamps
        }
        switch answer {
        case .refused(let outcome, let code, let values):
            var detail = Self.naming(signature(), in: detail)
            if case .told(let historic, let followed) = key.standing {
                detail["keyState"] = .string(historic.state.rawValue)
                detail["keyHistory"] = .string(followed.source)
            }
            judgement.result = CheckResult(.proof, outcome, code, values, detail: detail)
        case .good(let dating):
            let signature = DatedSignature(keyID: key.id, digest: DatedSignature.digest(of: signature()))
            judgement.signer = key
            judgement.dating = dating
            judgement.signature = signature
            judgement.result = Self.passed(signature, suite: suite, key: key, dating: dating)
        }
    }

    // MARK: JWS

    private func judge(
        _ jws: CompactJWS, content: VCJWTContent, view: CredentialView, issuer: String
    ) -> Judgement {
        var judgement = Judgement(result: CheckResult(.proof, .undetermined, .proofRequired))
        judgement.claimed = content.claims.issuedAt ?? content.claims.notBefore ?? view.validFrom
        judgement.domains = content.claims.audience
        judgement.challenge = content.claims.nonce
        let suite = jws.header.alg.joseName
        let keyID = jws.header.kid.map { methodID($0, issuer: issuer) }
        let detail: JSONObject = [
            "cryptosuite": .string(suite), "verificationMethod": keyID.map { .string($0) } ?? .null,
        ]
        // In VC-JOSE-COSE `nbf` and `exp` are the signature's own window; in the older forms they are the credential's.
        // A presentation has no dates of its own.
        let isEnveloped = content.form == .enveloped || content.isPresentation
        if isEnveloped { judgement.expires = content.claims.expires }
        if let refusal = dates(
            created: [isEnveloped ? content.claims.notBefore : nil, content.claims.issuedAt].compactMap(\.self).max(),
            expires: isEnveloped ? content.claims.expires : nil, detail: detail)
        {
            judgement.result = refusal
            return judgement
        }
        let candidates: [KeyResolver.Resolved]
        do throws(KeyResolver.Failure) {
            candidates = try keys(keyID, jws: jws, issuer: issuer, claimed: judgement.claimed)
        } catch {
            judgement.result = Self.refusal(
                error, methodID: keyID ?? issuer, issuer: issuer, detail: Self.naming(jws.signature, in: detail))
            return judgement
        }
        guard let key = candidates.first(where: { jws.isValid(for: $0.key) }) else {
            judgement.result = CheckResult(.proof, .failed, .proofMismatch, detail: detail)
            return judgement
        }
        settle(
            key, suite: suite, claimed: judgement.claimed, signature: jws.signature, fallback: nil, detail: detail,
            into: &judgement)
        return judgement
    }

    /// A `kid` may be a DID URL, a fragment of the issuer's document, or the fragment's bare name.
    private func methodID(_ kid: String, issuer: String) -> String {
        if kid.hasPrefix("#") { return issuer + kid }
        if kid.utf8.contains(UInt8(ascii: ":")) || DIDURL(kid) != nil { return kid }
        return "\(issuer)#\(kid)"
    }

    /// The keys to try: the one that is named, else those known to be the issuer's.
    ///
    /// Some issuers name a key by its DID alone, by the address of a key set or by a thumbprint. The name is then no
    /// pin, but a signature that fits a known key was made by it. A key in the header proves nothing by itself.
    private func keys(
        _ keyID: String?, jws: CompactJWS, issuer: String, claimed: Timestamp?
    ) throws(KeyResolver.Failure) -> [KeyResolver.Resolved] {
        let hasExactName = keyID.flatMap { DIDURL($0)?.fragment } != nil
        var failure = KeyResolver.Failure.unavailable
        if let keyID {
            do throws(KeyResolver.Failure) {
                return try resolver.resolve(keyID, of: issuer, purpose: purpose, claimed: claimed)
            } catch {
                failure = error
            }
        }
        // The DID alone may also be another's than the issuer's; the controller check then says so.
        let owner = hasExactName ? issuer : keyID.flatMap { DID($0)?.description } ?? issuer
        let known = resolver.known(of: owner, purpose: purpose)
        let fitting = known.filter { jws.isValid(for: $0.key) }
        if !fitting.isEmpty { return fitting }
        // The one key of such a DID is all there is to try.
        if !hasExactName, !known.isEmpty, resolver.describesItself(owner) { return known }
        // Without an exact name it may still be a key that was added later.
        if !hasExactName, case .notListed = failure { throw .maybeNewer }
        throw failure
    }

    // MARK: Shared

    private func dates(created: Timestamp?, expires: Timestamp?, detail: JSONObject) -> CheckResult? {
        if let created, created > time.now.adding(seconds: VerificationPolicy.clockSkewSeconds) {
            if let newestTime {
                let values = ["clock": time.now.description, "newest": newestTime.description]
                return CheckResult(.proof, .undetermined, .clockBehind, values, detail: detail)
            }
            return CheckResult(.proof, .failed, .proofFuture, ["date": created.description], detail: detail)
        }
        if let expires, expires < time.at {
            return CheckResult(.proof, .failed, .proofExpired, ["date": expires.description], detail: detail)
        }
        return nil
    }

    private static func ended(_ key: KeyResolver.Resolved, claimed: Timestamp?, detail: JSONObject) -> CheckResult? {
        guard let ends = key.ends, claimed.map({ $0 >= ends }) ?? true else { return nil }
        return CheckResult(.proof, .failed, .keyExpired, ["date": ends.description], detail: detail)
    }

    /// The detail with what a time stamp must be made over.
    private static func naming(_ signature: [UInt8]?, in detail: JSONObject) -> JSONObject {
        guard let signature, !signature.isEmpty else { return detail }
        var detail = detail
        detail["signatureSHA256"] = .string(Base16.encode(DatedSignature.digest(of: signature)))
        return detail
    }

    private static func passed(
        _ signature: DatedSignature, suite: String, key: KeyResolver.Resolved, dating: KeyTimeJudge.Dating
    ) -> CheckResult {
        var detail: JSONObject = [
            "cryptosuite": .string(suite), "verificationMethod": .string(key.id),
            "keySource": .string(key.vouching.name), "keyFingerprint": .string(key.key.thumbprint),
            "signatureSHA256": .string(Base16.encode(signature.digest)),
        ]
        if case .unvouched(let source) = key.vouching { detail["keyDocument"] = .string(source) }
        if case .told(let historic, let followed) = key.standing {
            detail["keyState"] = .string(historic.state.rawValue)
            detail["keyHistory"] = .string(followed.source)
        }
        guard case .proven(let evidence, let theft) = dating else {
            return CheckResult(.proof, .passed, .proofOK, ["suite": suite], detail: detail)
        }
        detail["evidence"] = .string(evidence.kind)
        detail["evidenceSource"] = .string(evidence.source)
        detail["evidenceTime"] = (evidence as? TimestampEvidence).map { .string($0.token.latest.description) }
        return CheckResult(
            .proof, .passed, .keyTimeProven,
            ["suite": suite, "since": theft.description, "evidence": evidence.kind], detail: detail)
    }

    private static func failed(
        _ code: VerificationCode, _ problem: String, detail: JSONObject = [:]
    ) -> CheckResult {
        CheckResult(.proof, .failed, code, ["problem": problem], detail: detail)
    }

    /// The detail with what is wrong, and where, as the reader of linked data says it.
    private static func telling(_ error: ProofError, in detail: JSONObject) -> JSONObject {
        var detail = detail
        detail["problem"] = .string(error.message)
        detail["cause"] = error.cause.map { .string($0) }
        return detail
    }

    private static func failed(_ error: ProofError, detail: JSONObject) -> CheckResult {
        switch error.code {
        case .signatureMismatch: CheckResult(.proof, .failed, .proofMismatch, detail: detail)
        case .baseProof: CheckResult(.proof, .failed, .proofBase, detail: detail)
        case .linkedData: CheckResult(.proof, .failed, .proofLinkedData, detail: Self.telling(error, in: detail))
        default: failed(.proofMalformed, error.message, detail: detail)
        }
    }

    private static func refusal(
        _ failure: KeyResolver.Failure, methodID: String, issuer: String, detail: JSONObject
    ) -> CheckResult {
        switch failure {
        case .unavailable:
            return CheckResult(.proof, .undetermined, .keyUnavailable, ["issuer": issuer], detail: detail)
        case .maybeNewer:
            return CheckResult(.proof, .undetermined, .keyUnknown, ["key": methodID], detail: detail)
        case .notListed(let asOf):
            var detail = detail
            detail["keysAsOf"] = .string(asOf.description)
            return CheckResult(.proof, .failed, .keyUnknown, ["key": methodID], detail: detail)
        case .disputed:
            return CheckResult(.proof, .undetermined, .historyFork, ["key": methodID], detail: detail)
        case .purpose:
            return CheckResult(.proof, .failed, .keyPurpose, ["key": methodID], detail: detail)
        case .malformed(let problem):
            return failed(.proofMalformed, problem, detail: detail)
        }
    }
}
