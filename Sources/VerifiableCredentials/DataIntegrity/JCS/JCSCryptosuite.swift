public import Encodings

/// The suites that canonicalise with JCS ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)): `eddsa-jcs-2022` and
/// `ecdsa-jcs-2019`. They differ in keys and hashes alone.
public protocol JCSCryptosuite: Cryptosuite {}

extension JCSCryptosuite {
    /// §3.3.1 step 2 of both: the proof repeats the contexts that it was made for.
    public func proofOptions(_ options: JSONObject, for document: JSONObject) -> JSONObject {
        guard let context = document["@context"] else { return options }
        var options = options
        options["@context"] = context
        return options
    }

    /// Transformation: [EdDSA §3.3.3](https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-jcs-2022),
    /// [ECDSA §3.3.3](https://www.w3.org/TR/vc-di-ecdsa/#transformation-ecdsa-jcs-2019).
    public func canonicalDocument(
        _ unsecured: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> CanonicalDocument {
        let bytes = JCS.canonicalize(.object(unsecured))
        try work.spend(writtenBytes: bytes.count)
        return CanonicalDocument(bytes: bytes)
    }

    /// Proof Configuration, §3.3.5 of both. `DataIntegrityProof` has seen to it that `created` is a date and time.
    public func canonicalProofConfig(
        _ config: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> [UInt8] {
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
}
