import Encodings

extension RDFSerializer {
    /// A node with its types and properties.
    func json(of node: Node) throws(JSONLDError) -> JSONObject {
        var object: JSONObject = ["@id": .string(name(of: node.term))]
        if !node.types.isEmpty { object["@type"] = .array(node.types.map { .string(name(of: $0)) }) }
        for (predicate, values) in node.properties {
            var written: [JSONValue] = []
            for value in values {
                let json = try json(of: value)
                // A list may come to the same as another value.
                if !written.contains(json) { written.append(json) }
            }
            object[dataset.string(of: predicate)] = .array(written)
        }
        return object
    }

    private func json(of value: Int) throws(JSONLDError) -> JSONValue {
        switch values[value] {
        case .literal(let literal): return .object(literal)
        case .list(let items):
            var list: [JSONValue] = []
            for item in items { list.append(try json(of: item)) }
            return ["@list": .array(list)]
        case .term(let term):
            // RDF to Object Conversion (section 8.5), step 1)
            guard dataset.kind(of: term) == .literal else { return ["@id": .string(name(of: term))] }
            return .object(try literal(term))
        }
    }

    /// RDF to Object Conversion (section 8.5), step 2): a literal as a value object.
    ///
    /// - Throws: `JSONLDError` `jsonld.invalid-json-literal`.
    private func literal(_ term: Term) throws(JSONLDError) -> JSONObject {
        let text = dataset.string(of: term)
        let datatype = dataset.datatype(of: term) ?? .xsdString
        // 2.4)
        if options.usesNativeTypes, let native = native(text, datatype: datatype) { return ["@value": native] }
        // 2.5)
        if datatype == .rdfJSON {
            do throws(JSONError) {
                return ["@value": try JSONParser.parse(dataset.text(of: term)), "@type": "@json"]
            } catch {
                throw JSONLDError(.invalidJSONLiteral, "A JSON literal can't be read: \(error.description)")
            }
        }
        // 2.6)
        let type = dataset.string(of: datatype)
        if options.rdfDirection == .i18nDatatype, type.utf8.starts(with: Self.i18n.utf8) {
            let parts = String(type.dropFirst(Self.i18n.count)).split(
                separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
            var object: JSONObject = ["@value": .string(text)]
            if let language = parts.first, !language.isEmpty { object["@language"] = .string(String(language)) }
            if parts.count == 2 { object["@direction"] = .string(String(parts[1])) }
            return object
        }
        // 2.7), 2.8)
        var object: JSONObject = ["@value": .string(text)]
        if let language = dataset.language(of: term) {
            object["@language"] = .string(language)
        } else if datatype != .xsdString {
            object["@type"] = .string(type)
        }
        return object
    }

    /// The JSON value that says the same, for what JSON can say.
    private func native(_ text: String, datatype: Term) -> JSONValue? {
        switch datatype {
        case .xsdBoolean: ["true": true, "1": true, "false": false, "0": false][text]
        case .xsdInteger, .xsdDouble: number(text)
        default: nil
        }
    }

    /// A number that is written as in JSON, or in another of XML Schema's ways.
    private func number(_ text: String) -> JSONValue? {
        if let number = try? JSONParser.parse(Array(text.utf8)).numberValue { return .number(number) }
        guard text.utf8.allSatisfy({ "+-.eE0123456789".utf8.contains($0) }), let value = Double(text) else {
            return nil
        }
        return JSONNumber(text: "\(value)").map { .number($0) }
    }

    private func name(of term: Term) -> String {
        (dataset.kind(of: term) == .blankNode ? "_:" : "") + dataset.string(of: term)
    }

    private static let i18n = "https://www.w3.org/ns/i18n#"
}
