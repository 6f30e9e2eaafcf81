import Encodings

/// The JSON-LD contexts of the W3C data models, and of what secures and revokes credentials, whose meaning is built in.
///
/// A kind of credential adds its own through `CredentialProfile`; no context is ever fetched.
public enum KnownContexts {
    public static let urls: [String] = [
        "https://www.w3.org/2018/credentials/v1",
        "https://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/undefined-terms/v2",
        "https://www.w3.org/ns/credentials/status/v1",
        "https://www.w3.org/ns/did/v1",
        "https://w3id.org/security/data-integrity/v1",
        "https://w3id.org/security/data-integrity/v2",
        "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
        "https://w3id.org/security/suites/ed25519-2020/v1",
        "https://w3id.org/vc/status-list/2021/v1",
    ]

    static func contains(_ url: String) -> Bool { urls.contains { $0.hasSameBytes(as: url) } }
}
