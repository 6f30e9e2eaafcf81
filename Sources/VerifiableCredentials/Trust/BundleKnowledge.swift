import Cryptography
public import Encodings
import LinkedData

/// What bundles tell that holds whatever becomes of them: the heads of the genuine status lists in them, and the key
/// histories that count.
///
/// A receiver remembers it when it takes a bundle in, as the next bundle may say less.
public struct BundleKnowledge: Sendable {
    public let lists: [VerificationLearning.List]
    public let histories: [VerificationLearning.History]

    /// - Parameter material: the trust list, the bundles, and what else may tell of their issuers; of all status lists in
    ///   it the heads are told.
    public init(_ material: VerificationMaterial, profile: any CredentialProfile, at now: Timestamp) {
        let material = material.applyingBundles(at: now)
        let proofs = ProofJudge(
            resolver: KeyResolver(material), suites: Cryptosuites(contexts: profile.contexts.prepared),
            time: JudgementTime(now: now))
        let latest = now.adding(seconds: VerificationPolicy.clockSkewSeconds)
        var newest: [ReceiverMemory.ListName: VerificationLearning.List] = [:]
        for found in material.statusLists {
            guard let url = found.id, let issuer = CredentialView(found.credential).issuerID,
                material.trust?.issuer(issuer) != nil
            else { continue }
            var work = ProofWork()
            let judged = JudgedList(found, proofs: proofs, work: &work, room: Int.max)
            guard judged.problem == nil, !judged.isByOldWord, let date = judged.validFrom, date <= latest else {
                continue
            }
            let name = ReceiverMemory.ListName(url: url, issuer: issuer)
            if let other = newest[name], other.head.validFrom >= date { continue }
            newest[name] = .init(url: url, issuer: issuer, head: .init(validFrom: date, digest: judged.digest))
        }
        lists = newest.values.sorted { $0.head.validFrom < $1.head.validFrom }
        histories = proofs.resolver.histories.followed + material.signerHistories
    }
}
