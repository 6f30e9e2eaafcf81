import Encodings

/// `https://www.w3.org/2018/credentials/v1`: Verifiable Credentials Data Model 1.1, appendix B.1.
enum CredentialsV1Context {
    static let document = table.document

    private static let cred = Namespace("cred:")
    private static let sec = Namespace("sec:")
    private static let credPrefix = TermRows.plain("cred", Namespace.credentials.prefix)
    private static let secPrefix = TermRows.plain("sec", Namespace.security.prefix)
    private static let xsdPrefix = TermRows.plain("xsd", Namespace.xsd.prefix)
    private static let proof = TermRows.links(sec, "proof", container: "@graph")

    private static func scope(_ groups: TermRows...) -> ContextTable {
        ContextTable(saysVersion: true, protected: true, .aliases, TermRows(groups.flatMap(\.rows)))
    }

    /// What a proof of the suites of 2018 and 2019 may say.
    private static let signature = TermRows.all(
        .plain(sec, "challenge", "domain", "jws", "nonce", "proofValue"),
        .term("created", ProofTerms.created, type: "xsd:dateTime"),
        .term("expires", sec["expiration"], type: "xsd:dateTime"),
        .term(
            "proofPurpose", sec["proofPurpose"], type: "@vocab",
            scope: scope(
                secPrefix, .links(sec, "assertionMethod", container: "@set"),
                .link("authentication", sec["authenticationMethod"], container: "@set"))),
        .links(sec, "verificationMethod"))

    private static let table = ContextTable(
        saysVersion: true, protected: true,
        .aliases,
        .type(
            .credentials, "VerifiableCredential",
            scope(
                credPrefix, secPrefix, xsdPrefix,
                .link(
                    "credentialSchema", cred["credentialSchema"],
                    scope: scope(credPrefix, .plain(cred, "JsonSchemaValidator2018"))),
                .links(cred, "credentialStatus", "credentialSubject", "evidence", "holder", "issuer", "termsOfUse"),
                .terms(
                    cred, "expirationDate", "issued", "issuanceDate", "validFrom", "validUntil", type: "xsd:dateTime"),
                proof,
                .link(
                    "refreshService", cred["refreshService"],
                    scope: scope(credPrefix, .plain(cred, "ManualRefreshService2018"))))),
        .type(
            .credentials, "VerifiablePresentation",
            scope(
                credPrefix, secPrefix, .links(cred, "holder"), proof,
                .links(cred, "verifiableCredential", container: "@graph"))),
        .type(.security, "EcdsaSecp256k1Signature2019", scope(secPrefix, xsdPrefix, signature)),
        .type(.security, "EcdsaSecp256r1Signature2019", scope(secPrefix, xsdPrefix, signature)),
        .type(.security, "Ed25519Signature2018", scope(secPrefix, xsdPrefix, signature)),
        // This one is published without the prefixes and aliases of the others.
        .type(.security, "RsaSignature2018", ContextTable(saysVersion: true, protected: true, signature)),
        ProofTerms.proof)
}
