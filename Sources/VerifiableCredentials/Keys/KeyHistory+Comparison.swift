import Encodings

/// How two histories of one organisation stand to each other.
extension KeyHistory {
    public enum Relation: Sendable, Hashable {
        case same
        /// The other one, and more.
        case extends
        /// The beginning of the other one.
        case older
        /// They part after so many common entries.
        case fork(after: Int)
    }

    /// Compares this history with one that is held already; only what `extends` it, or is the same, may replace it.
    public func relation(to other: KeyHistory) -> Relation {
        let common = zip(entries, other.entries).prefix { $0.digest == $1.digest }.count
        if common == entries.count { return common == other.entries.count ? .same : .older }
        return common == other.entries.count ? .extends : .fork(after: common)
    }

    /// Whether this history shows that another one which parts from it is a thief's.
    ///
    /// A thief with a stolen key can go on from any entry at which that key was active: rotate to a key of his own,
    /// end the honest ones, close the organisation. The organisation can answer in one way only, by taking the stolen
    /// key back with the recovery key, which wasn't on the machine. So a branch decides over another when
    /// - after they parted it has an entry by the recovery key that both had committed to before, and the other has no
    ///   entry by it, and
    /// - one such entry takes back the very key by whose right the other branch began.
    ///
    /// Two histories without a common beginning have no recovery key in common: then, and whenever both branches use
    /// the recovery key or neither does, nothing here can tell whose is right. The dates in the entries play no part,
    /// as a thief writes what he likes.
    public func overrules(_ other: KeyHistory) -> Bool {
        guard case .fork(let common) = relation(to: other), common > 0,
            case .key(let rival)? = other.authorities.dropFirst(common).first,
            !other.authorities.dropFirst(common).contains(.recovery)
        else { return false }
        return zip(entries, authorities).dropFirst(common).contains { entry, authority in
            authority == .recovery && entry.ends.contains { $0.hasSameBytes(as: rival) }
        }
    }

    /// What several histories of one organisation come to.
    public enum Outcome: Sendable, Hashable {
        case followed(KeyHistory)
        /// They contradict each other, and none decides.
        case fork
    }

    /// The one that extends or overrules all others; nothing when there is none at all.
    public static func settle(_ histories: [KeyHistory]) -> Outcome? {
        guard !histories.isEmpty else { return nil }
        let winner = histories.first { candidate in
            histories.allSatisfy { other in
                switch candidate.relation(to: other) {
                case .same, .extends: true
                case .older: false
                case .fork: candidate.overrules(other)
                }
            }
        }
        return winner.map(Outcome.followed) ?? .fork
    }
}
