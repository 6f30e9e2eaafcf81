import Encodings

/// Context Processing (JSON-LD 1.1 API, section 5.1): an active context changed by a local one.
///
/// The numbers in the comments are those of the standard's steps.
struct ContextProcessor {
    let store: any ContextSource
    let limits: JSONLDLimits
    let isSafe: Bool
    /// How much has been done so far, in term definitions.
    private(set) var work = 0
    /// How many contexts are being processed because another waits for them.
    private var depth = 0
    /// Where the context that is read stands: in the document, or in the context of that URL.
    var path = JSONPath.root
    var url: String?

    init(store: any ContextSource, limits: JSONLDLimits, isSafe: Bool) {
        self.store = store
        self.limits = limits
        self.isSafe = isSafe
    }

    /// How many bytes of names and IRIs are kept, or taken over from another context, at the price of one definition.
    static let bytesPerUnit = 128

    /// What asking for the document of a context costs, in definitions.
    private static let unitsPerDocument = 200

    /// What a call of the algorithm is told beside the contexts.
    struct Arguments {
        var baseURL: String?
        var remoteContexts: [String] = []
        var overridesProtected = false
        var propagates = true
        var validatesScopedContext = true
        /// How many references of the same array were followed before.
        var followed = 0
    }

    /// The active context that a local context makes of another.
    mutating func process(
        _ local: JSONValue, in active: ActiveContext, _ arguments: Arguments, isShared: Bool
    ) throws(JSONLDError) -> ActiveContext {
        // 1)
        var result = ContextBuilder(active)
        try spend(1 + active.terms.count / 8 + active.terms.nameBytes / Self.bytesPerUnit)
        try process(local, in: &result, from: active, arguments)
        return ActiveContext(result, isShared: isShared)
    }

