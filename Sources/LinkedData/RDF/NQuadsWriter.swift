/// Writes N-Quads in its canonical form: one way to spell each quad, one quad a line, each line ended by a line feed.
///
/// The order of the lines is that of the dataset, and blank nodes bear the labels they have there; for the one form
/// that all equal datasets share see ``RDFC10``.
public enum NQuadsWriter {
    /// How language tags are written.
    public enum LanguageTags: Sendable {
        /// As they came, which is what RDFC-1.0 hashes.
        case asTheyCame
        /// In lower case, as [RDF 1.2 N-Quads](https://www.w3.org/TR/rdf12-n-quads/#canonical-quads) wants it.
        case lowerCase
    }

    public static func write(_ dataset: Dataset, languageTags: LanguageTags = .asTheyCame) -> [UInt8] {
        var text: [UInt8] = []
        let labels = labels(of: dataset)
        for quad in dataset.quads {
            for term in [quad.subject, quad.predicate, quad.object, quad.graph] where term != .defaultGraph {
                append(term, of: dataset, labels: labels, languageTags: languageTags, to: &text)
                text.append(UInt8(ascii: " "))
            }
            text.append(UInt8(ascii: "."))
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    private static func append(
        _ term: Dataset.Term, of dataset: Dataset, labels: [Dataset.Term: Int]?, languageTags: LanguageTags,
        to text: inout [UInt8]
    ) {
        if let number = labels?[term] {
            text.append(contentsOf: "_:b".utf8)
            DecimalDigits.append(number, to: &text)
            return
        }
        let spelling = dataset.spelling(of: term)
        let tag = dataset.languageRange(of: dataset.entries[Int(term.index)])
        guard languageTags == .lowerCase, let tag else {
            text.append(contentsOf: spelling)
            return
        }
        text.append(contentsOf: spelling[..<tag.lowerBound])
        for byte in spelling[tag] { text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    }

    /// Numbers for all blank nodes, when one bears a label that N-Quads can't write.
    private static func labels(of dataset: Dataset) -> [Dataset.Term: Int]? {
        let nodes = dataset.entries.indices.lazy.filter { dataset.entries[$0].kind == .blankNode }
            .map { Dataset.Term(index: UInt32($0)) }
        let isLegal = nodes.allSatisfy { BlankNodeLabelSyntax.isLegal(dataset.spelling(of: $0).dropFirst(2)) }
        if isLegal { return nil }
        return Dictionary(uniqueKeysWithValues: zip(nodes, 0...))
    }
}
