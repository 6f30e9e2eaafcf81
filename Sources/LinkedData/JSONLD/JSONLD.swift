public import Encodings

/// JSON-LD 1.1 ([syntax](https://www.w3.org/TR/json-ld11/), [algorithms](https://www.w3.org/TR/json-ld11-api/)): what
/// the names in a JSON document mean by its contexts, and the document as an RDF dataset.
///
///     let contexts = PreparedContexts(store)
///     let dataset = try JSONLD.toRDF(credential, contexts: contexts, options: .signing)
///
/// Contexts come from a ``ContextSource`` alone; share one ``PreparedContexts`` among all documents, so that each context
/// is processed once. Everything is synchronous and bounded by ``JSONLDLimits``.
public enum JSONLD {
    /// The expanded document, as a value that knows where everything in it came from.
    ///
    /// - Parameter expandContext: a context that stands before those of the document.
    /// - Throws: `JSONLDError`.
    public static func expand(
        _ document: JSONValue, contexts: PreparedContexts, options: JSONLDOptions = JSONLDOptions(),
        expandContext: JSONValue? = nil
    ) throws(JSONLDError) -> ExpandedDocument {
        var expander = Expander(document, contexts: contexts, options: options)
        let tree = try expander.expandDocument(expandContext: expandContext)
        return ExpandedDocument(
            tree: tree, source: document, options: options, contextWork: expander.finder.processor.work)
    }

    /// The document as an RDF dataset.
    ///
    /// - Throws: `JSONLDError`.
    public static func toRDF(
        _ document: JSONValue, contexts: PreparedContexts, options: JSONLDOptions = JSONLDOptions(),
        expandContext: JSONValue? = nil
    ) throws(JSONLDError) -> Dataset {
        try expand(document, contexts: contexts, options: options, expandContext: expandContext).dataset()
    }

    /// A dataset as a document in expanded form.
    ///
    /// - Throws: `JSONLDError` `jsonld.invalid-json-literal`, and what is wrong with texts that have a direction.
    public static func fromRDF(
        _ dataset: Dataset, options: JSONLDOptions = JSONLDOptions()
    ) throws(JSONLDError) -> JSONValue {
        var serializer = RDFSerializer(dataset, options: options)
        return try serializer.serialize()
    }

    /// The document with all that is said of a node in one place, in expanded form.
    ///
    /// - Throws: `JSONLDError`.
    public static func flatten(
        _ document: JSONValue, contexts: PreparedContexts, options: JSONLDOptions = JSONLDOptions(),
        expandContext: JSONValue? = nil
    ) throws(JSONLDError) -> JSONValue {
        try expand(document, contexts: contexts, options: options, expandContext: expandContext).flattened()
    }
}
