/// The contexts of the W3C data models, and of what secures and revokes credentials, that the product ships.
///
/// A kind of credential adds its own through `CredentialProfile`; no context is ever fetched. The digests are those
/// that the standards publish: Verifiable Credentials Data Model 2.0 §B.1, Data Integrity 1.0 §2.4, Controlled
/// Identifiers 1.0 and Bitstring Status List 1.0.
public enum BuiltInContexts {
    public static let all = [
        ContextDocument("https://www.w3.org/2018/credentials/v1") { CredentialsV1Context.document },
        ContextDocument(
            "https://www.w3.org/ns/credentials/v2",
            publishedSHA256: "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"
        ) { CredentialsV2Context.document },
        ContextDocument("https://www.w3.org/ns/credentials/undefined-terms/v2") { UndefinedTermsContext.document },
        ContextDocument(
            "https://www.w3.org/ns/credentials/status/v1",
            publishedSHA256: "fda5add353231e6a6884a46b12e6c75464281900cb348284d9c360f62381d9f7"
        ) { CredentialsStatusContext.document },
        ContextDocument("https://w3id.org/vc/status-list/2021/v1") { StatusList2021Context.document },
        ContextDocument("https://www.w3.org/ns/did/v1") { DIDContext.document },
        ContextDocument(
            "https://www.w3.org/ns/cid/v1",
            publishedSHA256: "ea216ecc1cb02cd39b693dba2250141e270ba0bf95890be107dd9a9e8e43de85"
        ) { CIDContext.document },
        ContextDocument("https://w3id.org/security/data-integrity/v1") { DataIntegrityV1Context.document },
        ContextDocument(
            "https://w3id.org/security/data-integrity/v2",
            publishedSHA256: "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4"
        ) { DataIntegrityV2Context.document },
        ContextDocument(
            "https://w3id.org/security/multikey/v1",
            publishedSHA256: "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597"
        ) { MultikeyContext.document },
        ContextDocument(
            "https://w3id.org/security/jwk/v1",
            publishedSHA256: "0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece"
        ) { JWKContext.document },
        ContextDocument("https://w3id.org/security/suites/ed25519-2020/v1") { Ed25519Signature2020Context.document },
    ]
}
