import Cryptography
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// Takes a signer's bundle into the receiver's memory, and pins the signer for those it may speak for.
package struct BundleImport {
    /// Who the receiver says the signer is.
    package struct Request {
        package var signer: DID
        /// Whom it may speak for; empty when that was said before.
        package var scope: [DIDPattern]
        /// Its keys for bundles; empty when they are pinned already, or the DID spells its key out.
        package var keys: [PinnedKey]
        /// Whether other keys than the pinned ones may take their place.
        package var replacesKeys = false

        package init(signer: DID, scope: [DIDPattern], keys: [PinnedKey]) {
            self.signer = signer
            self.scope = scope
            self.keys = keys
        }
    }

    package struct Outcome: Sendable {
        package let vouched: VouchedBundle
        package let signer: BundleSigner
        package var bundle: TrustBundle { vouched.bundle }
    }

    /// Checks the bundle by the pins as they will be, remembers it, and pins the signer.
    ///
    /// - Throws: `BundleError` for a bundle that isn't taken, `TrustError` for pins that can't be made, `MemoryError`;
    ///   then the trust list's file is as it was.
    package static func take(
        _ path: String, _ request: Request, into file: TrustListFile, at now: Timestamp
    ) throws -> Outcome {
        let bundle = try MaterialGatherer.trustBundle(path)
        guard bundle.signer == request.signer else {
            throw BundleError(
                .signer, "\(InputFile.name(path)) is signed by \(bundle.signer), not by \(request.signer).",
                hint: "Name the signer that you mean to trust, and compare the fingerprint of its key.")
        }
        var file = file
        let (signer, startsAnew) = try pin(request, in: &file.list)
        let store = ReceiverStore(besideTrustList: file.path)
        let recalled = try store.recall(for: file.list)
        try MaterialGatherer.checkDate(of: bundle, at: now, memory: recalled.memory)
        var material = VerificationMaterial(trust: file.list)
        try material.add(recalled, from: store.path)
        guard
            let vouched = try VouchedBundle.check(
                bundle, source: path, by: file.list, histories: material.keyHistories.map(\.history), at: now)
        else { throw BundleError(.signature, "The trust bundle's signer isn't pinned.") }
        guard !recalled.memory.isAhead(of: now) else {
            throw BundleError(
                .dates, "This machine's clock shows \(now), but something from a later time was seen here before.",
                hint: "Set the clock, then run the command again.")
        }
        guard now <= bundle.validUntil else {
            let days = max(0, bundle.asOf.seconds(until: now) / 86_400)
            throw BundleError(
                .expired,
                "The trust bundle of \(bundle.signer) counted until \(bundle.validUntil); it is as of \(bundle.asOf) "
                    + "(\(days) days old).",
                hint: "Ask the signer for its newest bundle.")
        }
        material.bundles = [vouched]
        var told = material.keyHistories.map(\.history)
        if let own = try bundle.history(of: bundle.signer) { told.append(own) }
        if case .followed(let history)? = signer.history(among: told) {
            material.signerHistories = [.init(history, roots: file.list.ownKeys(of: bundle.signer))]
        }
        let knowledge = BundleKnowledge(material, profile: OpenBadgeProfile(), at: now)
        file.list.updated = now.wholeSeconds
        // Both or neither: the list is ready beside its place before anything is remembered, and takes the place before
        // that is final.
        var staged = try file.stage()
        do {
            try store.take(
                bundle, knowing: .init(lists: knowledge.lists, histories: knowledge.histories, at: now), at: now,
                startsAnew: startsAnew, putting: { try staged.put() })
        } catch {
            staged.takeBack()
            throw error
        }
        return Outcome(vouched: vouched, signer: signer)
    }

    /// - Returns: the signer, and whether another key took the pinned one's place.
    private static func pin(
        _ request: Request, in list: inout TrustList
    ) throws -> (signer: BundleSigner, isOtherKey: Bool) {
        var isOtherKey = false
        let did = request.signer.description
        var signers = list.bundleSigners ?? []
        let place = signers.firstIndex { $0.did.hasSameBytes(as: did) }
        var signer = place.map { signers[$0] } ?? BundleSigner(did: did, keys: [], scope: [])
        if !request.keys.isEmpty {
            let isOther = request.keys.contains { key in
                !signer.keys.contains { $0.publicKey == key.publicKey }
            }
            guard signer.keys.isEmpty || !isOther || request.replacesKeys else {
                throw TrustError(
                    .duplicate, "The signer \(did) is pinned with another key already.",
                    hint: "Compare the fingerprints with the signer's; then --force replaces the key.")
            }
            isOtherKey = isOther && !signer.keys.isEmpty
            if isOther { signer.keys = request.keys }
        }
        if signer.keys.isEmpty, let own = try SelfDescribingDID.document(for: request.signer) {
            signer.keys = own.verificationMethods.filter { $0.publicKey.type == .ed25519 }.map {
                PinnedKey(id: $0.id, publicKey: $0.publicKey)
            }
        }
        guard !signer.keys.isEmpty else {
            throw TrustError(
                .key, "No key of the signer \(did) was given.",
                hint:
                    "Give its bundle key with --key, or its DID document with --did-document, from a source you trust.")
        }
        for key in signer.keys {
            guard let issuer = list.issuers.first(where: { $0.keys.contains { $0.publicKey == key.publicKey } }) else {
                continue
            }
            throw BundleError(
                .awardKey, "The key \(key.id) is pinned for badges of \(UTF8Text.shown(issuer.name)).",
                hint: "A key for bundles signs nothing else; ask the signer for its bundle key.")
        }
        if !request.scope.isEmpty { signer.scope = request.scope }
        guard !signer.scope.isEmpty else {
            throw TrustError(
                .pattern, "Nobody said whom \(did) may speak for.",
                hint: "Name it with --for, such as --for did:web:passi.example:*.")
        }
        if let place { signers[place] = signer } else { signers.append(signer) }
        list.bundleSigners = signers
        return (signer, isOtherKey)
    }
}

extension VerificationMaterial {
    /// Adds what the bundles that are held tell, and the histories: worth what the issuers' own signatures are.
    fileprivate mutating func add(_ recalled: ReceiverStore.Recalled, from path: String) throws(MemoryError) {
        memory = recalled.memory
        keyHistories += recalled.histories.map { .init(history: $0, source: path) }
        for held in recalled.bundles where trust?.bundleSigner(held.signer) != nil {
            guard let bundle = try? held.opened() else { throw .damaged(path) }
            keyHistories += bundle.content.members.compactMap(\.history).map { .init(history: $0, source: path) }
            statusLists += bundle.content.statusLists.map { .init(credential: $0, source: path) }
        }
    }
}
