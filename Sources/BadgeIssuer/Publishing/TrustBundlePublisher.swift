import Cryptography
package import Encodings
package import VerifiableCredentials

/// Makes an organisation's trust bundle: its own DID document, key history and status lists, and those of a network's
/// members where there are any.
///
/// The newest one is kept in the workspace, since each goes on from the one before: receivers take no lower number
/// again. Publishing renews it when the organisation's own part changed, and daily while it speaks of nobody else. Of
/// others it knows nothing new, so a bundle that speaks of them keeps the date on which they were put into it.
package struct TrustBundlePublisher {
    package static let fileName = "trust-bundle.json"
    /// An own bundle older than this is signed anew though nothing changed.
    static let maxAgeSeconds = 86_400
    /// How long one counts unless it is said: a term and the holidays after it.
    package static let validDays = 90
    /// Longer than a school year nobody should go on without news.
    package static let maxValidDays = 400

    private let workspace: Workspace
    private let keys: IssuerKeys
    private let now: Timestamp

    package init(workspace: Workspace, keys: IssuerKeys, at now: Timestamp) {
        self.workspace = workspace
        self.keys = keys
        self.now = now.wholeSeconds
    }

    /// Signs a new bundle of the organisation and these others, and keeps it in the workspace.
    ///
    /// - Parameters:
    ///   - register: open for writing; its status lists are brought up to date.
    ///   - others: of members, already found to be genuine.
    ///   - trustsClock: signs although the register knows a later time than `now`.
    /// - Throws: `BundleError` `bundle.signing`, `WorkspaceError` `workspace.key-missing`, `PublishError`, `FileError`,
    ///   `RegisterError`, `clock.behind` among them.
    package func make(
        _ register: Register, with others: TrustBundle.Content, validDays: Int, trustsClock: Bool = false
    ) throws -> [UInt8] {
        if !trustsClock {
            let known = try register.read { [try $0.newestEntryTime(), try $0.newestPublishedTime()] }
            try SigningClock.check(now, against: known.compactMap(\.self).max())
        }
        let history = try workspace.keyHistory()
        return try register.write { transaction in
            if history.closing == nil, let key = keys.ed25519 {
                try transaction.ensureStatusList(.revocation, at: now)
                _ = try StatusListSigner(settings: workspace.settings, key: key, at: now).signedLists(in: transaction)
            }
            let content = try own(transaction, history).joined(with: others)
            let former = try Self.kept(in: workspace)?.bundle
            let asOf = [now, former?.asOf].compactMap(\.self).max() ?? now
            return try sign(content, asOf: asOf, until: asOf.adding(seconds: validDays * 86_400), after: former?.sealed)
        }
    }

    /// The bundle for the site: the one that is there as long as it says what it should, else a new one.
    ///
    /// - Parameters:
    ///   - published: the site's own copy, which may know a later number than a workspace that was restored.
    func current(
        _ transaction: RegisterTransaction, _ history: KeyHistory, published: [UInt8]?
    ) throws -> [UInt8] {
        let kept = try Self.kept(in: workspace)
        let site = try numbered(published, history: history, after: kept?.bundle.sequence ?? 0)
        let others = kept?.bundle.content.others(than: workspace.settings.issuer) ?? .init()
        let content = try own(transaction, history).joined(with: others)
        guard let former = site ?? kept.map({ (bundle: $0.bundle.sealed, bytes: $0.bytes) }) else {
            return try sign(content, asOf: now, until: now.adding(seconds: Self.validDays * 86_400), after: nil)
        }
        let isOwnOnly = others.members.isEmpty
        let isOld = isOwnOnly && former.bundle.asOf.seconds(until: now) >= Self.maxAgeSeconds
        if !isOld, former.bundle.says(content),
            former.bundle.method.hasSameBytes(as: try keys.bundleKey().verificationMethod)
        {
            // A site's copy may be all that is left of it.
            try keep(former.bytes)
            return former.bytes
        }
        guard !isOwnOnly, let kept else {
            let asOf = max(now, former.bundle.asOf)
            return try sign(
                content, asOf: asOf, until: asOf.adding(seconds: Self.validDays * 86_400), after: former.bundle)
        }
        // Of others nothing newer is known than when they were put in.
        let asOf = max(former.bundle.asOf, kept.bundle.asOf)
        return try sign(
            content, asOf: asOf, until: max(kept.bundle.validUntil, asOf.adding(seconds: 1)), after: former.bundle)
    }

    private func sign(
        _ content: TrustBundle.Content, asOf: Timestamp, until: Timestamp, after former: SealedBundle?
    ) throws -> [UInt8] {
        let bytes = try TrustBundle.file(
            content, asOf: asOf, validUntil: until, after: former, key: keys.bundleKey())
        try keep(bytes)
        return bytes
    }

    private func keep(_ bytes: [UInt8]) throws {
        try FolderHandle(opening: workspace.root).write(bytes, as: Self.fileName, mode: 0o644, existing: .keepEqual)
    }

    // MARK: What it says

    private func own(_ transaction: RegisterTransaction, _ history: KeyHistory) throws -> TrustBundle.Content {
        var content = TrustBundle.Content()
        guard let did = DID(workspace.settings.issuer) else { return content }
        let document = try workspace.didDocument(history: history).map { json throws in
            try DIDDocument(json: .object(json))
        }
        content.members = [.init(did: did, document: document, history: history)]
        content.statusLists = try transaction.statusLists().compactMap { list in
            try list.signed.flatMap { try JSONParser.parse($0.bytes, limits: .statusList).objectValue }
        }
        let root = try FolderHandle(opening: workspace.root)
        for key in history.keys where key.state == .compromised && root.kind(of: Workspace.issuanceName) == .folder {
            let folder = try root.folder(Workspace.issuanceName)
            let bytes = try folder.read(Workspace.issuanceName(of: key), atMost: IssuanceList.limits.maxBytes)
            if let bytes { content.issuanceLists.append(try IssuanceList(parsing: bytes)) }
        }
        return content
    }

    // MARK: The one before

    /// What the workspace's last bundle says, of whomever.
    package static func lastContent(of workspace: Workspace) throws -> TrustBundle.Content {
        try kept(in: workspace)?.bundle.content ?? .init()
    }

    /// The workspace's own copy of its last bundle: what it says of others is taken from here alone.
    private static func kept(in workspace: Workspace) throws -> (bundle: TrustBundle, bytes: [UInt8])? {
        let bytes = try FolderHandle(opening: workspace.root).read(Self.fileName, atMost: TrustBundle.limits.maxBytes)
        let own = try workspace.publicKeys().filter { $0.role == .bundle }
        guard let bytes, let bundle = try? TrustBundle(parsing: bytes),
            own.contains(where: { bundle.isSigned(by: PinnedKey(id: $0.id, publicKey: $0.publicKey)) })
        else { return nil }
        return (bundle, bytes)
    }

    /// The site's copy, where its number is higher: receivers may have it, and take no lower one again. It is a file in
    /// others' reach, and a thief may have had a key: only one that is in use counts, and nothing but the number is
    /// taken from it.
    private func numbered(
        _ published: [UInt8]?, history: KeyHistory, after number: Int
    ) throws -> (bundle: SealedBundle, bytes: [UInt8])? {
        guard let published, let bundle = try? SealedBundle(parsing: published), bundle.sequence > number,
            bundle.sequence < SealedBundle.maxSequence
        else { return nil }
        let active = try workspace.publicKeys().filter { key in
            key.role == .bundle && history.key(key.publicKey)?.isActive ?? false
        }
        guard active.contains(where: { bundle.isSigned(by: PinnedKey(id: $0.id, publicKey: $0.publicKey)) }) else {
            return nil
        }
        return (bundle, published)
    }
}

