/// A signature algorithm with its digest and the form of its signatures.
public enum SignatureAlgorithm: Sendable, Hashable, CaseIterable {
    /// Ed25519 of RFC 8032: 64 bytes, deterministic.
    case ed25519
    /// ECDSA with P-256 and SHA-256: r and s of 32 bytes each, one after the other (RFC 7518 §3.4).
    case ecdsaP256SHA256
    /// ECDSA with P-384 and SHA-384: r and s of 48 bytes each.
    case ecdsaP384SHA384
    /// RSASSA-PKCS1-v1_5 with SHA-256: as long as the modulus (RFC 7518 §3.3).
    case rsaPKCS1SHA256

    /// The name in a JWS header's `alg`, RFC 7518 §3.1 and RFC 8037 §3.1.
    public var joseName: String {
        switch self {
        case .ed25519: "EdDSA"
        case .ecdsaP256SHA256: "ES256"
        case .ecdsaP384SHA384: "ES384"
        case .rsaPKCS1SHA256: "RS256"
        }
    }

    /// The algorithm of that name, or `nil` for every other name, `none` included.
    public init?(joseName: String) {
        switch joseName {
        case "EdDSA": self = .ed25519
        case "ES256": self = .ecdsaP256SHA256
        case "ES384": self = .ecdsaP384SHA384
        case "RS256": self = .rsaPKCS1SHA256
        default: return nil
        }
    }

    /// The type of key that signs with it.
    public var keyType: KeyType {
        switch self {
        case .ed25519: .ed25519
        case .ecdsaP256SHA256: .p256
        case .ecdsaP384SHA384: .p384
        case .rsaPKCS1SHA256: .rsa
        }
    }

    /// What libcrypto calls the digest; Ed25519 has its own inside.
    var digestName: String? {
        switch self {
        case .ed25519: nil
        case .ecdsaP256SHA256, .rsaPKCS1SHA256: "SHA256"
        case .ecdsaP384SHA384: "SHA384"
        }
    }
}
