import Cryptography
import Encodings

/// Decides the `proof` check: does a signature by the issuer fit what is here?
struct ProofJudge: Sendable {
    let resolver: KeyResolver
    let time: JudgementTime

    /// The answer for the credential, and the key that signed when one fits.
    struct Judgement: Sendable {
        var result: CheckResult
        var signer: KeyResolver.Resolved?
        /// When the signer says it signed.
        var claimed: Timestamp?
        /// Receivers that the proof names, when it names any.
        var domains: [String] = []
        var challenge: String?
        /// The contexts that the proof covers, when it names them itself.
        var signedContexts: JSONValue?
        /// The proof's own id, and the ids of the proofs it builds on.
        var id: String?
        var previous: [String] = []
    }

    /// A credential in the field carries one or two proofs.
    static let maxProofs = 16

    func judge(_ presented: PresentedCredential) -> Judgement {
        guard let issuer = presented.view.issuerID else {
            return Judgement(result: CheckResult(.proof, .undetermined, .proofRequired))
        }
        let embedded = judgeEmbedded(presented.credential, issuer: issuer)
        guard case .jws(let jws, let content) = presented.securing else {
            return embedded ?? Judgement(result: CheckResult(.proof, .failed, .proofMissing))
        }
        let outer = judge(jws, content: content, view: presented.view, issuer: issuer)
        // A proof inside a JWS is judged too; an outer signature doesn't excuse a false inner one.
        if let embedded, embedded.result.outcome != .passed, outer.result.outcome == .passed { return embedded }
        return outer
    }

    // MARK: Data Integrity

    /// A proof set: valid when at least one proof by the issuer fits and none by the issuer fails; a stranger's proof
    /// decides nothing beside the issuer's. Nothing when there is no proof at all.
    func judgeEmbedded(_ credential: JSONObject, issuer: String) -> Judgement? {
        let proofs = credential["proof"]?.asList ?? []
        guard !proofs.isEmpty else { return nil }
        guard proofs.count <= Self.maxProofs else {
            return Judgement(
                result: CheckResult(
                    .proof, .undetermined, .limitMembers, ["member": "proof", "limit": "\(Self.maxProofs)"]))
        }
        var ofIssuer: [Judgement] = []
        var ofStrangers: [Judgement] = []
        let judged = proofs.map { judge($0, document: credential, issuer: issuer) }
        for (judgement, isIssuers) in judged {
            var judgement = judgement
            // A proof that builds on others holds only with them (Data Integrity §2.1.2, proof chains).
            let holds = judgement.previous.allSatisfy { id in
                judged.contains { $0.0.id?.hasSameBytes(as: id) == true && $0.0.result.outcome == .passed }
            }
            if judgement.result.outcome == .passed, !holds {
                judgement.result = CheckResult(.proof, .failed, .proofMismatch, detail: judgement.result.detail)
            }
            if isIssuers { ofIssuer.append(judgement) } else { ofStrangers.append(judgement) }
        }
        let counted = ofIssuer.isEmpty ? ofStrangers : ofIssuer
        return counted.first { $0.result.outcome == .failed } ?? counted.first { $0.result.outcome == .passed }
            ?? counted.first
    }

    private func judge(_ json: JSONValue, document: JSONObject, issuer: String) -> (Judgement, isIssuers: Bool) {
        let proof: DataIntegrityProof
        do throws(ProofError) {
            proof = try DataIntegrityProof(json: json)
        } catch {
            return (Judgement(result: Self.failed(.proofMalformed, error.message)), true)
        }
        let named = proof.verificationMethod.flatMap { DIDURL($0)?.did.description } ?? issuer
        let isIssuers = named.hasSameBytes(as: issuer) || resolver.isLinked(named, to: issuer)
        var judgement = Judgement(result: CheckResult(.proof, .undetermined, .proofUnsupported))
        judgement.claimed = proof.created
        judgement.domains = proof.domain
        judgement.challenge = proof.challenge
        judgement.id = proof.id
        judgement.previous = proof.previousProof
        judgement.result = judge(proof, document: document, issuer: issuer, signer: &judgement.signer)
        // Only the jcs suites sign the contexts that the proof itself names instead of the document's.
        if judgement.result.outcome == .passed, proof.cryptosuite?.contains("-jcs-") == true {
            judgement.signedContexts = proof.json["@context"]
        }
        return (judgement, isIssuers)
    }

