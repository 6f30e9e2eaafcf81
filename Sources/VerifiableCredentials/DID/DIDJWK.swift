import Cryptography
import Encodings

/// The did:jwk method: a DID that is a JWK in base64url, after
/// [did:jwk](https://github.com/quartzjer/did-jwk/blob/main/spec.md). It is read, not written.
public enum DIDJWK {
    /// The document that the DID spells out; its one key is `#0`. A JWK set aside for encryption (`use`) vouches for
    /// nothing and is refused with the keys that can't be read.
    ///
    /// - Throws: `DIDError` `did.method-unsupported` for another method, `did.key` for a key that isn't read here.
    public static func document(for did: DID) throws(DIDError) -> DIDDocument {
        guard did.method == "jwk" else {
            throw DIDError(
                .methodUnsupported, "\(did) is not a did:jwk.", hint: "Give a DID that begins with did:jwk:.")
        }
        let key: PublicKey
        do {
            let bytes = try Base64URL.decode(did.methodSpecificID)
            guard let object = try JSONParser.parse(bytes).objectValue else {
                throw DIDError(.key, "\(did) doesn't hold a JWK.")
            }
            key = try PublicKey(jwk: object)
        } catch let error as DIDError {
            throw error
        } catch {
            throw DIDError(
                .key, "\(did) doesn't spell out a key that is read here.", cause: String(describing: error))
        }
        let method = VerificationMethod(
            id: "\(did)#0", type: "JsonWebKey", controller: did.description, publicKey: key)
        return DIDDocument(id: did, publishing: [method])
    }
}
