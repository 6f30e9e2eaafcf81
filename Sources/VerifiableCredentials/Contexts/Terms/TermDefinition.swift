import Encodings

/// What a word means where it is active: a row of a term table with its IRIs in full.
final class TermDefinition: Sendable {
    /// What the word stands for.
    enum Meaning: Sendable {
        case id, type, property
    }

    /// How a text in the word's value is read.
    enum Coercion: Sendable {
        case text, address, vocabulary
    }

    let term: String
    let hash: UInt64
    let iri: String
    let meaning: Meaning
    let coercion: Coercion
    /// Whether the value is JSON or a map of languages, in which no words stand.
    let isOpaque: Bool
    let scope: TermScope?
    let isProtected: Bool
    let isPrefix: Bool
    private let type: String?
    private let containers: [String]

    init(_ row: TermScope.Row, iri: String, type: String?) {
        term = row.term
        hash = TermIndex.hash(row.term)
        self.iri = iri
        self.type = type
        containers = row.containers
        meaning = iri == "@id" ? .id : iri == "@type" ? .type : .property
        coercion = type == "@id" ? .address : type == "@vocab" ? .vocabulary : .text
        isOpaque = type == "@json" || row.containers.contains("@language")
        scope = row.scope
        isProtected = row.isProtected
        isPrefix = row.isPrefix
    }

    /// A word that no table defines and whose name is an IRI itself.
    init(spelledOut iri: String) {
        term = iri
        hash = 0
        self.iri = iri
        type = nil
        containers = []
        meaning = .property
        coercion = .text
        isOpaque = false
        scope = nil
        isProtected = false
        isPrefix = false
    }

    /// Whether both say the same about the word, apart from its protection.
    func means(_ other: TermDefinition) -> Bool {
        guard iri.hasSameBytes(as: other.iri), type == other.type, containers == other.containers,
            isPrefix == other.isPrefix
        else { return false }
        switch (scope, other.scope) {
        case (nil, nil): return true
        case (let scope?, let otherScope?): return scope === otherScope || scope.json == otherScope.json
        default: return false
        }
    }
}
