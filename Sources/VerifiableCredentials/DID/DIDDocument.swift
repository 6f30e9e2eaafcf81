import Cryptography
public import Encodings

/// The keys of a DID and what each may be used for, after
/// [DID Core §5](https://www.w3.org/TR/did-core/#core-properties) and Controlled Identifiers 1.0 §2.
///
/// It says what the document says; whether the document can be believed is decided elsewhere.
public struct DIDDocument: Sendable, Hashable {
    public let id: DID
    public let alsoKnownAs: [String]
    /// Every key that could be read, in the document's order, those embedded in a relationship included.
    public let verificationMethods: [VerificationMethod]
    /// Ids of verification methods by relationship (`assertionMethod`, `authentication`, …), absolute.
    public let relationships: [String: [String]]
    /// The document as it came.
    public let json: JSONObject

    /// The relationships of Controlled Identifiers 1.0 §2.3.
    public static let relationshipNames = [
        "assertionMethod", "authentication", "capabilityDelegation", "capabilityInvocation", "keyAgreement",
    ]

    public var assertionMethod: [String] { relationships["assertionMethod"] ?? [] }
    public var authentication: [String] { relationships["authentication"] ?? [] }

    /// Reads a document; a key of a type that isn't known here is passed over.
    ///
    /// - Throws: `DIDError` `did.document`, `did.conflicting-methods`.
    public init(json: JSONValue) throws(DIDError) {
        guard let object = json.objectValue else { throw .document("The DID document is not a JSON object.") }
        guard let id = object["id"]?.stringValue.flatMap(DID.init) else {
            throw .document("The DID document doesn't say whose it is: it has no DID as its \"id\".")
        }
        var methods = MethodTable()
        for element in try Self.list(object["verificationMethod"], named: "verificationMethod") {
            guard let method = element.objectValue else {
                throw .document("The DID document's \"verificationMethod\" holds something that is no object.")
            }
            _ = try methods.add(method, of: id)
        }
        var relationships: [String: [String]] = [:]
        for name in Self.relationshipNames where object[name] != nil {
            var ids: [String] = []
            for element in try Self.list(object[name], named: name) {
                switch element {
                case .string(let reference):
                    if let reference = VerificationMethod.absolute(reference, in: id) { ids.append(reference) }
                case .object(let embedded):
                    if let added = try methods.add(embedded, of: id) { ids.append(added) }
                default:
                    throw .document(
                        "The DID document's \"\(name)\" holds something that is neither a key nor its name.")
                }
            }
            relationships[name] = ids
        }
        self.id = id
        self.alsoKnownAs = (object["alsoKnownAs"]?.asList ?? []).compactMap(\.stringValue)
        self.verificationMethods = methods.inOrder
        self.relationships = relationships
        self.json = object
    }

    /// The document that publishes these keys for stating things (`assertionMethod`) and for logging in.
    ///
    /// - Parameter unusable: keys that stand in it and may be used for nothing: revoked ones with the time of their end,
    ///   and those for what no relationship names.
    public init(
        id: DID, alsoKnownAs: [String] = [], publishing usable: [VerificationMethod],
        unusable: [VerificationMethod] = []
    ) {
        let methods = usable + unusable
        var contexts: [JSONValue] = ["https://www.w3.org/ns/did/v1"]
        if methods.contains(where: { $0.type == "Multikey" }) {
            contexts.append("https://w3id.org/security/multikey/v1")
        }
        if methods.contains(where: { $0.type == "JsonWebKey" }) { contexts.append("https://w3id.org/security/jwk/v1") }
        let ids = usable.map(\.id)
        let references = JSONValue.array(ids.map { .string($0) })
        var json: JSONObject = ["@context": .array(contexts), "id": .string(id.description)]
        if !alsoKnownAs.isEmpty { json["alsoKnownAs"] = .array(alsoKnownAs.map { .string($0) }) }
        json["verificationMethod"] = .array(methods.map { .object($0.json) })
        json["assertionMethod"] = references
        json["authentication"] = references
        self.id = id
        self.alsoKnownAs = alsoKnownAs
        self.verificationMethods = methods
        self.relationships = ["assertionMethod": ids, "authentication": ids]
        self.json = json
    }

    /// The key of that name, when the document allows it for that purpose.
    ///
    /// - Parameter id: the absolute DID URL that a proof or a `kid` names.
    /// - Parameter purpose: a relationship, usually `assertionMethod`.
    public func method(_ id: String, for purpose: String) -> VerificationMethod? {
        guard relationships[purpose]?.contains(where: { $0.hasSameBytes(as: id) }) == true else { return nil }
        return verificationMethod(id)
    }

    /// The key of that name, whatever it may be used for.
    public func verificationMethod(_ id: String) -> VerificationMethod? {
        verificationMethods.first { $0.id.hasSameBytes(as: id) }
    }

    private static func list(_ value: JSONValue?, named name: String) throws(DIDError) -> [JSONValue] {
        guard let value else { return [] }
        switch value {
        case .array(let elements): return elements
        // One without brackets is not DID Core's form, but means one thing only.
        case .object, .string: return [value]
        default: throw .document("The DID document's \"\(name)\" is a \(value.kindName) where a list is due.")
        }
    }

    /// Collects methods in order and refuses one id for two keys.
    private struct MethodTable {
        var inOrder: [VerificationMethod] = []
        private var places: [String: Int] = [:]

        /// The id when the object is a key that is read here.
        mutating func add(_ object: JSONObject, of document: DID) throws(DIDError) -> String? {
            guard case .method(let method) = VerificationMethod.read(object, in: document) else { return nil }
            if let place = places[method.id] {
                guard inOrder[place] == method else {
                    throw DIDError(
                        .conflictingMethods, "The DID document gives two different keys the name \(method.id).",
                        hint: "Ask the issuer to mend its DID document; until then its keys can't be told apart.")
                }
            } else {
                places[method.id] = inOrder.count
                inOrder.append(method)
            }
            return method.id
        }
    }
}
