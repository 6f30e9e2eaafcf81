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

    package init(sequence: Int, reason: Reason) {
        self.sequence = sequence
        self.reason = reason
    }
}
