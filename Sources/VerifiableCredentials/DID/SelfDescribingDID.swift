/// DIDs that carry their key in their name, and so need no document from elsewhere.
public enum SelfDescribingDID {
    /// The document of a did:key or did:jwk; nothing for any other method.
    ///
    /// - Throws: `DIDError` `did.key` when the name holds no key that is read here.
    public static func document(for did: DID) throws(DIDError) -> DIDDocument? {
        switch did.method {
        case "key": try DIDKey.document(for: did)
        case "jwk": try DIDJWK.document(for: did)
        default: nil
        }
    }
}
