/// Terms of proofs and keys that several contexts repeat.
enum ProofTerms {
    private static let sec = Namespace.security

    /// `proof`, each in a graph of its own.
    static let proof = TermRows.links(sec, "proof", container: "@graph")

    /// What a key may be used for (Controlled Identifiers 1.0 §2.3); the same words name a proof's purpose.
    static let relationships = TermRows.all(
        .links(sec, "assertionMethod", container: "@set"), relationship("authentication"),
        relationship("capabilityDelegation"), relationship("capabilityInvocation"), relationship("keyAgreement"))

    private static func relationship(_ name: String) -> TermRows {
        .link(name, sec["\(name)Method"], container: "@set")
    }

    static let multibase = sec["multibase"]
    static let dateTime = Namespace.xsd["dateTime"]
    static let created = Namespace.dublinCore["created"]

    /// What every proof of Data Integrity 1.0 §2.1, and of the suites before it, may say beside its value.
    static let common = TermRows.all(
        .plain(sec, "challenge", "domain", "nonce"),
        .term("created", created, type: dateTime),
        .term("expires", sec["expiration"], type: dateTime),
        .term("proofPurpose", sec["proofPurpose"], type: "@vocab", scope: .guarded(relationships)),
        .links(sec, "verificationMethod"))

    static let proofValue = TermRows.terms(sec, "proofValue", type: multibase)

    /// `DataIntegrityProof` as Data Integrity 1.0 has it.
    static let dataIntegrityProof = TermRows.type(
        sec, "DataIntegrityProof",
        .guarded(
            common, proofValue, .terms(sec, "cryptosuite", type: sec["cryptosuiteString"]),
            .links(sec, "previousProof")))

    // MARK: Keys

    private static let keyHolder = TermRows.all(
        .links(sec, "controller"), .terms(sec, "revoked", type: dateTime))
    private static let keyEnd = TermRows.term("expires", sec["expiration"], type: dateTime)

    /// Controlled Identifiers 1.0 §2.2.2.
    static let multikey = TermRows.type(
        sec, "Multikey",
        .guarded(keyHolder, keyEnd, .terms(sec, "publicKeyMultibase", "secretKeyMultibase", type: multibase)))

    /// Controlled Identifiers 1.0 §2.2.3.
    static let jsonWebKey = TermRows.type(
        sec, "JsonWebKey",
        .guarded(keyHolder, keyEnd, .terms(sec, "publicKeyJwk", "secretKeyJwk", type: "@json")))

    /// The key type before Multikey.
    static let ed25519VerificationKey2020 = TermRows.type(
        sec, "Ed25519VerificationKey2020",
        .guarded(keyHolder, .terms(sec, "publicKeyMultibase", type: multibase)))
}
