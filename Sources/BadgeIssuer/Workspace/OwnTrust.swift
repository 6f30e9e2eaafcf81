package import Cryptography
import Encodings

/// What a workspace's own commands trust without a trust list: its issuer, by the keys in its folder.
package struct OwnTrust: Sendable, Hashable {
    package struct Key: Sendable, Hashable {
        /// The DID URL by which proofs name it.
        package let id: String
        package let publicKey: PublicKey
    }

    package let did: String
    /// The organisation's name in its main language.
    package let name: String
    package let keys: [Key]
}

extension Workspace {
    /// The workspace's own issuer with its awarding keys, retired ones too.
    ///
    /// - Throws: as `publicKeys()`.
    package func ownTrust() throws(WorkspaceError) -> OwnTrust {
        let keys = try awardingKeys().map { OwnTrust.Key(id: $0.id, publicKey: $0.publicKey) }
        return OwnTrust(did: settings.issuer, name: identity.name(in: settings.mainLanguage), keys: keys)
    }

    /// The keys that others may accept badges by. Of a did:key issuer that is one: its DID is the key.
    package func awardingKeys() throws(WorkspaceError) -> [WorkspaceKey] {
        try publicKeys().filter { key in
            key.role == .awarding
                && (settings.url != nil || settings.issuer == "did:key:\(key.publicKey.multikey)")
        }
    }
}
