import Encodings

/// `https://w3id.org/security/suites/ed25519-2020/v1`: the suite that came before Data Integrity EdDSA Cryptosuites 1.0.
enum Ed25519Signature2020Context {
    static let document = ContextTable.guarded(
        ProofTerms.proof, ProofTerms.ed25519VerificationKey2020,
        .type(.security, "Ed25519Signature2020", .guarded(ProofTerms.common, ProofTerms.proofValue))
    ).document
}
