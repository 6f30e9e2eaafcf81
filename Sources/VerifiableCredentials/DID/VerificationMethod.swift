public import Cryptography
public import Encodings

/// A public key with the name by which proofs refer to it, after
/// [Controlled Identifiers 1.0 §2.2](https://www.w3.org/TR/cid-1.0/#verification-methods).
public struct VerificationMethod: Sendable, Hashable {
    /// The absolute DID URL.
    public let id: String
    /// `Multikey`, `JsonWebKey`, or an older name of the same.
    public let type: String
    /// Who may speak with this key.
    public let controller: String
    public let publicKey: PublicKey
    /// From then on the key is no longer good.
    public let expires: Timestamp?
    /// Since then the key is taken back.
    public let revoked: Timestamp?

    public init(
        id: String, type: String, controller: String, publicKey: PublicKey, expires: Timestamp? = nil,
        revoked: Timestamp? = nil
    ) {
        self.id = id
        self.type = type
        self.controller = controller
        self.publicKey = publicKey
        self.expires = expires
        self.revoked = revoked
    }

    /// The method as this program publishes it: Ed25519 as `Multikey`, EC and RSA as `JsonWebKey`.
    public init(id: String, controller: String, publicKey: PublicKey) {
        self.init(
            id: id, type: publicKey.type == .ed25519 ? "Multikey" : "JsonWebKey", controller: controller,
            publicKey: publicKey)
    }

    /// The object that a DID document holds.
    public var json: JSONObject {
        var object: JSONObject = ["id": .string(id), "type": .string(type), "controller": .string(controller)]
        if let expires { object["expires"] = .string(expires.description) }
        if let revoked { object["revoked"] = .string(revoked.description) }
        if type == "Multikey" {
            object["publicKeyMultibase"] = .string(publicKey.multikey)
        } else {
            object["publicKeyJwk"] = .object(publicKey.jwk)
        }
        return object
    }
}
