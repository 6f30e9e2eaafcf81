/// The classes of the Open Badges 3.0 and CLR 2.0 data models that the schemas describe.
enum SchemaClassID: Int, CaseIterable, Sendable {
    case achievementCredential, endorsementCredential, achievementSubject, endorsementSubject, achievement, profile
    case identityObject, identifierEntry, image, evidence, criteria, alignment, related
    case result, resultDescription, rubricCriterionLevel
    case address, geoCoordinates
    case proof, credentialSchema, credentialStatus, refreshService, termsOfUse
    case clrCredential, clrSubject, association, innerCredential, innerSubject
}

/// What a value of a property has to be. The payloads are small so that rules are cheap to pass around.
enum ValueRule: Sendable {
    case text
    case number
    case boolean
    case dateTime
    case date
    case languageTag
    case compactJWS
    case vocabulary(SchemaVocabulary)
    /// A `type` that is one fixed word rather than a set.
    case fixedType(SchemaClassID)
    /// A `type` that is a set in which the class's own word has to be.
    case typeSet(SchemaClassID)
    case contexts(SchemaContexts)
    case object(SchemaClassID)
    /// A Profile, or the id of one.
    case profileOrID
    /// A credential; in records of VC Data Model 1.1 also one as a compact JWS, as the first of them had it.
    case innerCredential
}

/// Which contexts a credential has to begin with, after that of the VC Data Model.
enum SchemaContexts: Sendable {
    case openBadges
    /// That of CLR 2.0 and then that of Open Badges 3.0.
    case learnerRecord
    /// Any.
    case any
}

/// How often a property may have a value.
enum Cardinality: Sendable {
    case one
    /// A set: an array, and in compacted forms also one value without brackets.
    case many
    /// A set that may stand without brackets in every form.
    case oneOrMany
    /// As `many`, and never without a value.
    case some
}

/// A property of a class.
struct PropertyRule: Sendable {
    let name: String
    let rule: ValueRule
    let cardinality: Cardinality
}

/// A class: its properties, which of them are required, and whether others may stand beside them.
struct ClassRule: Sendable {
    let properties: [PropertyRule]
    let required: [String]
    let isClosed: Bool

    init(required: [String], closed: Bool = false, _ properties: [[PropertyRule]]) {
        self.properties = properties.flatMap(\.self)
        self.required = required
        isClosed = closed
    }
}

/// How one published schema differs from the others, apart from which properties a class has.
struct SchemaDialect: Sendable {
    /// Whether the credential is one of VC Data Model 1.1.
    let isVCDM11: Bool
    /// Whether a set of one may stand without brackets, and a text be an object of texts by language.
    let isCompacted: Bool

    init(_ form: OpenBadgeSchema.Form) {
        isVCDM11 = form == .arrayVCDM11 || form == .compactedVCDM11
        isCompacted = form == .compacted || form == .compactedVCDM11
    }

    /// The first schema for VC Data Model 1.1 looks neither at the words in `type` nor at which contexts there are.
    var namesTypes: Bool { !isVCDM11 || isCompacted }
    /// Whether a set of types may be one text.
    var allowsOneType: Bool { isCompacted || isVCDM11 }
}
