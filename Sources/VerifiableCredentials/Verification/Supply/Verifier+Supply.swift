import Encodings
import Synchronization

/// Judging with what can still be had: once by what is at hand, then again with what was missing.
extension Verifier {
    /// First the issuer's document, then the lists that count by its key, then nothing new.
    static let maxJudgements = 3

    /// Reads and judges one file, with what the supply has of what it lacks.
    ///
    /// What is supplied holds for this file alone.
    public func judgeDocument(
        _ bytes: [UInt8], source: String, timestamps: [FoundTimestamp] = [], suppliedBy supply: any MaterialSupply
    ) -> JudgedDocument {
        var asked = MissingMaterial()
        var supplied = SuppliedMaterial()
        for _ in 1..<Self.maxJudgements {
            let desk = SupplyDesk()
            let judged = knowing(supplied, noting: desk, of: supply).judgeDocument(
                bytes, source: source, timestamps: timestamps)
            let missing = desk.missing.removing(asked)
            guard !missing.isEmpty else { return judged }
            asked.add(missing)
            let more = supply.supply(missing)
            guard !more.isEmpty else { return judged }
            supplied.add(more)
        }
        return knowing(supplied, noting: nil, of: supply).judgeDocument(
            bytes, source: source, timestamps: timestamps)
    }

    private func knowing(
        _ supplied: SuppliedMaterial, noting desk: SupplyDesk?, of supply: any MaterialSupply
    ) -> Verifier {
        var verifier = knowing(supplied)
        verifier.asksWeb = supply.asksWeb
        verifier.desk = desk
        verifier.supplied = supplied
        return verifier
    }

    // MARK: What is missing, and where what isn't came from

    /// Notes whose document could still show whether the signature fits.
    func noting(_ judgement: ProofJudge.Judgement, of signer: String) -> ProofJudge.Judgement {
        guard desk != nil || !supplied.isEmpty else { return judgement }
        var judgement = judgement
        let result = judgement.result
        if let source = result.detail["keyDocument"]?.stringValue {
            judgement.result = result.telling(supplied.origin(of: source))
        } else if result.outcome == .undetermined, [.keyUnavailable, .keyUnknown].contains(result.code),
            let did = webDID(for: result, of: signer)
        {
            desk?.note(did)
            judgement.result = result.telling(failure: supplied.failure(of: did.description))
        }
        return judgement
    }

    /// Notes the lists by which a badge may be withdrawn, when they can count: signed by an issuer whose key is vouched
    /// for. Of any other's nothing is asked, since a stranger who names an address would learn who checks the badge, and
    /// the answer would be the same.
    func noting(
        _ result: CheckResult, statusOf view: CredentialView, issuer: String, signer: KeyResolver.Resolved
    ) -> CheckResult {
        guard desk != nil || !supplied.isEmpty, view.statusEntries.count <= StatusJudge.maxEntries else {
            return result
        }
        guard signer.vouching.isVouched || material.trust?.issuer(issuer) != nil else {
            let isLeftOut = asksWeb && result.code == .statusUnavailable
            return isLeftOut ? result.telling(failure: SupplyRefusal.unlistedIssuer.rawValue) : result
        }
        let lists = view.statusEntries.compactMap { StatusJudge.listAddress(of: $0) }
        for list in lists { desk?.note(list: list) }
        let failure = lists.lazy.compactMap { supplied.failure(of: $0) }.first
        return result.telling(result.detail["source"]?.stringValue.flatMap { supplied.origin(of: $0) })
            .telling(failure: failure)
    }

    /// The did:web that the method belongs to, when it may speak for the signer.
    private func webDID(for result: CheckResult, of signer: String) -> DID? {
        let named = result.detail["verificationMethod"]?.stringValue.flatMap { DIDURL($0)?.did }
        guard let did = named ?? DID(signer), did.method == "web" else { return nil }
        let maySpeak =
            DID(signer) == nil || did.description.hasSameBytes(as: signer)
            || proofs.resolver.isLinked(did.description, to: signer)
        return maySpeak ? did : nil
    }
}

/// Collects what judging one document misses.
final class SupplyDesk: Sendable {
    private let state = Mutex(MissingMaterial())

    var missing: MissingMaterial { state.withLock { $0 } }

    func note(_ did: DID) { state.withLock { $0.add(did) } }
    func note(list url: String) { state.withLock { $0.add(list: url) } }
}

extension CheckResult {
    fileprivate func telling(_ origin: SuppliedMaterial.Origin?) -> CheckResult {
        guard let origin else { return self }
        var (values, detail) = (values, detail)
        values[origin.isKept ? "keptSince" : "fetchedAt"] = origin.at.description
        values["fetchedFrom"] = origin.server
        detail["fetchedFrom"] = .string(origin.url)
        detail["fetchedAt"] = .string(origin.at.description)
        detail["fromCache"] = .bool(origin.isKept)
        return CheckResult(check, outcome, code, values, detail: detail)
    }

    fileprivate func telling(failure: String?) -> CheckResult {
        guard let failure else { return self }
        var (values, detail) = (values, detail)
        values["fetch"] = failure
        detail["fetch"] = .string(failure)
        return CheckResult(check, outcome, code, values, detail: detail)
    }
}
