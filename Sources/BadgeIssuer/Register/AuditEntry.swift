package import Encodings

/// One link of the audit trail.
package struct AuditEntry: Sendable, Hashable {
    /// Counted from 0 without a gap.
    package let sequence: Int
    /// What is hashed: ids, codes and salted commitments, in JCS form.
    package let json: [UInt8]
    /// SHA-256 over the previous entry's hash (32 zero bytes before the first) and `json`.
    package let hash: [UInt8]
    /// Who it concerned, as long as the salts that tell are kept.
    package let personIDs: [String]
    /// Who did it, as long as the salt that tells is kept.
    package let who: String?
}

/// The trail's end at one moment, to be signed and kept elsewhere.
package struct AuditHead: Sendable, Hashable {
    /// How many entries the trail has.
    package let count: Int
    /// The last entry's hash; 32 zero bytes when there is none.
    package let hash: [UInt8]

    package init(count: Int, hash: [UInt8]) {
        self.count = count
        self.hash = hash
    }
}

/// A head that was signed, and the signed bytes.
package struct AuditCheckpoint: Sendable, Hashable {
    package let head: AuditHead
    package let at: Timestamp
    package let signedBytes: [UInt8]

    package init(head: AuditHead, at: Timestamp, signedBytes: [UInt8]) {
        self.head = head
        self.at = at
        self.signedBytes = signedBytes
    }
}

/// What following the trail from its first entry found.
package enum AuditResult: Sendable, Hashable {
    /// Consistent with itself and with every checkpoint at hand. Without a checkpoint kept elsewhere it says no more:
    /// whoever can write the file can compute a whole new trail.
    case consistent(AuditHead)
    case broken(AuditBreak)
}

/// The first place where the trail isn't what it was.
package struct AuditBreak: Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        /// The entry's hash doesn't follow from it and the one before.
        case hash = "audit.hash-mismatch"
        /// A number is missing or out of order.
        case sequence = "audit.sequence-gap"
        /// The entry isn't an entry of this register, or not the one of its number.
        case entry = "audit.entry-malformed"
        /// The kept salt doesn't open the commitment.
        case commitment = "audit.commitment-mismatch"
        /// A checkpoint names an entry that the trail doesn't have: its end was cut off.
        case cut = "audit.cut-off"
        /// A checkpoint names another hash at this place.
        case checkpoint = "audit.checkpoint-mismatch"
    }

    package let sequence: Int
    package let reason: Reason
}