    private func judge(
        _ proof: DataIntegrityProof, document: JSONObject, issuer: String, signer: inout KeyResolver.Resolved?
    ) -> CheckResult {
        let suiteName = proof.cryptosuite ?? proof.type
        let detail: JSONObject = [
            "cryptosuite": .string(suiteName),
            "verificationMethod": proof.verificationMethod.map { .string($0) } ?? .null,
        ]
        guard let suite = Cryptosuites.named(proof) else {
            return CheckResult(.proof, .undetermined, .proofUnsupported, ["suite": suiteName], detail: detail)
        }
        guard proof.proofPurpose == "assertionMethod" else {
            return CheckResult(
                .proof, .failed, .proofPurpose, ["purpose": proof.proofPurpose ?? "–"], detail: detail)
        }
        guard let methodID = proof.verificationMethod else {
            return Self.failed(.proofMalformed, "it names no verificationMethod")
        }
        if let refusal = dates(created: proof.created, expires: proof.expires, detail: detail) { return refusal }
        let key: KeyResolver.Resolved
        do throws(KeyResolver.Failure) {
            key = try resolver.resolve(methodID, purpose: "assertionMethod", claimed: proof.created)
        } catch {
            return Self.refusal(error, methodID: methodID, issuer: issuer, detail: detail)
        }
        if let refusal = Self.ended(key, claimed: proof.created, detail: detail) { return refusal }
        switch suite.verify(document: document, proof: proof, key: key.key) {
        case .verified:
            signer = key
            return Self.passed(suite: suiteName, key: key)
        case .failed(let error):
            switch error.code {
            case .signatureMismatch: return CheckResult(.proof, .failed, .proofMismatch, detail: detail)
            default: return Self.failed(.proofMalformed, error.message, detail: detail)
            }
        case .unsupported(let what):
            return CheckResult(.proof, .undetermined, .proofUnsupported, ["suite": what], detail: detail)
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
        let isEnveloped = content.form == .enveloped
        if let refusal = dates(
            created: isEnveloped ? content.claims.notBefore ?? content.claims.issuedAt : content.claims.issuedAt,
            expires: isEnveloped ? content.claims.expires : nil, detail: detail)
        {
            judgement.result = refusal
            return judgement
        }
        let candidates: [KeyResolver.Resolved]
        do throws(KeyResolver.Failure) {
            candidates = try keys(keyID, jws: jws, issuer: issuer, claimed: judgement.claimed)
        } catch {
            judgement.result = Self.refusal(error, methodID: keyID ?? "–", issuer: issuer, detail: detail)
            return judgement
        }
        guard let key = candidates.first(where: { jws.isValid(for: $0.key) }) else {
            judgement.result = CheckResult(.proof, .failed, .proofMismatch, detail: detail)
            return judgement
        }
        if let refusal = Self.ended(key, claimed: judgement.claimed, detail: detail) {
            judgement.result = refusal
            return judgement
        }
        judgement.signer = key
        judgement.result = Self.passed(suite: suite, key: key)
        return judgement
    }

    /// A `kid` may be a DID URL, a fragment of the issuer's document, or the fragment's bare name.
    private func methodID(_ kid: String, issuer: String) -> String {
        if kid.hasPrefix("#") { return issuer + kid }
        if DIDURL(kid) != nil || kid.contains(":") { return kid }
        return "\(issuer)#\(kid)"
    }

    private func keys(
        _ keyID: String?, jws: CompactJWS, issuer: String, claimed: Timestamp?
    ) throws(KeyResolver.Failure) -> [KeyResolver.Resolved] {
        if let keyID {
            // A bare did:key or did:jwk has one key, and some issuers name it by the DID alone.
            let hasFragment = keyID.contains("#")
            if !hasFragment, let did = DID(keyID), let document = try? SelfDescribingDID.document(for: did),
                let method = document.verificationMethods.first
            {
                return [try resolver.resolve(method.id, purpose: "assertionMethod", claimed: claimed)]
            }
            return [try resolver.resolve(keyID, purpose: "assertionMethod", claimed: claimed)]
        }
        // No key is named. A key in the header proves nothing by itself, so only keys known for the issuer are tried.
        if let did = DID(issuer), let document = try? SelfDescribingDID.document(for: did) {
            var found: [KeyResolver.Resolved] = []
            for method in document.verificationMethods {
                if let key = try? resolver.resolve(method.id, purpose: "assertionMethod", claimed: claimed) {
                    found.append(key)
                }
            }
            if !found.isEmpty { return found }
        }
        let pinned = resolver.pinnedKeys(of: issuer)
        guard !pinned.isEmpty else { throw .unavailable }
        if pinned.contains(where: { jws.isValid(for: $0.key) }) { return pinned }
        // None of the pinned keys fits; without a name it may still be one that was added later.
        throw .maybeNewer
    }

    // MARK: Shared

    private func dates(created: Timestamp?, expires: Timestamp?, detail: JSONObject) -> CheckResult? {
        if let created, created > time.now.adding(seconds: VerificationPolicy.clockSkewSeconds) {
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

    private static func passed(suite: String, key: KeyResolver.Resolved) -> CheckResult {
        CheckResult(
            .proof, .passed, .proofOK, ["suite": suite],
            detail: [
                "cryptosuite": .string(suite), "verificationMethod": .string(key.id),
                "keySource": .string(key.vouching.name), "keyFingerprint": .string(key.key.thumbprint),
            ])
    }

    private static func failed(
        _ code: VerificationCode, _ problem: String, detail: JSONObject = [:]
    ) -> CheckResult {
        CheckResult(.proof, .failed, code, ["problem": problem], detail: detail)
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
        case .purpose:
            return CheckResult(.proof, .failed, .proofPurpose, ["purpose": methodID], detail: detail)
        case .malformed(let problem):
            return failed(.proofMalformed, problem, detail: detail)
        }
    }
}
