import Cryptography
public import Encodings
import LinkedData

/// What can be put into a bundle about others: only what is genuine as far as a trust list knows them.
///
/// A signer's word is worth nothing when it repeats whatever it was handed.
public struct BundleMembers {
    private let material: VerificationMaterial
    private let resolver: KeyResolver
    private let proofs: ProofJudge

    /// - Parameter material: the signer's trust list, with what its members published.
    public init(_ material: VerificationMaterial, profile: any CredentialProfile, at now: Timestamp) {
        self.material = material.applyingBundles()
        resolver = KeyResolver(self.material)
        proofs = ProofJudge(
            resolver: resolver, suites: Cryptosuites(contexts: profile.contexts.prepared),
            time: JudgementTime(now: now))
    }

    /// Everything that the material holds of these issuers, in their order.
    ///
    /// - Throws: `BundleError` `bundle.member` for what isn't genuine, and for an issuer that isn't listed.
    public func content(of dids: [DID]) throws(BundleError) -> TrustBundle.Content {
        var content = TrustBundle.Content()
        for did in dids {
            content.members.append(try member(did))
            content.statusLists += try lists(of: did)
            content.issuanceLists += newest(
                material.issuanceLists.map(\.list).filter { $0.issuer.hasSameBytes(as: did.description) })
        }
        return content
    }

    private func member(_ did: DID) throws(BundleError) -> TrustBundle.Member {
        guard material.trust?.issuer(did.description) != nil else {
            throw refused(did, "it isn't in your trust list", hint: "Pin its keys first, with `passportctl trust add`.")
        }
        var history: KeyHistory?
        switch resolver.histories.answer(for: did.description) {
        case .fork: throw refused(did, "two histories of its keys contradict each other")
        case .followed(let followed): history = followed.history
        case .none:
            guard !material.keyHistories.contains(where: { $0.history.did == did }) else {
                throw refused(did, "its key history isn't signed by a key that you pinned")
            }
        }
        let vouched = material.bundles.flatMap(\.members).filter { $0.did == did }.compactMap(\.document)
        let document =
            material.didDocuments.last { $0.document.id == did }?.document ?? vouched.last
        for id in document?.assertionMethod ?? [] {
            guard let method = document?.method(id, for: "assertionMethod") else { continue }
            let known = try? resolver.resolve(id, of: did.description, purpose: "assertionMethod", claimed: nil)
            guard known?.contains(where: { $0.vouching.isVouched && $0.key == method.publicKey }) == true else {
                throw refused(did, "its document names the key \(id), which nothing you trust leads to")
            }
        }
        return TrustBundle.Member(did: did, document: document, history: history)
    }

    /// The issuer's genuine lists, of each address the newest.
    private func lists(of did: DID) throws(BundleError) -> [JSONObject] {
        var lists: [(list: JSONObject, judged: JudgedList)] = []
        for found in material.statusLists {
            guard case .embedded = found.securing, let id = found.id else { continue }
            var work = ProofWork()
            let judged = JudgedList(found, proofs: proofs, work: &work, room: Int.max)
            guard judged.issuer.hasSameBytes(as: did.description) else { continue }
            if let problem = judged.problem {
                throw refused(did, "its status list \(id) doesn't pass (\(problem.code.rawValue))")
            }
            if let place = lists.firstIndex(where: { $0.list["id"] == found.credential["id"] }) {
                if lists[place].judged.validFrom ?? .earliest < judged.validFrom ?? .earliest {
                    lists[place] = (found.credential, judged)
                }
            } else {
                lists.append((found.credential, judged))
            }
        }
        return lists.map(\.list)
    }

    private func newest(_ lists: [IssuanceList]) -> [IssuanceList] {
        var kept: [IssuanceList] = []
        for list in lists {
            if let place = kept.firstIndex(where: { $0.key.hasSameBytes(as: list.key) }) {
                if kept[place].asOf < list.asOf { kept[place] = list }
            } else {
                kept.append(list)
            }
        }
        return kept
    }

    private func refused(_ did: DID, _ why: String, hint: String? = nil) -> BundleError {
        BundleError(
            .member, "\(did) can't be put into the trust bundle: \(why).",
            hint: hint ?? "Get the issuer's folder anew from itself, and renew your trust list.")
    }
}
