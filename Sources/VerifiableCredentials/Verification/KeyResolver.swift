import Cryptography
import Encodings

/// Finds the key that a proof names, and says by whose word it is the issuer's.
///
/// A pinned key wins over every document; a key history that a pinned key vouches for leads to the issuer's other
/// keys, and says of all of them when they were good; a self-describing DID (did:key, did:jwk) is its own pin; a
/// bundle of a signer who is pinned for the DID vouches for the keys in its document; a document that merely lies at
/// hand vouches for nothing. A key that is pinned for signing bundles signs nothing else.
struct KeyResolver: Sendable {
    enum Vouching: Sendable {
        /// The key stands in the trust list.
        case pinned
        /// A key history leads to it from a key that stands in the trust list.
        ///
        /// - word: the bundle's word that it rests on, where the receiver pinned none of the issuer's keys.
        case history(FollowedHistory, word: BundleWord?)
        /// The signer of a bundle says so, who is pinned for that DID.
        case bundle(BundleWord)
        /// The DID is made of the key.
        case selfDescribing
        /// A DID document from that source says so.
        case unvouched(source: String)

        var isVouched: Bool { if case .unvouched = self { false } else { true } }

        /// Whether it rests on nothing but the word of a bundle that is too old to vouch for anybody.
        var isByOldWord: Bool { word?.isOver ?? false }

        /// The bundle's word that it rests on, itself or through the history in it.
        var word: BundleWord? {
            switch self {
            case .bundle(let word): word
            case .history(_, let word): word
            default: nil
            }
        }

        var name: String {
            switch self {
            case .pinned: "trust-list"
            case .history: "key-history"
            case .bundle: "trust-bundle"
            case .selfDescribing: "did"
            case .unvouched: "unvouched-document"
            }
        }
    }

    /// What the issuer's key history says of a key.
    enum Standing: Sendable {
        /// There is none, or it doesn't know the key.
        case unknown
        /// Histories contradict each other.
        case disputed
        case told(HistoricKey, FollowedHistory)
    }

    struct Resolved: Sendable {
        let id: String
        let controller: String
        let key: PublicKey
        let vouching: Vouching
        /// The end that the key's own document gives it.
        var ends: Timestamp?
        var standing = Standing.unknown

        /// Since when others have the key, where they do.
        var theft: Timestamp? {
            guard case .told(let historic, _) = standing else { return nil }
            return historic.ends.filter { $0.state == .compromised }.map(\.since).min()
        }
    }

    enum Failure: Error, Sendable {
        /// Nothing at hand knows that method.
        case unavailable
        /// The issuer's keys were pinned after the claimed time, and that one isn't among them.
        case notListed(asOf: Timestamp)
        /// The issuer is listed, but its list of keys may be older than that one.
        case maybeNewer
        /// Histories of the issuer's keys contradict each other.
        case disputed
        /// The method exists, but not for that purpose.
        case purpose
        case malformed(String)
    }

    let trust: TrustList?
    var documents: [VerificationMaterial.UnvouchedDocument]
    let histories: KeyHistoryBook

    init(_ material: VerificationMaterial) {
        trust = material.trust
        documents = material.didDocuments
        histories = KeyHistoryBook(material)
    }

    /// The keys with that verification method id: one, unless documents at hand differ about it.
    ///
    /// - Parameters:
    ///   - issuer: whose credential it is; its own pins come before another's of the same name
    ///   - purpose: the relationship it must stand in, as `assertionMethod`
    ///   - claimed: when the signer says it signed; decides whether a list of keys is new enough to miss one
    func resolve(
        _ methodID: String, of issuer: String, purpose: String, claimed: Timestamp?
    ) throws(Failure) -> [Resolved] {
        let keys = try candidates(methodID, of: issuer, purpose: purpose, claimed: claimed)
        let usable = keys.filter { !isForBundles($0) }
        guard !usable.isEmpty else { throw .purpose }
        return usable
    }

    /// Whether it signs bundles, by the trust list or by the issuer's history, whoever pinned it for badges.
    private func isForBundles(_ key: Resolved) -> Bool {
        if case .told(let historic, _) = key.standing, historic.key.role == .bundle { return true }
        return trust?.isForBundles(key.key) ?? false
    }

