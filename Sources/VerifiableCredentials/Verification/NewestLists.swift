import Encodings
import Synchronization

/// The newest of each status list that one run has come upon, as a run learns from itself: of two files the second
/// may bring a list along that is older than what the first brought.
final class NewestLists: Sendable {
    private let dates = Mutex<[ReceiverMemory.ListName: Timestamp]>([:])

    /// - Returns: whether it is newer than all that were seen of that name.
    @discardableResult
    func saw(_ name: ReceiverMemory.ListName, of date: Timestamp) -> Bool {
        dates.withLock { dates in
            if let known = dates[name], known >= date { return false }
            dates[name] = date
            return true
        }
    }

    /// The date of a newer list than that one.
    func newer(than date: Timestamp, of name: ReceiverMemory.ListName) -> Timestamp? {
        dates.withLock { $0[name] }.flatMap { $0 > date ? $0 : nil }
    }
}

/// A status list that an answer rests on.
public struct StatusBasis: Sendable, Hashable {
    let name: ReceiverMemory.ListName
    let date: Timestamp
}

extension VerificationReport {
    /// The status lists that it rests on, and all reports inside it.
    public var statusBasis: [StatusBasis] { (self[.status]?.basis ?? []) + inner.flatMap(\.statusBasis) }
}
