import Encodings

/// `https://w3id.org/security/jwk/v1`: Controlled Identifiers 1.0, §2.2.3.
enum JWKContext {
    static let document = ContextTable.guarded(ProofTerms.jsonWebKey).document
}
