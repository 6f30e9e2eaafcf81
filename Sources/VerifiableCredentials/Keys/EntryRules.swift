import Cryptography
import Encodings

/// What an entry may say, and by whose signature, after the entries before it.
struct EntryRules {
    /// What was before.
    let history: KeyHistory
    let entry: KeyHistoryEntry
    let line: Int

    struct Ruling {
        let authority: KeyHistory.Authority
        /// The keys whose signatures on the entry hold, the recovery key aside.
        let signers: Set<PublicKey>
    }

    /// - Throws: `KeyHistoryError` `history.proof` for a missing or wrong signature, or one by somebody who may not
    ///   say that; `history.not-allowed` for what can't be said then.
    func judge() throws(KeyHistoryError) -> Ruling {
        try checkRecovery()
        try checkKeys()
        try checkEnds()
        let (authority, signer) = try checkProof()
        var signers = try checkSignatures()
        if let signer { signers.insert(signer) }
        try checkPresence(of: signers)
        return Ruling(authority: authority, signers: signers)
    }

    // MARK: What is said

    /// The committed recovery key changes when it is used, and only then.
    private func checkRecovery() throws(KeyHistoryError) {
        guard let committed = history.recoveryKeyDigest else {
            guard entry.recoveryKey == nil else { throw notAllowed("nothing was committed before the first entry") }
            return
        }
        let isUnchanged = entry.recoveryKeyDigest == committed
        guard let key = entry.recoveryKey else {
            guard isUnchanged else { throw refused("another recovery key is named without the old one's word") }
            return
        }
        guard entry.event == .revoked else { throw notAllowed("the recovery key only takes keys back") }
        guard KeyHistoryEntry.recoveryKeyDigest(of: key) == committed else {
            throw refused("the recovery key is not the one that was committed")
        }
        guard !isUnchanged else { throw refused("a recovery key that was shown is no longer one") }
    }

    /// New keys are new: a name or a key that was used before would blur when it was good.
    private func checkKeys() throws(KeyHistoryError) {
        guard entry.event != .closed && entry.event != .retired || entry.keys.isEmpty else {
            throw notAllowed("a key comes where one goes")
        }
        for (place, key) in entry.keys.enumerated() {
            let isKnown =
                history.key(key.id) != nil || history.key(key.publicKey) != nil
                || entry.keys[..<place].contains { $0.publicKey == key.publicKey }
            guard !isKnown, key.publicKey != entry.recoveryKey else { throw notAllowed("a new key was used before") }
        }
        guard history.closing == nil || (entry.event == .revoked && entry.reason == .compromised) else {
            throw notAllowed("the organisation had closed")
        }
    }

    private func checkEnds() throws(KeyHistoryError) {
        var ended: [HistoricKey] = []
        for id in entry.ends {
            guard let key = history.key(id) else { throw notAllowed("it ends a key that there wasn't") }
            ended.append(key)
        }
        switch entry.event {
        case .initial, .added: return
        case .rotated:
            guard let old = ended.first, let new = entry.keys.first, ended.count == 1, entry.keys.count == 1,
                old.isActive, old.publicKey.type == new.publicKey.type,
                old.key.role == new.role
            else { throw notAllowed("one active key gives way to one of its kind") }
        case .retired:
            guard ended.count == 1, ended[0].isActive else { throw notAllowed("only an active key retires") }
        case .revoked:
            let isStolen = entry.reason == .compromised
            guard ended.allSatisfy({ $0.state != .compromised && (isStolen || $0.state != .lost) }) else {
                throw notAllowed("a key was taken back before")
            }
        case .closed:
            let active = history.keys.filter { $0.isActive && $0.key.role == .awarding }
            guard ended.allSatisfy(\.isActive), active.allSatisfy({ ended.contains($0) }) else {
                throw notAllowed("closing ends every active key")
            }
        }
        // Nothing ends in the future; the second after the entry keeps what was signed in the same second good.
        guard entry.since <= entry.at.adding(seconds: 1), ended.allSatisfy({ entry.since >= $0.from }) else {
            throw notAllowed("a key ends before it began, or after the entry")
        }
    }

