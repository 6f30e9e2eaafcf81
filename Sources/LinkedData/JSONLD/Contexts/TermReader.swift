import Encodings

/// Steps 10 to 26 of Create Term Definition (JSON-LD 1.1 API, section 5.2): what the members of one definition say.
struct TermReader {
    var processor: ContextProcessor
    let term: String
    let definition: JSONObject
    let isSimple: Bool
    let local: LocalContext
    var draft = TermDraft()

    /// The draft of the definition; nothing when its `@id` or `@reverse` looks like a keyword and is none.
    mutating func read(in active: inout ContextBuilder) throws(JSONLDError) -> TermDraft? {
        // 10)
        draft.isProtected = local.isProtected
        // 11)
        if let value = definition["@protected"] {
            guard let flag = value.boolValue else {
                throw failure(.invalidProtectedValue, "has a @protected that is neither true nor false")
            }
            draft.isProtected = flag
        }
        // 12)
        if let value = definition["@type"] { try readType(value, in: &active) }
        // 13)
        if let value = definition["@reverse"] {
            guard try readReverse(value, in: &active) else { return nil }
        } else {
            guard try readID(in: &active) else { return nil }
            // 19)
            if let value = definition["@container"] { try readContainer(value) }
        }
        // 20)
        if let value = definition["@index"] { try readIndex(value, in: &active) }
        // 21)
        if let value = definition["@context"] { try readContext(value, in: active) }
        // 22), 23)
        if definition["@type"] == nil { try readLanguageAndDirection() }
        // 24)
        if let value = definition["@nest"] {
            guard case .string(let text) = value, text.hasSameBytes(as: "@nest") || Keyword(text) == nil else {
                throw failure(.invalidNestValue, "has a @nest that is no string, or a keyword")
            }
            draft.nestValue = text
        }
        // 25)
        if let value = definition["@prefix"] { try readPrefix(value) }
        // 26)
        for member in definition.members {
            switch Keyword(member.name) {
            case .id, .reverse, .container, .context, .direction, .index, .language, .nest, .prefix, .protected, .type:
                break
            default:
                throw failure(
                    .invalidTermDefinition, "has a member \"\(UTF8Text.shown(member.name))\", which none has")
            }
        }
        return draft
    }

    /// 12) The type mapping.
    private mutating func readType(_ value: JSONValue, in active: inout ContextBuilder) throws(JSONLDError) {
        // 12.1)
        guard case .string(let text) = value else {
            throw failure(.invalidTypeMapping, "has a @type that is no string")
        }
        // 12.2)
        let type = try processor.expandIRI(text, in: &active, local: local, documentRelative: false, vocab: true)
        // 12.4), 12.5)
        switch type.flatMap(Keyword.init) {
        case .id?: draft.typeMapping = .id
        case .vocab?: draft.typeMapping = .vocab
        case .json?: draft.typeMapping = .json
        case Keyword.none?: draft.typeMapping = .none
        case nil:
            guard let type, IRI.isAbsolute(type) else {
                throw failure(.invalidTypeMapping, "has a @type that is no IRI")
            }
            draft.typeMapping = .iri(type, hash: SeededHash.hash(type))
        default: throw failure(.invalidTypeMapping, "has a @type that is no IRI")
        }
    }

    /// 13) A reverse property. False when the term is to be left undefined.
    private mutating func readReverse(_ value: JSONValue, in active: inout ContextBuilder) throws(JSONLDError) -> Bool {
        // 13.1)
        guard definition["@id"] == nil, definition["@nest"] == nil else {
            throw failure(.invalidReverseProperty, "has a @reverse beside @id or @nest")
        }
        // 13.2)
        guard case .string(let text) = value else {
            throw failure(.invalidIRIMapping, "has a @reverse that is no string")
        }
        // 13.3)
        if Keyword.hasForm(text), Keyword(text) == nil {
            if processor.isSafe { throw failure(.reservedTerm, "has a @reverse that looks like a keyword") }
            return false
        }
        // 13.4)
        let iri = try processor.expandIRI(text, in: &active, local: local, documentRelative: false, vocab: true)
        guard let iri, IRI.isAbsolute(iri) || IRI.isBlankNode(iri) else {
            throw failure(.invalidIRIMapping, "has a @reverse that is no IRI")
        }
        draft.iri = iri
        // 13.5)
        switch definition["@container"] {
        case nil, .null?: break
        case .string(let container)? where container.hasSameBytes(as: "@set"): draft.container = .set
        case .string(let container)? where container.hasSameBytes(as: "@index"): draft.container = .index
        default: throw failure(.invalidReverseProperty, "has a @reverse and a container that can't be reversed")
        }
        // 13.6) Step 13.7 ends the algorithm here; the later steps still find what a definition can't have.
        draft.isReverse = true
        return true
    }

