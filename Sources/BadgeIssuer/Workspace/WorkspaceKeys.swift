package import Cryptography
import Encodings
import VerifiableCredentials

/// One key of a workspace, without its private half.
package struct WorkspaceKey: Sendable, Hashable {
    package enum Role: Sendable, Hashable {
        /// Signs badges and status lists.
        case awarding
        /// Signs checkpoints of the audit trail and nothing else.
        case checkpoint
        /// Signs trust bundles and nothing else.
        case bundle
    }

    /// The name of its files in `keys/`, and of the key in the DID document.
    package let fragment: String
    package let role: Role
    /// The DID URL by which proofs name it.
    package let id: String
    package let publicKey: PublicKey

    init(fragment: String, publicKey: PublicKey, issuer: String) {
        self.fragment = fragment
        self.publicKey = publicKey
        role =
            if fragment.hasPrefix("\(Self.checkpointSeries)-") {
                .checkpoint
            } else if fragment.hasPrefix("\(Self.bundleSeries)-") {
                .bundle
            } else {
                .awarding
            }
        // A did:key names its own key; the others of such a workspace are known by its key history alone.
        let isOwn = issuer == "did:key:\(publicKey.multikey)"
        id = isOwn ? "\(issuer)#\(publicKey.multikey)" : "\(issuer)#\(fragment)"
    }

    static let checkpointSeries = "checkpoint"
    static let bundleSeries = KeyHistoryEntry.Key.bundlePrefix

    /// The name without its number, and the number: `ed25519`, 1.
    var series: (name: Substring, number: Int) {
        guard let hyphen = fragment.lastIndex(of: "-"), let number = Int(fragment[fragment.index(after: hyphen)...])
        else { return (fragment[...], 0) }
        return (fragment[..<hyphen], number)
    }
}

extension Workspace {
    /// All public keys of the workspace, retired ones too, by name and number.
    ///
    /// - Throws: `WorkspaceError` `workspace.unreadable`, `workspace.key-missing` when there are none, and
    ///   `workspace.key-mismatch` when a did:key issuer's own key isn't among them.
    package func publicKeys() throws(WorkspaceError) -> [WorkspaceKey] {
        var keys: [WorkspaceKey] = []
        do {
            for name in try FolderHandle(opening: keysFolder).names() where name.hasSuffix(".jwk") {
                let fragment = String(name.dropLast(4))
                let key = try KeyFiles.readPublic(fragment: fragment, folder: keysFolder)
                keys.append(WorkspaceKey(fragment: fragment, publicKey: key, issuer: settings.issuer))
            }
        } catch let error as any CodedError {
            throw WorkspaceError(.unreadable, error.message, hint: error.hint, cause: error.codeText)
        } catch {
            throw WorkspaceError(.unreadable, "The keys in \"\(keysFolder)\" can't be read.")
        }
        guard keys.contains(where: { $0.role == .awarding }) else {
            throw WorkspaceError(
                .keyMissing, "The workspace has no keys in \"\(keysFolder)\".",
                hint: "Take the folder back from a backup.")
        }
        guard settings.url != nil || keys.contains(where: { "did:key:\($0.publicKey.multikey)" == settings.issuer })
        else {
            throw WorkspaceError(
                .keyMismatch, "None of the workspace's keys is the one of its issuer \(settings.issuer).",
                hint: "The settings or the keys folder come from another workspace; take both from a backup.")
        }
        return keys.sorted { left, right in
            left.series.name == right.series.name
                ? left.series.number < right.series.number : left.series.name < right.series.name
        }
    }
}
