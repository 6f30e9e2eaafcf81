public import Cryptography
public import Encodings

/// Credentials as JWTs: written as
/// [Open Badges 3.0 §8.2](https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof) has them, read in that form, in that of
/// VCDM 1.1 §6.3.1 and in that of VC-JOSE-COSE, told apart by `typ`.
public enum VCJWT {
    /// The credential as a compact JWS; header `alg`, `typ` `JWT`, `kid`; the payload is the credential's members,
    /// then `iss`, `jti`, `sub`, `nbf` and, when it ends, `exp`.
    ///
    /// - Throws: `JOSEError` `jose.claim-missing` when a member that a claim repeats isn't there,
    ///   `jose.ambiguous-payload` when the credential has a member named like a claim, `jose.signing`.
    public static func secure(
        _ credential: JSONObject, key: SigningKey, algorithm: SignatureAlgorithm
    ) throws(JOSEError) -> String {
        let header: JSONObject = ["typ": "JWT", "kid": .string(key.verificationMethod)]
        return try CompactJWS.sign(
            payload: JSONWriter.compact(.object(payload(of: credential))), header: header, key: key.privateKey,
            algorithm: algorithm)
    }

    /// The payload for a credential, by the table in Open Badges 3.0 §8.2.4.1.
    static func payload(of credential: JSONObject) throws(JOSEError) -> JSONObject {
        if let name = (JWTClaims.names + ["vc", "vp"]).first(where: { credential[$0] != nil }) {
            throw JOSEError(
                .ambiguousPayload, "The credential has a member \"\(name)\", which in a JWT means something else.")
        }
        let members = CredentialMembers(credential)
        var payload = credential
        payload["iss"] = .string(try required(members.issuer, "issuer.id"))
        payload["jti"] = .string(try required(members.id, "id"))
        payload["sub"] = .string(try required(members.subject, "credentialSubject.id"))
        payload["nbf"] = numericDate(try required(members.start?.instant, "validFrom"))
        if let end = members.end { payload["exp"] = numericDate(try required(end.instant, "validUntil")) }
        return payload
    }

    private static func required<Value>(_ value: Value?, _ name: String) throws(JOSEError) -> Value {
        guard let value else {
            throw JOSEError(.claimMissing, "The credential has no readable \"\(name)\", which its JWT must repeat.")
        }
        return value
    }

    private static func numericDate(_ instant: Timestamp) -> JSONValue { .number(JSONNumber(Int(instant.seconds))) }
}
