import Encodings

/// Finds the active contexts of one document: those that are known, and those that have to be made.
struct ContextFinder {
    private let prepared: PreparedContexts
    private let known: ContextLinks
    private var own = ScopeLinks()
    private var found: [ContextLinks.Finding] = []
    var processor: ContextProcessor

    init(_ prepared: PreparedContexts, options: JSONLDOptions) {
        self.prepared = prepared
        known = prepared.current()
        processor = ContextProcessor(store: prepared.store, limits: options.limits, isSafe: options.isSafe)
    }

    /// The context at the beginning of a document.
    mutating func start(_ options: JSONLDOptions) -> ActiveContext {
        let key = ContextLinks.Key.start(base: options.base, isSafe: options.isSafe)
        if let context = known[key] { return context }
        let context = ActiveContext.initial(base: options.base, isShared: true)
        found.append(.start(key, context))
        return context
    }

    /// Hands what was found to later documents.
    func share() {
        if !found.isEmpty { prepared.remember(found) }
    }

    /// The context that the value of an `@context` makes of another.
    mutating func apply(
        _ local: JSONValue, to active: ActiveContext, baseURL: String?
    ) throws(JSONLDError) -> ActiveContext {
        // URLs at the beginning lead along what is known; the first of anything else ends that.
        switch local {
        case .string(let url):
            return try refer(to: url, from: active, baseURL: baseURL)
        case .array(let items):
            var context = active
            let path = processor.path
            defer { processor.path = path }
            for (place, item) in items.enumerated() {
                guard case .string(let url) = item, place < processor.limits.contexts else {
                    processor.path = path
                    let rest = place == 0 ? local : JSONValue.array(Array(items[place...]))
                    return try processor.process(
                        rest, in: context, .init(baseURL: baseURL, followed: place), isShared: false)
                }
                processor.path = path.appending(place)
                context = try refer(to: url, from: context, baseURL: baseURL)
            }
            return context
        default:
            return try processor.process(local, in: active, .init(baseURL: baseURL), isShared: false)
        }
    }

    private mutating func refer(
        to url: String, from active: ActiveContext, baseURL: String?
    ) throws(JSONLDError) -> ActiveContext {
        let key = ContextLinks.Key.reference(IRIReference.resolve(url, against: baseURL), from: active)
        if let context = known[key] { return context }
        let context = try processor.process(
            .string(url), in: active, .init(baseURL: baseURL), isShared: active.isShared)
        if context.isShared { found.append(.start(key, context)) }
        return context
    }

    /// The context in the place where the scoped context of a term applies.
    mutating func scope(
        of definition: TermDefinition, _ local: JSONValue, to place: ScopeLinks.Place, in active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        let key = ScopeLinks.Key(active, definition, place)
        if let context = known[key] ?? own[key] { return context }
        var arguments = ContextProcessor.Arguments(baseURL: definition.baseURL)
        arguments.overridesProtected = place == .property
        arguments.propagates = place != .type
        let context = try processor.process(local, in: active, arguments, isShared: active.isShared)
        _ = own.insert(context, for: key)
        if context.isShared { found.append(.scope(key, context)) }
        return context
    }
}
