import Cryptography
import Encodings

/// Finds the key that a proof names, and says by whose word it is the issuer's.
///
/// A pinned key wins over every document; a self-describing DID (did:key, did:jwk) is its own pin; a document that
/// merely lies at hand vouches for nothing.
struct KeyResolver: Sendable {
    enum Vouching: Sendable {
        /// The key stands in the trust list.
        case pinned
        /// The DID is made of the key.
        case selfDescribing
        /// A DID document from that source says so.
        case unvouched(source: String)

        var isVouched: Bool { if case .unvouched = self { false } else { true } }

        var name: String {
            switch self {
            case .pinned: "trust-list"
            case .selfDescribing: "did"
            case .unvouched: "unvouched-document"
            }
        }
    }

    struct Resolved: Sendable {
        let id: String
        let controller: String
        let key: PublicKey
        let vouching: Vouching
        /// The end that the key's own document gives it.
        var ends: Timestamp?
    }

    enum Failure: Error, Sendable {
        /// Nothing at hand knows that method.
        case unavailable
        /// The issuer's keys were pinned after the claimed time, and that one isn't among them.
        case notListed(asOf: Timestamp)
        /// The issuer is listed, but its list of keys may be older than that one.
        case maybeNewer
        /// The method exists, but not for that purpose.
        case purpose
        case malformed(String)
    }

    let trust: TrustList?
    let documents: [VerificationMaterial.UnvouchedDocument]

    init(_ material: VerificationMaterial) {
        trust = material.trust
        documents = material.didDocuments
    }

    /// The key with that verification method id.
    ///
    /// - Parameters:
    ///   - purpose: the relationship it must stand in, as `assertionMethod`
    ///   - claimed: when the signer says it signed; decides whether a list of keys is new enough to miss one
    func resolve(_ methodID: String, purpose: String, claimed: Timestamp?) throws(Failure) -> Resolved {
        if let pinned = pinned(methodID) { return pinned }
        guard let url = DIDURL(methodID) else { throw .unavailable }
        let own: DIDDocument?
        do throws(DIDError) {
            own = try SelfDescribingDID.document(for: url.did)
        } catch {
            throw .malformed(error.message)
        }
        if let own { return try find(methodID, in: own, purpose: purpose, vouching: .selfDescribing) }
        let entry = trust?.issuer(url.did.description)
        if let asOf = entry?.keysAsOf, let claimed, claimed <= asOf { throw .notListed(asOf: asOf) }
        for found in documents where found.document.id == url.did {
            return try find(methodID, in: found.document, purpose: purpose, vouching: .unvouched(source: found.source))
        }
        throw entry == nil ? .unavailable : .maybeNewer
    }

    /// The pinned keys of an issuer, for a JWS that names none.
    func pinnedKeys(of issuer: String) -> [Resolved] {
        guard let entry = trust?.issuer(issuer) else { return [] }
        return entry.keys.map { Resolved(id: $0.id, controller: entry.did, key: $0.publicKey, vouching: .pinned) }
    }

    /// Whether the trust list ties that controller's keys to an issuer that is named otherwise.
    func isLinked(_ controller: String, to issuer: String) -> Bool {
        trust?.issuer(issuer)?.did.hasSameBytes(as: controller) ?? false
    }

    private func pinned(_ methodID: String) -> Resolved? {
        for entry in trust?.issuers ?? [] {
            if let key = entry.keys.first(where: { $0.id.hasSameBytes(as: methodID) }) {
                return Resolved(id: key.id, controller: entry.did, key: key.publicKey, vouching: .pinned)
            }
        }
        return nil
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
