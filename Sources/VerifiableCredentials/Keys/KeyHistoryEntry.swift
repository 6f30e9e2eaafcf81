public import Cryptography
public import Encodings

/// One line of a key history: what happened to an organisation's keys, when, and which were good from then on.
public struct KeyHistoryEntry: Sendable, Hashable {
    public static let format = "passport.key-history/1"

    public enum Event: String, Sendable, Hashable {
        /// The first keys, and the digest of the recovery key.
        case initial = "init"
    }

    /// A key by its name.
    public struct Key: Sendable, Hashable {
        /// The absolute DID URL.
        public let id: String
        public let publicKey: PublicKey

        public init(id: String, publicKey: PublicKey) {
            self.id = id
            self.publicKey = publicKey
        }

        var json: JSONObject {
            switch publicKey.type {
            case .ed25519: ["id": .string(id), "publicKeyMultibase": .string(publicKey.multikey)]
            default: ["id": .string(id), "publicKeyJwk": .object(publicKey.jwk)]
            }
        }
    }

    /// Counted from 0.
    public let sequence: Int
    /// The digest of the entry before; nothing in the first.
    public let previous: String?
    public let at: Timestamp
    public let did: DID
    public let event: Event
    public let keys: [Key]
    /// The digest of the public key of the recovery key, which alone may revoke a stolen key.
    public let recoveryKeyDigest: String
    public let json: JSONObject

    /// The entry's name in the next one's `previous`: a multihash of its JCS form, proof included.
    public var digest: String { Self.digest(of: JCS.canonicalize(.object(json))) }

    /// SHA-256 as multihash in multibase base64url (`uEi…`).
    public static func digest(of bytes: [UInt8]) -> String {
        Multibase.encode(Multicodec.sha2_256.prefix([UInt8(SHA256.byteCount)] + SHA256.hash(bytes)), as: .base64url)
    }

    /// What the first entry commits to: the digest of the recovery key's public Multikey text.
    public static func recoveryKeyDigest(of key: PublicKey) -> String { digest(of: Array(key.multikey.utf8)) }
}
