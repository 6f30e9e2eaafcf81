internal import Encodings

/// Walks a credential along one schema.
///
/// Not collecting, it stops at the first thing wrong and makes no text or path; collecting, it goes on and names
/// each.
struct SchemaWalker {
    private let schema: CompiledSchema
    private let isCollecting: Bool
    private var steps: [JSONPath.Step] = []
    private(set) var findings: [SchemaFinding] = []

    init(_ schema: CompiledSchema, collecting: Bool) {
        self.schema = schema
        isCollecting = collecting
    }

    /// Whether an object is what its class asks for.
    mutating func accepts(_ object: JSONObject, as id: SchemaClassID) -> Bool {
        let rules = schema.classes[id.rawValue]
        var seen: UInt64 = 0
        var isSound = true
        for member in object.members {
            guard let place = rules.place(of: member.name) else {
                guard rules.isClosed else { continue }
                isSound = false
                guard
                    note(.unexpected, at: .name(member.name), "\(id.withArticle) has no member \"\(member.name)\".")
                else { return false }
                continue
            }
            seen |= 1 << UInt64(place)
            let property = rules.properties[place]
            if isCollecting { steps.append(.name(member.name)) }
            let isGood = accepts(member.value, property.rule, property.cardinality)
            if isCollecting { steps.removeLast() }
            guard isGood || isCollecting else { return false }
            isSound = isSound && isGood
        }
        let missing = rules.required & ~seen
        guard missing != 0 else { return isSound }
        for (place, property) in rules.properties.enumerated() where missing & (1 << UInt64(place)) != 0 {
            guard note(.missing, at: .name(property.name), "The \(id.name) lacks its \"\(property.name)\".") else {
                return false
            }
        }
        return false
    }

    private mutating func accepts(_ value: JSONValue, _ rule: ValueRule, _ cardinality: Cardinality) -> Bool {
        switch (cardinality, value) {
        case (.one, _): return accepts(value, rule)
        case (.some, .array(let elements)) where elements.isEmpty: return reject(.missing, value, "at least one value")
        case (_, .array(let elements)):
            var isSound = true
            for (index, element) in elements.enumerated() {
                if isCollecting { steps.append(.index(index)) }
                let isGood = accepts(element, rule)
                if isCollecting { steps.removeLast() }
                guard isGood || isCollecting else { return false }
                isSound = isSound && isGood
            }
            return isSound
        case (.many, _) where !schema.dialect.isCompacted, (.some, _) where !schema.dialect.isCompacted:
            return reject(.kind, value, "an array")
        default: return accepts(value, rule)
        }
    }

    private mutating func accepts(_ value: JSONValue, _ rule: ValueRule) -> Bool {
        switch rule {
        case .text:
            return isText(value) { _ in true } || reject(.kind, value, "text")
        case .number:
            if case .number = value { return true }
            return reject(.kind, value, "a number")
        case .boolean:
            if case .bool = value { return true }
            return reject(.kind, value, "true or false")
        case .dateTime:
            if case .string(let text) = value, SchemaText.isDateTime(text) { return true }
            return reject(.format, value, "a date and time with a zone, such as 2026-09-29T12:00:00Z")
        case .date:
            if case .string(let text) = value, SchemaText.isDate(text) { return true }
            return reject(.format, value, "a date such as 2026-09-29")
        case .languageTag:
            return isText(value, SchemaText.isLanguageTag) || reject(.format, value, "a language tag such as fi")
        case .compactJWS:
            return isText(value, SchemaText.isCompactJWS) || reject(.format, value, "a JWS in its compact form")
        case .vocabulary(let vocabulary):
            if case .string(let word) = value, vocabulary.contains(word) { return true }
            return reject(.vocabulary, value, "a word that the standard lists, or one that begins with ext:")
        case .fixedType(let id):
            let namesTypes = schema.dialect.namesTypes
            return isText(value) { !namesTypes || $0.hasSameBytes(as: id.name) }
                || reject(.type, value, "\"\(id.name)\"")
        case .typeSet(let id): return acceptsTypes(value, of: id)
        case .contexts(let due): return acceptsContexts(value, due)
        case .object(let id): return accepts(value, as: id)
        case .innerCredential:
            if schema.dialect.isVCDM11, case .string(let text) = value, SchemaText.isCompactJWS(text) { return true }
            return accepts(value, as: .innerCredential)
        case .profileOrID:
            switch value {
            case .string: return true
            case .object(let object):
                return (schema.dialect.isCompacted && isLanguageMap(object) { _ in true })
                    || accepts(object, as: .profile)
            default: return reject(.kind, value, "a Profile or its id")
            }
        }
    }

    private mutating func accepts(_ value: JSONValue, as id: SchemaClassID) -> Bool {
        guard case .object(let object) = value else { return reject(.kind, value, "an object (\(id.name))") }
        return accepts(object, as: id)
    }

