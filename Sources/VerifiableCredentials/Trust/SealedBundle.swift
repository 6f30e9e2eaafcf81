import Cryptography
public import Encodings

/// A trust bundle as it came: whose it says it is, its number and its dates, before anything that it says of issuers
/// was looked at.
///
/// Reading one costs what its bytes cost. What it holds is judged by `opened`, key histories with all their signatures
/// among it, so that is for bundles whose own signature was found to be a pinned signer's.
public struct SealedBundle: Sendable, Hashable {
    /// As of when everything in it holds.
    public let asOf: Timestamp
    public let validUntil: Timestamp
    /// Counted by the signer from 1; receivers take no lower one again.
    public let sequence: Int
    /// The digest of the bundle before; nothing in the first.
    public let previous: String?
    /// The bundle as it came.
    public let json: JSONObject
    let proof: DataIntegrityProof
    /// The id of the key that signed it, as it says itself.
    public let method: String
    /// Whose bundle it says it is.
    public let signer: DID

    /// The digest that the next bundle names, and that receivers remember: SHA-256 of the JCS form, proof included.
    public var digest: String { KeyHistoryEntry.digest(of: JCS.canonicalize(.object(json))) }

    /// The greatest number: beyond it, two numbers may be one to the signature, which covers IEEE doubles.
    public static let maxSequence = (1 << 53) - 1
    /// Keys and signatures of key histories that are judged in one bundle: five hundred for each of a hundred members,
    /// or fifty for each of a thousand.
    public static let maxHistoryWork = 50_000
    /// The same for a single issuer's history where nobody pinned vouches for the bundle yet.
    public static let maxSingleHistoryWork = 4_000

    /// Whether that key made its signature, by the one suite that bundles are signed with.
    public func isSigned(by key: PinnedKey) -> Bool {
        guard method.hasSameBytes(as: key.id), key.publicKey.type == .ed25519, proof.type == "DataIntegrityProof",
            proof.cryptosuite == "eddsa-jcs-2022", proof.proofPurpose == "assertionMethod", proof.domain.isEmpty,
            proof.challenge == nil
        else { return false }
        return EdDSAJCS2022().verify(document: json, proof: proof, key: key.publicKey) == .verified
    }

    /// Whether the signature has been made and hasn't ended.
    func isInForce(at now: Timestamp) -> Bool {
        let latest = now.adding(seconds: VerificationPolicy.clockSkewSeconds)
        return proof.created.map { $0 <= latest } ?? true && proof.expires.map { $0 >= now } ?? true
    }

    // MARK: Parts

    /// The issuers that it speaks of, as far as they can be read.
    public var memberDIDs: [DID] { members.compactMap { $0["did"]?.stringValue.flatMap(DID.init) } }

    private var members: [JSONValue] { json["issuers"]?.arrayValue ?? [] }

    private func member(_ did: DID) -> JSONValue? {
        members.first { $0["did"]?.stringValue?.hasSameBytes(as: did.description) ?? false }
    }

    /// The digest of the last entry of what it gives as that issuer's key history.
    public func historyHead(of did: DID) -> String? {
        member(did)?["keyHistory"]?.arrayValue?.last?.objectValue
            .map { KeyHistoryEntry.digest(of: JCS.canonicalize(.object($0))) }
    }

    /// The key history that it gives of that issuer; links and signatures in it hold.
    ///
    /// - Throws: `BundleError` `bundle.field`, `bundle.member`, `limit.bundle`.
    public func history(of did: DID) throws(BundleError) -> KeyHistory? {
        guard let member = member(did), let entries = member["keyHistory"]?.arrayValue, !entries.isEmpty else {
            return nil
        }
        var work = Self.maxSingleHistoryWork
        return try TrustBundle.Member.history(of: did, entries, work: &work)
    }
}
