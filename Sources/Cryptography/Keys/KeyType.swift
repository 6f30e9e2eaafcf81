/// The types of key the program works with.
public enum KeyType: String, Sendable, Hashable, CaseIterable {
    /// Edwards-curve signatures over Curve25519, RFC 8032.
    case ed25519
    /// ECDSA over NIST's P-256.
    case p256
    /// ECDSA over NIST's P-384.
    case p384
    /// RSA with 2048 to 8192 bits.
    case rsa

    /// The only algorithm a key of this type signs with here.
    public var signatureAlgorithm: SignatureAlgorithm {
        switch self {
        case .ed25519: .ed25519
        case .p256: .ecdsaP256SHA256
        case .p384: .ecdsaP384SHA384
        case .rsa: .rsaPKCS1SHA256
        }
    }
}
