import Encodings
import Synchronization

/// The contexts at hand, with what has been made of them so far: share one among all documents that are read.
///
/// A context is processed when a document first refers to it in a given place; further documents find the result, and
/// process nothing. What a document defines itself is forgotten with it.
public final class PreparedContexts: Sendable {
    let store: any ContextSource
    private let links: Mutex<ContextLinks>

    /// How many terms all remembered contexts may hold together, some 10 MB, before all are forgotten and made anew:
    /// documents could otherwise name the same contexts in ever new orders.
    public static let maxTerms = 300_000
    private let maxTerms: Int

    public convenience init(_ store: some ContextSource) { self.init(store, maxTerms: Self.maxTerms) }

    package init(_ store: some ContextSource, maxTerms: Int) {
        self.store = store
        self.maxTerms = maxTerms
        links = Mutex(ContextLinks())
    }

    /// How many contexts are remembered.
    package var count: Int { links.withLock { $0.count } }

    /// What is known now.
    func current() -> ContextLinks { links.withLock { $0 } }

    /// Takes in what a document's reading has found out.
    func remember(_ found: [ContextLinks.Finding]) {
        links.withLock { links in
            let isFull = links.terms + found.reduce(0) { $0 + $1.context.terms.count } > maxTerms
            links = (isFull ? ContextLinks() : links).adding(found)
        }
    }
}

/// Which context comes of which, and by what; never changed once made.
final class ContextLinks: Sendable {
    private let starts: [Key: ActiveContext]
    private let scopes: ScopeLinks
    let terms: Int
    var count: Int { starts.count + scopes.count }

    /// A context, and the URL of another that is applied to it; or the beginning of a document.
    struct Key: Hashable, Sendable {
        let context: UInt64
        let text: String?
        let isSafe: Bool

        /// The beginning of a document.
        static func start(base: String?, isSafe: Bool) -> Key { Key(context: 0, text: base, isSafe: isSafe) }

        static func reference(_ url: String, from context: ActiveContext) -> Key {
            Key(context: context.serial, text: url, isSafe: false)
        }

        static func == (left: Key, right: Key) -> Bool {
            guard left.context == right.context, left.isSafe == right.isSafe else { return false }
            guard let a = left.text, let b = right.text else { return left.text == nil && right.text == nil }
            return a.hasSameBytes(as: b)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(context)
            hasher.combine(text.map(SeededHash.hash))
        }
    }

    /// Something that was found out about contexts.
    enum Finding: Sendable {
        case start(Key, ActiveContext)
        case scope(ScopeLinks.Key, ActiveContext)

        var context: ActiveContext {
            switch self {
            case .start(_, let context), .scope(_, let context): context
            }
        }
    }

    convenience init() { self.init([:], ScopeLinks(), terms: 0) }

    private init(_ starts: [Key: ActiveContext], _ scopes: ScopeLinks, terms: Int) {
        self.starts = starts
        self.scopes = scopes
        self.terms = terms
    }

    subscript(_ key: Key) -> ActiveContext? { starts[key] }
    subscript(_ key: ScopeLinks.Key) -> ActiveContext? { scopes[key] }

    fileprivate func adding(_ found: [Finding]) -> ContextLinks {
        var (starts, scopes, terms) = (starts, scopes, terms)
        for finding in found {
            let isNew =
                switch finding {
                case .start(let key, let context): starts.updateValue(context, forKey: key) == nil
                case .scope(let key, let context): scopes.insert(context, for: key)
                }
            if isNew { terms += finding.context.terms.count }
        }
        return ContextLinks(starts, scopes, terms: terms)
    }
}
