import Encodings
import Synchronization

/// The contexts at hand, with what has been made of them so far: share one among all documents that are read.
///
/// A context is processed when a document first refers to it in a given place; further documents find the result, and
/// process nothing. What a document defines itself is forgotten with it.
public final class PreparedContexts: Sendable {
    let store: any ContextStore
    private let links: Mutex<ContextLinks>

    /// How many terms all remembered contexts may hold together, some 10 MB, before all are forgotten and made anew:
    /// documents could otherwise name the same contexts in ever new orders.
    public static let maxTerms = 300_000
    private let maxTerms: Int

    public convenience init(_ store: some ContextStore) { self.init(store, maxTerms: Self.maxTerms) }

    package init(_ store: some ContextStore, maxTerms: Int) {
        self.store = store
        self.maxTerms = maxTerms
        links = Mutex(ContextLinks())
    }

    /// How many contexts are remembered.
    package var count: Int { links.withLock { $0.count } }

    /// What is known now.
    func current() -> ContextLinks { links.withLock { $0 } }

    /// Takes in what a document's reading has found out.
    func remember(_ found: [(key: ContextLinks.Key, context: ActiveContext)]) {
        links.withLock { links in
            let isFull = links.terms + found.reduce(0) { $0 + $1.context.terms.count } > maxTerms
            links = (isFull ? ContextLinks() : links).adding(found)
        }
    }
}

/// Which context comes of which, and by what; never changed once made.
final class ContextLinks: Sendable {
    /// A context, and what is applied to it.
    struct Key: Hashable, Sendable {
        enum Step: Hashable, Sendable {
            /// The beginning of a document.
            case start(base: String?, isSafe: Bool)
            /// A context referred to by URL.
            case reference(String)
            /// The scoped context of a term, by the identity of its definition, applied to a property's value.
            case property(ObjectIdentifier)
            /// The same, applied to a node of that type.
            case type(ObjectIdentifier)
            /// The same, applied to the values in a map of which the keys are types.
            case typeKey(ObjectIdentifier)
        }

        let context: UInt64
        let step: Step

        static func == (left: Key, right: Key) -> Bool {
            guard left.context == right.context else { return false }
            switch (left.step, right.step) {
            case (.property(let a), .property(let b)): return a == b
            case (.type(let a), .type(let b)): return a == b
            case (.typeKey(let a), .typeKey(let b)): return a == b
            case (.reference(let a), .reference(let b)): return a.hasSameBytes(as: b)
            case (.start(let a, let x), .start(let b, let y)):
                guard x == y else { return false }
                if let a, let b { return a.hasSameBytes(as: b) }
                return a == nil && b == nil
            default: return false
            }
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(context)
            switch step {
            case .property(let id), .type(let id), .typeKey(let id): hasher.combine(id)
            case .reference(let url): hasher.combine(SeededHash.hash(url))
            case .start: break
            }
        }
    }

    private let contexts: [Key: ActiveContext]
    let terms: Int
    var count: Int { contexts.count }

    init() {
        contexts = [:]
        terms = 0
    }

    private init(_ contexts: [Key: ActiveContext], terms: Int) {
        self.contexts = contexts
        self.terms = terms
    }

    subscript(_ key: Key) -> ActiveContext? { contexts[key] }

    fileprivate func adding(_ found: [(key: Key, context: ActiveContext)]) -> ContextLinks {
        var contexts = contexts
        var terms = terms
        for (key, context) in found where contexts[key] == nil {
            contexts[key] = context
            terms += context.terms.count
        }
        return ContextLinks(contexts, terms: terms)
    }
}
