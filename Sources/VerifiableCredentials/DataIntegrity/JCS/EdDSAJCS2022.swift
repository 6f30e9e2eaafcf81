public import Cryptography

/// The cryptosuite `eddsa-jcs-2022`: JCS, SHA-256 and Ed25519, after
/// [Data Integrity EdDSA §3.3](https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022).
public struct EdDSAJCS2022: JCSCryptosuite {
    public init() {}

    public var name: String { "eddsa-jcs-2022" }

    public func digest(for key: KeyType) -> ProofDigest? { key == .ed25519 ? .sha256 : nil }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? { key == .ed25519 ? .ed25519 : nil }
}
