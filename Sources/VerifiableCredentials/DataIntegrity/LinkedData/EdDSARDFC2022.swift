public import Cryptography
public import LinkedData

/// The cryptosuite `eddsa-rdfc-2022`: RDFC-1.0, SHA-256 and Ed25519, after
/// [Data Integrity EdDSA §3.2](https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022).
public struct EdDSARDFC2022: RDFCCryptosuite {
    public let contexts: PreparedContexts

    public init(contexts: PreparedContexts) { self.contexts = contexts }

    public var name: String { "eddsa-rdfc-2022" }

    public func digest(for key: KeyType) -> ProofDigest? { key == .ed25519 ? .sha256 : nil }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? { key == .ed25519 ? .ed25519 : nil }
}
