import Cryptography
public import Encodings

/// What somebody says of issuers so that receivers without a network know their keys, the keys' history and what was
/// withdrawn, as of one day: `passport.trust-bundle/1`.
///
/// It is worth what its signer's word is worth to the receiver: nothing, unless the signer is pinned, and then only for
/// the issuers that the signer is pinned for. What is signed by the issuers themselves, key histories and status lists,
/// is judged by its own signatures all the same.
public struct TrustBundle: Sendable, Hashable {
    public static let format = "passport.trust-bundle/1"

    /// One issuer as the bundle tells of it.
    public struct Member: Sendable, Hashable {
        public let did: DID
        /// Nothing for a DID that spells its own key out.
        public let document: DIDDocument?
        public let history: KeyHistory?

        public init(did: DID, document: DIDDocument?, history: KeyHistory?) {
            self.did = did
            self.document = document
            self.history = history
        }
    }

    /// What a bundle says, before it is signed.
    public struct Content: Sendable, Hashable {
        public var members: [Member] = []
        /// Signed status list credentials.
        public var statusLists: [JSONObject] = []
        /// What had been signed with keys that were stolen later.
        public var issuanceLists: [IssuanceList] = []

        public init() {}
    }

    /// Itself as it came.
    public let sealed: SealedBundle
    public let content: Content

    public var asOf: Timestamp { sealed.asOf }
    public var validUntil: Timestamp { sealed.validUntil }
    public var sequence: Int { sealed.sequence }
    public var previous: String? { sealed.previous }
    public var json: JSONObject { sealed.json }
    public var method: String { sealed.method }
    public var signer: DID { sealed.signer }
    public var digest: String { sealed.digest }

    /// Lists of a whole country's schools; each of the limits is far above what a network needs.
    public static let limits = JSONLimits(
        maxBytes: 64 << 20, maxDepth: 64, maxValues: 2_000_000, maxStringBytes: 24 << 20)
    public static let maxMembers = 1_000
    public static let maxLists = 4_000

    init(_ sealed: SealedBundle, content: Content) {
        self.sealed = sealed
        self.content = content
    }

    /// Whether that key made its signature.
    public func isSigned(by key: PinnedKey) -> Bool { sealed.isSigned(by: key) }

    // MARK: Making

    /// As `file` after a bundle that was opened.
    public static func file(
        _ content: Content, asOf: Timestamp, validUntil: Timestamp, after previous: TrustBundle?, key: SigningKey
    ) throws(BundleError) -> [UInt8] {
        try file(content, asOf: asOf, validUntil: validUntil, after: previous?.sealed, key: key)
    }

    /// The signed file.
    ///
    /// - Parameter previous: the bundle before, whose number it goes on from.
    /// - Parameter key: one that signs nothing but bundles.
    /// - Throws: `BundleError` `bundle.signing`, `limit.bundle`.
    public static func file(
        _ content: Content, asOf: Timestamp, validUntil: Timestamp, after previous: SealedBundle?, key: SigningKey
    ) throws(BundleError) -> [UInt8] {
        let number = previous?.sequence ?? 0
        guard number < SealedBundle.maxSequence else {
            throw BundleError(
                .tooLarge, "No trust bundle can follow on number \(number).",
                hint: "Take the key for bundles back and go on with a new one; receivers then begin anew.")
        }
        var object: JSONObject = [
            "format": .string(format), "asOf": .string(asOf.wholeSeconds.description),
            "validUntil": .string(validUntil.wholeSeconds.description),
            "sequence": .number(JSONNumber(number + 1)),
            "previous": previous.map { .string($0.digest) } ?? .null,
        ]
        for member in content.json.members { object[member.name] = member.value }
        let signed: JSONObject
        do throws(ProofError) {
            signed = try DataIntegrity.secure(object, suite: EdDSAJCS2022(), key: key, created: asOf)
        } catch {
            throw BundleError(
                .signing, "The trust bundle can't be signed.", hint: error.hint, cause: error.description)
        }
        let bytes = JSONWriter.pretty(.object(signed))
        // What is written here must be readable everywhere else.
        _ = try TrustBundle(parsing: bytes)
        return bytes
    }
}

extension TrustBundle.Content {
    /// The members that say it; the same content gives the same object.
    public var json: JSONObject {
        var object: JSONObject = [
            "issuers": .array(members.map { .object($0.json) }),
            "statusLists": .array(statusLists.map { .object($0) }),
        ]
        if !issuanceLists.isEmpty { object["digests"] = .array(issuanceLists.map { .object($0.json) }) }
        return object
    }
}

extension TrustBundle.Member {
    var json: JSONObject {
        [
            "did": .string(did.description), "didDocument": document.map { .object($0.json) } ?? .null,
            "keyHistory": .array((history?.entries ?? []).map { .object($0.json) }),
        ]
    }
}
