import Encodings
import Synchronization

/// What the terms of a document mean at one place in it (JSON-LD 1.1 API, section 4.1); never changed once made.
final class ActiveContext: Sendable {
    /// Tells this context from every other of the process.
    let serial: UInt64
    /// Whether it comes from the contexts at hand alone, so that other documents may use it, too.
    let isShared: Bool
    let terms: TermTable
    let baseIRI: String?
    let originalBaseURL: String?
    let vocabularyMapping: String?
    let defaultLanguage: String?
    let defaultDirection: BaseDirection?
    /// The context to go back to where a new node object begins.
    let previous: ActiveContext?
    /// The names that stand for `@type` and for `@value`.
    let typeNames: KeywordNames
    let valueNames: KeywordNames

    private static let serials = Atomic<UInt64>(1)

    init(_ builder: ContextBuilder, isShared: Bool = false) {
        self.isShared = isShared
        serial = Self.serials.add(1, ordering: .relaxed).oldValue
        terms = builder.terms
        baseIRI = builder.baseIRI
        originalBaseURL = builder.originalBaseURL
        vocabularyMapping = builder.vocabularyMapping
        defaultLanguage = builder.defaultLanguage
        defaultDirection = builder.defaultDirection
        previous = builder.previous
        var typeNames = KeywordNames()
        var valueNames = KeywordNames()
        for definition in builder.terms.definitions {
            switch definition.keyword {
            case .type: typeNames.add(definition.term)
            case .value: valueNames.add(definition.term)
            default: break
            }
        }
        self.typeNames = typeNames
        self.valueNames = valueNames
    }

    /// A newly initialised context: the keywords mean themselves, and nothing else means anything.
    static func initial(base: String?, isShared: Bool) -> ActiveContext {
        ActiveContext(ContextBuilder(base: base), isShared: isShared)
    }
}

/// The names that stand for a keyword, mostly two.
struct KeywordNames: Sendable {
    private var names: [String] = []
    /// A bit for each length that a name has; most members are told apart by theirs.
    private var lengths: UInt64 = 0

    fileprivate mutating func add(_ name: String) {
        names.append(name)
        lengths |= Self.bit(name)
    }

    @inline(__always)
    private static func bit(_ name: String) -> UInt64 { 1 << UInt64(min(name.utf8.count, 63)) }

    /// Whether a name is among them.
    ///
    /// - Parameters:
    ///   - keyword: the keyword for which they stand.
    ///   - context: the context in which they do, which is asked when someone has made many of them.
    @inline(__always)
    func contains(_ name: String, _ keyword: Keyword, in context: ActiveContext) -> Bool {
        lengths & Self.bit(name) != 0 && isThere(name, keyword, in: context)
    }

    private func isThere(_ name: String, _ keyword: Keyword, in context: ActiveContext) -> Bool {
        guard names.count <= 4 else { return context.terms[name]?.keyword == keyword }
        return names.contains { $0.hasSameBytes(as: name) }
    }
}

/// An active context while it is made.
struct ContextBuilder {
    var terms: TermTable
    var baseIRI: String?
    var originalBaseURL: String?
    var vocabularyMapping: String?
    var defaultLanguage: String?
    var defaultDirection: BaseDirection?
    var previous: ActiveContext?
    /// Whether a term is protected; looked for when a context is taken away, which is seldom.
    var hasProtectedTerms: Bool { terms.definitions.contains(where: \.isProtected) }

    /// A newly initialised context.
    init(base: String?) {
        terms = Self.keywords
        baseIRI = base
        originalBaseURL = base
    }

    init(_ context: ActiveContext) {
        terms = context.terms
        baseIRI = context.baseIRI
        originalBaseURL = context.originalBaseURL
        vocabularyMapping = context.vocabularyMapping
        defaultLanguage = context.defaultLanguage
        defaultDirection = context.defaultDirection
        previous = context.previous
    }

    /// Keywords are looked up like terms, which spares telling them apart first.
    private static let keywords: TermTable = {
        var table = TermTable()
        for keyword in Keyword.allCases {
            var draft = TermDraft()
            draft.iri = keyword.text
            table.insert(TermDefinition(term: keyword.text, draft: draft))
        }
        return table
    }()
}
