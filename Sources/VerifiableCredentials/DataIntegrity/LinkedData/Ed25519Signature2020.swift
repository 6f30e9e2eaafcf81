public import Cryptography
public import LinkedData

/// The proof type `Ed25519Signature2020`, which `eddsa-rdfc-2022` took the place of, after
/// [Data Integrity EdDSA, Ed25519Signature2020](https://www.w3.org/TR/vc-di-eddsa/#ed25519signature2020).
///
/// It is read, since badges of the years before carry it, and made by nobody any more.
public struct Ed25519Signature2020: RDFCCryptosuite {
    public let contexts: PreparedContexts

    public init(contexts: PreparedContexts) { self.contexts = contexts }

    public var name: String { "Ed25519Signature2020" }
    public var proofType: String { "Ed25519Signature2020" }

    public func digest(for key: KeyType) -> ProofDigest? { key == .ed25519 ? .sha256 : nil }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? { key == .ed25519 ? .ed25519 : nil }
}
