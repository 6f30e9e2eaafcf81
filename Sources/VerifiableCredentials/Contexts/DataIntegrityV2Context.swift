import Encodings

/// `https://w3id.org/security/data-integrity/v2`: Data Integrity 1.0, §2.4.
enum DataIntegrityV2Context {
    static let document = ContextTable.guarded(ProofTerms.proof, ProofTerms.dataIntegrityProof).document
}
