package import Cryptography
package import Encodings
package import VerifiableCredentials

/// Makes, replaces and takes back a workspace's keys, so that the key history, the key files and the register agree.
///
/// One command at a time; a change that an earlier command didn't bring to its end is completed first. Nothing is
/// written before every key that is needed has been opened.
package struct KeyCustodian {
    let workspace: Workspace
    let history: KeyHistory
    let keys: [WorkspaceKey]
    /// What opens the keys that are there.
    let opening: Passphrase?
    /// What the new keys are encrypted with; asked for only when there are any.
    let newPassphrase: () throws -> Passphrase?
    let now: Timestamp
    /// Told where the work stands, for tests that end it there.
    var moment: (KeyChange.Moment) throws -> Void = { _ in }
    private let lock: KeyLock
    /// The change that an earlier command had decided and that was completed now; running that command again does
    /// nothing more.
    private let completed: KeyChange.Completed?

    /// - Parameters:
    ///   - newPassphrase: gives the passphrase of new keys, or nothing when they shall not be encrypted.
    ///   - trustsClock: changes keys although the register knows a later time than `now`.
    /// - Throws: `PublishError` `publish.key-history`, `WorkspaceError` of `publicKeys()`, `KeyCustodyError`
    ///   `custody.unfinished`, `RegisterError`, `clock.behind` among them, `FileError`.
    package init(
        _ workspace: Workspace, opening: Passphrase?, newPassphrase: @escaping () throws -> Passphrase?,
        at now: Timestamp, trustsClock: Bool = false
    ) throws {
        self.workspace = workspace
        self.opening = opening
        self.newPassphrase = newPassphrase
        lock = try KeyLock(workspace)
        completed = try KeyChange.complete(in: workspace, lock: lock)
        try KeyChange.removeDrafts(in: workspace)
        history = try workspace.keyHistory()
        keys = try workspace.publicKeys()
        var known = [history.entries.last?.at].compactMap(\.self)
        if !trustsClock, let newest = try Self.newestEntryTime(of: workspace) {
            try SigningClock.check(now, against: newest)
            known.append(newest)
        }
        // The history's entries follow each other in time even where the clock doesn't; and a key that ended by a
        // clock behind the register would end before the newest badges that it signed.
        self.now = known.reduce(now.wholeSeconds) { max($0, $1.wholeSeconds) }
    }

    private static func newestEntryTime(of workspace: Workspace) throws -> Timestamp? {
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let newest = try register.read { try $0.newestEntryTime() }
        try register.close()
        return newest
    }

    // MARK: Steps

    /// Makes one key more.
    package func generate(_ algorithm: KeyAlgorithm) throws -> KeyChangeReport {
        if let report = completed(.added, where: { $0.keys.first?.publicKey.type == algorithm.type }) { return report }
        try checkCanChange()
        let authority = try authority(apartFrom: [])
        let new = try makeKey(algorithm, series: algorithm.series, taken: [])
        var step = KeyHistory.Step(.added)
        step.keys = [new.signing]
        let line = try history.line(step, by: .key(authority), at: now)
        return try finish(KeyChange(event: .keyAdded, subjects: [new.signing.verificationMethod], line: line), [new])
    }

    /// Puts a new key of the same kind into an active key's place.
    ///
    /// - Parameter fragment: the key's name.
    package func rotate(_ fragment: String) throws -> KeyChangeReport {
        if let report = try completed(.rotated, ending: [fragment]) { return report }
        try checkCanChange()
        let old = try activeKey(fragment)
        let replaced = try open(old)
        let isOwnAuthority = old.mayAuthorise
        let authority = isOwnAuthority ? replaced : try authority(apartFrom: [])
        let series = Self.series(of: old)
        let new = try makeKey(KeyAlgorithm(of: old.publicKey), series: series, taken: [])
        var step = KeyHistory.Step(.rotated)
        step.keys = [new.signing]
        step.ends = [old.id]
        let line = try history.line(
            step, by: .key(authority), replaced: isOwnAuthority ? nil : replaced, at: now)
        let change = KeyChange(
            event: .keyRotated, subjects: [new.signing.verificationMethod, old.id], line: line)
        return try finish(change, [new])
    }

    /// Puts a new key into the place of the newest active one of a kind.
    package func rotate(newest algorithm: KeyAlgorithm) throws -> KeyChangeReport {
        if let report = completed(.rotated, where: { $0.keys.first?.publicKey.type == algorithm.type }) {
            return report
        }
        try checkCanChange()
        let newest = keys.filter { key in
            key.role == .awarding && key.publicKey.type == algorithm.type
                && history.key(key.publicKey)?.isActive ?? false
        }.max { $0.series.number < $1.series.number }
        guard let newest else {
            throw KeyCustodyError(
                .unknownKey, "The workspace has no active key of the kind \(algorithm.type.rawValue).",
                hint: "`passportctl key list` shows the keys; `key generate --algorithm` makes one.")
        }
        return try rotate(newest.fragment)
    }

    /// Has a key sign no more; what it signed stays good.
    package func retire(_ fragment: String) throws -> KeyChangeReport {
        if let report = try completed(.retired, ending: [fragment]) { return report }
        try checkCanChange()
        let old = try activeKey(fragment)
        let others = history.keys.filter {
            $0.isActive && $0.id != old.id && $0.publicKey.type == old.publicKey.type
                && $0.key.role == old.key.role
        }
        guard !others.isEmpty || old.publicKey.type != .ed25519 else {
            throw KeyCustodyError(
                .lastKey, "\"\(fragment)\" is the last key of its kind, and nothing could be published without one.",
                hint: "Replace it instead: passportctl key rotate \(fragment)")
        }
        var step = KeyHistory.Step(.retired)
        step.ends = [old.id]
        let line = try history.line(step, by: .key(authority(apartFrom: [])), at: now)
        return try finish(KeyChange(event: .keyRetired, subjects: [old.id], line: line), [])
    }

    /// What the names of a key and of those that follow it begin with.
    static func series(of key: HistoricKey) -> String {
        switch key.key.role {
        case .awarding: KeyAlgorithm(of: key.publicKey).series
        case .checkpoint: WorkspaceKey.checkpointSeries
        case .bundle: WorkspaceKey.bundleSeries
        }
    }

    // MARK: Finding keys

    func checkCanChange() throws(KeyCustodyError) {
        try checkIsOpen()
        guard workspace.settings.url != nil else {
            throw KeyCustodyError(
                .didKey, "The issuer is a did:key, which is its one key and can't have another.",
                hint: "Make a workspace with a site (`passportctl init --url`), or close this one with "
                    + "`passportctl key revoke --reason ceased --successor DID`.")
        }
    }

    func checkIsOpen() throws(KeyCustodyError) {
        guard let closing = history.closing else { return }
        throw KeyCustodyError(
            .closed, "The organisation closed on \(CalendarDay(of: closing.since)), and its keys have ended.",
            hint: "Only a key that was stolen can still be taken back, with the recovery key.")
    }

    /// The key of that name, as the history tells of it.
    func key(_ fragment: String) throws(KeyCustodyError) -> HistoricKey {
        let name = fragment.hasPrefix("#") ? String(fragment.dropFirst()) : fragment
        let file = keys.first { $0.fragment == name || $0.id == name }
        if let file, let key = history.key(file.publicKey) { return key }
        // The file of a lost key may be lost, too.
        if let key = history.keys.first(where: { $0.id == name || Workspace.fragment(of: $0) == name }) { return key }
        throw KeyCustodyError(
            .unknownKey,
            file == nil
                ? "The workspace has no key \"\(UTF8Text.escapedForTerminal(name))\"."
                : "The key history doesn't know the key \"\(name)\".",
            hint: "`passportctl key list` shows the keys.")
    }

    func activeKey(_ fragment: String) throws(KeyCustodyError) -> HistoricKey {
        let key = try key(fragment)
        guard let end = key.end else { return key }
        throw KeyCustodyError(
            .ended, "The key \"\(fragment)\" is \(end.state.rawValue) since \(end.since).",
            hint: "`passportctl key list` shows which keys are active.")
    }

    func open(_ key: HistoricKey) throws -> SigningKey {
        let file = keys.first { $0.publicKey == key.publicKey }
        let fragment = file?.fragment ?? Workspace.fragment(of: key)
        let privateKey = try IssuerKeys.open(fragment, in: workspace.keysFolder, opening)
        return SigningKey(verificationMethod: key.id, privateKey: privateKey)
    }

    /// The newest key that may sign an entry of the history, opened.
    func authority(apartFrom ended: [HistoricKey]) throws -> SigningKey {
        guard let key = try authorityIfAny(apartFrom: ended) else {
            throw KeyCustodyError(
                .noSigner, "The workspace has no other active Ed25519 key that could sign this.",
                hint: "Take the keys folder back from a backup, or give the recovery key with --recovery-key.")
        }
        return key
    }

    func authorityIfAny(apartFrom ended: [HistoricKey]) throws -> SigningKey? {
        let candidates = history.keys.filter { key in
            key.mayAuthorise && !ended.contains(key)
                && keys.contains { $0.publicKey == key.publicKey && workspace.hasPrivateHalf(of: $0) }
        }
        return try candidates.last.map(open)
    }

    // MARK: Making keys

    struct NewKey {
        let fragment: String
        let signing: SigningKey
    }

    /// - Parameter taken: names that other new keys of the same step have.
    func makeKey(_ algorithm: KeyAlgorithm, series: String, taken: [String]) throws -> NewKey {
        let known = keys.map(\.fragment) + history.keys.map(Workspace.fragment(of:)) + taken
        let last = known.compactMap { name -> Int? in
            guard name.hasPrefix("\(series)-") else { return nil }
            return Int(name.dropFirst(series.count + 1))
        }.max()
        let fragment = "\(series)-\((last ?? 0) + 1)"
        let key = try algorithm.generate()
        let named = WorkspaceKey(fragment: fragment, publicKey: key.publicKey, issuer: workspace.settings.issuer)
        return NewKey(fragment: fragment, signing: SigningKey(verificationMethod: named.id, privateKey: key))
    }

    // MARK: Writing

    /// Decides the change and completes it.
    func finish(_ change: KeyChange, _ made: [NewKey]) throws -> KeyChangeReport {
        var change = change
        change.newKeys = made.map { KeyChange.NewKey(fragment: $0.fragment, key: $0.signing.privateKey) }
        let passphrase = made.isEmpty && change.recoveryKey == nil ? nil : try newPassphrase()
        let after = try history.appending(change.line)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let auditFrom = try register.read { try $0.auditTrailHead().count }
        try register.close()
        try change.decide(in: workspace, passphrase: passphrase, auditFrom: auditFrom, moment: moment)
        let done = try KeyChange.complete(in: workspace, lock: lock, moment: moment)
        guard var report = KeyChangeReport(of: after, recoveryKeyPath: done?.recoveryKeyPath) else {
            throw KeyCustodyError(.unfinished, "The change left no entry.")
        }
        report.issuanceLists = change.issuanceLists.map { .init(key: $0.key.id, count: $0.count) }
        report.isEncrypted = passphrase != nil
        return report
    }

    /// The report of a change that was interrupted, when it is the one that is asked for now.
    func completed(
        _ event: KeyHistoryEntry.Event, where isAsked: (KeyHistoryEntry) -> Bool
    ) -> KeyChangeReport? {
        guard let completed, let entry = history.entries.last, entry.event == event, isAsked(entry) else { return nil }
        return KeyChangeReport(of: history, recoveryKeyPath: completed.recoveryKeyPath)
    }

    func completed(
        _ event: KeyHistoryEntry.Event, ending fragments: [String]
    ) throws(KeyCustodyError) -> KeyChangeReport? {
        guard completed != nil else { return nil }
        let ended = try fragments.map { fragment throws(KeyCustodyError) in try key(fragment).id }
        return completed(event) { Set($0.ends) == Set(ended) }
    }
}

