package import Encodings
package import VerifiableCredentials

/// A badge or another credential that a learner keeps, as it came, with what the last check said of it.
package struct ShelfItem: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case badge
        /// A certificate of competence.
        case certificate
        case endorsement
        /// How a university recognised badges.
        case decision
        case other
    }

    /// A short number, which stays the item's own when others come and go; a word for it on the command line.
    package let number: Int
    /// The credential's own id, or empty when it has none.
    package let id: String
    /// The document by itself: JSON, or a compact JWS.
    package let bytes: [UInt8]
    package let isJWS: Bool
    /// The credential as read.
    package let json: JSONObject
    package let kind: Kind
    package let addedAt: Timestamp
    /// What the last check said, and whether another item contradicts it now.
    package let verdict: Verdict
    /// What keeps it from being valid; nothing for a valid one.
    package let reasons: [CheckResult]
    /// All that the last check said of it by itself.
    package let checks: [CheckResult]
    package let checkedAt: Timestamp
    /// Numbers of items of the same issuer and id that say something else; while they stand, none of them counts.
    package let conflicts: [Int]

    package var view: CredentialView { CredentialView(json) }
}
