public import Encodings

/// Where contexts come from: a collection that is at hand, asked by URL and answering at once.
///
/// Nothing is ever fetched for a context; what the store doesn't know ends in `jsonld.loading-remote-context-failed`.
public protocol ContextSource: Sendable {
    /// The document of that URL: an object with a member `@context`.
    func document(at url: String) -> JSONValue?
}

/// Contexts held in memory, by the bytes of their URLs.
public struct ContextCollection: ContextSource {
    private var documents: [Key: JSONValue] = [:]

    public init() {}

    public init(_ documents: [(url: String, document: JSONValue)]) {
        for (url, document) in documents { add(document, at: url) }
    }

    /// Adds a document; one that was there under the same URL gives way.
    public mutating func add(_ document: JSONValue, at url: String) { documents[Key(url: url)] = document }

    public func document(at url: String) -> JSONValue? { documents[Key(url: url)] }

    private struct Key: Hashable {
        let url: String

        static func == (left: Key, right: Key) -> Bool { left.url.hasSameBytes(as: right.url) }
        func hash(into hasher: inout Hasher) { hasher.combine(SeededHash.hash(url)) }
    }
}
