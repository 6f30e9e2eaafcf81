public import Cryptography
public import Encodings

/// The append-only log of an organisation's keys: JSON Lines, each entry naming the digest of the one before and
/// signed by those who may say what it says.
///
/// A receiver that holds one entry can check that later ones follow from it. What the file doesn't prove is that the
/// first entry is the right organisation's: a key that signed one of the entries must be pinned.
///
/// Who may sign what:
/// - the first entry, a key of its own;
/// - a new, rotated or retired key, an active Ed25519 key that isn't for checkpoints or bundles; a key that comes signs
///   beside it, to show that its private half exists and agrees to all that stands before, and so does the key that
///   it replaces;
/// - a lost key, another active key or the recovery key;
/// - a stolen key, the recovery key alone: the thief has all that the machine had, and must not be able to end the
///   honest key and go on with an own one;
/// - the end of the organisation, an active key.
///
/// Whoever uses the recovery key shows its public half, which must have the digest that was committed before, and
/// commits the digest of the next one. By naming the digest of the entry before, a recovery key confirms everything
/// up to it: keys that came after the theft stay good unless that entry ends them.
public struct KeyHistory: Sendable, Hashable {
    /// By whose right an entry stands.
    public enum Authority: Sendable, Hashable {
        /// The id of a key that was active then.
        case key(String)
        /// The recovery key that was committed before.
        case recovery
    }

    /// What a closed organisation left behind.
    public struct Closing: Sendable, Hashable {
        public let since: Timestamp
        public let successor: DID?
        public let finalLists: [KeyHistoryEntry.FinalList]
    }

    public private(set) var entries: [KeyHistoryEntry] = []
    /// All keys there ever were, in the order in which they came.
    public private(set) var keys: [HistoricKey] = []
    /// Of each entry, by whose right it stands.
    public private(set) var authorities: [Authority] = []
    /// All keys that signed an entry, and with it everything before.
    public private(set) var signers: Set<PublicKey> = []
    public private(set) var closing: Closing?

    /// The first entry's keys fill a few kilobytes; a history of decades has some hundred entries.
    public static let maxBytes = 4 << 20
    static let maxEntries = 1_000
    /// An organisation begins with three keys, and one theft takes as many; each costs a signature to check.
    static let maxKeysPerEntry = 64

    public var did: DID? { entries.first?.did }
    /// The digest that the next entry will name, and that a receiver remembers.
    public var head: String? { entries.last?.digest }
    /// The digest of the first entry, which stays the same for good.
    public var start: String? { entries.first?.digest }
    /// What the recovery key in force must have.
    public var recoveryKeyDigest: String? { entries.last?.recoveryKeyDigest }

    /// The key of that name.
    public func key(_ id: String) -> HistoricKey? { keys.first { $0.id.hasSameBytes(as: id) } }
    /// The same key under whatever name.
    public func key(_ publicKey: PublicKey) -> HistoricKey? { keys.first { $0.publicKey == publicKey } }

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
        var history = KeyHistory()
        for (index, line) in lines.enumerated() {
            try history.take(KeyHistoryEntry(parsing: Array(line), line: index + 1))
        }
        self = history
    }

    /// This history with one line more.
    ///
    /// - Throws: as `init(parsing:)`.
    public func appending(_ line: [UInt8]) throws(KeyHistoryError) -> KeyHistory {
        var bytes = line
        if bytes.last == 0x0A { bytes.removeLast() }
        var history = self
        try history.take(KeyHistoryEntry(parsing: bytes, line: entries.count + 1))
        return history
    }

    /// Before the first entry.
    init() {}

    /// Follows one entry: its link, its signatures, what it may say; then what it says holds.
    private mutating func take(_ entry: KeyHistoryEntry) throws(KeyHistoryError) {
        let last = entries.last
        let line = entries.count + 1
        let isNext =
            switch (entry.previous, last?.digest) {
            case (nil, nil): true
            case (let named?, let digest?): named.hasSameBytes(as: digest)
            default: false
            }
        guard entry.sequence == entries.count, isNext else {
            throw KeyHistoryError(
                .chainBroken, "Line \(line) of the key history doesn't follow on the line before it.",
                hint: "Entries were changed, left out or added; ask the organisation for its own file.")
        }
        guard last == nil || entry.did == last?.did else {
            throw KeyHistoryError(.didChanged, "Line \(line) of the key history speaks of another organisation.")
        }
        guard (entry.event == .initial) == (last == nil) else {
            throw KeyHistoryError(.chainBroken, "Line \(line) of the key history begins it anew.")
        }
        guard last.map({ entry.at >= $0.at }) ?? true else {
            throw KeyHistoryError(.chainBroken, "Line \(line) of the key history is older than the line before it.")
        }
        let ruling = try EntryRules(history: self, entry: entry, line: line).judge()
        entries.append(entry)
        authorities.append(ruling.authority)
        signers.formUnion(ruling.signers)
        apply(entry)
    }

    private mutating func apply(_ entry: KeyHistoryEntry) {
        let state: HistoricKey.State =
            switch (entry.event, entry.reason) {
            case (.revoked, .compromised?): .compromised
            case (.revoked, _): .lost
            case (.closed, _): .ceased
            default: .retired
            }
        for id in entry.ends {
            guard let place = keys.firstIndex(where: { $0.id.hasSameBytes(as: id) }) else { continue }
            keys[place].ends.append(HistoricKey.End(state: state, since: entry.since, sequence: entry.sequence))
        }
        keys += entry.keys.map { HistoricKey(key: $0, from: entry.at, addedBy: entry.sequence) }
        if entry.event == .closed {
            closing = Closing(since: entry.since, successor: entry.successor, finalLists: entry.finalLists)
        }
    }

    static func malformed(line: Int, _ message: String, cause: String? = nil) -> KeyHistoryError {
        KeyHistoryError(.malformed, message, hint: "Ask the organisation for its own file.", cause: cause)
    }
}
