import Encodings

/// Create Term Definition (JSON-LD 1.1 API, section 5.2).
extension ContextProcessor {
    /// Defines the term that a member of a local context is about, after those on which it depends.
    ///
    /// - Parameter place: the member's place in the local context.
    mutating func createTermDefinition(
        at place: Int, of local: LocalContext, in active: inout ContextBuilder
    ) throws(JSONLDError) {
        let member = local.object.members[place]
        let term = member.name
        // 1)
        switch local.progress(at: place) {
        case .done: return
        case .inProgress:
            throw failure(
                .cyclicIRIMapping, "The term \"\(UTF8Text.shown(term))\" is defined by itself.", term: term)
        case .open: break
        }
        try spend(1)
        // 2)
        guard !term.isEmpty else {
            throw failure(.invalidTermDefinition, "A context defines a term without a name.", term: term)
        }
        local.set(.inProgress, at: place)
        local.depth += 1
        defer { local.depth -= 1 }
        guard local.depth <= JSONLDLimits.termDependencies else {
            throw failure(
                .contextWork,
                "The term \"\(UTF8Text.shown(term))\" ends a chain of more than \(JSONLDLimits.termDependencies) terms, "
                    + "each defined by the next.", term: term)
        }
        // 3)
        let value = member.value
        if let keyword = Keyword(term) {
            // 4), 5)
            guard keyword == .type, Self.isPermittedForType(value) else {
                throw failure(.keywordRedefinition, "A context gives the keyword \(term) another meaning.", term: term)
            }
        } else if Keyword.hasForm(term) {
            // 5)
            if isSafe {
                throw failure(.reservedTerm, "The term \"\(term)\" looks like a keyword, and is none.", term: term)
            }
            return
        }
        // 6)
        let previous = active.terms.remove(term)
        // 7) to 9)
        let isSimple: Bool
        let definition: JSONObject
        switch value {
        case .null:
            definition = ["@id": nil]
            isSimple = false
        case .string(let iri):
            definition = ["@id": .string(iri)]
            isSimple = true
        case .object(let object):
            definition = object
            isSimple = false
        default:
            throw failure(
                .invalidTermDefinition,
                "The definition of \"\(UTF8Text.shown(term))\" is neither a string nor an object nor null.", term: term)
        }
        var reader = TermReader(
            processor: self, term: term, definition: definition, isSimple: isSimple, local: local)
        let draft = try reader.read(in: &active)
        self = reader.processor
        // A definition that looks like a keyword leaves the term undefined.
        guard var draft else { return }
        try spend((draft.iri?.utf8.count ?? 0) / Self.bytesPerUnit)
        // 27)
        if !local.overridesProtected, let previous, previous.isProtected {
            // 27.1)
            guard TermDefinition(term: term, draft: draft).saysTheSame(as: previous) else {
                throw failure(
                    .protectedTermRedefinition,
                    "The protected term \"\(UTF8Text.shown(term))\" is given another meaning.", term: term)
            }
            // 27.2)
            draft.isProtected = true
        }
        // 28)
        active.terms.insert(TermDefinition(term: term, draft: draft))
        local.set(.done, at: place)
    }

    /// 4) All that a context may say about `@type`: that it is a set, and that this is protected.
    private static func isPermittedForType(_ value: JSONValue) -> Bool {
        guard case .object(let object) = value, !object.isEmpty else { return false }
        return object.members.allSatisfy { member in
            member.name.hasSameBytes(as: "@container") && member.value == "@set"
                || member.name.hasSameBytes(as: "@protected")
        }
    }
}
