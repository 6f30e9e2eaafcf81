import Encodings

/// Object to RDF Conversion (JSON-LD 1.1 API, section 9.2).
extension RDFDeserializer {
    /// A node or a list.
    ///
    /// - Parameter isSaid: whether the object is part of a quad; if not, its nodes still are.
    mutating func object(
        _ number: ExpandedTree.Number, in graph: Graph, isSaid: Bool
    ) throws(JSONLDError) -> Dataset.Term? {
        let item = tree.items[Int(number)]
        guard item.isListObject else {
            // 1), 2)
            return try addNode(number, in: graph)
        }
        // 3)
        return try list(item.items, in: graph, isSaid: isSaid)
    }

    /// A value object as a literal; nothing when RDF has no place for it.
    mutating func literal(
        of item: ExpandedTree.Item, _ subject: Dataset.Term, _ predicate: Dataset.Term, in graph: Dataset.Term
    ) throws(JSONLDError) -> Dataset.Term? {
        // 5), 6)
        var datatype: Dataset.Term?
        if item.keywords.contains(.type), item.literal != .json {
            guard item.type.keyword == nil, tree.texts.kind(of: item.type) == .iri else {
                if options.isSafe { throw dropped(.malformedIRI, "The type of a value is no IRI.", at: item.origin) }
                return nil
            }
            datatype = term(of: item.type)
        }
        switch item.literal {
        case .null: return nil
        case .json:
            // 8)
            return dataset.literal(JCS.canonicalize(tree.value(of: item)), datatype: .rdfJSON)
        case .true, .false:
            // 9)
            return dataset.literal(item.literal == .true ? "true" : "false", datatype: datatype ?? .xsdBoolean)
        case .number:
            // 10), 11)
            guard case .number(let number) = tree.value(of: item) else { return nil }
            let form = NumberForm(number.double, isDouble: datatype == .xsdDouble)
            return dataset.literal(form.text, datatype: datatype ?? (form.isDouble ? .xsdDouble : .xsdInteger))
        case .string: break
        }
        // 7)
        let hasLanguage = item.keywords.contains(.language)
        if hasLanguage, !tree.texts.withBytes(of: item.language, LanguageTagForm.matches) {
            if options.isSafe {
                throw dropped(.invalidLanguage, "A language tag isn't formed like one.", at: item.origin)
            }
            return nil
        }
        // 13)
        if let direction = item.direction, let form = options.rdfDirection {
            return try directed(item, direction, form, subject, predicate, in: graph)
        }
        // 12), 14)
        return tree.texts.withBytes(of: item.text) { text in
            if hasLanguage {
                return tree.texts.withBytes(of: item.language) { dataset.literal(text, language: $0) }
            }
            return dataset.literal(text, datatype: datatype ?? .xsdString)
        }
    }

    /// 13) A text with a direction.
    private mutating func directed(
        _ item: ExpandedTree.Item, _ direction: BaseDirection, _ form: JSONLDOptions.RDFDirection,
        _ subject: Dataset.Term, _ predicate: Dataset.Term, in graph: Dataset.Term
    ) throws(JSONLDError) -> Dataset.Term {
        // 13.1)
        let language = tree.texts.withBytes(of: item.language) { bytes in
            bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        let text = tree.texts.text(item.text)
        switch form {
        case .i18nDatatype:
            // 13.2)
            let datatype = Array("https://www.w3.org/ns/i18n#".utf8) + language + Array("_\(direction.rawValue)".utf8)
            return dataset.literal(text, datatype: dataset.iri(datatype))
        case .compoundLiteral:
            // 13.3) The node map would keep only one of two that are alike.
            let value = dataset.literal(text)
            let key = CompoundLiteral(
                subject: subject, predicate: predicate, graph: graph, text: value, language: language,
                direction: direction)
            if let known = compoundLiterals[key] { return known }
            // 13.3.1)
            let literal = dataset.freshBlankNode()
            compoundLiterals[key] = literal
            // 13.3.2)
            try insert(Dataset.Quad(literal, .rdfValue, value, graph: graph), at: item.origin)
            // 13.3.3)
            if item.keywords.contains(.language) {
                let tag = dataset.literal(language)
                try insert(Dataset.Quad(literal, .rdfLanguage, tag, graph: graph), at: item.origin)
            }
            // 13.3.4)
            let word = dataset.literal(direction.rawValue)
            try insert(Dataset.Quad(literal, .rdfDirection, word, graph: graph), at: item.origin)
            return literal
        }
    }
}