extension SealedBundle {
    /// Whether it says exactly that.
    fileprivate func says(_ content: TrustBundle.Content) -> Bool {
        let said = JSONObject(
            uniqueMembers: json.members.filter { ["issuers", "statusLists", "digests"].contains($0.name) })
        return JCS.canonicalize(.object(said)) == JCS.canonicalize(.object(content.json))
    }
}

extension TrustBundle.Content {
    /// Without what is said of that issuer.
    fileprivate func others(than issuer: String) -> TrustBundle.Content {
        var others = self
        others.members.removeAll { $0.did.description.hasSameBytes(as: issuer) }
        others.statusLists.removeAll { CredentialView($0).issuerID?.hasSameBytes(as: issuer) ?? true }
        others.issuanceLists.removeAll { $0.issuer.hasSameBytes(as: issuer) }
        return others
    }

    fileprivate func joined(with others: TrustBundle.Content) -> TrustBundle.Content {
        var joined = self
        joined.members += others.members
        joined.statusLists += others.statusLists
        joined.issuanceLists += others.issuanceLists
        return joined
    }
}

extension Workspace {
    /// The DID document as it is published; nothing for a did:key.
    func didDocument(history: KeyHistory) throws -> JSONObject? {
        guard let issuer = DID(settings.issuer) else { return nil }
        let bundleKeys = try publicKeys().filter { key in
            key.role == .bundle && history.key(key.publicKey)?.isActive ?? false
        }
        return IssuerDocuments.didDocument(
            issuer: issuer, keys: try awardingKeys(), bundleKeys: bundleKeys, history: history)
    }
}
