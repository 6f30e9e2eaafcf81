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
    /// The names that stand for `@type`, `@value` and `@id`, each with the keyword itself.
    let typeNames: [String]
    let valueNames: [String]

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
        var typeNames: [String] = []
        var valueNames: [String] = []
        for definition in builder.terms.definitions {
            switch definition.keyword {
            case .type: typeNames.append(definition.term)
            case .value: valueNames.append(definition.term)
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
