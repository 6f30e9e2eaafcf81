public import Cryptography
public import Encodings

/// One line of a key history: what happened to an organisation's keys, when, and which were good from then on.
public struct KeyHistoryEntry: Sendable, Hashable {
    public static let format = "passport.key-history/1"

    public enum Event: String, Sendable, Hashable, CaseIterable {
        /// The first keys, and the digest of the recovery key.
        case initial = "init"
        /// A key more.
        case added = "key-added"
        /// A new key took an old one's place.
        case rotated
        /// A key signs no more; what it signed stays good.
        case retired
        /// A key was stolen or lost.
        case revoked
        /// The organisation has closed.
        case closed
    }

    /// Why a key was taken back.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Somebody else has it, or may have it.
        case compromised
        /// Nobody has it any more.
        case lost
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

        /// What a key is for; its name says so.
        public enum Role: Sendable, Hashable, CaseIterable {
            /// Signs badges, status lists and entries of the history.
            case awarding
            /// Signs checkpoints of an audit trail and nothing else.
            case checkpoint
            /// Signs trust bundles and nothing else.
            case bundle
        }

        public var role: Role {
            guard let fragment = DIDURL(id)?.fragment else { return .awarding }
            if fragment.utf8.starts(with: "\(Self.checkpointPrefix)-".utf8) { return .checkpoint }
            return fragment.utf8.starts(with: "\(Self.bundlePrefix)-".utf8) ? .bundle : .awarding
        }

        /// What the names of such keys begin with, before the hyphen and a number.
        public static let bundlePrefix = "bundle"
        /// What the names of such keys begin with, before the hyphen and a number.
        public static let checkpointPrefix = "checkpoint"
    }

    /// A status list that a closing organisation leaves behind: its address, and the digest of its JCS form.
    public struct FinalList: Sendable, Hashable {
        public let id: String
        public let digest: String

        public init(id: String, digest: String) {
            self.id = id
            self.digest = digest
        }

        /// The list as it was signed.
        public init(id: String, credential: JSONObject) {
            self.init(id: id, digest: KeyHistoryEntry.digest(of: JCS.canonicalize(.object(credential))))
        }
    }

    /// A key's own word, beside the entry's proof: over the entry without `signatures` and `proof`, in JCS form.
    struct Signature: Sendable, Hashable {
        let key: String
        let bytes: [UInt8]
    }

    /// Counted from 0.
    public let sequence: Int
    /// The digest of the entry before; nothing in the first.
    public let previous: String?
    public let at: Timestamp
    public let did: DID
    public let event: Event
    /// The keys that came with it.
    public let keys: [Key]
    /// The ids of the keys whose use it ended.
    public let ends: [String]
    public let reason: Reason?
    /// From when on the keys it ended are no good; for a rotated or retired key that is the entry's own time.
    public let since: Timestamp
    /// Who goes on with the work of an organisation that has closed.
    public let successor: DID?
    public let finalLists: [FinalList]
    /// The recovery key, when it signed the entry.
    public let recoveryKey: PublicKey?
    /// The digest of the public key of the recovery key from then on, which alone may revoke a stolen key.
    public let recoveryKeyDigest: String
    let signatures: [Signature]
    public let json: JSONObject

    /// The entry's name in the next one's `previous`: a multihash of its JCS form, proof included.
    public var digest: String { Self.digest(of: JCS.canonicalize(.object(json))) }

    /// SHA-256 as multihash in multibase base64url (`uEi…`).
    public static func digest(of bytes: [UInt8]) -> String {
        Multibase.encode(Multicodec.sha2_256.prefix([UInt8(SHA256.byteCount)] + SHA256.hash(bytes)), as: .base64url)
    }

    /// What an entry commits to: the digest of the recovery key's public Multikey text.
    public static func recoveryKeyDigest(of key: PublicKey) -> String { digest(of: Array(key.multikey.utf8)) }

    /// What a key signs to say that it had a part in the entry.
    static func signedBytes(of entry: JSONObject) -> [UInt8] {
        JCS.canonicalize(.object(entry.removing("proof").removing("signatures")))
    }

    init(
        sequence: Int, previous: String?, at: Timestamp, did: DID, event: Event, keys: [Key], details: Details,
        recoveryKeyDigest: String, json: JSONObject
    ) {
        self.sequence = sequence
        self.previous = previous
        self.at = at
        self.did = did
        self.event = event
        self.keys = keys
        ends = details.ends
        reason = details.reason
        since = details.since ?? at
        successor = details.successor
        finalLists = details.finalLists
        recoveryKey = details.recoveryKey
        signatures = details.signatures
        self.recoveryKeyDigest = recoveryKeyDigest
        self.json = json
    }

    /// The members that only some events have.
    struct Details {
        var ends: [String] = []
        var reason: Reason?
        var since: Timestamp?
        var successor: DID?
        var finalLists: [FinalList] = []
        var recoveryKey: PublicKey?
        var signatures: [Signature] = []
    }
}
