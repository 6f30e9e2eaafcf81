import Encodings

/// `https://www.w3.org/ns/did/v1`: Decentralized Identifiers 1.0.
enum DIDContext {
    static let document = ContextTable.guarded(terms).document

    /// The terms of a controlled identifier document, in a DID document as in others.
    static let terms = TermRows.all(
        .links(Namespace("https://www.w3.org/ns/activitystreams#"), "alsoKnownAs"),
        ProofTerms.relationships,
        .links(.security, "controller", "verificationMethod"),
        .link("service", Namespace.did["service"], scope: .guarded(.links(.did, "serviceEndpoint"))))
}
