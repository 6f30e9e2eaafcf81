import Encodings

/// `https://www.w3.org/ns/cid/v1`: Controlled Identifiers 1.0.
enum CIDContext {
    static let document = ContextTable.guarded(DIDContext.terms, ProofTerms.multikey, ProofTerms.jsonWebKey).document
}
