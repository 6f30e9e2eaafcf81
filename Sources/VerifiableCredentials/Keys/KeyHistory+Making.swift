public import Cryptography
public import Encodings

extension KeyHistory {
    /// The line of the first entry, with its line break.
    ///
    /// - Parameter keys: all that the organisation begins with, the signer's among them.
    /// - Parameter signer: an Ed25519 key of those.
    /// - Parameter others: more of those keys, which sign beside it, so that a receiver who pinned one of them can
    ///   follow the history.
    /// - Throws: `KeyHistoryError` `history.signing`.
    public static func initialLine(
        did: DID, keys: [KeyHistoryEntry.Key], recoveryKey: PublicKey, signer: SigningKey,
        others: [SigningKey] = [], at now: Timestamp
    ) throws(KeyHistoryError) -> [UInt8] {
        try KeyHistory().line(
            .initial, of: did, at: now, keys: keys,
            recoveryKeyDigest: KeyHistoryEntry.recoveryKeyDigest(of: recoveryKey), signers: others, authority: signer)
    }

    /// A step that is to be added to a history.
    public struct Step: Sendable {
        public var event: KeyHistoryEntry.Event
        /// The keys that come, private, as each signs.
        public var keys: [SigningKey] = []
        /// The ids of the keys that go.
        public var ends: [String] = []
        public var reason: KeyHistoryEntry.Reason?
        public var since: Timestamp?
        public var successor: DID?
        public var finalLists: [KeyHistoryEntry.FinalList] = []

        public init(_ event: KeyHistoryEntry.Event) { self.event = event }
    }

    /// By whose right a step is taken.
    public enum Signer: Sendable {
        /// An active key of the history.
        case key(SigningKey)
        /// The committed recovery key, and the public half of the one that follows it.
        case recovery(PrivateKey, next: PublicKey)
    }

    /// The line that adds a step, with its line break; what follows from it holds when it is appended.
    ///
    /// - Parameter replaced: the key that a rotation replaces, which signs, too.
    /// - Throws: `KeyHistoryError` `history.signing`, and the reader's own when the step can't be taken.
    public func line(
        _ step: Step, by signer: Signer, replaced: SigningKey? = nil, at now: Timestamp
    ) throws(KeyHistoryError) -> [UInt8] {
        guard let did, let digest = recoveryKeyDigest else {
            throw KeyHistoryError(.signing, "A step can't be added to a key history that isn't begun.")
        }
        // A clock that went back must not break the chain.
        let at = max(now.wholeSeconds, entries.last?.at ?? now.wholeSeconds)
        let added = step.keys.map {
            KeyHistoryEntry.Key(id: $0.verificationMethod, publicKey: $0.privateKey.publicKey)
        }
        var members: JSONObject = [:]
        if !step.ends.isEmpty { members["ends"] = .array(step.ends.map { .string($0) }) }
        members["reason"] = step.reason.map { .string($0.rawValue) }
        members["since"] = step.since.map { .string($0.description) }
        members["successor"] = step.successor.map { .string($0.description) }
        if !step.finalLists.isEmpty {
            members["statusLists"] = .array(
                step.finalLists.map { ["id": .string($0.id), "digest": .string($0.digest)] })
        }
        let authority: SigningKey
        var committed = digest
        switch signer {
        case .key(let key): authority = key
        case .recovery(let key, let next):
            authority = SigningKey(
                verificationMethod: DIDKey.verificationMethodID(for: key.publicKey), privateKey: key)
            members["recoveryKey"] = .string(key.publicKey.multikey)
            committed = KeyHistoryEntry.recoveryKeyDigest(of: next)
        }
        return try line(
            step.event, of: did, at: at, keys: added, members: members, recoveryKeyDigest: committed,
            signers: step.keys + [replaced].compactMap(\.self), authority: authority)
    }

    private func line(
        _ event: KeyHistoryEntry.Event, of did: DID, at: Timestamp, keys: [KeyHistoryEntry.Key],
        members: JSONObject = [:], recoveryKeyDigest: String, signers: [SigningKey], authority: SigningKey
    ) throws(KeyHistoryError) -> [UInt8] {
        func failed(_ error: any CodedError) -> KeyHistoryError {
            KeyHistoryError(
                .signing, entries.isEmpty ? "The key history couldn't be begun." : "The key history couldn't go on.",
                hint: error.hint, cause: error.description)
        }
        var object: JSONObject = [
            "format": .string(KeyHistoryEntry.format), "sequence": .number(JSONNumber(entries.count)),
            "previous": head.map { .string($0) } ?? .null, "at": .string(at.wholeSeconds.description),
            "did": .string(did.description), "event": .string(event.rawValue),
        ]
        if !keys.isEmpty { object["keys"] = .array(keys.map { .object($0.json) }) }
        for member in members.members { object[member.name] = member.value }
        object["recoveryKeyDigest"] = .string(recoveryKeyDigest)
        let bytes = KeyHistoryEntry.signedBytes(of: object)
        var signatures: [JSONValue] = []
        for signer in signers {
            do throws(KeyError) {
                let key = signer.privateKey
                let value = try key.sign(bytes, using: key.type.signatureAlgorithm)
                signatures.append([
                    "key": .string(signer.verificationMethod),
                    "value": .string(Multibase.encode(value, as: .base64url)),
                ])
            } catch { throw failed(error) }
        }
        if !signatures.isEmpty { object["signatures"] = .array(signatures) }
        let signed: JSONObject
        do throws(ProofError) {
            signed = try DataIntegrity.secure(object, suite: EdDSAJCS2022(), key: authority, created: at)
        } catch { throw failed(error) }
        let line = JSONWriter.compact(.object(signed)) + [0x0A]
        // What is written here must be readable everywhere else.
        do throws(KeyHistoryError) { _ = try appending(line) } catch { throw failed(error) }
        return line
    }
}
