import Encodings

/// `https://www.w3.org/ns/credentials/v2`: Verifiable Credentials Data Model 2.0, appendix B.1.
enum CredentialsV2Context {
    static let document = table.document

    private static let cred = Namespace.credentials

    private static let table = ContextTable(
        protected: true,
        .aliases,
        .plain(.schema, "description", "name"),
        .terms(.security, "digestMultibase", type: ProofTerms.multibase),
        .terms(cred, "digestSRI", type: cred["sriString"]),
        .term("mediaType", Namespace.schema["encodingFormat"]),
        .type(
            cred, "VerifiableCredential",
            .guarded(
                .links(
                    cred, "confidenceMethod", "credentialSchema", "credentialStatus", "credentialSubject", "evidence",
                    "issuer", "refreshService", "relatedResource", "renderMethod", "termsOfUse"),
                .plain(.schema, "description", "name"),
                ProofTerms.proof,
                .terms(cred, "validFrom", "validUntil", type: ProofTerms.dateTime))),
        .type(
            cred, "VerifiablePresentation",
            .guarded(
                .links(cred, "holder", "termsOfUse"), ProofTerms.proof,
                // What is presented brings its own contexts.
                TermRows([
                    TermRow(
                        "verifiableCredential", cred["verifiableCredential"], type: "@id", container: "@graph",
                        scope: .cleared)
                ]))),
        .plain(
            cred, "EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation", "JsonSchemaCredential"),
        .type(cred, "JsonSchema", .guarded(.terms(cred, "jsonSchema", type: "@json"))),
        StatusTerms.rows,
        ProofTerms.dataIntegrityProof,
        registeredClaims)

    /// The claims and header parameters of JWT, SD-JWT and JOSE that VC-JOSE-COSE lets stand in a credential.
    private static let registeredClaims = TermRows.all(
        .terms(.jwt, "...", "_sd_alg"),
        .terms(.jwt, "_sd", type: "@json"),
        .links(.jwt, "aud"),
        .term(
            "cnf", Namespace.jwt["cnf"],
            scope: ContextTable(protected: true, .links(.jwt, "kid"), .terms(.jwt, "jwk", type: "@json"))),
        .terms(.jwt, "exp", "iat", "nbf", type: Namespace.xsdSecure["nonNegativeInteger"]),
        .links(.jose, "iss", "jku", "kid", "sub", "x5u"))
}
