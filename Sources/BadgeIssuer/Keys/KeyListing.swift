package import Cryptography
import Encodings
package import VerifiableCredentials

/// One key of a workspace as `key list` tells of it.
package struct KeyListing: Sendable {
    /// What can be said of the private half without opening it.
    package enum File: String, Sendable {
        case encrypted
        /// Whoever reads the file has the key.
        case plain
        /// Others than its owner may read it.
        case exposed
        case missing
        /// It is there and can't be read.
        case unreadable
    }

    package let fragment: String
    package let id: String
    package let publicKey: PublicKey
    /// Nothing when the key history doesn't know the key.
    package let historic: HistoricKey?
    /// What it signs from now on: `json`, `jwt`, `checkpoint`, `bundle`.
    package let signs: [String]
    package let file: File

    package var fingerprint: String { publicKey.thumbprint }
    package var state: String { historic?.state.rawValue ?? "unrecorded" }
}

extension Workspace {
    /// All keys there ever were, by name and number.
    ///
    /// - Throws: `PublishError` `publish.key-history`, `WorkspaceError` of `publicKeys()`.
    package func keyListing() throws -> [KeyListing] {
        let history = try keyHistory()
        let files = try publicKeys()
        let gone = history.keys.filter { key in !files.contains { $0.publicKey == key.publicKey } }.map {
            WorkspaceKey(
                fragment: Self.fragment(of: $0), publicKey: $0.publicKey, issuer: settings.issuer)
        }
        let usable = try awardingKeys() + files.filter { $0.role != .awarding }
        let active = usable.filter { hasPrivateHalf(of: $0) && history.key($0.publicKey)?.isActive ?? true }
        func newest(_ role: WorkspaceKey.Role, _ type: KeyType) -> WorkspaceKey? {
            active.filter { $0.role == role && $0.publicKey.type == type }.max { $0.series.number < $1.series.number }
        }
        let signing: [(String, WorkspaceKey?)] = [
            ("json", newest(.awarding, .ed25519)), ("jwt", newest(.awarding, .p256) ?? newest(.awarding, .rsa)),
            ("checkpoint", newest(.checkpoint, .ed25519)), ("bundle", newest(.bundle, .ed25519)),
        ]
        return (files + gone).map { key in
            KeyListing(
                fragment: key.fragment, id: key.id, publicKey: key.publicKey, historic: history.key(key.publicKey),
                signs: signing.filter { $0.1 == key }.map(\.0), file: privateFile(of: key))
        }
    }

    /// Recovery keys that lie in the workspace, where a thief of its keys would find them.
    package func recoveryKeysAtHand() throws -> [String] {
        try FolderHandle(opening: root).names().filter { $0.hasPrefix("recovery-key") && $0.hasSuffix(".pem") }
    }

    private func privateFile(of key: WorkspaceKey) -> KeyListing.File {
        guard hasPrivateHalf(of: key) else { return .missing }
        do throws(KeyFileError) {
            var bytes = try SecretFile.read("\(keysFolder)/\(key.fragment).pem")
            defer { wipe(&bytes) }
            return bytes.firstRange(of: Array("ENCRYPTED PRIVATE KEY".utf8)) == nil ? .plain : .encrypted
        } catch {
            return error.code == .permissions ? .exposed : .unreadable
        }
    }
}
