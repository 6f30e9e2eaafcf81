public import Encodings

/// What a JWT says, as a credential or presentation and the claims that stood around it.
public struct VCJWTContent: Sendable, Hashable {
    /// Where the credential stood.
    public enum Form: String, Sendable, Hashable {
        /// Its members are the payload's, beside the registered claims: Open Badges 3.0 §8.2.
        case openBadges
        /// It is the claim `vc` or `vp`: VCDM 1.1 §6.3.1.
        case vcClaim
        /// It is the payload: VC-JOSE-COSE.
        case enveloped
    }

    public let form: Form
    public let isPresentation: Bool
    /// The credential or presentation, without the JWT's own claims.
    public let credential: JSONObject
    /// In the form `enveloped`, `nbf` and `exp` are the signature's own window, beside the credential's.
    public let claims: JWTClaims
    /// Claims that Open Badges 3.0 §8.2 demands and this JWT leaves out; always empty in the form `enveloped`.
    public let missingClaims: [String]
    /// The first claim that says something else than the credential; the credential is then as it stood.
    public let mismatch: JOSEError?
}
