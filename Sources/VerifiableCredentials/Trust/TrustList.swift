public import Cryptography
public import Encodings

/// Whom a receiver decided to believe, for what, and by which keys: `passport.trust/1`.
///
/// The keys themselves stand in it, so that it is enough to check a signature by: a name or an address is not.
public struct TrustList: Sendable {
    public static let format = "passport.trust/1"

    public var updated: Timestamp
    public var issuers: [TrustedIssuer]
    /// Whose trust bundles count, and for whom.
    public var bundleSigners: [BundleSigner]?
    /// Whose time stamps count: the authorities' own certificates, or those above them.
    public var tsaCertificates: [TSACertificate]?

    public init(updated: Timestamp, issuers: [TrustedIssuer] = []) {
        self.updated = updated
        self.issuers = issuers
    }

    /// The entry whose `did` is that identifier, or that lists it under `alsoKnownAs`.
    public func issuer(_ id: String) -> TrustedIssuer? {
        issuers.first { $0.did.hasSameBytes(as: id) }
            ?? issuers.first { $0.alsoKnownAs.contains { $0.hasSameBytes(as: id) } }
    }
}

/// One issuer of a trust list.
public struct TrustedIssuer: Sendable {
    /// A DID, or an `https` URL for issuers that name themselves so.
    public var did: String
    public var alsoKnownAs: [String] = []
    public var name: String
    public var roles: [String] = []
    public var keys: [PinnedKey]
    /// When these were all the keys the issuer had; a later key may be missing here in good faith.
    public var keysAsOf: Timestamp?
    /// The digest of the first entry of the issuer's key history, when it was at hand: no history that begins
    /// otherwise is the issuer's, even if a stolen key signed it.
    public var historyStart: String?
    /// Prefixes, ending in `/`, of the achievements it is believed for; empty means all.
    public var achievements: [String] = []
    /// Credential types it is believed for; empty means all.
    public var kinds: [String] = []
    public var statusExpected = false
    /// Others whose status lists count for this issuer's badges.
    public var statusIssuers: [String] = []
    public var validFrom: Timestamp?
    public var validUntil: Timestamp?
    /// Where the entry came from, in the receiver's words.
    public var source: String?
    /// By whose word it is listed; nothing when the receiver pinned it.
    var word: BundleWord?
    /// Keys that a bundle's signer vouches for, beside the pinned ones.
    var vouched: [VouchedKey] = []

    public init(did: String, name: String, keys: [PinnedKey]) {
        self.did = did
        self.name = name
        self.keys = keys
    }
}

/// A key that a pinned signer of bundles vouches for.
struct VouchedKey: Sendable {
    let key: PinnedKey
    let word: BundleWord
}

/// A key of an issuer, pinned under the identifier that its proofs name it by.
public struct PinnedKey: Sendable {
    public var id: String
    public var publicKey: PublicKey

    public init(id: String, publicKey: PublicKey) {
        self.id = id
        self.publicKey = publicKey
    }

    /// What two people compare by telephone: the RFC 7638 thumbprint.
    public var fingerprint: String { publicKey.thumbprint }
}
