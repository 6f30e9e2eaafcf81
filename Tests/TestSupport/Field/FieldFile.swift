public import Encodings

/// One file of the field as the corpus holds it: what others really issued, with what is known about it.
public struct FieldFile: Sendable, CustomStringConvertible {
    public let vector: CorpusVector
    public let bytes: [UInt8]
    /// Its JSON; nothing when it is a JWT.
    public let json: JSONObject?

    public var description: String { "\(vector.folder) \(vector.id)" }
    /// Its path below the corpus.
    public var path: String { "\(vector.folder)/\(vector.text("file") ?? "")" }

    init(_ vector: CorpusVector) {
        self.vector = vector
        bytes = (try? vector.read("file")) ?? []
        json = (try? TestJSON.parse(bytes))?.objectValue
    }

    public enum Kind: Sendable {
        /// A credential with embedded proofs.
        case signed
        case unsigned
        /// A compact JWS.
        case jwt
        /// Something that only holds or resembles a credential.
        case other
    }

    public var kind: Kind {
        if vector.entry["jwt"] != nil { return .jwt }
        guard let json, FieldCorpus.texts(json["type"]).contains("VerifiableCredential") else { return .other }
        return json["proof"] == nil ? .unsigned : .signed
    }

    public var issuer: String? { json.flatMap { FieldCorpus.identifier(of: $0["issuer"]) } }

    /// What was found about each of its signatures: true, false, or why nothing was.
    public var signatures: [JSONValue] {
        (vector.entry["proofs"]?.arrayValue ?? []).map { $0["verified"] ?? .null }
    }

    /// Whether a published schema takes it; nothing when none was asked.
    public var keepsSchema: Bool? { vector.entry["schema"]?["anyForm"]?.boolValue }

    /// What the reference validator's own tests say of it.
    public var referenceOutcomes: [String] {
        (vector.entry["referenceOutcome"]?.arrayValue ?? []).compactMap { $0["outcome"]?.stringValue }
    }
}
