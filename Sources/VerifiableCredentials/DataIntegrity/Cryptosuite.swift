public import Cryptography
public import Encodings

/// One way to sign a document from the inside: how it is canonicalised, hashed, signed and written down.
///
/// The steps between are the same for all and stand in the extension: transform, hash, serialise, as
/// [Data Integrity §4](https://www.w3.org/TR/vc-data-integrity/#algorithms) draws them. A suite is a small file that
/// answers these questions, and an entry in `Cryptosuites`.
public protocol Cryptosuite: Sendable {
    /// The name that stands in `cryptosuite`, or the proof's type for a suite from before that member.
    var name: String { get }
    /// The proof's `type`.
    var proofType: String { get }
    /// The hash that goes with the key; nothing when the suite doesn't use such keys.
    func digest(for key: KeyType) -> ProofDigest?
    /// The signature algorithm that goes with the key; nothing when the suite doesn't use such keys.
    func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm?
    /// The document as bytes, whatever its spelling was.
    ///
    /// - Parameter work: what it may cost, of which is taken what it did cost.
    func canonicalDocument(
        _ unsecured: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> CanonicalDocument
    /// The proof's members without its value, as bytes.
    func canonicalProofConfig(
        _ config: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> [UInt8]
    /// The document with what it needs for a proof of this suite to have a meaning in it.
    func securable(_ document: JSONObject) -> JSONObject
    /// The members of a proof to be made, before its value.
    func proofOptions(_ options: JSONObject, for document: JSONObject) -> JSONObject
    /// The proof configuration that is hashed with a document of these contexts.
    func proofConfig(options: JSONObject, documentContext: JSONValue?) -> JSONObject
    /// The document that the proof speaks of, proofs removed.
    ///
    /// - Throws: `ProofError` `proof.context-mismatch` when the proof was made for other contexts.
    func unsecuredDocument(_ document: JSONObject, for proof: DataIntegrityProof) throws(ProofError) -> JSONObject
    func encodeProofValue(_ signature: [UInt8]) -> String
    /// - Throws: `ProofError` `proof.value-malformed`.
    func decodeProofValue(_ text: String) throws(ProofError) -> [UInt8]
    /// Whether the document, the proof's own members and the key belong together.
    ///
    /// - Parameter document: with or without its proofs.
    /// - Parameter memory: what was worked out for the document's other proofs, which is used where it fits.
    func verify(
        document: JSONObject, proof: DataIntegrityProof, key: PublicKey, memory: inout DocumentMemory
    ) -> ProofOutcome
    /// The finished proof for a document.
    ///
    /// - Parameter options: every member of the proof but its value, in the order it is to have.
    /// - Parameter memory: what was worked out for the document's other proofs, which is used where it fits.
    /// - Throws: `ProofError` `proof.malformed`, `proof.key-type`, `proof.signing`, and what canonicalising throws.
    func createProof(
        for document: JSONObject, options: JSONObject, key: PrivateKey, memory: inout DocumentMemory
    ) throws(ProofError) -> JSONObject
}
