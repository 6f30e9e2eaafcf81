public import Encodings

/// Why a document can't be read as JSON-LD, and where in it.
///
/// Where the JSON-LD 1.1 API has a code (section 10.3, JsonLdErrorCode), it is the standard's, written our way, and
/// `standardCode` has it in the standard's spelling; the others are safe mode's and those of our limits.
public struct JSONLDError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// Two members of one object mean the same keyword.
        case collidingKeywords = "jsonld.colliding-keywords"
        /// One node is given two indexes.
        case conflictingIndexes = "jsonld.conflicting-indexes"
        /// More contexts are referred to than allowed.
        case contextOverflow = "jsonld.context-overflow"
        /// Terms are defined in a circle.
        case cyclicIRIMapping = "jsonld.cyclic-iri-mapping"
        /// An `@id` is no string.
        case invalidIDValue = "jsonld.invalid-id-value"
        /// An `@import` in a context is no string.
        case invalidImportValue = "jsonld.invalid-import-value"
        /// `@included` holds something other than node objects.
        case invalidIncludedValue = "jsonld.invalid-included-value"
        /// An `@index` is no string.
        case invalidIndexValue = "jsonld.invalid-index-value"
        /// A `@nest` is no object without `@value`, or names a keyword.
        case invalidNestValue = "jsonld.invalid-nest-value"
        /// A `@prefix` in a term definition is no boolean.
        case invalidPrefixValue = "jsonld.invalid-prefix-value"
        /// A `@propagate` in a context is no boolean.
        case invalidPropagateValue = "jsonld.invalid-propagate-value"
        /// A `@protected` in a context is no boolean.
        case invalidProtectedValue = "jsonld.invalid-protected-value"
        /// An `@reverse` is no object.
        case invalidReverseValue = "jsonld.invalid-reverse-value"
        /// A context has an `@version` other than 1.1.
        case invalidVersionValue = "jsonld.invalid-version-value"
        /// A `@direction` is neither `ltr` nor `rtl`.
        case invalidBaseDirection = "jsonld.invalid-base-direction"
        /// An `@base` is neither an IRI nor null.
        case invalidBaseIRI = "jsonld.invalid-base-iri"
        /// A `@container` is none of those there are.
        case invalidContainerMapping = "jsonld.invalid-container-mapping"
        /// A context has a member that it can't have in its place.
        case invalidContextEntry = "jsonld.invalid-context-entry"
        /// A context with protected terms is taken away.
        case invalidContextNullification = "jsonld.invalid-context-nullification"
        /// A literal of the datatype `rdf:JSON` holds no JSON.
        case invalidJSONLiteral = "jsonld.invalid-json-literal"
        /// The `@language` of a context is no string.
        case invalidDefaultLanguage = "jsonld.invalid-default-language"
        /// A term's IRI is missing or isn't one.
        case invalidIRIMapping = "jsonld.invalid-iri-mapping"
        /// A term stands for `@context`.
        case invalidKeywordAlias = "jsonld.invalid-keyword-alias"
        /// A language map holds something other than strings.
        case invalidLanguageMapValue = "jsonld.invalid-language-map-value"
        /// The `@language` of a term definition is no string.
        case invalidLanguageMapping = "jsonld.invalid-language-mapping"
        /// The `@language` of a value is no string.
        case invalidLanguageTaggedString = "jsonld.invalid-language-tagged-string"
        /// A number or a boolean has a language.
        case invalidLanguageTaggedValue = "jsonld.invalid-language-tagged-value"
        /// A context is no object, no URL and not null.
        case invalidLocalContext = "jsonld.invalid-local-context"
        /// A context's document has no `@context`.
        case invalidRemoteContext = "jsonld.invalid-remote-context"
        /// A definition with `@reverse` has what such a one can't have.
        case invalidReverseProperty = "jsonld.invalid-reverse-property"
        /// An object under `@reverse` has keywords for members.
        case invalidReversePropertyMap = "jsonld.invalid-reverse-property-map"
        /// The value of a reverse property is no node object.
        case invalidReversePropertyValue = "jsonld.invalid-reverse-property-value"
        /// The context inside a term definition is wrong.
        case invalidScopedContext = "jsonld.invalid-scoped-context"
        /// An object with `@set` or `@list` has other members too.
        case invalidSetOrListObject = "jsonld.invalid-set-or-list-object"
        /// A term definition is wrong.
        case invalidTermDefinition = "jsonld.invalid-term-definition"
        /// The `@type` of a term definition is no IRI.
        case invalidTypeMapping = "jsonld.invalid-type-mapping"
        /// A `@type` is neither a string nor an array of strings.
        case invalidTypeValue = "jsonld.invalid-type-value"
        /// The `@type` of a value object is no IRI.
        case invalidTypedValue = "jsonld.invalid-typed-value"
        /// A value object has members that it can't have.
        case invalidValueObject = "jsonld.invalid-value-object"
        /// A `@value` is an object or an array.
        case invalidValueObjectValue = "jsonld.invalid-value-object-value"
        /// A `@vocab` is neither a string nor null.
        case invalidVocabMapping = "jsonld.invalid-vocab-mapping"
        /// A keyword is given another meaning.
        case keywordRedefinition = "jsonld.keyword-redefinition"
        /// A context's URL is relative, and there is nothing that it could be relative to.
        case loadingDocumentFailed = "jsonld.loading-document-failed"
        /// A context isn't among those at hand.
        case loadingRemoteContextFailed = "jsonld.loading-remote-context-failed"
        /// A protected term is given another meaning.
        case protectedTermRedefinition = "jsonld.protected-term-redefinition"

        /// Safe mode: a member's name means nothing in its context, so that the member would be left out.
        case undefinedTerm = "jsonld.undefined-term"
        /// Safe mode: an IRI is relative, and there is nothing that it could be relative to.
        case relativeIRI = "jsonld.relative-iri"
        /// Safe mode: a text that is due to be an IRI has characters that none has.
        case malformedIRI = "jsonld.malformed-iri"
        /// Safe mode: a name looks like a keyword and is none.
        case reservedTerm = "jsonld.reserved-term"
        /// Safe mode: a property is a blank node, which RDF has no place for.
        case blankNodeProperty = "jsonld.blank-node-property"
        /// Safe mode: a language tag isn't formed like one.
        case invalidLanguage = "jsonld.invalid-language"
        /// Safe mode: a value stands where it says nothing about anything, so that it would be left out.
        case droppedValue = "jsonld.dropped-value"
        /// Safe mode: a text's direction would be lost on the way to RDF.
        case droppedDirection = "jsonld.dropped-direction"

        /// Objects and arrays stand deeper in each other than allowed.
        case tooDeep = "limit.jsonld-depth"
        /// The document's contexts define more than allowed.
        case contextWork = "limit.jsonld-context-work"
        /// The document's words, written out as IRIs and quads, have more bytes than allowed.
        case tooManyBytes = "limit.jsonld-bytes"
        /// The document makes more quads than allowed.
        case tooManyQuads = "limit.quads"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    /// Where in the document; the root when it is the document as a whole.
    public let path: JSONPath
    /// The URL of the context that is wrong, when it isn't the document itself.
    public let contextURL: String?

    public init(
        _ code: Code, _ message: String, hint: String? = nil, at path: JSONPath = .root, contextURL: String? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint ?? code.defaultHint
        self.path = path
        self.contextURL = contextURL
    }

    /// The same error in a part of a document that stands there.
    func under(_ path: JSONPath) -> JSONLDError {
        JSONLDError(code, message, hint: hint, at: JSONPath(path.steps + self.path.steps), contextURL: contextURL)
    }

    public var codeText: String { code.rawValue }
    public var cause: String? { contextURL.map { "in the context \($0)" } }
    public static func == (left: JSONLDError, right: JSONLDError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension JSONLDError.Code {
    /// The code in the words of the JSON-LD 1.1 API; nothing for the codes that are only ours.
    public var standardCode: String? {
        switch self {
        case .invalidIDValue: "invalid @id value"
        case .invalidImportValue: "invalid @import value"
        case .invalidIncludedValue: "invalid @included value"
        case .invalidIndexValue: "invalid @index value"
        case .invalidNestValue: "invalid @nest value"
        case .invalidPrefixValue: "invalid @prefix value"
        case .invalidPropagateValue: "invalid @propagate value"
        case .invalidProtectedValue: "invalid @protected value"
        case .invalidReverseValue: "invalid @reverse value"
        case .invalidVersionValue: "invalid @version value"
        case .invalidBaseIRI: "invalid base IRI"
        case .invalidIRIMapping: "invalid IRI mapping"
        case .invalidJSONLiteral: "invalid JSON literal"
        case .cyclicIRIMapping: "cyclic IRI mapping"
        case .invalidLanguageTaggedString: "invalid language-tagged string"
        case .invalidLanguageTaggedValue: "invalid language-tagged value"
        case .undefinedTerm, .relativeIRI, .malformedIRI, .reservedTerm, .blankNodeProperty, .invalidLanguage,
            .droppedValue, .droppedDirection, .tooDeep, .contextWork, .tooManyBytes, .tooManyQuads:
            nil
        default:
            String(rawValue.dropFirst("jsonld.".utf8.count).map { $0 == "-" ? " " : $0 })
        }
    }

    /// What to do about it, for the codes whose way out is always the same.
    fileprivate var defaultHint: String {
        switch self {
        case .undefinedTerm:
            "Take the member out, spell it as its context does, or name the context that defines it."
        case .relativeIRI, .malformedIRI: "Write it as a whole IRI, for example beginning with https:// or urn:uuid:."
        case .loadingRemoteContextFailed, .loadingDocumentFailed:
            "Only the contexts at hand are used, none is fetched; add the context's file if you trust it."
        case .droppedValue: "Take the value out, or put it under a term that its context defines."
        case .droppedDirection: "Leave the direction out: a signature wouldn't cover it."
        case .invalidLanguage: "Write a language tag such as fi, sv or en-GB."
        case .tooDeep, .contextWork, .tooManyBytes, .tooManyQuads, .contextOverflow:
            "Ask the sender for a smaller document, or split it."
        default: "Ask whoever made the document or its context to mend it."
        }
    }
}
