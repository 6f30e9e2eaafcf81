public import Encodings
public import LinkedData

/// The contexts that are at hand for a kind of credential. Nothing else is ever looked up, so a credential means the
/// same on every machine and without a network.
public struct ContextStore: Sendable {
    /// Real credentials name two to four, once in each object that has some.
    public static let maxContexts = 16

    public let contexts: [ContextDocument]
    /// The same as terms, prepared for walking; copies of the store share them.
    let terms: TermLibrary
    /// The same for reading linked data; copies of the store share what has been made of each context.
    public let prepared: PreparedContexts

    /// - Parameter contexts: of two with one address the first counts
    public init(_ contexts: [ContextDocument]) {
        self.contexts = contexts
        terms = TermLibrary(contexts)
        prepared = PreparedContexts(Source(contexts))
    }

    /// The contexts by address, each made when the first document names it.
    private struct Source: ContextSource {
        private let contexts: [UInt64: [ContextDocument]]

        init(_ contexts: [ContextDocument]) {
            self.contexts = Dictionary(grouping: contexts) { TermIndex.hash($0.url) }
        }

        func document(at url: String) -> JSONValue? {
            contexts[TermIndex.hash(url)]?.first { $0.url.hasSameBytes(as: url) }?.json
        }
    }

    /// A store with these contexts as well.
    public func adding(_ added: [ContextDocument]) -> ContextStore {
        added.isEmpty ? self : ContextStore(contexts + added)
    }

    /// The context document at that address, or nothing.
    public func document(at url: String) -> ContextDocument? {
        contexts.first { $0.url.hasSameBytes(as: url) }
    }

    public func contains(_ url: String) -> Bool { terms.scope(at: url) != nil }

    /// What is wrong with the words of a document, or an empty list.
    ///
    /// - Parameters:
    ///   - atMost: how many findings are wanted; the walk ends with the last of them
    ///   - notingKeywords: whether members that are keywords of JSON-LD are findings too
    public func findings(
        in document: JSONObject, atMost: Int = 20, notingKeywords: Bool = false
    ) -> [TermFinding] {
        var walk = TermWalk(terms, atMost: atMost, notingKeywords: notingKeywords)
        return walk.findings(in: document)
    }
}
