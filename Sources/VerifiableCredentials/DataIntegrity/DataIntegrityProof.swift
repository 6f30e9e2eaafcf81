public import Encodings

/// An embedded proof as it came, after
/// [Data Integrity §2.1](https://www.w3.org/TR/vc-data-integrity/#proofs).
///
/// Members are read by kind only: what a suite demands is the suite's to check, so that a proof of an unknown suite
/// can still be named. Members without a meaning here stay in `json`, and are signed with the rest.
public struct DataIntegrityProof: Sendable, Hashable {
    public let id: String?
    /// `DataIntegrityProof`, or the name of an older suite such as `Ed25519Signature2020`.
    public let type: String
    public let cryptosuite: String?
    /// When the signer says it was made.
    public let created: Timestamp?
    public let expires: Timestamp?
    public let verificationMethod: String?
    public let proofPurpose: String?
    public let proofValue: String?
    /// For whom it was made; empty when it says nothing.
    public let domain: [String]
    public let challenge: String?
    public let nonce: String?
    /// The ids of the proofs it was made on top of.
    public let previousProof: [String]
    /// The contexts that the signature covers, when the proof repeats them.
    public let contexts: [JSONValue]?
    /// The proof as it came.
    public let json: JSONObject

    /// - Throws: `ProofError` `proof.malformed`.
    public init(json: JSONValue) throws(ProofError) {
        guard let object = json.objectValue else {
            throw .malformed("The proof is a \(json.kindName) where an object is due.")
        }
        try self.init(json: object)
    }

    /// - Throws: `ProofError` `proof.malformed`.
    public init(json object: JSONObject) throws(ProofError) {
        let reader = Reader(object: object)
        guard let type = try reader.string("type") else {
            throw .malformed("The proof doesn't say of what type it is.")
        }
        self.type = type
        id = try reader.string("id")
        cryptosuite = try reader.string("cryptosuite")
        created = try reader.instant("created")
        expires = try reader.instant("expires")
        verificationMethod = try reader.string("verificationMethod")
        proofPurpose = try reader.string("proofPurpose")
        proofValue = try reader.string("proofValue")
        domain = try reader.strings("domain")
        challenge = try reader.string("challenge")
        nonce = try reader.string("nonce")
        previousProof = try reader.strings("previousProof")
        contexts = object["@context"]?.asList
        json = object
    }

    /// Documents in the field have one proof or two; each more may cost a canonicalisation and a signature check.
    public static let maxPerDocument = 16

    /// The proofs of a document, in their order; none when it has no `proof`.
    ///
    /// - Throws: `ProofError` `proof.malformed` when one of them can't be read at all, `limit.proofs`.
    public static func all(in document: JSONObject) throws(ProofError) -> [DataIntegrityProof] {
        var proofs: [DataIntegrityProof] = []
        let values = document["proof"]?.asList ?? []
        guard values.count <= maxPerDocument else {
            throw ProofError(
                .tooMany, "The document has \(values.count) proofs; at most \(maxPerDocument) are checked.")
        }
        for value in values { proofs.append(try DataIntegrityProof(json: value)) }
        return proofs
    }

    /// What the suite hashes beside the document: the proof without its value.
    public var options: JSONObject { json.removing("proofValue") }

    private struct Reader {
        let object: JSONObject

        func string(_ name: String) throws(ProofError) -> String? {
            guard let value = object[name] else { return nil }
            guard let text = value.stringValue else {
                throw .malformed("The proof's \"\(name)\" is a \(value.kindName) where text is due.")
            }
            return text
        }

        func strings(_ name: String) throws(ProofError) -> [String] {
            guard let value = object[name] else { return [] }
            var texts: [String] = []
            for element in value.asList {
                guard let text = element.stringValue else {
                    throw .malformed("The proof's \"\(name)\" holds a \(element.kindName) where text is due.")
                }
                texts.append(text)
            }
            return texts
        }

        func instant(_ name: String) throws(ProofError) -> Timestamp? {
            guard let text = try string(name) else { return nil }
            guard let instant = try? Timestamp(rfc3339: text) else {
                throw .malformed("The proof's \"\(name)\" is not a date and time with a zone.")
            }
            return instant
        }
    }
}