    // MARK: Who says it

    private func checkProof() throws(KeyHistoryError) -> (KeyHistory.Authority, PublicKey?) {
        let proof: DataIntegrityProof
        do throws(ProofError) {
            guard let value = entry.json["proof"] else { throw ProofError.malformed("There is no proof.") }
            proof = try DataIntegrityProof(json: value)
        } catch {
            throw refused(error.description)
        }
        guard proof.proofPurpose == "assertionMethod" else { throw refused("wrong proofPurpose") }
        guard let id = proof.verificationMethod, let (authority, key) = authority(id) else {
            throw refused("the verification method is none that may sign the entry")
        }
        switch EdDSAJCS2022().verify(document: entry.json, proof: proof, key: key) {
        case .verified: return (authority, authority == .recovery ? nil : key)
        case .failed(let error), .undetermined(let error): throw refused(error.description)
        case .unsupported(let what): throw refused(what)
        }
    }

    /// Whose signature a method would be, when it may sign this entry.
    private func authority(_ id: String) -> (KeyHistory.Authority, PublicKey)? {
        if let recovery = entry.recoveryKey {
            guard id.hasSameBytes(as: DIDKey.verificationMethodID(for: recovery)) else { return nil }
            return (.recovery, recovery)
        }
        if entry.event == .initial {
            return entry.keys.first { $0.id.hasSameBytes(as: id) }.map { (.key($0.id), $0.publicKey) }
        }
        guard let key = history.key(id), key.mayAuthorise, entry.reason != .compromised else { return nil }
        // What is lost can't say so; whoever signs with it has found it.
        guard entry.event != .revoked || !entry.ends.contains(where: { $0.hasSameBytes(as: id) }) else { return nil }
        return (.key(key.id), key.publicKey)
    }

    /// Every signature beside the proof must hold, and be of a key that has a part in the entry.
    private func checkSignatures() throws(KeyHistoryError) -> Set<PublicKey> {
        let bytes = KeyHistoryEntry.signedBytes(of: entry.json)
        var signers: Set<PublicKey> = []
        for signature in entry.signatures {
            let coming = entry.keys.first { $0.id.hasSameBytes(as: signature.key) }?.publicKey
            let going =
                entry.event == .rotated && entry.ends.contains { $0.hasSameBytes(as: signature.key) }
                ? history.key(signature.key)?.publicKey : nil
            guard let key = coming ?? going,
                key.isValid(signature: signature.bytes, for: bytes, using: key.type.signatureAlgorithm)
            else { throw refused("the signature of \(signature.key) doesn't hold") }
            signers.insert(key)
        }
        return signers
    }

    /// A key that comes has signed, and so has the one that it replaces. The first keys needn't: of old, only one
    /// signed for all.
    private func checkPresence(of signers: Set<PublicKey>) throws(KeyHistoryError) {
        guard entry.event != .initial else { return }
        var due = entry.keys.map(\.publicKey)
        if entry.event == .rotated { due += entry.ends.compactMap { history.key($0)?.publicKey } }
        guard due.allSatisfy(signers.contains) else { throw refused("a key that it is about hasn't signed it") }
    }

    private func refused(_ cause: String) -> KeyHistoryError {
        KeyHistoryError(
            .proof, "The signature of line \(line) of the key history doesn't hold.",
            hint: "Ask the organisation for its own file.", cause: cause)
    }

    private func notAllowed(_ cause: String) -> KeyHistoryError {
        KeyHistoryError(
            .notAllowed, "Line \(line) of the key history says what can't follow on the lines before it.",
            hint: "Ask the organisation for its own file.", cause: cause)
    }
}
