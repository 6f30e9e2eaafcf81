public import Cryptography
public import Encodings

extension Cryptosuite {
    public var proofType: String { "DataIntegrityProof" }

    public func securable(_ document: JSONObject) -> JSONObject { document }

    public func proofOptions(_ options: JSONObject, for document: JSONObject) -> JSONObject { options }

    // MARK: Proof values

    /// Base58btc, as the standards of the suites have it (EdDSA §3.3.6, ECDSA §3.3.6 and their kin).
    public func encodeProofValue(_ signature: [UInt8]) -> String { Multibase.encode(signature, as: .base58btc) }

    public func decodeProofValue(_ text: String) throws(ProofError) -> [UInt8] {
        do {
            return try Multibase.decode(text, expecting: .base58btc)
        } catch {
            throw ProofError(
                .valueMalformed, "The proof's \"proofValue\" is not base58btc text that begins with \"z\".",
                hint: "Ask the issuer for a fresh copy.", cause: error.description)
        }
    }

    /// The decoded value, as long as that algorithm's signatures are.
    private func signature(in text: String, of algorithm: SignatureAlgorithm) throws(ProofError) -> [UInt8] {
        let bytes = try decodeProofValue(text)
        let length = algorithm == .ecdsaP384SHA384 ? 96 : 64
        guard bytes.count == length else {
            throw ProofError(
                .valueMalformed,
                "The proof's \"proofValue\" holds \(bytes.count) bytes where a signature has \(length).",
                hint: "Ask the issuer for a fresh copy.")
        }
        return bytes
    }

    // MARK: Hashing

    /// Canonicalises and hashes a document without the proof in question.
    public func hash(
        _ unsecured: JSONObject, digest: ProofDigest = .sha256
    ) throws(ProofError) -> HashedDocument {
        var work = ProofWork()
        return try hash(unsecured, digest: digest, work: &work)
    }

