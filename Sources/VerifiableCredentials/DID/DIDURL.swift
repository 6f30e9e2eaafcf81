/// A DID with path, query or fragment, after [DID Core §3.2](https://www.w3.org/TR/did-core/#did-url-syntax);
/// with a fragment it names a verification method.
public struct DIDURL: Sendable, Hashable, LosslessStringConvertible {
    public let description: String
    public let did: DID
    /// What follows `#`, without it.
    public let fragment: String?
    /// Path and query, as written; empty in a plain reference to a key.
    public let pathAndQuery: String

    public init?(_ description: String) {
        guard description.utf8.count <= DIDSyntax.maxBytes else { return nil }
        let text = Substring(description)
        let end = text.utf8.firstIndex { "/?#".utf8.contains($0) } ?? text.utf8.endIndex
        guard let did = DID(String(text[..<end])) else { return nil }
        let rest = text[end...]
        let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#"))
        let pathAndQuery = rest[..<(hash ?? rest.endIndex)]
        guard DIDSyntax.consists(pathAndQuery.utf8, of: DIDSyntax.isURLCharacter) else { return nil }
        if let hash {
            let fragment = rest[rest.utf8.index(after: hash)...]
            guard DIDSyntax.consists(fragment.utf8, of: DIDSyntax.isURLCharacter) else { return nil }
            self.fragment = String(fragment)
        } else {
            fragment = nil
        }
        self.description = description
        self.did = did
        self.pathAndQuery = String(pathAndQuery)
    }
}
