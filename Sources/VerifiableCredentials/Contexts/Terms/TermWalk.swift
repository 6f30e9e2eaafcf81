import Encodings

/// A walk through a document with the words of its contexts, which finds what JSON-LD expansion would drop or refuse,
/// without making RDF.
///
/// It follows the [Expansion Algorithm, JSON-LD 1.1 API §5.1.2](https://www.w3.org/TR/json-ld11-api/#algorithm-3) as
/// far as it decides which words are active: step numbers are that section's. Values are only looked at where they are
/// addresses or words themselves.
struct TermWalk {
    private let library: TermLibrary
    private let limit: Int
    private let notesKeywords: Bool
    private var memory: TermMemory
    private var found: [Found] = []

    /// A finding with its path from the inside out: it is put together on the way back.
    private struct Found {
        let kind: TermFinding.Kind
        var steps: [JSONPath.Step]
    }

    /// Where an object has the keywords that decide which words are active in it.
    private struct KeywordPlaces {
        var contexts: Int?
        var types: Int?
        var isValue = false

        init(_ object: JSONObject) {
            for place in object.members.indices where object.members[place].name.utf8.first == UInt8(ascii: "@") {
                let name = object.members[place].name
                if name.hasSameBytes(as: "@context") {
                    contexts = place
                } else if name.hasSameBytes(as: "@type") {
                    types = place
                } else if name.hasSameBytes(as: "@value") {
                    isValue = true
                }
            }
        }
    }

    private static let keywords = NameTable([
        "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included", "@index", "@json",
        "@language", "@list", "@nest", "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set", "@type",
        "@value", "@version", "@vocab",
    ])
    private static let spelledOut = TermDefinition(spelledOut: "")
    private static let proofContexts = [
        ("DataIntegrityProof", "https://w3id.org/security/data-integrity/v2"),
        ("Ed25519Signature2020", "https://w3id.org/security/suites/ed25519-2020/v1"),
    ]

    init(_ library: TermLibrary, atMost limit: Int, notingKeywords: Bool) {
        self.library = library
        self.limit = limit
        notesKeywords = notingKeywords
        memory = library.memory
    }

    mutating func findings(in document: JSONObject) -> [TermFinding] {
        found = []
        node(document, in: library.none, isDocument: true)
        return found.prefix(limit).map { TermFinding(kind: $0.kind, path: JSONPath($0.steps.reversed())) }
    }

    // MARK: Objects

    /// An object: brings its contexts and types to bear, then looks at its members.
    private mutating func node(
        _ object: JSONObject, in outer: ActiveTerms, scope: TermScope? = nil, property: TermDefinition? = nil,
        isDocument: Bool = false
    ) {
        guard found.count < limit else { return }
        let keywords = KeywordPlaces(object)
        var active = outer
        // Step 7: what a type brought for the object around holds no longer, save for values and mere references.
        if let previous = active.previous, !keywords.isValue,
            object.count != 1 || !isID(object.members[0].name, in: active)
        {
            active = previous
        }
        // Step 8: the terms of the property.
        if let scope, !apply(scope, as: .property, to: &active) { return }
        // Step 9: the object's own contexts.
        if let contexts = keywords.contexts {
            let before = found.count
            guard apply(contexts: object.members[contexts].value, to: &active) else {
                place(before, .name("@context"))
                return
            }
        }
        if isDocument, !injectDataIntegrity(object, &active) { return }
        // Steps 10 and 11: the terms of the types, in the order of the members' names.
        let typeScoped = active
        if let place = keywords.types {
            guard apply(types: object.members[place].value, of: typeScoped, to: &active) else { return }
        }
        for name in typeScoped.typeNames {
            guard let place = object.index(of: name) else { continue }
            guard apply(types: object.members[place].value, of: typeScoped, to: &active) else { return }
        }
        members(of: object, in: active, typeScoped: typeScoped, property: property)
    }

    private mutating func members(
        of object: JSONObject, in active: ActiveTerms, typeScoped: ActiveTerms, property: TermDefinition?
    ) {
        for member in object.members {
            let before = found.count
            look(at: member, in: active, typeScoped: typeScoped, property: property)
            if found.count > before { place(before, .name(member.name)) }
            if found.count >= limit { return }
        }
    }

