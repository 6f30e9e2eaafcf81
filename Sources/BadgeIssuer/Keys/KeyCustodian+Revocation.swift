import Cryptography
package import Encodings
package import VerifiableCredentials

extension KeyCustodian {
    /// How keys are taken back.
    package struct Revocation {
        package var fragments: [String]
        package var reason: KeyHistoryEntry.Reason
        /// From when on; the moment after the command unless said.
        package var since: Timestamp?
        /// The file of the recovery key.
        package var recoveryKeyPath: String?

        package init(fragments: [String], reason: KeyHistoryEntry.Reason) {
            self.fragments = fragments
            self.reason = reason
        }
    }

    /// Takes keys back. For each that was the last of its kind a successor is made in the same step.
    ///
    /// - Throws: `KeyCustodyError`, `KeyError`, `KeyFileError`; then nothing was changed.
    package func revoke(_ revocation: Revocation) throws -> KeyChangeReport {
        if let report = try completed(.revoked, ending: revocation.fragments) { return report }
        let isStolen = revocation.reason == .compromised
        if !isStolen { try checkIsOpen() }
        let ended = try revocation.fragments.map { fragment throws(KeyCustodyError) in
            let key = try key(fragment)
            if key.state == .compromised || (key.state == .lost && !isStolen) { _ = try activeKey(fragment) }
            return key
        }
        var step = KeyHistory.Step(.revoked)
        step.reason = revocation.reason
        step.ends = ended.map(\.id)
        let since = try since(revocation.since, for: ended)
        step.since = since
        let recovery = try revocation.recoveryKeyPath.map(recoveryKey)
        let current = isStolen || recovery != nil ? nil : try authorityIfAny(apartFrom: ended)
        guard recovery != nil || current != nil else {
            throw KeyCustodyError(
                .recoveryKey,
                isStolen
                    ? "Only the recovery key can take a stolen key back."
                    : "No other key is left to sign this; it takes the recovery key.",
                hint: "Bring it from its safe and give its file with --recovery-key FILE.")
        }
        var made: [NewKey] = []
        if workspace.settings.url != nil, history.closing == nil {
            for key in try successors(for: ended) {
                made.append(try makeKey(key.algorithm, series: key.series, taken: made.map(\.fragment)))
            }
        }
        step.keys = made.map(\.signing)
        let next = try recovery.map { _ throws(KeyError) in try PrivateKey.generate(.ed25519) }
        let signer: KeyHistory.Signer
        if let recovery, let next {
            signer = .recovery(recovery, next: next.publicKey)
        } else if let current {
            signer = .key(current)
        } else {
            return try finish(KeyChange(event: .keyRevoked, subjects: [], line: []), [])
        }
        var change = KeyChange(
            event: .keyRevoked, code: revocation.reason.rawValue,
            subjects: step.ends + made.map(\.signing.verificationMethod),
            line: try history.line(step, by: signer, at: now))
        change.recoveryKey = next
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        var failing = 0
        try register.read { reader in
            for key in ended { failing += try reader.awardCount(signedBy: key.id, since: since) }
            change.issuanceLists = try issuanceLists(after: change.line, made: made, ended: ended, reader)
        }
        try register.close()
        var report = try finish(change, made)
        report.failingAwards = failing
        return report
    }

    /// Closes the organisation: every active key ends, and the last status lists are signed.
    ///
    /// - Parameters:
    ///   - fragments: keys that were named, which must be active; all others end as well.
    ///   - successor: who goes on with its work.
    package func close(
        naming fragments: [String] = [], since: Timestamp?, successor: DID?
    ) throws -> KeyChangeReport {
        if let report = completed(.closed, where: { _ in true }) { return report }
        try checkIsOpen()
        for fragment in fragments { _ = try activeKey(fragment) }
        let authority = try authority(apartFrom: [])
        let ended = history.keys.filter { $0.isActive && $0.key.role == .awarding }
        var step = KeyHistory.Step(.closed)
        step.ends = ended.map(\.id)
        step.since = try self.since(since, for: ended)
        step.successor = successor
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let lists = try register.read { reader in
            try FinalStatusLists(settings: workspace.settings, key: authority, now: now).lists(reader)
        }
        try register.close()
        step.finalLists = lists.map(\.named)
        var change = KeyChange(
            event: .organisationClosed, subjects: step.ends, line: try history.line(step, by: .key(authority), at: now))
        change.finalLists = lists
        return try finish(change, [])
    }

    // MARK: Parts

    /// A key is taken back from the second after the command on: what was signed in the same second stays good.
    private func since(_ asked: Timestamp?, for keys: [HistoricKey]) throws(KeyCustodyError) -> Timestamp {
        let latest = now.adding(seconds: 1)
        let since = asked?.wholeSeconds ?? latest
        guard since <= latest else {
            throw KeyCustodyError(
                .since, "\(since) lies in the future.", hint: "Give a moment that has passed with --since, or none.")
        }
        if let later = keys.first(where: { since < $0.from }) {
            throw KeyCustodyError(
                .since, "The key \(later.id) was made on \(later.from), after \(since).",
                hint: "Give \(later.from) or a later moment with --since.")
        }
        return since
    }

    /// The recovery key, when it is the one that the history committed to.
    private func recoveryKey(_ path: String) throws -> PrivateKey {
        let key = try IssuerKeys.telling(opening) { () throws(KeyFileError) in
            try KeyFiles.readPrivate(path, passphrase: opening)
        }
        guard KeyHistoryEntry.recoveryKeyDigest(of: key.publicKey) == history.recoveryKeyDigest else {
            throw KeyCustodyError(
                .recoveryKey, "\"\(UTF8Text.escapedForTerminal(path))\" isn't the recovery key that is in force.",
                hint: "Each use makes a new one; take the newest.")
        }
        return key
    }

    /// What must be made so that each kind of key that ends goes on.
    private func successors(for ended: [HistoricKey]) throws -> [(algorithm: KeyAlgorithm, series: String)] {
        var made: [(algorithm: KeyAlgorithm, series: String)] = []
        for key in ended where key.isActive {
            let algorithm = KeyAlgorithm(of: key.publicKey)
            let series = Self.series(of: key)
            let goesOn = history.keys.contains { other in
                other.isActive && !ended.contains(other) && other.publicKey.type == key.publicKey.type
                    && other.key.role == key.key.role
            }
            if !goesOn, !made.contains(where: { $0.series == series }) { made.append((algorithm, series)) }
        }
        return made
    }

    /// The lists of what stolen keys had signed before, by a key that goes on; none when no key does.
    private func issuanceLists(
        after line: [UInt8], made: [NewKey], ended: [HistoricKey], _ reader: RegisterReader
    ) throws -> [IssuanceListMaker.Made] {
        let after = try history.appending(line)
        let new = made.first { $0.signing.privateKey.type == .ed25519 && after.isForAwards($0) }?.signing
        guard let signer = try new ?? authorityIfAny(apartFrom: ended) else { return [] }
        return try IssuanceListMaker(history: after, signer: signer, now: now).lists(reader)
    }
}

extension KeyHistory {
    fileprivate func isForAwards(_ new: KeyCustodian.NewKey) -> Bool {
        key(new.signing.verificationMethod)?.key.role == .awarding
    }
}
