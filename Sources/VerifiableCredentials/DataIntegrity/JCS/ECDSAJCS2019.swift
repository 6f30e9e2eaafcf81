public import Cryptography

/// The cryptosuite `ecdsa-jcs-2019`: JCS, and ECDSA with P-256 and SHA-256 or P-384 and SHA-384, after
/// [Data Integrity ECDSA §3.3](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-jcs-2019).
public struct ECDSAJCS2019: JCSCryptosuite {
    public init() {}

    public var name: String { "ecdsa-jcs-2019" }

    public func digest(for key: KeyType) -> ProofDigest? { .ofCurve(key) }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? { .ofCurve(key) }
}

extension ProofDigest {
    /// The hash of the ECDSA suites, as strong as the key: ECDSA §3.2.3 and §3.3.3.
    static func ofCurve(_ key: KeyType) -> ProofDigest? {
        switch key {
        case .p256: .sha256
        case .p384: .sha384
        default: nil
        }
    }
}

extension SignatureAlgorithm {
    /// The ECDSA of a key's curve; nothing for other keys.
    static func ofCurve(_ key: KeyType) -> SignatureAlgorithm? {
        switch key {
        case .p256: .ecdsaP256SHA256
        case .p384: .ecdsaP384SHA384
        default: nil
        }
    }
}
