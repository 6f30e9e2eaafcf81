public import Cryptography
public import Encodings

/// A bundle whose signer is pinned and whose signature holds, with the part of it that the signer may say.
public struct VouchedBundle: Sendable {
    public let bundle: TrustBundle
    public let word: BundleWord
    /// The key that signed it.
    public let key: PinnedKey
    /// The issuers that the signer is pinned for.
    public let members: [TrustBundle.Member]
    /// The issuers, of members and of lists, that the signer is not pinned for; what it says of them is ignored.
    public let ignored: [String]
    let statusLists: [JSONObject]
    let issuanceLists: [IssuanceList]

    /// Checks a bundle against the receiver's pins; only then what it holds is judged.
    ///
    /// - Parameters:
    ///   - histories: key histories at hand, by which a bundle key may have been replaced or taken back.
    /// - Returns: nothing when the signer isn't pinned.
    /// - Throws: `BundleError` `bundle.signature` when the signer is pinned and the signature isn't by a good key of it,
    ///   `bundle.award-key`; as `SealedBundle.opened`.
    public static func check(
        _ bundle: SealedBundle, source: String, by trust: TrustList?, histories: [KeyHistory] = [], at now: Timestamp
    ) throws(BundleError) -> VouchedBundle? {
        guard let signer = trust?.bundleSigner(bundle.signer) else { return nil }
        let key = try key(of: bundle, pinnedBy: signer, histories: histories)
        guard bundle.isInForce(at: now) else {
            throw refused(bundle, "its signature has ended, or is from the future")
        }
        return VouchedBundle(try bundle.opened(), source: source, signer: signer, key: key)
    }

    public static func check(
        _ bundle: TrustBundle, source: String, by trust: TrustList?, histories: [KeyHistory] = [], at now: Timestamp
    ) throws(BundleError) -> VouchedBundle? {
        try check(bundle.sealed, source: source, by: trust, histories: histories, at: now)
    }

    private init(_ bundle: TrustBundle, source: String, signer: BundleSigner, key: PinnedKey) {
        self.bundle = bundle
        self.key = key
        word = BundleWord(
            signer: signer.did, asOf: bundle.asOf, validUntil: bundle.validUntil, sequence: bundle.sequence,
            source: source)
        var ignored: [String] = []
        func isInScope(_ issuer: String?) -> Bool {
            if let did = issuer.flatMap(DID.init), signer.speaks(for: did) { return true }
            let name = issuer ?? "–"
            if !ignored.contains(where: { $0.hasSameBytes(as: name) }) { ignored.append(name) }
            return false
        }
        members = bundle.content.members.filter { isInScope($0.did.description) }
        statusLists = bundle.content.statusLists.filter { isInScope(CredentialView($0).issuerID) }
        issuanceLists = bundle.content.issuanceLists.filter { isInScope($0.issuer) }
        self.ignored = ignored
    }

    /// The key that signed, when the signer's bundles may be signed with it: one that is pinned, or one that the
    /// signer's key history leads to from a pinned one; and none that the history says had ended.
    private static func key(
        of bundle: SealedBundle, pinnedBy signer: BundleSigner, histories: [KeyHistory]
    ) throws(BundleError) -> PinnedKey {
        let own = try bundle.history(of: bundle.signer)
        var candidates = signer.keys
        var followed: KeyHistory?
        switch signer.history(among: histories + [own].compactMap(\.self)) {
        case nil: break
        case .fork?:
            throw refused(bundle, "two histories of its keys contradict each other")
        case .followed(let history)?:
            followed = history
            for key in history.keys where key.key.role == .bundle {
                if !candidates.contains(where: { $0.publicKey == key.publicKey }) {
                    candidates.append(PinnedKey(id: key.id, publicKey: key.publicKey))
                }
            }
        }
        guard let key = candidates.first(where: { bundle.isSigned(by: $0) }) else {
            throw refused(bundle, "it was changed, or signed with another key than the pinned ones")
        }
        // By the key itself, whatever name it is pinned under, and by the name.
        for known in [followed?.key(key.publicKey), followed?.key(bundle.method)].compactMap(\.self) {
            if let end = known.end, end.state == .compromised || bundle.asOf > end.since {
                throw refused(bundle, "the key \(bundle.method) has ended on \(end.since)")
            }
            guard known.key.role == .bundle else {
                throw BundleError(
                    .awardKey, "The trust bundle is signed with \(bundle.method), a key that signs other things.",
                    hint: "Ask the signer for a bundle signed with its bundle key.")
            }
        }
        return key
    }

    private static func refused(_ bundle: SealedBundle, _ why: String) -> BundleError {
        BundleError(
            .signature, "The trust bundle of \(bundle.signer) can't be believed: \(why).",
            hint: "Get it anew from its signer, and compare the fingerprint of the key.")
    }
}

extension BundleSigner {
    /// What these histories come to for the signer: those count in which one of its pinned keys signed an entry.
    public func history(among histories: [KeyHistory]) -> KeyHistory.Outcome? {
        KeyHistory.settle(
            histories.filter { history in
                history.did?.description.hasSameBytes(as: did) == true
                    && keys.contains { history.signers.contains($0.publicKey) }
            })
    }
}

extension TrustList {
    /// Who is pinned for bundles under that DID.
    public func bundleSigner(_ did: DID) -> BundleSigner? {
        let name = did.description
        return bundleSigners?.first { $0.did.hasSameBytes(as: name) }
    }

    /// The keys that the receiver pinned itself under that DID, for whatever use.
    public func ownKeys(of did: DID) -> Set<PublicKey> {
        let keys = (issuer(did.description)?.keys ?? []) + (bundleSigner(did)?.keys ?? [])
        return Set(keys.map(\.publicKey))
    }
}