    /// Step 13: one member.
    private mutating func look(
        at member: JSONObject.Member, in active: ActiveTerms, typeScoped: ActiveTerms, property: TermDefinition?
    ) {
        if let definition = active[member.name] {
            switch definition.meaning {
            case .property: value(member.value, of: definition, in: active)
            case .id: addresses(member.value, in: active)
            case .type: words(member.value, in: typeScoped)
            }
            return
        }
        if member.name.utf8.first == UInt8(ascii: "@") {
            keyword(member, in: active, typeScoped: typeScoped, property: property)
        } else if let iri = absolute(member.name, in: active) {
            if let term = active.term(meaning: iri) { note(.spelledOut(term)) }
            value(member.value, of: Self.spelledOut, in: active)
        } else if active.hasVocabulary {
            value(member.value, of: Self.spelledOut, in: active)
        } else {
            note(.undefinedTerm(member.name))
        }
    }

    private mutating func keyword(
        _ member: JSONObject.Member, in active: ActiveTerms, typeScoped: ActiveTerms, property: TermDefinition?
    ) {
        if member.name.hasSameBytes(as: "@context") { return }
        guard Self.keywords.contains(member.name) else {
            note(.undefinedTerm(member.name))
            return
        }
        if notesKeywords { note(.keyword(member.name)) }
        switch member.name {
        case "@id": addresses(member.value, in: active)
        case "@type":
            // The type of a value object is a datatype, which is read as any type is.
            words(member.value, in: typeScoped)
        case "@list", "@set": value(member.value, of: property ?? Self.spelledOut, in: active)
        case "@graph", "@included", "@reverse": value(member.value, of: Self.spelledOut, in: active)
        case "@nest":
            each(member.value) { walk, value in
                guard let object = value.objectValue else { return }
                walk.members(of: object, in: active, typeScoped: typeScoped, property: property)
            }
        default: break
        }
    }

    // MARK: Values

    private mutating func value(_ value: JSONValue, of definition: TermDefinition, in active: ActiveTerms) {
        switch value {
        case .object(let object):
            if !definition.isOpaque {
                node(object, in: active, scope: definition.scope, property: definition)
            }
        case .array(let elements):
            guard !definition.isOpaque else { return }
            for (index, element) in elements.enumerated() {
                let before = found.count
                self.value(element, of: definition, in: active)
                if found.count > before { place(before, .index(index)) }
                if found.count >= limit { return }
            }
        case .string:
            switch definition.coercion {
            case .text: break
            case .address: addresses(value, in: active)
            case .vocabulary:
                // Step 4.1: the property's own terms may hold the word.
                var words = active
                if let scope = definition.scope, !apply(scope, as: .property, to: &words) { return }
                self.words(value, in: words)
            }
        default: break
        }
    }

    /// Texts that are to be absolute IRIs or blank nodes.
    private mutating func addresses(_ value: JSONValue, in active: ActiveTerms) {
        switch value {
        case .string(let text): if absolute(text, in: active) == nil { note(.relativeIRI) }
        case .array: each(value) { walk, element in walk.addresses(element, in: active) }
        default: break
        }
    }

    /// Texts that are words of the contexts, or absolute IRIs.
    private mutating func words(_ value: JSONValue, in active: ActiveTerms) {
        switch value {
        case .string(let text):
            let isKnown =
                active[text] != nil || active.hasVocabulary || absolute(text, in: active) != nil
                || Self.keywords.contains(text)
            if !isKnown { note(.undefinedValue(text)) }
        case .array: each(value) { walk, element in walk.words(element, in: active) }
        default: break
        }
    }

    private mutating func each(_ value: JSONValue, _ look: (inout TermWalk, JSONValue) -> Void) {
        guard case .array(let elements) = value else { return look(&self, value) }
        for (index, element) in elements.enumerated() where found.count < limit {
            let before = found.count
            look(&self, element)
            if found.count > before { place(before, .index(index)) }
        }
    }

