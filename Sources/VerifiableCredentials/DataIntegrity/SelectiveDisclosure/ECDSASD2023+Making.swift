public import Cryptography
public import Encodings

/// What the issuer makes and what the holder makes of it.
extension ECDSASD2023 {
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

    /// What every receiver of a credential must see to judge it: who says it, when it holds, whether it was withdrawn.
    ///
    /// A holder could otherwise leave an end or a withdrawal out. What the document lacks isn't listed.
    public static func mandatoryPointers(for credential: JSONObject) -> [JSONPointer] {
        [
            "issuer", "validFrom", "validUntil", "issuanceDate", "expirationDate", "credentialStatus",
            "credentialSchema", "termsOfUse", "refreshService",
        ].filter { credential[$0] != nil }.compactMap { JSONPointer("/\($0)") }
    }

    /// A base proof with fresh secrets, and `mandatoryPointers(for:)` as what can't be left out.
    public func createProof(
        for document: JSONObject, options: JSONObject, key: PrivateKey, memory: inout DocumentMemory
    ) throws(ProofError) -> JSONObject {
        let secrets: Secrets
        do {
            secrets = try .generate()
        } catch {
            throw ProofError(.signing, "The signature couldn't be made.", hint: error.hint, cause: error.description)
        }
        return try createBaseProof(
            for: document, options: options, key: key, mandatory: Self.mandatoryPointers(for: document),
            secrets: secrets)
    }

    /// §3.6.1 Create Base Proof: the document with a proof for its holder.
    ///
    /// - Parameter mandatory: what every receiver is to see; with it go the ids and types above it.
    /// - Throws: `ProofError` `proof.pointer`, `proof.key-type`, `proof.signing`, `proof.linked-data`.
    public func createBaseProof(
        for document: JSONObject, options: JSONObject, key: PrivateKey, mandatory: [JSONPointer], secrets: Secrets
    ) throws(ProofError) -> JSONObject {
        try checkOptionsToSign(options)
        guard options["previousProof"] == nil else {
            throw .malformed("A proof of \(name) doesn't build on others: their receivers may not see them.")
        }
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
        let mandatory = try Self.mandatoryPointers(in: proof)
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
