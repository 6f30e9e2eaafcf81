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

    var form: LinkedDataForm { LinkedDataForm(contexts: contexts) }

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
    func lines(
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
    func signData(
        options: JSONObject, context: JSONValue?, publicKey: [UInt8], mandatory: [UInt8], work: inout ProofWork
    ) throws(ProofError) -> [UInt8] {
        let config = proofConfig(options: options, documentContext: context)
        let canonical = try canonicalProofConfig(config, digest: .sha256, work: &work)
        return SHA256.hash(canonical) + publicKey + SHA256.hash(mandatory)
    }

    func wrongKey(_ type: KeyType) -> ProofError {
        ProofError(.keyType, "\(name) doesn't sign with a key of type \(type.rawValue).")
    }
}
