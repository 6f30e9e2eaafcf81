import Cryptography
public import Encodings

/// What an organisation had signed with a key before it was stolen: `passport.issuance-list/1`.
///
/// It holds the SHA-256 digest of every signature that the register had recorded, sorted, and is signed by a key that
/// came after the theft. A digest tells nothing to whoever doesn't have the signature already.
public struct IssuanceList: Sendable, Hashable {
    public static let format = "passport.issuance-list/1"

    /// A digest is 45 bytes of JSON: this is room for a million and a half.
    public static let limits = JSONLimits(
        maxBytes: 64 << 20, maxDepth: 16, maxValues: 1_500_000, maxStringBytes: 1 << 16)

    public let issuer: String
    /// The id of the key that was stolen.
    public let key: String
    /// Everything in it was signed before.
    public let before: Timestamp
    /// When it was made.
    public let asOf: Timestamp
    /// SHA-256 of the signatures' bytes, ascending, each once.
    let digests: [[UInt8]]
    let json: JSONObject

    public var count: Int { digests.count }

    /// Whether the signature with that digest is in it.
    public func contains(_ digest: [UInt8]) -> Bool {
        var (low, high) = (0, digests.count)
        while low < high {
            let middle = (low + high) / 2
            if digests[middle].lexicographicallyPrecedes(digest) { low = middle + 1 } else { high = middle }
        }
        return low < digests.count && digests[low] == digest
    }

    // MARK: Making

    /// The signed file.
    ///
    /// - Parameter digests: in any order.
    /// - Parameter signer: an Ed25519 key that came after the theft, or was never in danger.
    /// - Throws: `ProofError`.
    public static func file(
        issuer: String, key: String, before: Timestamp, asOf: Timestamp, digests: [[UInt8]], signer: SigningKey
    ) throws(ProofError) -> [UInt8] {
        let sorted = Set(digests).sorted { $0.lexicographicallyPrecedes($1) }
        let object: JSONObject = [
            "format": .string(format), "issuer": .string(issuer), "key": .string(key),
            "before": .string(before.description), "asOf": .string(asOf.wholeSeconds.description),
            "signatures": .array(sorted.map { .string(Base64URL.encode($0)) }),
        ]
        let signed = try DataIntegrity.secure(object, suite: EdDSAJCS2022(), key: signer, created: asOf)
        return JSONWriter.compact(.object(signed)) + [0x0A]
    }

    // MARK: Reading

    /// Reads a list; whether its signature counts is decided by `isGenuine(in:)`.
    ///
    /// - Throws: `KeyHistoryError` `history.issuance-list`.
    public init(parsing bytes: [UInt8]) throws(KeyHistoryError) {
        guard let object = (try? JSONParser.parse(bytes, limits: Self.limits))?.objectValue,
            object["format"]?.stringValue == Self.format
        else { throw Self.refused("isn't one that is read here") }
        func instant(_ name: String) -> Timestamp? {
            object[name]?.stringValue.flatMap { try? Timestamp(rfc3339: $0) }
        }
        guard let issuer = object["issuer"]?.stringValue, let key = object["key"]?.stringValue,
            let before = instant("before"), let asOf = instant("asOf"),
            let signatures = object["signatures"]?.arrayValue
        else { throw Self.refused("doesn't say everything that one says") }
        var digests: [[UInt8]] = []
        digests.reserveCapacity(signatures.count)
        for value in signatures {
            guard let digest = value.stringValue.flatMap({ try? Base64URL.decode($0) }),
                digest.count == SHA256.byteCount,
                digests.last.map({ $0.lexicographicallyPrecedes(digest) }) ?? true
            else { throw Self.refused("holds something that is no digest in its place") }
            digests.append(digest)
        }
        self.issuer = issuer
        self.key = key
        self.before = before
        self.asOf = asOf
        self.digests = digests
        self.json = object
    }

    /// Whether a key signed it that the history vouches for and that the thief didn't have: one that was still active
    /// when the stolen key was taken back, or came then or later, and wasn't taken back itself.
    public func isGenuine(in history: KeyHistory) -> Bool {
        guard history.did?.description.hasSameBytes(as: issuer) == true,
            let theft = history.key(key)?.ends.first(where: { $0.state == .compromised }), before <= theft.since,
            let value = json["proof"], let proof = try? DataIntegrityProof(json: value),
            proof.proofPurpose == "assertionMethod", let id = proof.verificationMethod,
            let signer = history.key(id), signer.publicKey.type == .ed25519, signer.key.role == .awarding,
            !signer.ends.contains(where: { $0.state == .compromised || $0.state == .lost }),
            signer.ends.allSatisfy({ $0.sequence > theft.sequence })
        else { return false }
        return EdDSAJCS2022().verify(document: json, proof: proof, key: signer.publicKey) == .verified
    }

    private static func refused(_ what: String) -> KeyHistoryError {
        KeyHistoryError(
            .issuanceList, "The list of what was signed before a theft \(what).",
            hint: "Ask the organisation for its own file.")
    }
}
