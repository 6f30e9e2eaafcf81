import Cryptography
import Encodings

extension VerificationMaterial {
    /// The material with what vouched bundles say in the places where judging looks for it: issuers and keys in the
    /// trust list, histories and lists beside those that lie at hand.
    ///
    /// What the receiver pinned stays as it is: a bundle adds issuers that aren't listed, and keys to those that are.
    ///
    /// - Parameter maxAgeDays: of a bundle that still vouches.
    func applyingBundles(
        at now: Timestamp, maxAgeDays: Int = VerificationPolicy().maxBundleAgeDays
    ) -> VerificationMaterial {
        guard !bundles.isEmpty, var trust else { return self }
        var material = self
        let bundleKeys = (trust.bundleSigners ?? []).flatMap(\.keys).map(\.publicKey)
        for vouched in bundles {
            var word = vouched.word
            word.isOver = word.isStale(at: now, maxAgeDays: maxAgeDays)
            for member in vouched.members {
                let keys = member.vouchedKeys.filter { !bundleKeys.contains($0.publicKey) }
                    .map { VouchedKey(key: $0, word: word) }
                let name = member.did.description
                if let place = trust.place(of: name) {
                    trust.issuers[place].vouched += keys
                    if let other = trust.issuers[place].word, word.isBetter(than: other) {
                        trust.issuers[place].word = word
                    }
                } else {
                    var entry = TrustedIssuer(did: name, name: name, keys: [])
                    entry.vouched = keys
                    entry.word = word
                    trust.issuers.append(entry)
                }
                if let history = member.history {
                    material.keyHistories.append(
                        FoundKeyHistory(history: history, source: word.source, word: word))
                }
            }
            material.statusLists += vouched.statusLists.map {
                FoundStatusList(credential: $0, source: word.source)
            }
            material.issuanceLists += vouched.issuanceLists.map {
                FoundIssuanceList(list: $0, source: word.source)
            }
        }
        material.trust = trust
        return material
    }
}

extension TrustList {
    /// As `issuer(_:)`, the place of the entry.
    fileprivate func place(of id: String) -> Int? {
        issuers.firstIndex { $0.did.hasSameBytes(as: id) }
            ?? issuers.firstIndex { $0.alsoKnownAs.contains { $0.hasSameBytes(as: id) } }
    }

    /// Whether that key signs bundles, and so no badges.
    func isForBundles(_ key: PublicKey) -> Bool {
        bundleSigners?.contains { $0.keys.contains { $0.publicKey == key } } ?? false
    }
}

extension TrustBundle.Member {
    /// The keys that the issuer's document allows for awarding; its bundle and checkpoint keys never are.
    public var vouchedKeys: [PinnedKey] {
        guard let document else { return [] }
        return document.assertionMethod.compactMap { id in
            guard let method = document.method(id, for: "assertionMethod"),
                method.controller.hasSameBytes(as: did.description), method.expires == nil, method.revoked == nil,
                KeyHistoryEntry.Key(id: id, publicKey: method.publicKey).role == .awarding,
                history?.key(method.publicKey).map({ $0.key.role == .awarding }) ?? true
            else { return nil }
            return PinnedKey(id: method.id, publicKey: method.publicKey)
        }
    }
}
