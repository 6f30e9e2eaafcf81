import OpenBadges
package import VerifiableCredentials

/// How credentials are signed that leave the organisation as JSON: badges, and the status lists they name.
///
/// What isn't a credential (key history, checkpoints, issuance lists) is signed with `eddsa-jcs-2022`, for it has no
/// contexts.
package enum IssuedProof {
    /// Open Badges 3.0 certification asks for this suite, and every receiver of embedded proofs reads it.
    package static let suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)
}