    /// 14) to 18) The IRI mapping. False when the term is to be left undefined.
    private mutating func readID(in active: inout ContextBuilder) throws(JSONLDError) -> Bool {
        if let value = definition["@id"], !value.isText(term) {
            // 14.1)
            if case .null = value { return true }
            return try readExplicitID(value, in: &active)
        }
        let bytes = term.utf8
        if let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")) {
            // 15.1)
            let prefix = String(term[..<colon])
            let suffix = term[bytes.index(after: colon)...]
            guard !prefix.hasSameBytes(as: "_"), !suffix.utf8.starts(with: [0x2F, 0x2F]) else {
                draft.iri = term
                return true
            }
            if let place = local.place(of: prefix) {
                try processor.createTermDefinition(at: place, of: local, in: &active)
            }
            // 15.2), 15.3)
            let mapping = active.terms[prefix]?.iri
            draft.iri = mapping.map { $0 + suffix } ?? term
        } else if bytes.contains(UInt8(ascii: "/")) {
            // 16)
            let iri = try processor.expandIRI(term, in: &active, local: nil, documentRelative: false, vocab: true)
            guard let iri, IRI.isAbsolute(iri) else { throw failure(.invalidIRIMapping, "is no IRI") }
            draft.iri = iri
        } else if term.hasSameBytes(as: "@type") {
            // 17)
            draft.iri = term
        } else if let vocabulary = active.vocabularyMapping {
            // 18)
            draft.iri = vocabulary + term
        } else {
            throw failure(.invalidIRIMapping, "has no IRI, and there is no @vocab to make one with")
        }
        return true
    }

    /// 14.2) An `@id` that says something else than the term.
    private mutating func readExplicitID(
        _ value: JSONValue, in active: inout ContextBuilder
    ) throws(JSONLDError) -> Bool {
        // 14.2.1)
        guard case .string(let text) = value else {
            throw failure(.invalidIRIMapping, "has an @id that is no string")
        }
        // 14.2.2)
        if Keyword.hasForm(text), Keyword(text) == nil {
            if processor.isSafe { throw failure(.reservedTerm, "has an @id that looks like a keyword") }
            return false
        }
        // 14.2.3)
        let iri = try processor.expandIRI(text, in: &active, local: local, documentRelative: false, vocab: true)
        guard let iri else { throw failure(.invalidIRIMapping, "has an @id that is no IRI") }
        let keyword = Keyword(iri)
        guard keyword != .context else { throw failure(.invalidKeywordAlias, "stands for @context") }
        guard keyword != nil || IRI.isAbsolute(iri) || IRI.isBlankNode(iri) else {
            throw failure(.invalidIRIMapping, "has an @id that is no IRI")
        }
        draft.iri = iri
        let bytes = term.utf8
        let hasColon = bytes.dropFirst().dropLast().contains(UInt8(ascii: ":"))
        if hasColon || bytes.contains(UInt8(ascii: "/")) {
            // 14.2.4.1)
            if let place = local.place(of: term) { local.set(.done, at: place) }
            // 14.2.4.2)
            let own = try processor.expandIRI(term, in: &active, local: local, documentRelative: false, vocab: true)
            guard let own, own.hasSameBytes(as: iri) else {
                throw failure(.invalidIRIMapping, "looks like an IRI and has another")
            }
        } else if isSimple, !bytes.contains(UInt8(ascii: ":")) {
            // 14.2.5)
            draft.isPrefix =
                keyword == nil && (IRI.isBlankNode(iri) || ":/?#[]@".utf8.contains(iri.utf8.last ?? 0))
        }
        return true
    }

    /// 19) The container mapping.
    private mutating func readContainer(_ value: JSONValue) throws(JSONLDError) {
        // 19.1)
        var container: Container = []
        for item in value.asArray {
            guard case .string(let text) = item, let one = Container(text), !container.contains(one) else {
                throw failure(.invalidContainerMapping, "has a @container that there is none of")
            }
            container.insert(one)
        }
        guard container.isPermitted else {
            throw failure(.invalidContainerMapping, "has containers that don't go together")
        }
        // 19.3)
        draft.container = container
        // 19.4)
        guard container.contains(.type) else { return }
        switch draft.typeMapping {
        case .undefined: draft.typeMapping = .id
        case .id, .vocab: break
        default: throw failure(.invalidTypeMapping, "has the container @type and a @type that doesn't fit it")
        }
    }

    /// 20) The property that stands for `@index`.
    private mutating func readIndex(_ value: JSONValue, in active: inout ContextBuilder) throws(JSONLDError) {
        // 20.1), 20.2)
        guard draft.container.contains(.index), case .string(let text) = value else {
            throw failure(.invalidTermDefinition, "has an @index without a container for it, or that is no string")
        }
        let iri = try processor.expandIRI(text, in: &active, local: local, documentRelative: false, vocab: true)
        guard let iri, Keyword(iri) == nil, IRI.isAbsolute(iri) else {
            throw failure(.invalidTermDefinition, "has an @index that is no IRI")
        }
        // 20.3)
        draft.indexMapping = text
    }

    /// 21) A scoped context, tried once to find its errors; it is processed where it is used.
    private mutating func readContext(_ value: JSONValue, in active: ContextBuilder) throws(JSONLDError) {
        // 21.3)
        var trial = active
        try processor.spend(1 + active.terms.count / 8)
        let outer = processor.path
        do throws(JSONLDError) {
            if processor.url == nil { processor.path = outer.appending(term).appending("@context") }
            try processor.process(
                value, in: &trial, from: nil,
                ContextProcessor.Arguments(
                    baseURL: local.baseURL, remoteContexts: local.remoteContexts, overridesProtected: true,
                    validatesScopedContext: false))
            processor.path = outer
        } catch {
            // The limits, and what is only safe mode's, stay what they are.
            guard error.code.standardCode != nil, error.code != .contextOverflow else { throw error }
            throw JSONLDError(
                .invalidScopedContext,
                "The context within the term \"\(UTF8Text.shown(term))\" is wrong: \(error.message)", at: error.path,
                contextURL: error.contextURL)
        }
        // 21.4)
        draft.localContext = value
        draft.baseURL = local.baseURL
    }

    private mutating func readLanguageAndDirection() throws(JSONLDError) {
        // 22)
        switch definition["@language"] {
        case nil: break
        case .null?: draft.language = .null
        case .string(let tag)?:
            if processor.isSafe, !LanguageTagForm.matches(tag) { throw processor.invalidLanguage(tag) }
            draft.language = .tag(tag)
        default: throw failure(.invalidLanguageMapping, "has a @language that is neither a string nor null")
        }
        // 23)
        if let value = definition["@direction"] {
            draft.direction = try processor.direction(value).map(DirectionMapping.direction) ?? .null
        }
    }

    /// 25) Whether the term may begin compact IRIs.
    private mutating func readPrefix(_ value: JSONValue) throws(JSONLDError) {
        // 25.1)
        guard !term.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else {
            throw failure(.invalidTermDefinition, "has a @prefix, and a colon or a slash in its name")
        }
        // 25.2)
        guard let flag = value.boolValue else {
            throw failure(.invalidPrefixValue, "has a @prefix that is neither true nor false")
        }
        draft.isPrefix = flag
        // 25.3)
        guard !flag || draft.iri.flatMap(Keyword.init) == nil else {
            throw failure(.invalidTermDefinition, "stands for a keyword and is a prefix")
        }
    }

    private func failure(_ code: JSONLDError.Code, _ what: String) -> JSONLDError {
        processor.failure(code, "The term \"\(UTF8Text.shown(term))\" \(what).", term: term)
    }
}

extension Container {
    /// The container of that keyword.
    fileprivate init?(_ text: String) {
        switch Keyword(text) {
        case .graph: self = .graph
        case .id: self = .id
        case .index: self = .index
        case .language: self = .language
        case .list: self = .list
        case .set: self = .set
        case .type: self = .type
        default: return nil
        }
    }

    /// Whether these containers may stand together.
    fileprivate var isPermitted: Bool {
        let others = subtracting(.set)
        switch others {
        case [], .graph, .id, .index, .language, .type, [.graph, .id], [.graph, .index]: return !isEmpty
        case .list: return !contains(.set)
        default: return false
        }
    }
}

extension JSONValue {
    /// The elements of an array, or the value itself.
    fileprivate var asArray: [JSONValue] { arrayValue ?? [self] }

    fileprivate func isText(_ text: String) -> Bool { stringValue?.hasSameBytes(as: text) == true }
}
