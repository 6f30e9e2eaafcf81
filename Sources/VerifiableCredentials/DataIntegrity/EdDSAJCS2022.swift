public import Cryptography
public import Encodings

/// The cryptosuite `eddsa-jcs-2022`: JCS, SHA-256 and Ed25519, after
/// [Data Integrity EdDSA §3.3](https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022).
public struct EdDSAJCS2022: Cryptosuite {
    public init() {}

    public var name: String { "eddsa-jcs-2022" }

    public func digest(for key: KeyType) -> ProofDigest? { key == .ed25519 ? .sha256 : nil }

    public func signatureAlgorithm(for key: KeyType) -> SignatureAlgorithm? { key == .ed25519 ? .ed25519 : nil }

    /// §3.3.3 Transformation.
    public func canonicalDocument(_ unsecured: JSONObject, digest: ProofDigest) throws(ProofError) -> [UInt8] {
        JCS.canonicalize(.object(unsecured))
    }

    /// §3.3.5 Proof Configuration. `DataIntegrityProof` has seen to it that `created` is a date and time.
    public func canonicalProofConfig(_ config: JSONObject, digest: ProofDigest) throws(ProofError) -> [UInt8] {
        JCS.canonicalize(.object(config))
    }

    /// The options as they are: what contexts they hold was decided when the proof was made (§3.3.1 step 2).
    public func proofConfig(options: JSONObject, documentContext: JSONValue?) -> JSONObject { options }

    /// §3.3.2 steps 1 and 4: contexts added after signing are left out, any other difference is refused.
    public func unsecuredDocument(
        _ document: JSONObject, for proof: DataIntegrityProof
    ) throws(ProofError) -> JSONObject {
        var unsecured = try documentBeneath(proof, in: document)
        guard let signed = proof.json["@context"] else { return unsecured }
        let present = unsecured["@context"]?.asList ?? []
        guard unsecured["@context"] != nil, present.starts(with: signed.asList) else {
            throw ProofError(
                .contextMismatch, "The document's \"@context\" is not the one that its proof was made for.",
                hint: "It was changed after signing; ask the issuer for a fresh copy.")
        }
        unsecured["@context"] = signed
        return unsecured
    }

    /// §3.3.6: base58btc, and 64 bytes.
    public func encodeProofValue(_ signature: [UInt8]) -> String { Multibase.encode(signature, as: .base58btc) }

    public func decodeProofValue(_ text: String) throws(ProofError) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try Multibase.decode(text, expecting: .base58btc)
        } catch {
            throw ProofError(
                .valueMalformed, "The proof's \"proofValue\" is not base58btc text that begins with \"z\".",
                hint: "Ask the issuer for a fresh copy.", cause: error.description)
        }
        guard bytes.count == 64 else {
            throw ProofError(
                .valueMalformed, "The proof's \"proofValue\" holds \(bytes.count) bytes where a signature has 64.",
                hint: "Ask the issuer for a fresh copy.")
        }
        return bytes
    }
}