/// What became of the keys.
package struct KeyChangeReport: Sendable {
    package struct Issuance: Sendable {
        package let key: String
        /// How many signatures are in the list.
        package let count: Int
    }

    package let entry: KeyHistoryEntry
    package let ended: [HistoricKey]
    /// Where a new recovery key waits to be taken away.
    package let recoveryKeyPath: String?
    package internal(set) var issuanceLists: [Issuance] = []
    /// Whether the new keys' files are.
    package internal(set) var isEncrypted = true
    /// Badges that were signed after the moment of a theft, and fail from now on.
    package internal(set) var failingAwards = 0

    package var added: [KeyHistoryEntry.Key] { entry.keys }
    package var finalLists: Int { entry.finalLists.count }

    /// The report of a history's last step.
    init?(of history: KeyHistory, recoveryKeyPath: String?) {
        guard let entry = history.entries.last else { return nil }
        self.entry = entry
        ended = entry.ends.compactMap { history.key($0) }
        self.recoveryKeyPath = recoveryKeyPath
    }
}

extension AuditEvent {
    package static let keyAdded = AuditEvent(rawValue: "key.added")
    package static let keyRotated = AuditEvent(rawValue: "key.rotated")
    package static let keyRetired = AuditEvent(rawValue: "key.retired")
    package static let keyRevoked = AuditEvent(rawValue: "key.revoked")
    package static let organisationClosed = AuditEvent(rawValue: "organisation.closed")
}
