public import Cryptography
public import Encodings

/// The append-only log of an organisation's keys: JSON Lines, each entry naming the digest of the one before and
/// signed by a key of its own.
///
/// A receiver that holds one entry can check that later ones follow from it. What the file doesn't prove is that the
/// first entry is the right organisation's: that key must be pinned.
public struct KeyHistory: Sendable, Hashable {
    public let entries: [KeyHistoryEntry]

    /// The first entry's keys fill a few kilobytes; a history of decades has some hundred entries.
    static let maxBytes = 4 << 20
    static let maxEntries = 10_000

    /// The digest that the next entry will name, and that a receiver remembers.
    public var head: String? { entries.last?.digest }

    // MARK: Making

    /// The line of the first entry, with its line break.
    ///
    /// - Parameter keys: all that the organisation begins with, the signer's among them.
    /// - Parameter signer: an Ed25519 key of those.
    /// - Throws: `KeyHistoryError` `history.signing`.
    public static func initialLine(
        did: DID, keys: [KeyHistoryEntry.Key], recoveryKey: PublicKey, signer: SigningKey, at now: Timestamp
    ) throws(KeyHistoryError) -> [UInt8] {
        let object: JSONObject = [
            "format": .string(KeyHistoryEntry.format),
            "sequence": 0,
            "previous": nil,
            "at": .string(now.wholeSeconds.description),
            "did": .string(did.description),
            "event": .string(KeyHistoryEntry.Event.initial.rawValue),
            "keys": .array(keys.map { .object($0.json) }),
            "recoveryKeyDigest": .string(KeyHistoryEntry.recoveryKeyDigest(of: recoveryKey)),
        ]
        let signed: JSONObject
        do {
            signed = try DataIntegrity.secure(object, suite: EdDSAJCS2022(), key: signer, created: now)
        } catch {
            throw KeyHistoryError(
                .signing, "The key history couldn't be begun.", hint: error.hint, cause: error.description)
        }
        let line = JSONWriter.compact(.object(signed)) + [0x0A]
        // What is begun here must be readable everywhere else.
        do throws(KeyHistoryError) {
            _ = try KeyHistory(parsing: line)
        } catch {
            throw KeyHistoryError(.signing, "The key history couldn't be begun.", cause: error.description)
        }
        return line
    }

    // MARK: Reading

    /// Reads a history and checks every link and every signature in it.
    ///
    /// - Throws: `KeyHistoryError`, each of its codes but `history.signing`.
    public init(parsing bytes: [UInt8]) throws(KeyHistoryError) {
        guard bytes.count <= Self.maxBytes else {
            throw KeyHistoryError(.tooLarge, "The key history has \(bytes.count) bytes, more than is read.")
        }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard !lines.isEmpty else { throw Self.malformed(line: 1, "The key history is empty.") }
        guard lines.count <= Self.maxEntries else {
            throw KeyHistoryError(.tooLarge, "The key history has \(lines.count) entries, more than is read.")
        }
        var entries: [KeyHistoryEntry] = []
        for (index, line) in lines.enumerated() {
            let entry = try KeyHistoryEntry(parsing: Array(line), line: index + 1)
            try Self.check(entry, after: entries.last, line: index + 1)
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func check(
        _ entry: KeyHistoryEntry, after last: KeyHistoryEntry?, line: Int
    ) throws(KeyHistoryError) {
        guard entry.sequence == line - 1, entry.previous == last?.digest else {
            throw KeyHistoryError(
                .chainBroken, "Line \(line) of the key history doesn't follow on the line before it.",
                hint: "Entries were changed, left out or added; ask the organisation for its own file.")
        }
        guard last == nil || entry.did == last?.did else {
            throw KeyHistoryError(.didChanged, "Line \(line) of the key history speaks of another organisation.")
        }
        switch entry.event {
        case .initial:
            guard last == nil else {
                throw KeyHistoryError(.chainBroken, "Line \(line) of the key history begins it anew.")
            }
            try checkProof(of: entry, by: entry.keys, line: line)
        }
    }

    /// The entry's one proof must be by one of the keys.
    private static func checkProof(
        of entry: KeyHistoryEntry, by keys: [KeyHistoryEntry.Key], line: Int
    ) throws(KeyHistoryError) {
        func refused(_ cause: String) -> KeyHistoryError {
            KeyHistoryError(
                .proof, "The signature of line \(line) of the key history doesn't hold.",
                hint: "Ask the organisation for its own file.", cause: cause)
        }
        let suite = EdDSAJCS2022()
        let proof: DataIntegrityProof
        do throws(ProofError) {
            guard let value = entry.json["proof"] else { throw ProofError.malformed("There is no proof.") }
            proof = try DataIntegrityProof(json: value)
        } catch {
            throw refused(error.description)
        }
        guard proof.proofPurpose == "assertionMethod" else { throw refused("wrong proofPurpose") }
        guard let id = proof.verificationMethod, let key = keys.first(where: { $0.id.hasSameBytes(as: id) }) else {
            throw refused("the verification method is none of the entry's keys")
        }
        switch suite.verify(document: entry.json, proof: proof, key: key.publicKey) {
        case .verified: return
        case .failed(let error): throw refused(error.description)
        case .unsupported(let what): throw refused(what)
        }
    }

    static func malformed(line: Int, _ message: String, cause: String? = nil) -> KeyHistoryError {
        KeyHistoryError(.malformed, message, hint: "Ask the organisation for its own file.", cause: cause)
    }
}
