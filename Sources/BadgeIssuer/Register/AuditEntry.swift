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
