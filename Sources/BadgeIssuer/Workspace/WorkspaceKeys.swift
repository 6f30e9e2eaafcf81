package import Cryptography
import Encodings
package import VerifiableCredentials

/// One key of a workspace, without its private half.
package struct WorkspaceKey: Sendable, Hashable {
    package enum Role: Sendable, Hashable {
        /// Signs badges and status lists.
        case awarding
        /// Signs checkpoints of the audit trail and nothing else.
        case checkpoint
    }

    /// The name of its files in `keys/`, and of the key in the DID document.
    package let fragment: String
    package let role: Role
    /// The DID URL by which proofs name it.
    package let id: String
    package let publicKey: PublicKey

    /// The name without its number, and the number: `ed25519`, 1.
    var series: (name: Substring, number: Int) {
        guard let hyphen = fragment.lastIndex(of: "-"), let number = Int(fragment[fragment.index(after: hyphen)...])
        else { return (fragment[...], 0) }
        return (fragment[..<hyphen], number)
    }
}

extension Workspace {
    /// Keys made by `init`.
    static let firstFragments: [(fragment: String, type: KeyType)] = [
        ("ed25519-1", .ed25519), ("p256-1", .p256), ("checkpoint-1", .ed25519),
    ]

    static let checkpointSeries = "checkpoint"

    /// All public keys of the workspace, retired ones too, by name and number.
    ///
    /// - Throws: `WorkspaceError` `workspace.unreadable`, `workspace.key-missing` when there are none, and
    ///   `workspace.key-mismatch` when a did:key issuer's own key isn't among them.
    package func publicKeys() throws(WorkspaceError) -> [WorkspaceKey] {
        var keys: [WorkspaceKey] = []
        do throws(FileError) {
            let folder = try FolderHandle(opening: keysFolder)
            for name in try folder.names() where name.hasSuffix(".jwk") {
                guard let bytes = try folder.read(name, atMost: 64 << 10) else { continue }
                keys.append(try key(fragment: String(name.dropLast(4)), file: folder.path(of: name), bytes: bytes))
            }
        } catch let error as FileError {
            throw WorkspaceError(.unreadable, error.message, hint: error.hint, cause: error.cause)
        }
        guard keys.contains(where: { $0.role == .awarding }) else {
            throw WorkspaceError(
                .keyMissing, "The workspace has no keys in \"\(keysFolder)\".",
                hint: "Take the folder back from a backup.")
        }
        return keys.sorted { left, right in
            left.series.name == right.series.name
                ? left.series.number < right.series.number : left.series.name < right.series.name
        }
    }

    /// The DID URL of a key: a fragment of the workspace's did:web; a did:key names itself.
    static func keyID(fragment: String, publicKey: PublicKey, issuer: String) -> String {
        if DID(issuer)?.method == "web" { return "\(issuer)#\(fragment)" }
        return "did:key:\(publicKey.multikey)#\(publicKey.multikey)"
    }
}
