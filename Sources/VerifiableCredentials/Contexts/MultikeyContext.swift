import Encodings

/// `https://w3id.org/security/multikey/v1`: Controlled Identifiers 1.0, §2.2.2.
enum MultikeyContext {
    static let document = ContextTable.guarded(ProofTerms.multikey).document
}
