import Encodings

extension RDFSerializer {
    /// Step 6.4: chains of `rdf:first` and `rdf:rest` that end in `rdf:nil` become lists where nothing else is said of
    /// them.
    mutating func findLists(in graph: Int) {
        for end in graphs[graph].nilUsages {
            var usage = end
            var items: [Int] = []
            var links: [Int] = []
            // 6.4.3)
            while usage.property == .rdfRest, let next = isLink(usage.node), let item = item(of: usage.node) {
                items.append(item)
                links.append(usage.node)
                usage = next
                // 6.4.3.5)
                if dataset.kind(of: nodes[usage.node].term) != .blankNode { break }
            }
            // 6.4.4) - 6.4.7)
            values[usage.value] = .list(items.reversed())
            for link in links where graphs[graph].places[nodes[link].term] == link { nodes[link].isRemoved = true }
        }
    }

    /// The one place where a node is referred to, when it says nothing but what a link of a list does.
    private func isLink(_ number: Int) -> Usage? {
        let node = nodes[number]
        guard dataset.kind(of: node.term) == .blankNode, case .one(let usage)? = references[node.term],
            node.properties.count == 2, node.values(of: .rdfFirst)?.count == 1, node.values(of: .rdfRest)?.count == 1,
            node.types.isEmpty || node.types.map(dataset.string) == [Self.rdfList]
        else { return nil }
        return usage
    }

    private func item(of number: Int) -> Int? { nodes[number].values(of: .rdfFirst)?.first }

    private static let rdfList = "http://www.w3.org/1999/02/22-rdf-syntax-ns#List"

    /// Step 6.1: nodes that hold a text, its language and its direction become that text.
    ///
    /// - Throws: `JSONLDError` `jsonld.invalid-language-tagged-string`, `jsonld.invalid-base-direction`.
    mutating func mendCompoundLiterals(in graph: Int) throws(JSONLDError) {
        for term in graphs[graph].compoundLiterals {
            // 6.1.1) - 6.1.5)
            guard case .one(let usage)? = references[term], let number = graphs[graph].places[term] else { continue }
            let node = nodes[number]
            // 6.1.6)
            func text(_ property: Dataset.Term) -> String? {
                guard let value = node.values(of: property)?.first, case .term(let term) = values[value],
                    dataset.kind(of: term) == .literal
                else { return nil }
                return dataset.string(of: term)
            }
            guard let value = text(.rdfValue) else { continue }
            nodes[number].isRemoved = true
            var literal: JSONObject = ["@value": .string(value)]
            if let language = text(.rdfLanguage) {
                guard LanguageTagSyntax.isLegal(language) else {
                    throw JSONLDError(.invalidLanguageTaggedString, "\"\(language)\" is no language tag.")
                }
                literal["@language"] = .string(language)
            }
            if let direction = text(.rdfDirection) {
                guard BaseDirection(rawValue: direction) != nil else {
                    throw JSONLDError(.invalidBaseDirection, "\"\(direction)\" is no direction of a text.")
                }
                literal["@direction"] = .string(direction)
            }
            values[usage.value] = .literal(literal)
        }
    }
}
