/// Reads N-Quads ([RDF 1.1 N-Quads](https://www.w3.org/TR/n-quads/)) strictly: well-formed UTF-8, absolute IRIs, one
/// statement a line, and nothing that the grammar doesn't name.
///
/// Blank nodes keep their labels. Of text in languages the tag keeps its case.
public enum NQuadsParser {
    /// The dataset that a text says.
    ///
    /// - Throws: `RDFError` `rdf.malformed`, `rdf.invalid-utf8` or `rdf.iri`, with the place; `limit.rdf-bytes` or
    ///   `limit.quads`.
    public static func parse(_ text: [UInt8], limits: RDFLimits = .document) throws(RDFError) -> Dataset {
        var dataset = Dataset()
        try parse(text, into: &dataset, limits: limits)
        return dataset
    }

    /// Adds what a text says to a dataset, up to the limit of quads in all; equal labels are one blank node.
    ///
    /// After an error the dataset has the quads before the place of the error.
    public static func parse(
        _ text: [UInt8], into dataset: inout Dataset, limits: RDFLimits = .document
    ) throws(RDFError) {
        guard text.count <= limits.maxBytes else {
            throw RDFError(
                .tooLarge, "The N-Quads text has \(text.count) bytes; at most \(limits.maxBytes) are read.",
                hint: "Check that it is the right file; real ones are far smaller.")
        }
        var scanner = NQuadsScanner(dataset: dataset, maxQuads: limits.maxQuads)
        dataset = Dataset()
        defer { dataset = scanner.dataset }
        try text.withUnsafeBufferPointer { (bytes) throws(RDFError) in
            try scanner.scan(bytes)
        }
    }
}
