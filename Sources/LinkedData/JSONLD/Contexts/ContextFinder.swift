import Encodings

/// Finds the active contexts of one document: those that are known, and those that have to be made.
struct ContextFinder {
    private let prepared: PreparedContexts
    private let known: ContextLinks
    private var own: [ContextLinks.Key: ActiveContext] = [:]
    private var found: [(key: ContextLinks.Key, context: ActiveContext)] = []
    var processor: ContextProcessor

    init(_ prepared: PreparedContexts, options: JSONLDOptions) {
        self.prepared = prepared
        known = prepared.current()
        processor = ContextProcessor(store: prepared.store, limits: options.limits, isSafe: options.isSafe)
    }

    /// The context at the beginning of a document.
    mutating func start(_ options: JSONLDOptions) -> ActiveContext {
        let key = ContextLinks.Key(context: 0, step: .start(base: options.base, isSafe: options.isSafe))
        if let context = known[key] { return context }
        let context = ActiveContext.initial(base: options.base, isShared: true)
        found.append((key, context))
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
        let target = IRIReference.resolve(url, against: baseURL)
        return try find(.reference(target), from: active) { (processor) throws(JSONLDError) in
            try processor.process(
                .string(url), in: active, .init(baseURL: baseURL), isShared: active.isShared)
        }
    }

    /// The context in the value of a property that has a scoped context.
    mutating func scope(
        of definition: TermDefinition, toProperty local: JSONValue, in active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        try find(.property(ObjectIdentifier(definition)), from: active) { (processor) throws(JSONLDError) in
            try processor.process(
                local, in: active, .init(baseURL: definition.baseURL, overridesProtected: true),
                isShared: active.isShared)
        }
    }

    /// The context in a node of a type that has a scoped context.
    mutating func scope(
        of definition: TermDefinition, toType local: JSONValue, in active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        try find(.type(ObjectIdentifier(definition)), from: active) { (processor) throws(JSONLDError) in
            try processor.process(
                local, in: active, .init(baseURL: definition.baseURL, propagates: false), isShared: active.isShared)
        }
    }

    /// The context in the values of a map under a key that is a type with a scoped context.
    mutating func scope(
        of definition: TermDefinition, toTypeKey local: JSONValue, in active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        try find(.typeKey(ObjectIdentifier(definition)), from: active) { (processor) throws(JSONLDError) in
            try processor.process(
                local, in: active, .init(baseURL: definition.baseURL), isShared: active.isShared)
        }
    }

    private mutating func find(
        _ step: ContextLinks.Key.Step, from active: ActiveContext,
        orMake make: (inout ContextProcessor) throws(JSONLDError) -> ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        let key = ContextLinks.Key(context: active.serial, step: step)
        if let context = known[key] { return context }
        if let context = own[key] { return context }
        let context = try make(&processor)
        own[key] = context
        if context.isShared { found.append((key, context)) }
        return context
    }
}
