public import Encodings

/// A document in expanded form: each name an IRI, each value with its type, and every object with the place in the
/// document where it stands.
public struct ExpandedDocument: Sendable {
    let tree: ExpandedTree
    /// The document that was expanded.
    public let source: JSONValue
    let options: JSONLDOptions

    /// The expanded form as JSON, an array of node objects.
    public var json: JSONValue { tree.json }

    /// The RDF dataset that the document describes.
    ///
    /// - Parameter dataset: the dataset that its quads are added to; its terms keep their numbers.
    /// - Throws: `JSONLDError`.
    public func dataset(addingTo dataset: consuming Dataset = Dataset()) throws(JSONLDError) -> Dataset {
        var deserializer = RDFDeserializer(tree, of: source, options: options, into: dataset)
        try deserializer.addDocument()
        return deserializer.dataset
    }

    /// The flattened form (JSON-LD 1.1 API, section 8.1): one object for each node of a graph.
    ///
    /// - Throws: `JSONLDError` `jsonld.conflicting-indexes`.
    public func flattened() throws(JSONLDError) -> JSONValue {
        Flattening.flatten(try NodeMap(tree, of: source))
    }
}
