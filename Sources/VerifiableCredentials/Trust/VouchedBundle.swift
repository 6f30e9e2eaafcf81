import Cryptography
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

    /// Checks a bundle against the receiver's pins.
    ///
    /// - Parameters:
    ///   - histories: key histories at hand, by which a bundle key may have been replaced or taken back.
    /// - Returns: nothing when the signer isn't pinned.
    /// - Throws: `BundleError` `bundle.signature` when the signer is pinned and the signature isn't by a good key of it.
    public static func check(
        _ bundle: TrustBundle, source: String, by trust: TrustList?, histories: [KeyHistory] = []
    ) throws(BundleError) -> VouchedBundle? {
        let name = bundle.signer.description
        guard let signer = trust?.bundleSigners?.first(where: { $0.did.hasSameBytes(as: name) }) else { return nil }
        let key = try key(of: bundle, pinnedBy: signer, histories: histories)
        return VouchedBundle(bundle, source: source, signer: signer, key: key)
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
        of bundle: TrustBundle, pinnedBy signer: BundleSigner, histories: [KeyHistory]
    ) throws(BundleError) -> PinnedKey {
        let own = bundle.content.members.first { $0.did == bundle.signer }?.history
        let counting = (histories + [own].compactMap(\.self)).filter { history in
            history.did == bundle.signer && signer.keys.contains { history.signers.contains($0.publicKey) }
        }
        var candidates = signer.keys
        switch KeyHistory.settle(counting) {
        case nil: break
        case .fork?:
            throw refused(bundle, "two histories of its keys contradict each other")
        case .followed(let history)?:
            for key in history.keys where key.key.role == .bundle {
                if !candidates.contains(where: { $0.publicKey == key.publicKey }) {
                    candidates.append(PinnedKey(id: key.id, publicKey: key.publicKey))
                }
            }
            let named = history.keys.first { $0.id.hasSameBytes(as: bundle.method) }
            if let end = named?.end, end.state == .compromised || bundle.asOf > end.since {
                throw refused(bundle, "the key \(bundle.method) has ended on \(end.since)")
            }
            if let named, named.key.role != .bundle {
                throw BundleError(
                    .awardKey, "The trust bundle is signed with \(bundle.method), a key that signs other things.",
                    hint: "Ask the signer for a bundle signed with its bundle key.")
            }
        }
        guard let key = candidates.first(where: { bundle.isSigned(by: $0) }) else {
            throw refused(bundle, "it was changed, or signed with another key than the pinned ones")
        }
        return key
    }

    private static func refused(_ bundle: TrustBundle, _ why: String) -> BundleError {
        BundleError(
            .signature, "The trust bundle of \(bundle.signer) can't be believed: \(why).",
            hint: "Get it anew from its signer, and compare the fingerprint of the key.")
    }
}