    private func candidates(
        _ methodID: String, of issuer: String, purpose: String, claimed: Timestamp?
    ) throws(Failure) -> [Resolved] {
        if let pinned = pinned(methodID, of: issuer) { return [placed(pinned)] }
        guard let url = DIDURL(methodID) else { throw .unavailable }
        switch histories.answer(for: url.did.description) {
        case .none: break
        case .fork: throw .disputed
        case .followed(let followed):
            if let key = followed.history.key(methodID) {
                // What the history says a key is for, no document says otherwise.
                guard key.key.role != .bundle else { throw .purpose }
                if key.key.role == .awarding { return [told(key, followed)] }
            }
        }
        let own: DIDDocument?
        do throws(DIDError) {
            own = try SelfDescribingDID.document(for: url.did)
        } catch {
            // An unknown kind of key is no fault of the proof's.
            throw .unavailable
        }
        if let own { return [try find(methodID, in: own, purpose: purpose, vouching: .selfDescribing)] }
        let entry = trust?.issuer(url.did.description)
        if let vouched = entry?.vouched.filter({ $0.key.id.hasSameBytes(as: methodID) })
            .max(by: { $1.word.isBetter(than: $0.word) })
        {
            return [
                placed(
                    Resolved(
                        id: vouched.key.id, controller: url.did.description, key: vouched.key.publicKey,
                        vouching: .bundle(vouched.word)))
            ]
        }
        let asOf = [entry?.keysAsOf, entry?.vouched.map(\.word.asOf).max()].compactMap(\.self).max()
        if let asOf, let claimed, claimed <= asOf { throw .notListed(asOf: asOf) }
        var keys: [Resolved] = []
        var failure = entry == nil ? Failure.unavailable : .maybeNewer
        for found in documents where found.document.id == url.did {
            do throws(Failure) {
                add(
                    try find(
                        methodID, in: found.document, purpose: purpose, vouching: .unvouched(source: found.source)),
                    to: &keys)
            } catch {
                if case .unavailable = error { continue }
                failure = error
            }
        }
        guard !keys.isEmpty else { throw failure }
        return keys
    }

    /// Every key known to be the issuer's, for a JWS that names none, or by a name of its own.
    ///
    /// A signature that fits one of them was made by it, whatever the name says. A name under which a key is pinned means
    /// no other key.
    func known(of issuer: String, purpose: String) -> [Resolved] {
        let pinned = trust?.issuer(issuer)?.keys ?? []
        return allKnown(of: issuer, purpose: purpose).filter { key in
            !isForBundles(key)
                && !pinned.contains { $0.id.hasSameBytes(as: key.id) && $0.publicKey != key.key }
        }
    }

    private func allKnown(of issuer: String, purpose: String) -> [Resolved] {
        var keys: [Resolved] = []
        if let entry = trust?.issuer(issuer) {
            keys = entry.keys.map {
                placed(Resolved(id: $0.id, controller: entry.did, key: $0.publicKey, vouching: .pinned))
            }
        }
        guard let did = DID(issuer) else { return keys }
        if case .followed(let followed) = histories.answer(for: did.description) {
            for key in followed.history.keys where key.key.role == .awarding {
                if !keys.contains(where: { $0.key == key.publicKey }) { keys.append(told(key, followed)) }
            }
        }
        for vouched in trust?.issuer(issuer)?.vouched ?? []
        where !keys.contains(where: { $0.key == vouched.key.publicKey }) {
            keys.append(
                placed(
                    Resolved(
                        id: vouched.key.id, controller: did.description, key: vouched.key.publicKey,
                        vouching: .bundle(vouched.word))))
        }
        if let own = try? SelfDescribingDID.document(for: did) {
            addAll(of: own, for: purpose, vouching: .selfDescribing, to: &keys)
        } else {
            for found in documents where found.document.id == did {
                addAll(of: found.document, for: purpose, vouching: .unvouched(source: found.source), to: &keys)
            }
        }
        return keys
    }

    /// Whether the DID spells out its one key.
    func describesItself(_ did: String) -> Bool {
        guard let did = DID(did), let own = try? SelfDescribingDID.document(for: did) else { return false }
        return !own.verificationMethods.isEmpty
    }

