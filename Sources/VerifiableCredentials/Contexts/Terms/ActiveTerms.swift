import Encodings

/// The words that have a meaning at one place of a document: JSON-LD's active context
/// ([JSON-LD 1.1 API §4.1](https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm)).
final class ActiveTerms: Sendable {
    /// Where a context stands that comes to hold.
    enum Place: Sendable {
        /// As a member of the document.
        case document
        /// With a property: it may redefine protected words, and holds in all that stands below.
        case property
        /// With a type: it holds in the object of that type alone.
        case type
    }

    /// What a context makes of the words that were active.
    enum Step: Sendable {
        /// It changes nothing.
        case same
        case other(ActiveTerms)
        /// It gives a protected word another meaning.
        case redefined(String)
    }

    private let index: TermIndex
    /// Whether words without a definition have a meaning too.
    let hasVocabulary: Bool
    /// What holds in the objects below this one, when a type has brought terms for it alone.
    let previous: ActiveTerms?
    /// The names of members that hold an object's types, beside `@type`.
    let typeNames: [String]
    /// Whether a word can be the beginning of others.
    let hasPrefixes: Bool

    /// The place of what follows from these words in `TermMemory`; nothing for those that aren't remembered.
    let number: Int?

    /// No words.
    convenience init() { self.init([], hasVocabulary: false, previous: nil, number: 0) }

    private init(_ definitions: [TermDefinition], hasVocabulary: Bool, previous: ActiveTerms?, number: Int?) {
        self.number = number
        index = TermIndex(definitions)
        self.hasVocabulary = hasVocabulary
        self.previous = previous
        typeNames = definitions.filter { $0.meaning == .type }.map(\.term)
        hasPrefixes = definitions.contains(where: \.isPrefix)
    }

    subscript(_ term: String) -> TermDefinition? { index[term] }

    /// The word that means that IRI, if one does.
    func term(meaning iri: String) -> String? { index.all.first { $0.iri.hasSameBytes(as: iri) }?.term }

    // MARK: Context processing

    /// The words that are active after one more context.
    func applying(_ scope: TermScope, as place: Place, number: Int? = nil) -> Step {
        if scope.isCleared {
            // Step 5.1: only a property may take protected words away.
            if place != .property, let word = index.all.first(where: \.isProtected) { return .redefined(word.term) }
            return .other(ActiveTerms([], hasVocabulary: false, previous: place == .type ? self : nil, number: number))
        }
        var definitions = index.all
        var isChanged = scope.hasVocabulary && !hasVocabulary
        for row in scope.rows {
            let definition = TermDefinition(
                row, iri: expand(row.iri, in: scope, of: row.term),
                type: row.type.map { expand($0, in: scope, of: row.term) })
            guard let old = index[row.term] else {
                definitions.append(definition)
                isChanged = true
                continue
            }
            let isSame = definition.means(old)
            // Create Term Definition, step 27: a protected word keeps its definition, or everything stops.
            if old.isProtected, place != .property {
                guard isSame else { return .redefined(row.term) }
                continue
            }
            if isSame, old.isProtected == definition.isProtected { continue }
            if let slot = definitions.firstIndex(where: { $0 === old }) { definitions[slot] = definition }
            isChanged = true
        }
        guard isChanged else { return .same }
        return .other(
            ActiveTerms(
                definitions, hasVocabulary: hasVocabulary || scope.hasVocabulary,
                previous: place == .type ? previous ?? self : previous, number: number))
    }

    /// The IRI that a text in a term table stands for (IRI Expansion §5.2, with the table as local context).
    private func expand(_ text: String, in scope: TermScope, of term: String, depth: Int = 0) -> String {
        guard text.utf8.first != UInt8(ascii: "@"), depth < 8 else { return text }
        if text != term, let row = scope.row(text) { return expand(row.iri, in: scope, of: text, depth: depth + 1) }
        if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let (prefix, suffix) = (text[..<colon], text[text.utf8.index(after: colon)...])
            guard !suffix.hasPrefix("//") else { return text }
            if let row = scope.row(prefix), row.isPrefix {
                return expand(row.iri, in: scope, of: row.term, depth: depth + 1) + suffix
            }
            if let known = index[String(prefix)], known.isPrefix { return known.iri + suffix }
            return text
        }
        return index[text]?.iri ?? text
    }
}