    /// Whether the value is text that meets a condition; in compacted forms also an object of such texts by language.
    @inline(__always)
    private func isText(_ value: JSONValue, _ condition: (String) -> Bool) -> Bool {
        switch value {
        case .string(let text): condition(text)
        case .object(let object): schema.dialect.isCompacted && isLanguageMap(object, condition)
        default: false
        }
    }

    private func isLanguageMap(_ object: JSONObject, _ condition: (String) -> Bool) -> Bool {
        object.members.allSatisfy { member in
            guard SchemaText.isLanguageKey(member.name), case .string(let text) = member.value else { return false }
            return condition(text)
        }
    }

    private mutating func acceptsTypes(_ value: JSONValue, of id: SchemaClassID) -> Bool {
        guard case .array(let elements) = value else {
            return (schema.dialect.allowsOneType && isText(value) { _ in true })
                || reject(.type, value, "an array of types with \"\(id.name)\"")
        }
        guard !elements.isEmpty, elements.allSatisfy({ isText($0) { _ in true } }) else {
            return reject(.type, value, "an array of types with \"\(id.name)\"")
        }
        guard schema.dialect.namesTypes else { return true }
        for words in schema.classes[id.rawValue].requiredTypes {
            let isThere = elements.contains { element in
                guard case .string(let type) = element else { return false }
                return words.contains { $0.hasSameBytes(as: type) }
            }
            guard isThere else {
                return note(.type, nil) { "Among the types \"\(words.joined(separator: "\" or \""))\" is missing." }
            }
        }
        return true
    }

    private mutating func acceptsContexts(_ value: JSONValue, _ due: SchemaContexts) -> Bool {
        let dialect = schema.dialect
        guard case .array(let contexts) = value else {
            return (dialect.isCompacted && isContext(value)) || reject(.context, value, "an array of contexts")
        }
        guard !contexts.isEmpty, contexts.allSatisfy(isContext) else {
            return note(.context, nil) { "The contexts have to be addresses or objects, at least one." }
        }
        // The first schemas for VC Data Model 1.1 look only at that.
        if dialect.isVCDM11, !dialect.isCompacted { return true }
        let vcdm = dialect.isVCDM11 ? OpenBadgesContexts.credentialsV1 : OpenBadgesContexts.credentialsV2
        func has(_ place: Int, _ isDue: (String) -> Bool) -> Bool {
            contexts.indices.contains(place) && contexts[place].stringValue.map(isDue) == true
        }
        let isFollowed =
            switch due {
            case .openBadges: has(1, SchemaText.isOpenBadgesContext)
            case .learnerRecord: has(1, SchemaText.isLearnerRecordContext) && has(2, SchemaText.isOpenBadgesContext)
            case .any: true
            }
        return has(0) { $0.hasSameBytes(as: vcdm) } && isFollowed
            || note(.context, nil) { "The contexts have to begin with \"\(vcdm)\"\(due.followers)." }
    }

    private func isContext(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .object: true
        default: false
        }
    }

    // MARK: Findings

    /// Notes that a value isn't what is due; always false.
    private mutating func reject(
        _ code: SchemaFinding.Code, _ value: JSONValue, _ due: @autoclosure () -> String
    ) -> Bool {
        note(code, nil) { "Here \(due()) is due, and there is \(value.kindWithArticle)." }
    }

    private mutating func note(_ code: SchemaFinding.Code, _ step: JSONPath.Step?, _ message: () -> String) -> Bool {
        if isCollecting, findings.count < OpenBadgeSchema.maxFindings {
            let path = JSONPath(step.map { steps + [$0] } ?? steps)
            findings.append(SchemaFinding(path: path, code: code, message: message()))
        }
        return false
    }

    /// Notes something about a member of the object at hand; whether to go on looking.
    private mutating func note(
        _ code: SchemaFinding.Code, at step: JSONPath.Step, _ message: @autoclosure () -> String
    ) -> Bool {
        _ = note(code, step, message)
        return isCollecting
    }
}

extension SchemaClassID {
    /// The class with its article, at the beginning of a sentence.
    fileprivate var withArticle: String { "AEIOU".contains(name.prefix(1)) ? "An \(name)" : "A \(name)" }
}

extension SchemaContexts {
    /// What has to come after the context of the VC Data Model, for a message.
    fileprivate var followers: String {
        switch self {
        case .openBadges: " and then that of Open Badges 3.0"
        case .learnerRecord: ", then that of CLR 2.0 and that of Open Badges 3.0"
        case .any: ""
        }
    }
}

extension JSONValue {
    /// What stands there, for a message.
    fileprivate var kindWithArticle: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): "the number \(number)"
        case .string(let text):
            text.utf8.count <= 60 ? "\"\(UTF8Text.escapedForTerminal(text))\"" : "a text of another kind"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
