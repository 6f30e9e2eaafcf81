public import Cryptography
import Encodings

/// The did:key method: a DID that is its own key, after
/// [did:key](https://w3c-ccg.github.io/did-key-spec/).
public enum DIDKey {
    public static func did(for key: PublicKey) -> DID {
        let text = "did:key:\(key.multikey)"
        guard let did = DID(text) else { preconditionFailure("a multikey is base58btc, so it is an identifier") }
        return did
    }

    /// The one name of the key in its document.
    public static func verificationMethodID(for key: PublicKey) -> String {
        let multikey = key.multikey
        return "did:key:\(multikey)#\(multikey)"
    }

    /// The document that the DID spells out.
    ///
    /// - Throws: `DIDError` `did.method-unsupported` for another method, `did.key` for a key that isn't read here.
    public static func document(for did: DID) throws(DIDError) -> DIDDocument {
        guard did.method == "key" else {
            throw DIDError(
                .methodUnsupported, "\(did) is not a did:key.", hint: "Give a DID that begins with did:key:.")
        }
        let multikey = did.methodSpecificID
        let key: PublicKey
        do {
            key = try PublicKey(multikey: multikey)
        } catch {
            throw DIDError(
                .key, "\(did) doesn't spell out a key that is read here.",
                hint: error.hint, cause: error.description)
        }
        // One key, one DID: another spelling of the same key must not pass for it.
        guard key.multikey.hasSameBytes(as: multikey) else {
            throw DIDError(.key, "\(did) spells its key in another form than the one that did:key allows.")
        }
        let method = VerificationMethod(
            id: "\(did)#\(multikey)", controller: did.description, publicKey: key)
        return DIDDocument(id: did, publishing: [method])
    }
}
