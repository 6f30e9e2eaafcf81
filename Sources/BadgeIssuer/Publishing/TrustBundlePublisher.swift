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
            let former = try former(published: nil)
            let asOf = [now, former?.bundle.asOf].compactMap(\.self).max() ?? now
            return try sign(content, asOf: asOf, until: asOf.adding(seconds: validDays * 86_400), after: former?.bundle)
        }
    }

    /// The bundle for the site: the one that is there as long as it says what it should, else a new one.
    ///
    /// - Parameters:
    ///   - published: the site's own copy, which may know a later number than a workspace that was restored.
    func current(
        _ transaction: RegisterTransaction, _ history: KeyHistory, published: [UInt8]?
    ) throws -> [UInt8] {
        let own = try own(transaction, history)
        guard let former = try former(published: published) else {
            return try sign(own, asOf: now, until: now.adding(seconds: Self.validDays * 86_400), after: nil)
        }
        let others = former.bundle.content.others(than: workspace.settings.issuer)
        let content = own.joined(with: others)
        let isOwnOnly = others.members.isEmpty
        let isOld = isOwnOnly && former.bundle.asOf.seconds(until: now) >= Self.maxAgeSeconds
        let isSame = JCS.canonicalize(.object(content.json)) == JCS.canonicalize(.object(former.bundle.content.json))
        if isSame, !isOld, former.bundle.method.hasSameBytes(as: try keys.bundleKey().verificationMethod) {
            // A site's copy may be all that is left of it.
            try keep(former.bytes)
            return former.bytes
        }
        let asOf = isOwnOnly ? max(now, former.bundle.asOf) : former.bundle.asOf
        let until = isOwnOnly ? asOf.adding(seconds: Self.validDays * 86_400) : former.bundle.validUntil
        return try sign(content, asOf: asOf, until: until, after: former.bundle)
    }

    private func sign(
        _ content: TrustBundle.Content, asOf: Timestamp, until: Timestamp, after former: TrustBundle?
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

    /// The bundle with the highest number that one of the workspace's keys signed.
    private func former(published: [UInt8]?) throws -> (bundle: TrustBundle, bytes: [UInt8])? {
        let kept = try FolderHandle(opening: workspace.root).read(Self.fileName, atMost: TrustBundle.limits.maxBytes)
        let own = try workspace.publicKeys().filter { $0.role == .bundle }
        let found = [kept, published].compactMap { bytes -> (bundle: TrustBundle, bytes: [UInt8])? in
            guard let bytes, let bundle = try? TrustBundle(parsing: bytes),
                own.contains(where: { bundle.isSigned(by: PinnedKey(id: $0.id, publicKey: $0.publicKey)) })
            else { return nil }
            return (bundle, bytes)
        }
        return found.max { $0.bundle.sequence < $1.bundle.sequence }
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
