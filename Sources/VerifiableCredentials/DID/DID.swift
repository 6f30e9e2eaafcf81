/// A decentralised identifier, `did:method:identifier`, after
/// [DID Core §3.1](https://www.w3.org/TR/did-core/#did-syntax).
///
/// It is ASCII by its grammar, so two are the same exactly when their texts are.
public struct DID: Sendable, Hashable, LosslessStringConvertible {
    public let description: String
    /// The method's name, for example `web`.
    public let method: String

    public init?(_ description: String) {
        let text = description.utf8
        guard text.count <= DIDSyntax.maxBytes, text.starts(with: "did:".utf8) else { return nil }
        let rest = text.dropFirst(4)
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let method = rest[..<colon]
        let identifier = rest[rest.index(after: colon)...]
        guard !method.isEmpty, method.allSatisfy(DIDSyntax.isLowerAlphanumeric) else { return nil }
        // method-specific-id ends with an idchar, never with a colon.
        guard let last = identifier.last, last != UInt8(ascii: ":") else { return nil }
        let isIdentifier = DIDSyntax.consists(identifier) {
            DIDSyntax.isIdentifierCharacter($0) || $0 == UInt8(ascii: ":")
        }
        guard isIdentifier else { return nil }
        self.description = description
        self.method = String(Substring(method))
    }

    /// What follows `did:method:`.
    public var methodSpecificID: String { String(description.dropFirst(5 + method.utf8.count)) }
}
