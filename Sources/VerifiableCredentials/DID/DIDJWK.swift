import Cryptography
import Encodings

/// The did:jwk method: a DID that is a JWK in base64url, after
/// [did:jwk](https://github.com/quartzjer/did-jwk/blob/main/spec.md). It is read, not written.
public enum DIDJWK {
    /// The document that the DID spells out; its one key is `#0`.
    ///
    /// - Throws: `DIDError` `did.method-unsupported` for another method, `did.key` for a key that isn't read here.
    public static func document(for did: DID) throws(DIDError) -> DIDDocument {
        guard did.method == "jwk" else {
            throw DIDError(
                .methodUnsupported, "\(did) is not a did:jwk.", hint: "Give a DID that begins with did:jwk:.")
        }
        let jwk: JSONObject
        let key: PublicKey
        do {
            let bytes = try Base64URL.decode(did.methodSpecificID)
            guard let object = try JSONParser.parse(bytes).objectValue else {
                throw DIDError(.key, "\(did) doesn't hold a JWK.")
            }
            jwk = object
            key = try PublicKey(jwk: object)
        } catch let error as DIDError {
            throw error
        } catch {
            throw DIDError(
                .key, "\(did) doesn't spell out a key that is read here.", cause: String(describing: error))
        }
        let method = VerificationMethod(
            id: "\(did)#0", type: "JsonWebKey", controller: did.description, publicKey: key)
        let document = DIDDocument(id: did, publishing: [method])
        guard let use = jwk["use"], use.stringValue != "sig" else { return document }
        // A key set aside for encryption vouches for nothing.
        var json = document.json
        json["assertionMethod"] = nil
        json["authentication"] = nil
        json["keyAgreement"] = [.string(method.id)]
        return try DIDDocument(json: .object(json))
    }
}
