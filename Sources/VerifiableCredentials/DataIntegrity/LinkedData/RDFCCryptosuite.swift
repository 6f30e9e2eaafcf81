public import Encodings
public import LinkedData

/// The suites that sign what a document says rather than how it is written: linked data in the canonical form of
/// [RDFC-1.0](https://www.w3.org/TR/rdf-canon/).
public protocol RDFCCryptosuite: Cryptosuite {
    /// The vocabularies at hand; nothing is fetched.
    var contexts: PreparedContexts { get }
}

extension RDFCCryptosuite {
    /// Transformation: [EdDSA §3.2.3](https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-rdfc-2022),
    /// [ECDSA §3.2.3](https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-rdfc-2019).
    public func canonicalDocument(
        _ unsecured: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> CanonicalDocument {
        try LinkedDataForm(contexts: contexts).canonicalize(unsecured, digest: digest, work: &work).document
    }

    /// Proof Configuration, §3.2.5 of both.
    public func canonicalProofConfig(
        _ config: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> [UInt8] {
        let form = LinkedDataForm(contexts: contexts)
        do throws(ProofError) {
            return try form.canonicalize(config, digest: digest, work: &work).canonical.text
        } catch {
            // Data Integrity §2.4.1: contexts that don't know a proof's words are followed by those that do.
            guard error.code == .linkedData, let own = Self.vocabulary(of: config["type"]),
                let contexts = config["@context"]?.asList, !contexts.contains(.string(own))
            else { throw error }
            var config = config
            config["@context"] = .array(contexts + [.string(own)])
            do throws(ProofError) {
                return try form.canonicalize(config, digest: digest, work: &work).canonical.text
            } catch let second {
                throw second.code == .tooMuchWork ? second : error
            }
        }
    }

    /// Data Integrity §2.4.1: a document whose contexts don't know a proof's words gets one that does.
    public func securable(_ document: JSONObject) -> JSONObject {
        guard let own = Self.vocabulary(of: .string(proofType)), let contexts = document["@context"]?.asList else {
            return document
        }
        let knowing = [own] + (proofType == "DataIntegrityProof" ? Self.dataIntegrityContexts : [])
        guard !contexts.contains(where: { context in knowing.contains { context == .string($0) } }) else {
            return document
        }
        var document = document
        document["@context"] = .array(contexts + [.string(own)])
        return document
    }

    private static var dataIntegrityContexts: [String] {
        ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/security/data-integrity/v1"]
    }

    private static func vocabulary(of type: JSONValue?) -> String? {
        switch type?.stringValue {
        case "DataIntegrityProof": "https://w3id.org/security/data-integrity/v2"
        case "Ed25519Signature2020": "https://w3id.org/security/suites/ed25519-2020/v1"
        default: nil
        }
    }

    /// §3.2.5: the options under the document's contexts.
    public func proofConfig(options: JSONObject, documentContext: JSONValue?) -> JSONObject {
        let context = documentContext.map { [JSONObject.Member(name: "@context", value: $0)] } ?? []
        return JSONObject(uniqueMembers: context + options.removing("@context").members)
    }

    /// §3.2.2: the document as it is. A proof under other contexts than the document's would be another statement.
    public func unsecuredDocument(
        _ document: JSONObject, for proof: DataIntegrityProof
    ) throws(ProofError) -> JSONObject {
        let unsecured = try documentBeneath(proof, in: document)
        if let own = proof.json["@context"], own.asList != unsecured["@context"]?.asList {
            throw ProofError(
                .contextMismatch, "The document's \"@context\" is not the one that its proof was made for.",
                hint: "It was changed after signing; ask the issuer for a fresh copy.")
        }
        return unsecured
    }
}
