public import Cryptography
public import Encodings
public import LinkedData

/// The cryptosuite `ecdsa-sd-2023`: every statement signed by itself, so that the holder can leave some out, after
/// [Data Integrity ECDSA §3.6](https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-sd-2023).
///
/// The issuer's base proof opens everything and is for the holder alone; what a receiver checks is the proof that the
/// holder derives from it.
public struct ECDSASD2023: RDFCCryptosuite {
    public let contexts: PreparedContexts

    public init(contexts: PreparedContexts) { self.contexts = contexts }

    static let name = "ecdsa-sd-2023"
    public var name: String { Self.name }

    public func digest(for key: KeyType) -> ProofDigest? { key == .p256 ? .sha256 : nil }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? {
        key == .p256 ? .ecdsaP256SHA256 : nil
    }

    private var form: LinkedDataForm { LinkedDataForm(contexts: contexts) }

    /// The base signature of either kind of proof: what the register remembers of a badge.
    public func decodeProofValue(_ text: String) throws(ProofError) -> [UInt8] { try Self.baseSignature(in: text) }

    static func baseSignature(in text: String) throws(ProofError) -> [UInt8] {
        if let base = try? SDProofValue.Base(text: text) { return base.baseSignature }
        return try SDProofValue.Derived(text: text).baseSignature
    }

    // MARK: Verifying

    /// §3.6.7 Verify Derived Proof.
    public func verify(
        document: JSONObject, proof: DataIntegrityProof, key: PublicKey, memory: inout DocumentMemory
    ) -> ProofOutcome {
        do throws(ProofError) {
            try checkOptions(proof.json)
            guard let algorithm = signatureAlgorithm(for: key.type) else { throw wrongKey(key.type) }
            guard let text = proof.proofValue else {
                throw ProofError(.valueMalformed, "The proof has no \"proofValue\".")
            }
            if (try? SDProofValue.Base(text: text)) != nil {
                throw ProofError(
                    .baseProof, "The proof is the issuer's own, which shows everything and is for the holder alone.",
                    hint: "The holder makes a copy for receivers from it.")
            }
            let value = try SDProofValue.Derived(text: text)
            let unsecured = try unsecuredDocument(document, for: proof)
            let lines = try lines(of: unsecured, labels: value.labels, memory: &memory)
            guard value.mandatoryIndexes.allSatisfy(lines.indices.contains),
                lines.count - value.mandatoryIndexes.count == value.signatures.count
            else { throw .signatureMismatch }
            try memory.work.spend(signatures: value.signatures.count)
            let isMandatory = Set(value.mandatoryIndexes)
            let mandatory = lines.indices.filter(isMandatory.contains).flatMap { lines[$0] }
            let signed = try signData(
                options: proof.options, context: unsecured["@context"], publicKey: value.publicKey,
                mandatory: mandatory, work: &memory.work)
            guard key.isValid(signature: value.baseSignature, for: signed, using: algorithm) else {
                throw .signatureMismatch
            }
            let statementKey = try Self.statementKey(value.publicKey)
            let disclosed = lines.indices.filter { !isMandatory.contains($0) }
            for (place, signature) in zip(disclosed, value.signatures)
            where !statementKey.isValid(signature: signature, for: lines[place], using: .ecdsaP256SHA256) {
                throw .signatureMismatch
            }
            return .verified
        } catch {
            return error.outcome
        }
    }

    /// The receiver's canonical statements, under the labels that were signed.
    private func lines(
        of document: JSONObject, labels: [Int: [UInt8]], memory: inout DocumentMemory
    ) throws(ProofError) -> [[UInt8]] {
        let found = try form.canonicalize(document, digest: .sha256, work: &memory.work)
        memory.remember(document, as: found, by: self)
        let count = found.canonical.blankNodes.count
        guard labels.count == count, labels.keys.allSatisfy({ (0..<count).contains($0) }) else {
            throw .signatureMismatch
        }
        return try form.lines(of: found.canonical, in: found.dataset) { labels[$0] ?? [] }
    }

    private static func statementKey(_ bytes: [UInt8]) throws(ProofError) -> PublicKey {
        do {
            let key = try PublicKey(multicodecBytes: bytes)
            guard key.type == .p256 else { throw ProofError(.keyType, "The statements' key is not on P-256.") }
            return key
        } catch let error as ProofError {
            throw error
        } catch {
            throw ProofError(.valueMalformed, "The proof's key can't be read.", cause: "\(error)")
        }
    }

    /// §3.5.1 serializeSignData.
    private func signData(
        options: JSONObject, context: JSONValue?, publicKey: [UInt8], mandatory: [UInt8], work: inout ProofWork
    ) throws(ProofError) -> [UInt8] {
        let config = proofConfig(options: options, documentContext: context)
        let canonical = try canonicalProofConfig(config, digest: .sha256, work: &work)
        return SHA256.hash(canonical) + publicKey + SHA256.hash(mandatory)
    }