    /// - Parameter active: the context as it was, when it is at hand as a value of its own.
    mutating func process(
        _ local: JSONValue, in result: inout ContextBuilder, from active: ActiveContext?, _ arguments: Arguments
    ) throws(JSONLDError) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.depth else {
            throw failure(.tooDeep, "Contexts stand more than \(limits.depth) deep in each other.")
        }
        var propagates = arguments.propagates
        // 2)
        if case .bool(let value)? = local["@propagate"] { propagates = value }
        // 3)
        if !propagates, result.previous == nil { result.previous = active ?? ActiveContext(result) }
        // 4)
        guard case .array(let items) = local else {
            return try processItem(local, in: &result, propagates: propagates, count: 1, arguments)
        }
        // 5)
        let outer = path
        defer { path = outer }
        var references = arguments.followed
        for (place, item) in items.enumerated() {
            if url == nil { path = outer.appending(arguments.followed + place) }
            if case .string = item { references += 1 }
            try processItem(item, in: &result, propagates: propagates, count: references, arguments)
        }
    }

    private mutating func processItem(
        _ context: JSONValue, in result: inout ContextBuilder, propagates: Bool, count: Int, _ arguments: Arguments
    ) throws(JSONLDError) {
        switch context {
        case .null:
            // 5.1)
            try spend(result.terms.count / 8)
            // 5.1.1) Terms protected by an earlier context of the same array are kept, too.
            guard arguments.overridesProtected || !result.hasProtectedTerms else {
                throw failure(
                    .invalidContextNullification, "A context takes others away whose terms are protected.")
            }
            // 5.1.2)
            var empty = ContextBuilder(base: result.originalBaseURL)
            if !propagates { empty.previous = ActiveContext(result) }
            result = empty
        case .string(let reference):
            try processRemote(reference, in: &result, count: count, arguments)
        case .object(let object):
            try processDefinition(object, in: &result, arguments)
        default:
            // 5.3)
            throw failure(.invalidLocalContext, "A context is neither an object nor a URL nor null.")
        }
    }

    // MARK: References

    /// 5.2) A context that is referred to by URL.
    private mutating func processRemote(
        _ reference: String, in result: inout ContextBuilder, count: Int, _ arguments: Arguments
    ) throws(JSONLDError) {
        // 5.2.1)
        let target = try resolve(reference, against: arguments.baseURL)
        // 5.2.2)
        if !arguments.validatesScopedContext, arguments.remoteContexts.contains(where: { $0.hasSameBytes(as: target) })
        {
            return
        }
        // 5.2.3)
        guard arguments.remoteContexts.count + count <= limits.contexts else {
            throw failure(.contextOverflow, "More than \(limits.contexts) contexts are referred to.")
        }
        // 5.2.4), 5.2.5)
        let loaded = try load(target)
        // 5.2.6)
        let outer = url
        url = target
        defer { url = outer }
        try process(
            loaded, in: &result, from: nil,
            Arguments(
                baseURL: target, remoteContexts: arguments.remoteContexts + [target],
                validatesScopedContext: arguments.validatesScopedContext))
    }

    private func resolve(_ reference: String, against baseURL: String?) throws(JSONLDError) -> String {
        let target = IRIReference.resolve(reference, against: baseURL)
        guard IRI.isAbsolute(target) else {
            throw failure(
                .loadingDocumentFailed, "The context \"\(UTF8Text.shown(reference))\" is no whole URL.")
        }
        return target
    }

    private mutating func load(_ url: String) throws(JSONLDError) -> JSONValue {
        // A context's document is made anew each time.
        try spend(Self.unitsPerDocument)
        guard let document = store.document(at: url) else {
            throw failure(
                .loadingRemoteContextFailed, "The context \"\(UTF8Text.shown(url))\" isn't among those at hand.")
        }
        guard let context = document["@context"] else {
            throw failure(.invalidRemoteContext, "The context \"\(UTF8Text.shown(url))\" has no member @context.")
        }
        return context
    }

    // MARK: Definitions

    /// 5.4) A context definition.
    private mutating func processDefinition(
        _ definition: JSONObject, in result: inout ContextBuilder, _ arguments: Arguments
    ) throws(JSONLDError) {
        var context = definition
        // 5.5)
        if let version = context["@version"] {
            guard case .number(let number) = version, number.double == 1.1 else {
                throw failure(.invalidVersionValue, "A context's @version is something other than 1.1.")
            }
        }
        // 5.6)
        if let value = context["@import"] { context = try importing(value, into: context, arguments) }
        // 5.7) A context that was referred to has no say about the base.
        if let value = context["@base"], arguments.remoteContexts.isEmpty {
            result.baseIRI = try baseIRI(value, current: result.baseIRI)
        }
        // 5.8)
        if let value = context["@vocab"] { try setVocabulary(value, in: &result) }
        // 5.9)
        if let value = context["@language"] { try setLanguage(value, in: &result) }
        // 5.10)
        if let value = context["@direction"] {
            result.defaultDirection = try direction(value)
        }
        // 5.11)
        if let value = context["@propagate"], value.boolValue == nil {
            throw failure(.invalidPropagateValue, "A context's @propagate is neither true nor false.")
        }
        var isProtected = false
        if let value = context["@protected"] {
            guard let flag = value.boolValue else {
                throw failure(.invalidProtectedValue, "A context's @protected is neither true nor false.")
            }
            isProtected = flag
        }
        // 5.12)
        let local = LocalContext(
            context, isProtected: isProtected, baseURL: arguments.baseURL, remoteContexts: arguments.remoteContexts,
            overridesProtected: arguments.overridesProtected)
        // 5.13)
        for (place, member) in context.members.enumerated() where !Self.isSetting(member.name) {
            try createTermDefinition(at: place, of: local, in: &result)
        }
    }

    /// The members of a context definition that aren't terms.
    private static func isSetting(_ name: String) -> Bool {
        guard name.utf8.first == UInt8(ascii: "@") else { return false }
        switch Keyword(name) {
        case .base, .direction, .import, .language, .propagate, .protected, .version, .vocab: return true
        default: return false
        }
    }

    /// 5.6) The definition with what another context lends it.
    private mutating func importing(
        _ value: JSONValue, into context: JSONObject, _ arguments: Arguments
    ) throws(JSONLDError) -> JSONObject {
        // 5.6.2)
        guard case .string(let reference) = value else {
            throw failure(.invalidImportValue, "A context's @import is no string.")
        }
        // 5.6.3) to 5.6.6)
        let target = try resolve(reference, against: arguments.baseURL)
        guard case .object(let imported) = try load(target) else {
            throw failure(
                .invalidRemoteContext, "The context \"\(UTF8Text.shown(target))\", which is imported, is no object.")
        }
        // 5.6.7)
        guard imported["@import"] == nil else {
            throw failure(.invalidContextEntry, "A context that is imported imports another itself.")
        }
        // 5.6.8)
        let own = LocalContext(
            context, isProtected: false, baseURL: nil, remoteContexts: [], overridesProtected: false)
        return JSONObject(
            uniqueMembers: imported.members.filter { own.place(of: $0.name) == nil } + context.members)
    }

    /// 5.7)
    private mutating func baseIRI(_ value: JSONValue, current: String?) throws(JSONLDError) -> String? {
        switch value {
        case .null: return nil
        case .string(let text):
            if IRI.isAbsolute(text) { return text }
            if let current {
                try spend(current.utf8.count / 16)
                return IRIReference.resolve(text, against: current)
            }
        default: break
        }
        throw failure(.invalidBaseIRI, "A context's @base is neither an IRI nor null.")
    }

    /// 5.8)
    private mutating func setVocabulary(_ value: JSONValue, in result: inout ContextBuilder) throws(JSONLDError) {
        switch value {
        case .null: result.vocabularyMapping = nil
        case .string(let text):
            let expanded = try expandIRI(text, in: &result, local: nil, documentRelative: true, vocab: true)
            guard let expanded, Keyword(expanded) == nil else {
                throw failure(.invalidVocabMapping, "A context's @vocab is neither an IRI nor null.")
            }
            if isSafe, !IRI.isAbsolute(expanded) {
                throw failure(.relativeIRI, "A context's @vocab is relative, and so would be its terms.")
            }
            result.vocabularyMapping = expanded
        default: throw failure(.invalidVocabMapping, "A context's @vocab is neither an IRI nor null.")
        }
    }

    /// 5.9)
    private func setLanguage(_ value: JSONValue, in result: inout ContextBuilder) throws(JSONLDError) {
        switch value {
        case .null: result.defaultLanguage = nil
        case .string(let tag):
            if isSafe, !LanguageTagForm.matches(tag) { throw invalidLanguage(tag) }
            result.defaultLanguage = tag
        default: throw failure(.invalidDefaultLanguage, "A context's @language is neither a string nor null.")
        }
    }

    /// 5.10)
    func direction(_ value: JSONValue) throws(JSONLDError) -> BaseDirection? {
        if case .null = value { return nil }
        guard case .string(let text) = value, let direction = BaseDirection(text) else {
            throw failure(.invalidBaseDirection, "A @direction is neither \"ltr\" nor \"rtl\" nor null.")
        }
        return direction
    }

    // MARK: Helpers

    mutating func spend(_ amount: Int) throws(JSONLDError) {
        work += amount
        guard work <= limits.contextWork else {
            throw failure(
                .contextWork, "The document's contexts make more than \(limits.contextWork) definitions.")
        }
    }

    func invalidLanguage(_ tag: String) -> JSONLDError {
        failure(.invalidLanguage, "\"\(UTF8Text.shown(tag))\" isn't formed like a language tag.")
    }

    func failure(_ code: JSONLDError.Code, _ message: String, term: String? = nil) -> JSONLDError {
        JSONLDError(
            code, message, at: url == nil ? term.map { path.appending($0) } ?? path : path, contextURL: url)
    }
}
