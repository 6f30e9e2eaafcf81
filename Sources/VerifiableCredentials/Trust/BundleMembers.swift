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

    /// Where what the signer itself said before is from.
    private static let former = "the last bundle"

    /// - Parameters:
    ///   - material: the signer's trust list, with what its members published.
    ///   - former: what the signer's last bundle says; nothing older is put into the next.
    public init(
        _ material: VerificationMaterial, after former: TrustBundle.Content = .init(), profile: any CredentialProfile,
        at now: Timestamp
    ) {
        var material = material
        material.keyHistories += former.members.compactMap(\.history).map { .init(history: $0, source: Self.former) }
        material.statusLists += former.statusLists.map { .init(credential: $0, source: Self.former) }
        material.issuanceLists += former.issuanceLists.map { .init(list: $0, source: Self.former) }
        self.material = material.applyingBundles(at: now)
        resolver = KeyResolver(self.material)
        proofs = ProofJudge(
            resolver: resolver, suites: Cryptosuites(contexts: profile.contexts.prepared),
            time: JudgementTime(now: now))
    }

    /// Everything that the material holds of these issuers, in their order.
    ///
    /// - Parameter warn: told what is taken from the last bundle, as nothing newer is at hand.
    /// - Throws: `BundleError` `bundle.member` for what isn't genuine, and for an issuer that isn't listed;
    ///   `bundle.older-member` for what is older than in the last bundle.
    public func content(
        of dids: [DID], warn: (String) -> Void = { _ in }
    ) throws(BundleError) -> TrustBundle.Content {
        var content = TrustBundle.Content()
        for did in dids {
            content.members.append(try member(did, warn: warn))
            content.statusLists += try lists(of: did, warn: warn)
            content.issuanceLists += newest(
                material.issuanceLists.map(\.list).filter { $0.issuer.hasSameBytes(as: did.description) })
        }
        return content
    }

    private func member(_ did: DID, warn: (String) -> Void) throws(BundleError) -> TrustBundle.Member {
        guard material.trust?.issuer(did.description) != nil else {
            throw refused(did, "it isn't in your trust list", hint: "Pin its keys first, with `passportctl trust add`.")
        }
        var history: KeyHistory?
        switch resolver.histories.answer(for: did.description) {
        case .fork: throw refused(did, "two histories of its keys contradict each other")
        case .followed(let followed):
            history = followed.history
            let given = material.keyHistories.filter { $0.history.did == did && $0.source != Self.former }
            if !given.contains(where: { $0.history == followed.history }) {
                if let older = given.first { throw self.older(did, older.source) }
                warn("The key history of \(did) is taken from \(Self.former).")
            }
        case .none:
            guard !material.keyHistories.contains(where: { $0.history.did == did && $0.source != Self.former }) else {
                throw refused(did, "its key history isn't signed by a key that you pinned")
            }
        }
        let vouched = material.bundles.flatMap(\.members).filter { $0.did == did }.compactMap(\.document)
        let document =
            material.didDocuments.last { $0.document.id == did }?.document ?? vouched.last
        for id in document?.assertionMethod ?? [] {
            guard let method = document?.method(id, for: "assertionMethod") else { continue }
            let known = try? resolver.resolve(id, of: did.description, purpose: "assertionMethod", claimed: nil)
            guard
                known?.contains(where: {
                    $0.vouching.isVouched && !$0.vouching.isByOldWord && $0.key == method.publicKey
                }) == true
            else {
                throw refused(did, "its document names the key \(id), which nothing you trust leads to")
            }
        }
        return TrustBundle.Member(did: did, document: document, history: history)
    }

    /// The issuer's genuine lists, of each address the newest.
    private func lists(of did: DID, warn: (String) -> Void) throws(BundleError) -> [JSONObject] {
        var lists: [(list: JSONObject, judged: JudgedList)] = []
        // What is given comes first, and is held against the last bundle's.
        for found in material.statusLists.filter({ $0.source != Self.former })
            + material.statusLists.filter({ $0.source == Self.former })
        {
            guard case .embedded = found.securing, let id = found.id else { continue }
            var work = ProofWork()
            let judged = JudgedList(found, proofs: proofs, work: &work, room: Int.max)
            guard judged.issuer.hasSameBytes(as: did.description) else { continue }
            let isFormer = found.source == Self.former
            if judged.problem != nil || judged.isByOldWord, isFormer { continue }
            if judged.isByOldWord {
                throw refused(did, "its status list \(id) doesn't pass (\(VerificationCode.statusUnvouched.rawValue))")
            }
            if let problem = judged.problem {
                throw refused(did, "its status list \(id) doesn't pass (\(problem.code.rawValue))")
            }
            if let place = lists.firstIndex(where: { $0.list["id"] == found.credential["id"] }) {
                if isFormer, let date = judged.validFrom,
                    ReceiverMemory.ListHead(validFrom: date, digest: judged.digest)
                        .isNewer(than: lists[place].judged.validFrom ?? .earliest, lists[place].judged.digest)
                {
                    throw older(did, lists[place].judged.source)
                }
                if lists[place].judged.validFrom ?? .earliest < judged.validFrom ?? .earliest {
                    lists[place] = (found.credential, judged)
                }
            } else {
                if isFormer { warn("The status list \(UTF8Text.escapedForTerminal(id)) is taken from \(Self.former).") }
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

    private func older(_ did: DID, _ source: String) -> BundleError {
        BundleError(
            .olderMember,
            "\(did) can't be put into the trust bundle: \"\(UTF8Text.escapedForTerminal(source))\" is older than what "
                + "your last bundle says.",
            hint: "Get the issuer's folder anew from itself.")
    }

    private func refused(_ did: DID, _ why: String, hint: String? = nil) -> BundleError {
        BundleError(
            .member, "\(did) can't be put into the trust bundle: \(why).",
            hint: hint ?? "Get the issuer's folder anew from itself, and renew your trust list.")
    }
}
