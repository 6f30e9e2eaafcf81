package import Encodings

/// One row of a context's term table: what a word means, and how its value is read
/// ([JSON-LD 1.1 §9.15.1](https://www.w3.org/TR/json-ld11/#expanded-term-definition)).
package struct TermRow: Sendable, Hashable {
    /// What becomes of the active terms inside the word's value, or inside objects of that type.
    package enum Scope: Sendable, Hashable {
        /// Nothing.
        case none
        /// All terms are taken away: `"@context": null`.
        case cleared
        /// These terms hold as well.
        case table(ContextTable)
    }

    package var term: String
    /// An IRI, a compact IRI, a keyword or another term.
    package var iri: String
    /// The datatype's IRI, `@id`, `@vocab` or `@json`.
    package var type: String?
    /// `@set`, `@list` or `@graph`.
    package var container: String?
    package var scope: Scope
    /// Whether the row stands as a mere text. To JSON-LD only such a row can serve as prefix of others.
    package var isPlain: Bool

    package init(
        _ term: String, _ iri: String, type: String? = nil, container: String? = nil, scope: Scope = .none,
        isPlain: Bool = false
    ) {
        self.term = term
        self.iri = iri
        self.type = type
        self.container = container
        self.scope = scope
        self.isPlain = isPlain
    }

    /// The row's value in the context.
    package var json: JSONValue {
        if isPlain { return .string(iri) }
        var object: JSONObject = ["@id": .string(iri)]
        object["@type"] = type.map { .string($0) }
        object["@container"] = container.map { .string($0) }
        switch scope {
        case .none: break
        case .cleared: object["@context"] = JSONValue.null
        case .table(let table): object["@context"] = table.json
        }
        return .object(object)
    }
}
