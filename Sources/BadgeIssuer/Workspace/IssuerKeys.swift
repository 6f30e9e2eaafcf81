package import Cryptography
import Encodings
package import VerifiableCredentials

/// A workspace's private keys, opened: of each kind the newest.
package struct IssuerKeys: Sendable {
    /// What keys are opened for; opening one takes the time that its passphrase is meant to cost.
    package struct Uses: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Embedded proofs on credentials and status lists.
        package static let dataIntegrity = Uses(rawValue: 1)
        /// Credentials as JWTs.
        package static let jwt = Uses(rawValue: 2)
        /// Checkpoints of the audit trail.
        package static let checkpoint = Uses(rawValue: 4)
        /// Trust bundles.
        package static let bundle = Uses(rawValue: 8)
        package static let all: Uses = [.dataIntegrity, .jwt, .checkpoint, .bundle]
    }

    package let ed25519: SigningKey?
    package let p256: SigningKey?
    package let rsa: SigningKey?
    package let checkpoint: SigningKey?
    package let bundle: SigningKey?
    /// When the organisation closed, after which nothing is awarded.
    private var closed: Timestamp?

    package init(
        ed25519: SigningKey?, p256: SigningKey?, rsa: SigningKey? = nil, checkpoint: SigningKey?,
        bundle: SigningKey? = nil
    ) {
        self.ed25519 = ed25519
        self.p256 = p256
        self.rsa = rsa
        self.checkpoint = checkpoint
        self.bundle = bundle
    }

    /// Opens the keys that these uses need and the workspace has: of each kind the newest that the key history doesn't
    /// say has ended.
    ///
    /// A change of keys that was interrupted is completed first.
    ///
    /// - Throws: `WorkspaceError` of `publicKeys()`, `PublishError` `publish.key-history`, and `KeyError` `key.passphrase-missing` and
    ///   `key.wrong-passphrase`, `KeyFileError` for a private key that can't be used.
    package static func load(
        _ workspace: Workspace, passphrase: Passphrase?, for uses: Uses = .all
    ) throws -> IssuerKeys {
        try KeyChange.complete(in: workspace, lock: nil)
        let history = try workspace.keyHistory()
        let keys = try workspace.publicKeys()
        // Only where others can look them up; a did:key is one key and has no others.
        let awarding = try workspace.awardingKeys()
        func newest(_ candidates: [WorkspaceKey], _ type: KeyType, _ use: Uses) -> WorkspaceKey? {
            guard uses.contains(use) else { return nil }
            return candidates.filter {
                $0.publicKey.type == type && workspace.hasPrivateHalf(of: $0)
                    && history.key($0.publicKey)?.isActive ?? true
            }.max { $0.series.number < $1.series.number }
        }
        let wanted = [
            newest(awarding, .ed25519, .dataIntegrity), newest(awarding, .p256, .jwt), newest(awarding, .rsa, .jwt),
            newest(keys.filter { $0.role == .checkpoint }, .ed25519, .checkpoint),
            newest(keys.filter { $0.role == .bundle }, .ed25519, .bundle),
        ]
        // Side by side: opening one takes a core a fifth of a second, as its passphrase is meant to.
        let opened = try Parallel.map(wanted, chunk: 1) { key throws -> SigningKey? in
            try key.map {
                SigningKey(
                    verificationMethod: $0.id,
                    privateKey: try open($0.fragment, in: workspace.keysFolder, passphrase))
            }
        }
        var issuerKeys = IssuerKeys(
            ed25519: opened[0], p256: opened[1], rsa: opened[2], checkpoint: opened[3], bundle: opened[4])
        issuerKeys.closed = history.closing?.since
        return issuerKeys
    }

    /// A private key. Whether the passphrase is missing or wrong is told apart, so that a command knows when to ask.
    static func open(
        _ fragment: String, in folder: String, _ passphrase: Passphrase?
    ) throws -> PrivateKey {
        try telling(passphrase) { () throws(KeyFileError) in
            try KeyFiles.readPrivate(fragment: fragment, folder: folder, passphrase: passphrase)
        }
    }

    /// Tells a missing passphrase from a wrong one.
    static func telling(
        _ passphrase: Passphrase?, _ body: () throws(KeyFileError) -> PrivateKey
    ) throws -> PrivateKey {
        do throws(KeyFileError) {
            return try body()
        } catch {
            guard error.code == .passphrase else { throw error }
            throw KeyError(
                passphrase == nil ? .passphraseMissing : .wrongPassphrase, error.message, hint: error.hint)
        }
    }

    /// The key for embedded proofs.
    ///
    /// - Throws: `WorkspaceError` `workspace.key-missing`.
    package func dataIntegrityKey() throws(WorkspaceError) -> SigningKey {
        try checkIsOpen()
        return try Self.required(
            ed25519, "an active Ed25519 key",
            hint: "`passportctl key list` shows the keys; take the keys folder back from a backup, or make one with "
                + "`passportctl key generate`.")
    }

    /// The key for JWTs and its algorithm: P-256 with ES256, or else RSA with RS256.
    ///
    /// - Throws: `WorkspaceError` `workspace.key-missing`.
    package func jwtKey() throws(WorkspaceError) -> (key: SigningKey, algorithm: SignatureAlgorithm) {
        try checkIsOpen()
        if p256 == nil, let rsa { return (rsa, .rsaPKCS1SHA256) }
        let key = try Self.required(
            p256, "an active P-256 key that others could find",
            hint: "JWTs need a workspace with a site, made by `passportctl init --url`, and a key that "
                + "`passportctl key list` shows as active; use --format json here.")
        return (key, .ecdsaP256SHA256)
    }

    /// The key for trust bundles.
    ///
    /// - Throws: `WorkspaceError` `workspace.key-missing`.
    package func bundleKey() throws(WorkspaceError) -> SigningKey {
        try Self.required(
            bundle, "a key for trust bundles",
            hint: "Take the keys folder back from a backup; an organisation that has closed can't make a new one.")
    }

    /// The key for checkpoints.
    ///
    /// - Throws: `WorkspaceError` `workspace.key-missing`.
    package func checkpointKey() throws(WorkspaceError) -> SigningKey {
        try Self.required(checkpoint, "a checkpoint key", hint: "Take the keys folder back from a backup.")
    }

    private func checkIsOpen() throws(WorkspaceError) {
        guard let closed else { return }
        throw WorkspaceError(
            .keyMissing, "The organisation closed on \(CalendarDay(of: closed)), and nothing is signed any more.",
            hint: "Ask its successor; `passportctl key list` shows when each key ended.")
    }

    private static func required(
        _ key: SigningKey?, _ kind: String, hint: String
    ) throws(WorkspaceError) -> SigningKey {
        guard let key else { throw WorkspaceError(.keyMissing, "The workspace doesn't have \(kind).", hint: hint) }
        return key
    }
}

extension Workspace {
    func hasPrivateHalf(of key: WorkspaceKey) -> Bool { FolderPath.isFile("\(keysFolder)/\(key.fragment).pem") }
}
