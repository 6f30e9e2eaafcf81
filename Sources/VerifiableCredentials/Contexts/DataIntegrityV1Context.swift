import Encodings

/// `https://w3id.org/security/data-integrity/v1`: the state before Data Integrity 1.0, in which a cryptosuite's name is
/// a plain text and proofs make no chains.
enum DataIntegrityV1Context {
    static let document = ContextTable.guarded(
        ProofTerms.proof,
        .type(
            .security, "DataIntegrityProof",
            .guarded(ProofTerms.common, ProofTerms.proofValue, .plain(.security, "cryptosuite")))
    ).document
}