    func hash(
        _ unsecured: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> HashedDocument {
        let canonical = try canonicalDocument(unsecured, digest: digest, work: &work)
        return HashedDocument(
            suite: name, digest: digest, unsecured: unsecured, canonical: canonical,
            hash: digest.hash(canonical.bytes))
    }

    /// Everything that lies between a document with its proof options and the bytes to sign.
    public func stages(of hashed: HashedDocument, proofConfig: JSONObject) throws(ProofError) -> DataIntegrityStages {
        var work = ProofWork()
        return try stages(of: hashed, proofConfig: proofConfig, work: &work)
    }

    private func stages(
        of hashed: HashedDocument, proofConfig: JSONObject, work: inout ProofWork
    ) throws(ProofError) -> DataIntegrityStages {
        let canonicalConfig = try canonicalProofConfig(proofConfig, digest: hashed.digest, work: &work)
        return DataIntegrityStages(
            canonicalDocument: hashed.canonical.bytes, canonicalDocumentHash: hashed.hash,
            canonicalProofConfig: canonicalConfig, proofConfigHash: hashed.digest.hash(canonicalConfig))
    }

    // MARK: Verifying

    public func verify(document: JSONObject, proof: DataIntegrityProof, key: PublicKey) -> ProofOutcome {
        var memory = DocumentMemory()
        return verify(document: document, proof: proof, key: key, memory: &memory)
    }

    public func verify(
        document: JSONObject, proof: DataIntegrityProof, key: PublicKey, memory: inout DocumentMemory
    ) -> ProofOutcome {
        do throws(ProofError) {
            try checkOptions(proof.json)
            guard let digest = digest(for: key.type), let algorithm = signatureAlgorithm(for: key.type) else {
                throw ProofError(
                    .keyType,
                    "The proof is made with \(name), which doesn't go with a key of type \(key.type.rawValue).")
            }
            guard let value = proof.proofValue else {
                throw ProofError(.valueMalformed, "The proof has no \"proofValue\".")
            }
            let signature = try signature(in: value, of: algorithm)
            let unsecured = try unsecuredDocument(document, for: proof)
            let hashed = try memory.document(unsecured, by: self, digest: digest)
            let config = proofConfig(options: proof.options, documentContext: unsecured["@context"])
            let stages = try stages(of: hashed, proofConfig: config, work: &memory.work)
            return key.isValid(signature: signature, for: stages.signedBytes, using: algorithm)
                ? .verified : .failed(.signatureMismatch)
        } catch {
            return error.outcome
        }
    }

    /// What the signature covers, for reading claims from: the document without its proofs, under the contexts that
    /// the proof was made for.
    ///
    /// - Throws: `ProofError` `proof.context-mismatch`, `proof.previous-proof`.
    public func verifiedDocument(of document: JSONObject, proof: DataIntegrityProof) throws(ProofError) -> JSONObject {
        try unsecuredDocument(document, for: proof).removing("proof")
    }

    /// Data Integrity §4.7 "Verify Proof Sets and Chains": the document without proofs, but for those that this one
    /// was made on top of.
    func documentBeneath(_ proof: DataIntegrityProof, in document: JSONObject) throws(ProofError) -> JSONObject {
        var unsecured = document.removing("proof")
        guard !proof.previousProof.isEmpty else { return unsecured }
        // A proof that is named again and again would be signed, and worked through, as often.
        guard proof.previousProof.count <= DataIntegrityProof.maxPerDocument,
            Set(proof.previousProof.map { Array($0.utf8) }).count == proof.previousProof.count
        else {
            throw ProofError(
                .previousProof, "The proof names the earlier proofs it builds on more than once.",
                hint: "Ask the issuer for a fresh copy.")
        }
        let all = document["proof"]?.asList ?? []
        var matching: [JSONValue] = []
        for id in proof.previousProof {
            let found = all.filter { $0["id"]?.stringValue?.hasSameBytes(as: id) == true }
            guard found.count == 1, let one = found.first else {
                throw ProofError(
                    .previousProof,
                    found.isEmpty
                        ? "The proof builds on an earlier proof that isn't in the document."
                        : "The proof builds on an earlier proof whose name two proofs bear.",
                    hint: "Ask for the document with all its proofs.")
            }
            matching.append(one)
        }
        unsecured["proof"] = .array(matching)
        return unsecured
    }

    // MARK: Making

    public func createProof(
        for document: JSONObject, options: JSONObject, key: PrivateKey, memory: inout DocumentMemory
    ) throws(ProofError) -> JSONObject {
        try checkOptionsToSign(options)
        guard let digest = digest(for: key.type), let algorithm = signatureAlgorithm(for: key.type) else {
            throw ProofError(.keyType, "\(name) doesn't sign with a key of type \(key.type.rawValue).")
        }
        let options = proofOptions(options, for: document)
        let unsecured = try documentBeneath(DataIntegrityProof(json: options), in: document)
        let hashed = try memory.document(unsecured, by: self, digest: digest)
        let config = proofConfig(options: options, documentContext: unsecured["@context"])
        let stages = try stages(of: hashed, proofConfig: config, work: &memory.work)
        var proof = options
        do {
            proof["proofValue"] = .string(
                encodeProofValue(try key.sign(stages.signedBytes, using: algorithm)))
        } catch {
            throw ProofError(.signing, "The signature couldn't be made.", hint: error.hint, cause: error.description)
        }
        return proof
    }

    /// `createProof` for a document with one proof.
    public func createProof(
        for document: JSONObject, options: JSONObject, key: PrivateKey
    ) throws(ProofError) -> JSONObject {
        var memory = DocumentMemory()
        return try createProof(for: document, options: options, key: key, memory: &memory)
    }

    func checkOptionsToSign(_ options: JSONObject) throws(ProofError) {
        guard options["proofValue"] == nil else { throw .malformed("The proof's options already have a value.") }
        try checkOptions(options)
    }

    /// The checks that every suite's transformation and configuration steps begin with.
    func checkOptions(_ options: JSONObject) throws(ProofError) {
        guard options["type"]?.stringValue == proofType else {
            throw .malformed("The proof is not of the type \"\(proofType)\".")
        }
        if proofType == "DataIntegrityProof", options["cryptosuite"]?.stringValue != name {
            throw .malformed("The proof is not of the cryptosuite \"\(name)\".")
        }
    }
}
