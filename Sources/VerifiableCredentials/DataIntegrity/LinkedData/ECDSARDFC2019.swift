public import Cryptography
public import LinkedData

/// The cryptosuite `ecdsa-rdfc-2019`: RDFC-1.0, and ECDSA with P-256 and SHA-256 or P-384 and SHA-384, the hash inside
/// the canonicalisation included, after
/// [Data Integrity ECDSA §3.2](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-rdfc-2019).
public struct ECDSARDFC2019: RDFCCryptosuite {
    public let contexts: PreparedContexts

    public init(contexts: PreparedContexts) { self.contexts = contexts }

    public var name: String { "ecdsa-rdfc-2019" }

    public func digest(for key: KeyType) -> ProofDigest? { .ofCurve(key) }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? { .ofCurve(key) }
}
