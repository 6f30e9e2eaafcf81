import Encodings

/// All words and IRIs that the contexts at hand define, at any depth.
struct KnownMeanings {
    private(set) var terms: Set<[UInt8]> = []
    private(set) var iris: Set<[UInt8]> = []
    /// Prefixes with their IRIs; as such they name nothing themselves.
    private(set) var prefixes: [String: Set<[UInt8]>] = [:]

    init(_ store: ContextStore) {
        for context in store.contexts {
            guard let scope = store.terms.scope(at: context.url) else { continue }
            add(scope, in: ActiveTerms())
        }
    }

    private mutating func add(_ scope: TermScope, in outer: ActiveTerms) {
        guard case .other(let active) = outer.applying(scope, as: .property) else { return }
        for row in scope.rows {
            guard let definition = active[row.term], definition.meaning == .property else { continue }
            if definition.isPrefix, definition.scope == nil {
                prefixes[row.term, default: []].insert(Array(definition.iri.utf8))
            } else {
                terms.insert(Array(row.term.utf8))
                iris.insert(Array(definition.iri.utf8))
            }
            if let inner = row.scope { add(inner, in: active) }
        }
    }

    func hasTerm(_ term: String) -> Bool { terms.contains(Array(term.utf8)) }
    func hasIRI(_ iri: String) -> Bool { iris.contains(Array(iri.utf8)) }

    /// Whether a word that is known would have a second name under that prefix.
    func hasIRI(under prefix: String) -> Bool { iris.contains { $0.starts(with: prefix.utf8) } }

    /// Whether it is another prefix here than that one.
    func hasOtherPrefix(_ term: String, than iri: String) -> Bool {
        prefixes[term].map { !$0.contains(Array(iri.utf8)) } ?? false
    }
}
