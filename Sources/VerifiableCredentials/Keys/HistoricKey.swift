public import Cryptography
public import Encodings

/// A key as its organisation's history tells of it: since when, and what ended it.
public struct HistoricKey: Sendable, Hashable {
    /// How a key stands.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case active, retired, lost, ceased, compromised
    }

    /// What ended a key's use.
    public struct End: Sendable, Hashable {
        /// Anything but active.
        public let state: State
        /// The first moment at which it was no good; for a retired key the last at which it was.
        public let since: Timestamp
        /// The entry that says so.
        public let sequence: Int
    }

    public let key: KeyHistoryEntry.Key
    /// The time of the entry that it came with.
    public let from: Timestamp
    /// The entry that it came with.
    public let addedBy: Int
    /// In the order of the entries; a retired key may be stolen later.
    public internal(set) var ends: [End] = []

    public var id: String { key.id }
    public var publicKey: PublicKey { key.publicKey }
    public var isActive: Bool { ends.isEmpty }

    /// The gravest that is said of it.
    public var state: State { end?.state ?? .active }

    /// What is said to the receiver: the theft before all else, else what came first.
    public var end: End? { ends.first { $0.state == .compromised } ?? ends.first }

    /// Whether it signs for the organisation: badges, lists, and entries of the history.
    public var mayAuthorise: Bool { isActive && publicKey.type == .ed25519 && key.role == .awarding }
}
