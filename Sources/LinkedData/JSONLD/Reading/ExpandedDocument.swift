public import Encodings

/// A document in expanded form: each name an IRI, each value with its type, and every object with the place in the
/// document where it stands.
///
/// Read it object by object from ``topNodes``, by IRIs: spellings, aliases, nesting and containers are gone. What other
/// objects of the document say of the same node is found by a ``NodeIndex``.
public struct ExpandedDocument: Sendable {
    let storage: Storage

    /// What the document and the objects in it share.
    final class Storage: Sendable {
        let tree: ExpandedTree
        let source: JSONValue
        let options: JSONLDOptions
        let contextWork: Int

        init(tree: ExpandedTree, source: JSONValue, options: JSONLDOptions, contextWork: Int) {
            self.tree = tree
            self.source = source
            self.options = options
            self.contextWork = contextWork
        }
    }

    init(tree: ExpandedTree, source: JSONValue, options: JSONLDOptions, contextWork: Int) {
        storage = Storage(tree: tree, source: source, options: options, contextWork: contextWork)
    }

    /// The document that was expanded.
    public var source: JSONValue { storage.source }

    /// What the contexts took of ``JSONLDLimits/contextWork``.
    package var contextWork: Int { storage.contextWork }

    /// What the words took of ``JSONLDLimits/textBytes``.
    package var textBytes: Int { storage.options.limits.textBytes - storage.tree.texts.bytesLeft }

    /// The expanded form as JSON, an array of node objects.
    public var json: JSONValue { storage.tree.json }

    /// The node objects at the top of the document; a credential has one.
    public var topNodes: [NodeObject] {
        storage.tree.numbers(of: storage.tree.roots).map { NodeObject(storage: storage, number: $0) }
    }

    /// Where those node objects stand in the document that have no `@id`: each is a blank node of its own.
    public var unnamedNodes: [JSONPath] {
        let tree = storage.tree
        var paths: [JSONPath] = []
        for item in tree.items where item.isNodeObject && !item.keywords.contains(.id) {
            let path = tree.path(of: item.origin, in: source)
            if !paths.contains(path) { paths.append(path) }
        }
        return paths
    }

    /// The RDF dataset that the document describes.
    ///
    /// - Parameter dataset: the dataset that its quads are added to; its terms keep their numbers.
    /// - Throws: `JSONLDError`.
    public func dataset(addingTo dataset: consuming Dataset = Dataset()) throws(JSONLDError) -> Dataset {
        var deserializer = RDFDeserializer(
            storage.tree, of: storage.source, options: storage.options, into: dataset)
        try deserializer.addDocument()
        return deserializer.dataset
    }

    /// The flattened form (JSON-LD 1.1 API, section 8.1): one object for each node of a graph.
    ///
    /// - Throws: `JSONLDError` `jsonld.conflicting-indexes`.
    public func flattened() throws(JSONLDError) -> JSONValue {
        Flattening.flatten(try NodeMap(storage.tree, of: storage.source))
    }
}
