import Encodings

/// Value Expansion (JSON-LD 1.1 API, section 6.3): a string, number or boolean as the object it stands for.
extension Expander {
    /// - Parameter definition: what the active property means in the context.
    mutating func expandValue(
        _ value: JSONValue, of definition: TermDefinition?, in context: ActiveContext, at origin: Int32
    ) throws(JSONLDError) -> ExpandedTree.Item {
        var result = ExpandedTree.Item()
        result.origin = origin
        if case .string(let text) = value {
            switch definition?.typeMapping ?? .undefined {
            case .id:
                // 1)
                result.keywords = .id
                result.id = try expandID(text, in: context, vocab: false, at: origin)
            case .vocab:
                // 2)
                result.keywords = .id
                result.id = try expandID(text, in: context, vocab: true, at: origin)
            case .iri(let type, let hash):
                // 3), 4)
                result.keywords = [.value, .type]
                result.literal = .string
                result.text = tree.texts.store(text)
                result.type = tree.texts.intern(type, hash: hash)
            case .json:
                // 4)
                setJSONLiteral(value, in: &result)
            case .none, .undefined:
                // 3), 5)
                result.keywords = .value
                result.literal = .string
                result.text = tree.texts.store(text)
                try setLanguageAndDirection(of: definition, in: context, to: &result, at: origin)
            }
            return result
        }
        // 3)
        result.keywords = .value
        setLiteral(value, in: &result)
        // 4)
        switch definition?.typeMapping ?? .undefined {
        case .iri(let type, let hash):
            result.keywords.insert(.type)
            result.type = tree.texts.intern(type, hash: hash)
        case .json: setJSONLiteral(value, in: &result)
        default: break
        }
        return result
    }

    /// 5) What language and direction a string has by its term or its context.
    private mutating func setLanguageAndDirection(
        of definition: TermDefinition?, in context: ActiveContext, to result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        // 5.1), 5.3)
        switch definition?.language ?? .undefined {
        case .undefined:
            if let tag = context.defaultLanguage { setLanguage(tag, in: &result) }
        case .null: break
        case .tag(let tag): setLanguage(tag, in: &result)
        }
        // 5.2), 5.4)
        let direction: BaseDirection? =
            switch definition?.direction ?? .undefined {
            case .undefined: context.defaultDirection
            case .null: nil
            case .direction(let direction): direction
            }
        if let direction { try setDirection(direction, in: &result, at: origin) }
    }

    private mutating func setLanguage(_ tag: String, in result: inout ExpandedTree.Item) {
        result.keywords.insert(.language)
        result.language = tree.texts.storeAgain(tag)
    }

    func setDirection(
        _ direction: BaseDirection, in result: inout ExpandedTree.Item, at origin: Int32
    ) throws(JSONLDError) {
        if options.isSafe, options.rdfDirection == nil {
            throw failure(.droppedDirection, "A text has a direction, which RDF has no place for.", at: origin)
        }
        result.keywords.insert(.direction)
        result.direction = direction
    }

    /// Takes a scalar over as it is.
    mutating func setLiteral(_ value: JSONValue, in result: inout ExpandedTree.Item) {
        switch value {
        case .string(let text):
            result.literal = .string
            result.text = tree.texts.store(text)
        case .bool(let flag): result.literal = flag ? .true : .false
        case .number:
            result.literal = .number
            keep(value, in: &result)
        default: result.literal = .null
        }
    }

    /// Takes any value over as a JSON literal.
    mutating func setJSONLiteral(_ value: JSONValue, in result: inout ExpandedTree.Item) {
        result.keywords = [.value, .type]
        result.type = TextID(.json)
        result.literal = .json
        keep(value, in: &result)
    }

    private mutating func keep(_ value: JSONValue, in result: inout ExpandedTree.Item) {
        result.text = TextRange(offset: UInt32(truncatingIfNeeded: tree.values.count), count: 0)
        tree.values.append(value)
    }
}
