public import Cryptography
public import Encodings
import Synchronization

/// What judging found out that the receiver should remember; collected while many files are judged at once.
///
/// Only what is genuine gets here: judged by its own signature and a key that somebody vouches for.
public final class VerificationLearning: Sendable {
    public struct List: Sendable, Hashable {
        public let url: String
        public let issuer: String
        public let head: ReceiverMemory.ListHead
    }

    /// A signature that was there when it was judged.
    public struct Sighting: Sendable, Hashable {
        /// SHA-256 of the signature's bytes.
        public let digest: [UInt8]
        /// The RFC 7638 thumbprint of the key that made it.
        public let fingerprint: String
        public let at: Timestamp
    }

    /// A key history that counts, and by whose keys it does.
    public struct History: Sendable {
        public let history: KeyHistory
        /// The keys that are pinned, or vouched for, now: a held history that none of them signed gives way.
        public let roots: Set<PublicKey>

        public init(_ history: KeyHistory, roots: Set<PublicKey>) {
            self.history = history
            self.roots = roots
        }
    }

    public struct Learnt: Sendable {
        public var lists: [List] = []
        public var histories: [History] = []
        public internal(set) var bundles: [TrustBundle] = []
        public internal(set) var sightings: [Sighting] = []
        /// The clock that all of it was judged by.
        public internal(set) var now: Timestamp?

        public init(lists: [List] = [], histories: [History] = [], at now: Timestamp? = nil) {
            self.lists = lists
            self.histories = histories
            self.now = now
        }

        public var isEmpty: Bool { lists.isEmpty && histories.isEmpty && bundles.isEmpty && sightings.isEmpty }
    }

    private struct State {
        var learnt = Learnt()
        var lists: [ReceiverMemory.ListName: ReceiverMemory.ListHead] = [:]
        var signatures: Set<[UInt8]> = []
    }

    private let state = Mutex(State())
    private let keeper: @Sendable (Learnt) -> Void

    /// - Parameter keeper: writes down what was learnt; called when a run of judging is over.
    public init(keeper: @escaping @Sendable (Learnt) -> Void = { _ in }) { self.keeper = keeper }

    /// Hands what was learnt since the last time to the keeper.
    public func keep() {
        let learnt = take()
        if !learnt.isEmpty { keeper(learnt) }
    }

    /// What was learnt since the last time.
    public func take() -> Learnt {
        state.withLock { state in
            defer { state.learnt = Learnt() }
            return state.learnt
        }
    }

    func begin(_ histories: [History], _ bundles: [TrustBundle], at now: Timestamp) {
        state.withLock { state in
            state.learnt.histories += histories
            state.learnt.bundles += bundles
            state.learnt.now = now
        }
    }

    func saw(_ url: String, by issuer: String, _ head: ReceiverMemory.ListHead, at now: Timestamp) {
        let name = ReceiverMemory.ListName(url: url, issuer: issuer)
        state.withLock { state in
            guard state.lists[name].map({ $0.validFrom < head.validFrom }) ?? true else { return }
            state.lists[name] = head
            state.learnt.lists.append(List(url: url, issuer: issuer, head: head))
            state.learnt.now = now
        }
    }

    func saw(_ signature: DatedSignature, by fingerprint: String, at now: Timestamp) {
        state.withLock { state in
            guard state.signatures.insert(signature.digest).inserted else { return }
            state.learnt.sightings.append(Sighting(digest: signature.digest, fingerprint: fingerprint, at: now))
            state.learnt.now = now
        }
    }
}
