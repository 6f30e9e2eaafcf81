import Cryptography
public import Encodings

/// Securing a document with an embedded proof, and checking one.
public enum DataIntegrity {
    /// A document with its proof, and what was hashed on the way.
    public struct Secured: Sendable {
        /// The document, `proof` last.
        public let document: JSONObject
        /// For checking the same document without canonicalising it again.
        public let hashed: HashedDocument
    }

    /// The credential with a proof as its last member.
    ///
    /// A suite that signs linked data adds the context that knows a proof's words, where none of the document's does.
    ///
    /// - Parameter created: the moment of signing, by the caller's clock.
    /// - Parameter more: further members of the proof, such as `expires`, `domain` and `challenge`.
    /// - Parameter credentials: how many credentials the document holds; it may be as large as all of them.
    /// - Throws: `ProofError` `proof.key-type`, `proof.signing`, and `proof.malformed` when it has a proof already.
    public static func secure(
        _ credential: JSONObject, suite: any Cryptosuite, key: SigningKey, created: Timestamp,
        purpose: String = "assertionMethod", more: JSONObject = [:], holding credentials: Int = 0
    ) throws(ProofError) -> JSONObject {
        try secured(
            credential, suite: suite, key: key, created: created, purpose: purpose, more: more, holding: credentials
        ).document
    }

    /// As `secure`, keeping what was hashed.
    public static func secured(
        _ credential: JSONObject, suite: any Cryptosuite, key: SigningKey, created: Timestamp,
        purpose: String = "assertionMethod", more: JSONObject = [:], holding credentials: Int = 0
    ) throws(ProofError) -> Secured {
        guard credential["proof"] == nil else { throw .malformed("The document already has a proof.") }
        guard let digest = suite.digest(for: key.privateKey.type) else {
            throw ProofError(.keyType, "\(suite.name) doesn't sign with a key of type \(key.privateKey.type.rawValue).")
        }
        var options: JSONObject = ["type": .string(suite.proofType)]
        if suite.proofType == "DataIntegrityProof" { options["cryptosuite"] = .string(suite.name) }
        options["created"] = .string(created.wholeSeconds.description)
        options["verificationMethod"] = .string(key.verificationMethod)
        options["proofPurpose"] = .string(purpose)
        for member in more.members { options[member.name] = member.value }
        var document = suite.securable(credential)
        var work = ProofWork(credentials: credentials)
        let hashed = try suite.hash(document, digest: digest, work: &work)
        var memory = DocumentMemory(hashed)
        let proof = try suite.createProof(for: document, options: options, key: key.privateKey, memory: &memory)
        document["proof"] = .object(proof)
        return Secured(document: document, hashed: hashed)
    }
}
