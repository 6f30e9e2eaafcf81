import Cryptography
public import Encodings

/// A signature whose age is in question.
public struct DatedSignature: Sendable, Hashable {
    /// The id of the key that made it.
    public let keyID: String
    /// SHA-256 of the signature's bytes.
    public let digest: [UInt8]

    public init(keyID: String, digest: [UInt8]) {
        self.keyID = keyID
        self.digest = digest
    }

    /// SHA-256 of a signature's bytes: what registers keep of it, and what time stamps are made over.
    public static func digest(of signature: [UInt8]) -> [UInt8] { SHA256.hash(signature) }
}

/// Something that shows when a signature was there at the latest, other than the signer's own words.
///
/// Whoever has a stolen key can write any date; only what others or the successor's key vouch for tells a real old
/// badge from one that was made yesterday. Evidence is gathered before, and asked once a signature fits and its key
/// turns out to be stolen.
public protocol TimeEvidence: Sendable {
    /// What it is, as reports name it: `issuance-list`.
    var kind: String { get }
    /// Where it was found.
    var source: String { get }
    /// Whether it shows that the signature was there before that moment.
    ///
    /// - Parameter history: the history that vouches for the issuer's keys.
    func shows(_ signature: DatedSignature, before time: Timestamp, in history: KeyHistory) -> Bool
}

/// An issuance list whose own signature has been checked.
struct IssuanceEvidence: TimeEvidence {
    let list: IssuanceList
    let source: String

    var kind: String { "issuance-list" }

    /// Nothing unless a key of the history's that the thief didn't have signed the list.
    init?(_ list: IssuanceList, source: String, in history: KeyHistory) {
        guard list.isGenuine(in: history) else { return nil }
        self.list = list
        self.source = source
    }

    func shows(_ signature: DatedSignature, before time: Timestamp, in history: KeyHistory) -> Bool {
        list.key.hasSameBytes(as: signature.keyID) && list.before <= time && list.contains(signature.digest)
    }
}
