public import Cryptography

/// A private key with the name by which others find its public half.
public struct SigningKey: Sendable {
    /// The absolute DID URL that goes into `verificationMethod` or `kid`.
    public let verificationMethod: String
    public let privateKey: PrivateKey

    public init(verificationMethod: String, privateKey: PrivateKey) {
        self.verificationMethod = verificationMethod
        self.privateKey = privateKey
    }
}
