import Encodings
import Synchronization

/// The contexts of a store as term tables, each made when the first document names it, and all combinations of them
/// that documents have asked for.
final class TermLibrary: Sendable {
    private final class Entry: Sendable {
        let document: ContextDocument
        let hash: UInt64
        private let made = AtomicLazyReference<TermScope>()

        init(_ document: ContextDocument) {
            self.document = document
            hash = TermIndex.hash(document.url)
        }

        var scope: TermScope {
            made.load() ?? made.storeIfNil(TermScope(document.json["@context"] ?? .object([:])))
        }
    }

    /// No context at all: where every document starts.
    let none = ActiveTerms()
    private let entries: [Entry]
    /// The entries' hashes, in their order: the one that is meant is found without a look at the others.
    private let hashes: [UInt64]
    private let shared = Mutex(TermMemory())

    init(_ contexts: [ContextDocument]) {
        entries = contexts.map { Entry($0) }
        hashes = entries.map(\.hash)
    }

    /// The table of that address, or nothing.
    func scope(at url: String) -> TermScope? {
        let hash = TermIndex.hash(url)
        for place in hashes.indices where hashes[place] == hash && entries[place].document.url.hasSameBytes(as: url) {
            return entries[place].scope
        }
        return nil
    }

    var memory: TermMemory { shared.withLock { $0 } }

    /// What holds after one more context, found out and kept for the next document that asks.
    ///
    /// - Parameter memory: the walk's own copy, which is brought up to date
    func applying(
        _ scope: TermScope, to active: ActiveTerms, as place: ActiveTerms.Place, updating memory: inout TermMemory
    ) -> ActiveTerms.Step {
        let kept: (step: ActiveTerms.Step, memory: TermMemory)? = shared.withLock { shared in
            // Another walk may have been faster.
            if let known = shared.step(from: active, by: scope, as: place) { return (known, shared) }
            guard !shared.isFull, active.number != nil else { return nil }
            let step = active.applying(scope, as: place, number: shared.nextNumber)
            shared.remember(step, from: active, by: scope, as: place)
            return (step, shared)
        }
        guard let kept else { return active.applying(scope, as: place, number: nil) }
        memory = kept.memory
        return kept.step
    }
}