    // MARK: Contexts

    /// - Returns: whether the words are known now; if not, that was noted.
    private mutating func apply(_ scope: TermScope, as place: ActiveTerms.Place, to active: inout ActiveTerms) -> Bool {
        let step =
            memory.step(from: active, by: scope, as: place)
            ?? library.applying(scope, to: active, as: place, updating: &memory)
        switch step {
        case .same: return true
        case .other(let other):
            active = other
            return true
        case .redefined(let term): return refuse(.redefined(term))
        }
    }

    private mutating func apply(contexts: JSONValue, to active: inout ActiveTerms) -> Bool {
        // A null takes all meanings away from what follows; nobody has use for such a credential.
        guard !contexts.isNull else { return refuse(.unknownContext("null")) }
        let list = contexts.asList
        guard list.count <= ContextStore.maxContexts else { return refuse(.tooManyContexts) }
        for context in list {
            guard let url = context.stringValue, let scope = library.scope(at: url) else {
                return refuse(.unknownContext(context.stringValue ?? (context.isNull ? "null" : "{…}")))
            }
            guard apply(scope, as: .document, to: &active) else { return false }
        }
        return true
    }

    private mutating func refuse(_ kind: TermFinding.Kind) -> Bool {
        note(kind)
        return false
    }

    private mutating func apply(
        types: JSONValue, of typeScoped: ActiveTerms, to active: inout ActiveTerms
    ) -> Bool {
        switch types {
        case .string(let name):
            guard let scope = typeScoped[name]?.scope else { return true }
            return apply(scope, as: .type, to: &active)
        case .array(let elements):
            // One of them brings terms, as a rule; only several have an order.
            var first: TermDefinition?
            var others: [TermDefinition] = []
            for element in elements {
                guard let name = element.stringValue, let type = typeScoped[name], type.scope != nil else { continue }
                if first == nil { first = type } else { others.append(type) }
            }
            guard let first else { return true }
            guard !others.isEmpty else { return apply(typesOf: [first], to: &active) }
            let ordered = ([first] + others).sorted { $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) }
            return apply(typesOf: ordered, to: &active)
        default: return true
        }
    }

    private mutating func apply(typesOf types: [TermDefinition], to active: inout ActiveTerms) -> Bool {
        types.allSatisfy { type in
            type.scope.map { scope in apply(scope, as: .type, to: &active) } ?? true
        }
    }

    /// A document with a proof whose contexts don't define one is read as if it named the context that does last (Data
    /// Integrity 1.0 §2.4.1).
    private mutating func injectDataIntegrity(_ document: JSONObject, _ active: inout ActiveTerms) -> Bool {
        guard let proofs = document["proof"]?.asList else { return true }
        for (type, url) in Self.proofContexts where active[type] == nil {
            guard proofs.contains(where: { $0["type"]?.asList.contains(.string(type)) ?? false }),
                let scope = library.scope(at: url)
            else { continue }
            guard apply(scope, as: .document, to: &active) else { return false }
        }
        return true
    }

    // MARK: Names

    private func isID(_ name: String, in active: ActiveTerms) -> Bool {
        name.hasSameBytes(as: "@id") || active[name]?.meaning == .id
    }

    /// The IRI that a text with a colon stands for (IRI Expansion §5.2, steps 6 and 7), or nothing.
    private func absolute(_ text: String, in active: ActiveTerms) -> String? {
        if active.hasPrefixes, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let rest = text.utf8[text.utf8.index(after: colon)...]
            if let prefix = active[String(text[..<colon])], prefix.isPrefix, !rest.starts(with: "//".utf8) {
                return prefix.iri + String(Substring(rest))
            }
        }
        return IRIForm.isAbsolute(text) || text.utf8.starts(with: "_:".utf8) ? text : nil
    }

    // MARK: Findings

    private mutating func note(_ kind: TermFinding.Kind) { found.append(Found(kind: kind, steps: [])) }

    private mutating func place(_ first: Int, _ step: JSONPath.Step) {
        for index in first..<found.count { found[index].steps.append(step) }
    }
}
