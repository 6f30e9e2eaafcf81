/// How a document is read.
public struct JSONLDOptions: Sendable, Hashable {
    /// What becomes of texts with a direction, which RDF has no place for.
    public enum RDFDirection: Sendable, Hashable {
        /// A datatype that names language and direction.
        case i18nDatatype
        /// A blank node with value, language and direction as properties.
        case compoundLiteral
    }

    /// The IRI that relative ones refer to; nothing leaves them relative.
    public var base: String?
    /// Refuses whatever would be left out in silence: undefined terms, relative IRIs, values without a place.
    public var isSafe: Bool
    public var rdfDirection: RDFDirection?
    /// Keeps quads whose predicate is a blank node.
    public var producesGeneralizedRDF: Bool
    /// From RDF: writes integers, doubles and booleans as JSON's own.
    public var usesNativeTypes: Bool
    /// From RDF: writes `rdf:type` as a property like others instead of `@type`.
    public var usesRDFType: Bool
    public var limits: JSONLDLimits

    public init(
        base: String? = nil, isSafe: Bool = false, rdfDirection: RDFDirection? = nil,
        producesGeneralizedRDF: Bool = false, usesNativeTypes: Bool = false, usesRDFType: Bool = false,
        limits: JSONLDLimits = .document
    ) {
        self.base = base
        self.isSafe = isSafe
        self.rdfDirection = rdfDirection
        self.producesGeneralizedRDF = producesGeneralizedRDF
        self.usesNativeTypes = usesNativeTypes
        self.usesRDFType = usesRDFType
        self.limits = limits
    }

    /// For documents that are signed or whose signature is checked: nothing may be left out, and nothing is relative
    /// to where a file happens to lie.
    public static let signing = JSONLDOptions(isSafe: true)
}