    private func wrongKey(_ type: KeyType) -> ProofError {
        ProofError(.keyType, "\(name) doesn't sign with a key of type \(type.rawValue).")
    }

    // MARK: Making

    /// The secrets of one base proof, drawn anew for each.
    public struct Secrets: Sendable {
        let hmacKey: [UInt8]
        let statementKey: PrivateKey

        /// - Throws: `KeyError` `key.openssl`.
        public static func generate() throws(KeyError) -> Secrets {
            Secrets(hmacKey: try Randomness.bytes(HMACSHA256.byteCount), statementKey: try PrivateKey.generate(.p256))
        }

        init(hmacKey: [UInt8], statementKey: PrivateKey) {
            self.hmacKey = hmacKey
            self.statementKey = statementKey
        }
    }

    /// §3.6.1 Create Base Proof: the document with a proof for its holder.
    ///
    /// - Parameter mandatory: what every receiver is to see; with it go the ids and types above it.
    /// - Throws: `ProofError` `proof.pointer`, `proof.key-type`, `proof.signing`, `proof.linked-data`.
    public func createBaseProof(
        for document: JSONObject, options: JSONObject, key: PrivateKey, mandatory: [JSONPointer], secrets: Secrets
    ) throws(ProofError) -> JSONObject {
        try checkOptions(options)
        guard let algorithm = signatureAlgorithm(for: key.type) else { throw wrongKey(key.type) }
        let unsecured = document.removing("proof")
        let statements = try DisclosureStatements(unsecured, form: form, hmacKey: secrets.hmacKey)
        let places = try statements.places(of: mandatory)
        let shown = statements.lines.indices.filter(places.contains).flatMap { statements.lines[$0] }
        let publicKey = secrets.statementKey.publicKey.multicodecBytes
        var work = ProofWork()
        let signed = try signData(
            options: options, context: unsecured["@context"], publicKey: publicKey, mandatory: shown, work: &work)
        var signatures: [[UInt8]] = []
        let baseSignature: [UInt8]
        do {
            for place in statements.lines.indices where !places.contains(place) {
                signatures.append(
                    try secrets.statementKey.sign(statements.lines[place], using: .ecdsaP256SHA256))
            }
            baseSignature = try key.sign(signed, using: algorithm)
        } catch {
            throw ProofError(.signing, "The signature couldn't be made.", hint: error.hint, cause: error.description)
        }
        let value = SDProofValue.Base(
            baseSignature: baseSignature, publicKey: publicKey, hmacKey: secrets.hmacKey, signatures: signatures,
            mandatoryPointers: mandatory.map(\.description))
        var proof = options
        proof["proofValue"] = .string(value.text)
        return proof
    }

    /// §3.6.6 Add Derived Proof: what the holder shows, with a proof that receivers can check.
    ///
    /// - Parameter selective: what is shown beside the parts that every receiver sees.
    /// - Throws: `ProofError` `proof.pointer`, `proof.value-malformed`, `proof.linked-data`.
    public func derive(
        from document: JSONObject, proof: DataIntegrityProof, selective: [JSONPointer]
    ) throws(ProofError) -> JSONObject {
        let base = try SDProofValue.Base(text: proof.proofValue ?? "")
        var mandatory: [JSONPointer] = []
        for text in base.mandatoryPointers {
            guard let pointer = JSONPointer(text) else {
                throw ProofError(.pointer, "The proof holds \"\(text)\" where a pointer is due.")
            }
            mandatory.append(pointer)
        }
        let unsecured = document.removing("proof")
        let statements = try DisclosureStatements(unsecured, form: form, hmacKey: base.hmacKey)
        let combined = mandatory + selective
        let mandatoryPlaces = try statements.places(of: mandatory)
        let combinedPlaces = try statements.places(of: combined)
        let signable = statements.lines.indices.filter { !mandatoryPlaces.contains($0) }
        guard signable.count == base.signatures.count else { throw .signatureMismatch }
        let value = SDProofValue.Derived(
            baseSignature: base.baseSignature, publicKey: base.publicKey,
            signatures: zip(signable, base.signatures).filter { combinedPlaces.contains($0.0) }.map(\.1),
            labels: try statements.receiverLabels(of: combined),
            mandatoryIndexes: combinedPlaces.sorted().enumerated()
                .filter { mandatoryPlaces.contains($0.element) }.map(\.offset))
        guard var revealed = try JSONSelection.select(combined, in: unsecured) else {
            throw ProofError(.pointer, "Nothing is chosen to be shown.", hint: "Name at least one part.")
        }
        var derived = proof.json
        derived["proofValue"] = .string(value.text)
        revealed["proof"] = .object(derived)
        return revealed
    }
}
