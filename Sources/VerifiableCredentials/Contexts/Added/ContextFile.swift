public import Encodings

/// What a context of the user's own may say: new words for new meanings, and nothing about the words that are known.
///
/// With `@vocab`, `@base`, `@language` or a known word it could change what every badge says; with a second word for a
/// known IRI a badge could say a thing where no reader looks for it.
public enum ContextFile {
    /// As many words as all contexts that ship have together, and more.
    static let maxTerms = 2_000
    /// Scopes in scopes; contexts in use have one or two.
    static let maxDepth = 8

    /// - Parameters:
    ///   - json: the file's content, an object with `@context`; its other members mean nothing
    ///   - store: the contexts whose meanings it must leave alone
    /// - Throws: `ContextError` `context.form`, `context.keyword`, `context.remote-reference`, `context.known-term`,
    ///   `context.known-iri`
    public static func check(_ json: JSONValue, beside store: ContextStore) throws(ContextError) {
        guard let context = json["@context"] else {
            throw ContextError(
                .form, "The file has no member @context, so it is no JSON-LD context.",
                hint: "Take the context's file as it stands at its address.")
        }
        var checker = ContextChecker(KnownMeanings(store))
        try checker.check(context, at: JSONPath.root.appending("@context"), in: ActiveTerms())
    }
}

/// One check of one file.
private struct ContextChecker {
    private let known: KnownMeanings
    private var count = 0

    init(_ known: KnownMeanings) { self.known = known }

    private static let ownKeywords = NameTable(["@version", "@protected"])
    private static let rowKeywords = NameTable(["@id", "@type", "@container", "@context", "@protected", "@prefix"])
    private static let containers = NameTable(["@set", "@list", "@graph", "@language"])

    mutating func check(_ context: JSONValue, at path: JSONPath, in outer: ActiveTerms) throws(ContextError) {
        guard let object = context.objectValue else {
            if context.asList.contains(where: { $0.stringValue != nil }) {
                throw ContextError(
                    .remote, "\(path) names another context, which would have to be fetched.",
                    hint: "Write the words of that context into this file, if they are needed.")
            }
            throw form(path, "one object of words is due")
        }
        guard path.steps.count <= 2 * ContextFile.maxDepth else {
            throw form(path, "fewer scopes in each other are due")
        }
        for member in object.members where member.name.utf8.first == UInt8(ascii: "@") {
            try check(keyword: member, at: path.appending(member.name))
        }
        let scope = TermScope(context)
        // A word may be of use in its neighbours' rows, so all are active before one is looked at.
        guard case .other(let active) = outer.applying(scope, as: .property) else { return }
        for member in object.members where member.name.utf8.first != UInt8(ascii: "@") {
            try check(row: member, at: path.appending(member.name), in: active)
        }
    }

    private func check(keyword member: JSONObject.Member, at path: JSONPath) throws(ContextError) {
        guard Self.ownKeywords.contains(member.name) else {
            throw ContextError(
                .keyword, "\(shown(path)) may not stand in a context of your own.",
                hint: "Of JSON-LD's keywords only @version and @protected leave other words alone.")
        }
        let isSound =
            member.name == "@version" ? member.value.numberValue?.double == 1.1 : member.value.boolValue != nil
        guard isSound else { throw form(path, member.name == "@version" ? "1.1 is due" : "true or false is due") }
    }

    private mutating func check(
        row member: JSONObject.Member, at path: JSONPath, in active: ActiveTerms
    ) throws(ContextError) {
        count += 1
        guard count <= ContextFile.maxTerms else {
            throw form(path, "no more than \(ContextFile.maxTerms) words are read")
        }
        // These two stand at the head of most contexts, and say what is so anyway.
        if member.name == "id", member.value == "@id" { return }
        if member.name == "type", member.value == "@type" { return }
        guard !member.name.isEmpty, !member.name.utf8.contains(where: { $0 == 0x3A || $0 == 0x2F || $0 <= 0x20 }) else {
            throw form(path, "a word without spaces, colon and slash is due")
        }
        try check(shape: member.value, at: path)
        guard let definition = active[member.name] else { throw form(path, "a definition is due") }
        let iri = definition.iri
        guard iri.utf8.first != UInt8(ascii: "@") else {
            throw ContextError(
                .keyword, "\(shown(path)) is another name for the keyword \(iri).",
                hint: "Only id and type may stand for keywords.")
        }
        guard IRIForm.isAbsolute(iri) else { throw form(path, "an address is due") }
        try check(meaning: definition, at: path)
        if let inner = member.value["@context"] {
            try check(inner, at: path.appending("@context"), in: active)
        }
    }

    /// The members of a row, as far as they are read.
    private func check(shape value: JSONValue, at path: JSONPath) throws(ContextError) {
        if value.stringValue != nil { return }
        guard let object = value.objectValue, object["@id"]?.stringValue != nil else {
            throw form(path, "an address, or an object with the address as @id, is due")
        }
        for member in object.members where !Self.rowKeywords.contains(member.name) {
            throw form(
                path.appending(member.name), "only @id, @type, @container, @context, @protected and @prefix are due")
        }
        if let type = object["@type"] {
            guard let text = type.stringValue,
                ["@id", "@vocab", "@json"].contains(text) || text.utf8.contains(UInt8(ascii: ":"))
            else { throw form(path.appending("@type"), "@id, @vocab, @json or the address of a datatype is due") }
        }
        if let container = object["@container"] {
            let names = container.asList
            guard !names.isEmpty, names.allSatisfy({ $0.stringValue.map(Self.containers.contains) ?? false }) else {
                throw form(path.appending("@container"), "@set, @list, @graph or @language is due")
            }
        }
        for flag in ["@protected", "@prefix"] {
            if let value = object[flag], value.boolValue == nil {
                throw form(path.appending(flag), "true or false is due")
            }
        }
    }

    private func check(meaning definition: TermDefinition, at path: JSONPath) throws(ContextError) {
        guard !known.hasTerm(definition.term), !known.hasOtherPrefix(definition.term, than: definition.iri) else {
            throw ContextError(
                .knownTerm, "\(shown(path)) is a word that has a meaning already.",
                hint: "A context of your own may only add words; badges with this one can't be read safely.")
        }
        if definition.isPrefix ? known.hasIRI(under: definition.iri) : known.hasIRI(definition.iri) {
            throw ContextError(
                .knownIRI, "\(shown(path)) is a second name for a meaning that has a word already.",
                hint: "A context of your own may only add meanings; badges with this one can't be read safely.")
        }
    }

    private func form(_ path: JSONPath, _ due: String) -> ContextError {
        ContextError(
            .form, "The context can't be used: at \(shown(path)) \(due).",
            hint: "Only plain definitions of words are read in a context of your own.")
    }

    private func shown(_ path: JSONPath) -> String { UTF8Text.escapedForTerminal(path.description) }
}
