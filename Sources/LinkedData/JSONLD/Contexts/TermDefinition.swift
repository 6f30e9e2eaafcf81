import Encodings
import Synchronization

/// What a term means in an active context (JSON-LD 1.1 API, section 4.1).
final class TermDefinition: Sendable {
    /// Tells this definition from every other of the process.
    let serial: UInt64
    let term: String
    let termHash: UInt32
    /// The IRI mapping; nothing when the term was mapped to null, so that it means nothing.
    let iri: String?
    let iriHash: UInt32
    let iriKind: IRI.Kind
    /// The keyword that the IRI mapping is, if it is one.
    let keyword: Keyword?
    let isPrefix: Bool
    let isProtected: Bool
    let isReverse: Bool
    let container: Container
    let typeMapping: TypeMapping
    let language: LanguageMapping
    let direction: DirectionMapping
    let indexMapping: String?
    let nestValue: String?
    /// The scoped context, not yet processed, and the URL that relative context URLs in it refer to.
    let localContext: JSONValue?
    let baseURL: String?
    /// Whether the IRI mapping has a colon; a term whose IRI has none is as good as undefined in a document.
    let hasColon: Bool
    /// Whether its values need nothing but value expansion and node objects: no container that changes their shape,
    /// no scoped context, no reversing, no JSON literal.
    let isPlain: Bool

    private static let serials = Atomic<UInt64>(1)

    init(term: String, draft: TermDraft) {
        serial = Self.serials.add(1, ordering: .relaxed).oldValue
        self.term = term
        termHash = SeededHash.hash(term)
        iri = draft.iri
        iriHash = draft.iri.map(SeededHash.hash) ?? 0
        iriKind = draft.iri.map { $0.withTextBytes(IRI.kind) } ?? .relative
        keyword = draft.iri.flatMap(Keyword.init)
        isPrefix = draft.isPrefix
        isProtected = draft.isProtected
        isReverse = draft.isReverse
        container = draft.container
        typeMapping = draft.typeMapping
        language = draft.language
        direction = draft.direction
        indexMapping = draft.indexMapping
        nestValue = draft.nestValue
        localContext = draft.localContext
        baseURL = draft.baseURL
        hasColon = draft.iri?.utf8.contains(UInt8(ascii: ":")) ?? false
        isPlain =
            draft.container.subtracting(.set).isEmpty && !draft.isReverse && draft.localContext == nil
            && draft.typeMapping != .json
    }

    /// Whether both say the same, protection apart.
    func saysTheSame(as other: TermDefinition) -> Bool {
        func same(_ left: String?, _ right: String?) -> Bool {
            switch (left, right) {
            case (nil, nil): true
            case (let left?, let right?): left.hasSameBytes(as: right)
            default: false
            }
        }
        return same(iri, other.iri) && isPrefix == other.isPrefix && isReverse == other.isReverse
            && container == other.container && typeMapping == other.typeMapping && language == other.language
            && direction == other.direction && same(indexMapping, other.indexMapping)
            && same(nestValue, other.nestValue) && localContext == other.localContext
    }
}

/// A term definition while it is made.
struct TermDraft {
    var iri: String?
    var isPrefix = false
    var isProtected = false
    var isReverse = false
    var container: Container = []
    var typeMapping = TypeMapping.undefined
    var language = LanguageMapping.undefined
    var direction = DirectionMapping.undefined
    var indexMapping: String?
    var nestValue: String?
    var localContext: JSONValue?
    var baseURL: String?
}

/// The containers of a term.
struct Container: OptionSet, Sendable {
    let rawValue: UInt8
    static let graph = Container(rawValue: 1)
    static let id = Container(rawValue: 2)
    static let index = Container(rawValue: 4)
    static let language = Container(rawValue: 8)
    static let list = Container(rawValue: 16)
    static let set = Container(rawValue: 32)
    static let type = Container(rawValue: 64)

    /// The containers whose value is a map of which the keys mean something.
    static let maps: Container = [.id, .index, .type]
}

/// What a term's values are taken for.
enum TypeMapping: Sendable, Equatable {
    case undefined, id, vocab, json, none
    case iri(String, hash: UInt32)

    static func == (left: TypeMapping, right: TypeMapping) -> Bool {
        switch (left, right) {
        case (.undefined, .undefined), (.id, .id), (.vocab, .vocab), (.json, .json), (.none, .none): true
        case (.iri(let a, _), .iri(let b, _)): a.hasSameBytes(as: b)
        default: false
        }
    }
}

/// What language a term's texts are in: nothing said, said to be none, or a tag.
enum LanguageMapping: Sendable, Equatable {
    case undefined, null
    case tag(String)

    static func == (left: LanguageMapping, right: LanguageMapping) -> Bool {
        switch (left, right) {
        case (.undefined, .undefined), (.null, .null): true
        case (.tag(let a), .tag(let b)): a.hasSameBytes(as: b)
        default: false
        }
    }
}

/// In which direction a term's texts are written: nothing said, said to be none, or one of the two.
enum DirectionMapping: Sendable, Equatable {
    case undefined, null
    case direction(BaseDirection)
}

/// The direction in which a text is written.
enum BaseDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// - Parameter text: `ltr` or `rtl`, to the byte.
    init?(_ text: String) {
        if text.hasSameBytes(as: "ltr") {
            self = .leftToRight
        } else if text.hasSameBytes(as: "rtl") {
            self = .rightToLeft
        } else {
            return nil
        }
    }
}
