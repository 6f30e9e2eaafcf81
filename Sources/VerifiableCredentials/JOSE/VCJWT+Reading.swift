public import Encodings

extension VCJWT {
    /// The credential or presentation that the payload holds; says nothing about the signature.
    ///
    /// - Throws: `JOSEError` `jose.payload`, `jose.ambiguous-payload`, `jose.claim-mismatch`, `jose.claim-malformed`.
    public static func read(_ jws: CompactJWS, limits: JSONLimits = .document) throws(JOSEError) -> VCJWTContent {
        let content = try examine(jws, limits: limits)
        if let mismatch = content.mismatch { throw mismatch }
        return content
    }

    /// As `read`, but a claim that contradicts the credential is told in `mismatch`, so that a refused badge can still
    /// be named.
    ///
    /// Every registered claim must equal the member it repeats, in whole seconds. A member that `vc` leaves to its
    /// claim is filled in (VCDM 1.1 §6.3.1), and so is `validUntil` from `exp` (Open Badges 3.0 §8.2.6.1). Under
    /// VC-JOSE-COSE `nbf` and `exp` repeat nothing: they are the signature's, and are handed on in `claims`.
    ///
    /// - Throws: `JOSEError` `jose.payload`, `jose.ambiguous-payload`, `jose.claim-malformed`, `limit.jwt-bytes`.
    public static func examine(_ jws: CompactJWS, limits: JSONLimits = .document) throws(JOSEError) -> VCJWTContent {
        let payload = try object(in: jws.payload, limits: limits)
        let isEnveloped = jws.header.kind != .jwt
        let claims = try JWTClaims(in: payload, requiresNumericIssuedAt: !isEnveloped)
        let inner = try innerClaim(of: payload, isEnveloped: isEnveloped)
        let form: VCJWTContent.Form = isEnveloped ? .enveloped : inner == nil ? .openBadges : .vcClaim

        let written =
            inner?.value
            ?? JSONObject(
                uniqueMembers: payload.members.filter { member in
                    !JWTClaims.names.contains { $0.hasSameBytes(as: member.name) }
                })
        let isPresentation =
            switch form {
            case .enveloped: jws.isPresentation
            case .vcClaim: inner?.name == "vp"
            case .openBadges: (written["type"]?.asList ?? []).contains("VerifiablePresentation")
            }
        var reconciler = ClaimReconciler(credential: written, claims: claims, form: form)
        var mismatch: JOSEError?
        do throws(JOSEError) {
            try isPresentation ? reconciler.reconcilePresentation() : reconciler.reconcileCredential()
        } catch {
            mismatch = error
        }

        let missing =
            isEnveloped || isPresentation ? [] : ["iss", "sub", "jti", "nbf"].filter { payload[$0] == nil }
        return VCJWTContent(
            form: form, isPresentation: isPresentation, credential: mismatch == nil ? reconciler.credential : written,
            claims: claims, missingClaims: missing, mismatch: mismatch)
    }

    private static func object(in bytes: [UInt8], limits: JSONLimits) throws(JOSEError) -> JSONObject {
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes, limits: limits)
        } catch {
            let isLimit = error.codeText.utf8.starts(with: "limit.".utf8)
            throw JOSEError(
                isLimit ? .tooLarge : .payload,
                isLimit
                    ? "The JWT's content is larger than a badge may be."
                    : "The JWT's content is not the JSON it should be.",
                hint: JOSEError.askAgain, cause: String(describing: error))
        }
        guard let object = value.objectValue else {
            throw JOSEError(.payload, "The JWT's content is not a JSON object.", hint: JOSEError.askAgain)
        }
        return object
    }

    /// `vc` or `vp`, when the form has it: one of them, and nothing of a credential beside it.
    private static func innerClaim(
        of payload: JSONObject, isEnveloped: Bool
    ) throws(JOSEError) -> (name: String, value: JSONObject)? {
        let present = ["vc", "vp"].filter { payload[$0] != nil }
        guard let name = present.first else { return nil }
        // VC-JOSE-COSE §3.1.3: "The JWT Claim Names vc and vp MUST NOT be present."
        guard !isEnveloped, present.count == 1 else {
            throw ambiguous("The JWT's content has a \"\(name)\" where none may be.")
        }
        guard let value = payload[name]?.objectValue else {
            throw JOSEError(.payload, "The JWT's \"\(name)\" is not a JSON object.", hint: JOSEError.askAgain)
        }
        if let double = payload.names.first(where: { outer in
            outer != name && !JWTClaims.names.contains(outer)
                && (credentialMembers.contains(outer) || value[outer] != nil)
        }) {
            throw ambiguous("The JWT says \"\(double)\" beside its \"\(name)\" too, so it says two things.")
        }
        return (name, value)
    }

    /// Members by which a payload is taken for a credential or presentation.
    private static let credentialMembers: Set<String> = [
        "@context", "id", "type", "@id", "@type", "name", "description", "image", "issuer", "holder", "validFrom",
        "validUntil", "issuanceDate", "expirationDate", "awardedDate", "credentialSubject", "credentialStatus",
        "credentialSchema", "evidence", "endorsement", "endorsementJwt", "proof", "refreshService", "relatedResource",
        "termsOfUse", "confidenceMethod", "verifiableCredential",
    ]

    private static func ambiguous(_ message: String) -> JOSEError {
        JOSEError(.ambiguousPayload, message, hint: JOSEError.askAgain)
    }
}