    /// Whether the trust list gives both names to one issuer.
    func isLinked(_ controller: String, to issuer: String) -> Bool {
        guard let one = trust?.issuer(controller), let other = trust?.issuer(issuer) else { return false }
        return one.did.hasSameBytes(as: other.did)
    }

    /// Whether a proof by that method is the issuer's own: by the method's DID, by the trust list, or, for an issuer
    /// named by a URL, because the method stands under it.
    func isOwn(_ methodID: String, of issuer: String) -> Bool {
        if let pinned = pinned(methodID, of: issuer), pinned.controller.hasSameBytes(as: issuer) { return true }
        guard let did = DIDURL(methodID)?.did.description else {
            return methodID.utf8.starts(with: issuer.utf8)
                || pinned(methodID, of: issuer).map { isLinked($0.controller, to: issuer) } ?? false
        }
        return did.hasSameBytes(as: issuer) || isLinked(did, to: issuer)
            || pinned(methodID, of: issuer).map { isLinked($0.controller, to: issuer) } ?? false
    }

    private func pinned(_ methodID: String, of issuer: String) -> Resolved? {
        guard let trust else { return nil }
        func pinned(by entry: TrustedIssuer) -> Resolved? {
            entry.keys.first { $0.id.hasSameBytes(as: methodID) }.map {
                Resolved(id: $0.id, controller: entry.did, key: $0.publicKey, vouching: .pinned)
            }
        }
        if let own = trust.issuer(issuer).flatMap(pinned) { return own }
        return trust.issuers.lazy.compactMap(pinned).first
    }

    /// A key that the history vouches for.
    private func told(_ key: HistoricKey, _ followed: FollowedHistory) -> Resolved {
        let did = followed.history.did?.description ?? ""
        var word = followed.word
        // A bundle may vouch for the key itself while the one with the history has grown old.
        if word != nil, let entry = trust?.issuer(did) {
            for vouched in entry.vouched
            where vouched.key.publicKey == key.publicKey && vouched.word.isBetter(than: word) {
                word = vouched.word
            }
        }
        var resolved = Resolved(
            id: key.id, controller: did, key: key.publicKey, vouching: .history(followed, word: word))
        resolved.standing = .told(key, followed)
        return resolved
    }

    /// A pinned key with what the history of its issuer says of it: by the key itself, whatever name it is pinned
    /// under.
    private func placed(_ pinned: Resolved) -> Resolved {
        guard !histories.isEmpty else { return pinned }
        var resolved = pinned
        for name in [pinned.controller] + (trust?.issuer(pinned.controller)?.alsoKnownAs ?? []) {
            switch histories.answer(for: name) {
            case .none: break
            case .fork: resolved.standing = .disputed
            case .followed(let followed):
                if let key = followed.history.key(pinned.key) { resolved.standing = .told(key, followed) }
            }
        }
        return resolved
    }

    private func addAll(
        of document: DIDDocument, for purpose: String, vouching: Vouching, to keys: inout [Resolved]
    ) {
        for id in document.relationships[purpose] ?? [] {
            if let key = try? find(id, in: document, purpose: purpose, vouching: vouching) {
                add(key, to: &keys)
            }
        }
    }

    /// One entry for one key of one name; of two ends the earlier holds.
    private func add(_ key: Resolved, to keys: inout [Resolved]) {
        guard let place = keys.firstIndex(where: { $0.id.hasSameBytes(as: key.id) && $0.key == key.key }) else {
            return keys.append(key)
        }
        if case .unvouched = keys[place].vouching {
            keys[place].ends = [keys[place].ends, key.ends].compactMap(\.self).min()
        }
    }

    private func find(
        _ methodID: String, in document: DIDDocument, purpose: String, vouching: Vouching
    ) throws(Failure) -> Resolved {
        guard let method = document.method(methodID, for: purpose) else {
            throw document.verificationMethods.contains { $0.id.hasSameBytes(as: methodID) } ? .purpose : .unavailable
        }
        // A document may speak only for the DID that it is of.
        guard method.controller.hasSameBytes(as: document.id.description) else {
            throw .malformed("the method \(methodID) is controlled by another than its document")
        }
        let ends = [method.expires, method.revoked].compactMap(\.self).min()
        return Resolved(
            id: methodID, controller: method.controller, key: method.publicKey, vouching: vouching, ends: ends)
    }
}
