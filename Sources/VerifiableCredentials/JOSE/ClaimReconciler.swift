import Encodings

/// Compares registered claims with the members they repeat, and fills in what a form leaves to its claims.
struct ClaimReconciler {
    private(set) var credential: JSONObject
    let claims: JWTClaims
    let form: VCJWTContent.Form

    init(credential: JSONObject, claims: JWTClaims, form: VCJWTContent.Form) {
        self.credential = credential
        self.claims = claims
        self.form = form
    }

    mutating func reconcileCredential() throws(JOSEError) {
        let members = CredentialMembers(credential)
        try reconcile("iss", claims.issuer, with: members.issuer, named: "issuer") { credential, value in
            Self.setID(value, of: "issuer", in: &credential, isPlain: true)
        }
        try reconcile("jti", claims.id, with: members.id, named: "id") { credential, value in
            guard credential["id"] == nil else { return false }
            credential["id"] = .string(value)
            return true
        }
        try reconcile("sub", claims.subject, with: members.subject, named: "credentialSubject.id") {
            credential, value in
            Self.setID(value, of: "credentialSubject", in: &credential, isPlain: false)
        }
        guard form != .enveloped else { return }
        try reconcile(
            "nbf", claims.notBefore, with: members.start,
            fillingIn: CredentialMembers.startNames(members.isVersion1)[0],
            when: form == .vcClaim)
        try reconcile(
            "exp", claims.expires, with: members.end, fillingIn: CredentialMembers.endNames(members.isVersion1)[0],
            when: true)
    }

    /// VCDM 1.1 §6.3.1: `iss` is the holder, `jti` the id.
    mutating func reconcilePresentation() throws(JOSEError) {
        let holder = credential["holder"]?.stringValue ?? credential["holder"]?["id"]?.stringValue
        try reconcile("iss", claims.issuer, with: holder, named: "holder") { credential, value in
            Self.setID(value, of: "holder", in: &credential, isPlain: true)
        }
        try reconcile("jti", claims.id, with: credential["id"]?.stringValue, named: "id") { credential, value in
            guard credential["id"] == nil else { return false }
            // A presentation needs no id, and many a `jti` is no address.
            if IRIForm.isAbsolute(value) { credential["id"] = .string(value) }
            return true
        }
    }

    private mutating func reconcile(
        _ claim: String, _ value: String?, with member: String?, named name: String,
        fill: (inout JSONObject, String) -> Bool
    ) throws(JOSEError) {
        guard let value else { return }
        if let member {
            guard member.hasSameBytes(as: value) else { throw Self.mismatch(claim, name) }
            return
        }
        switch form {
        case .enveloped: return
        case .openBadges: throw Self.mismatch(claim, name)
        case .vcClaim: guard fill(&credential, value) else { throw Self.mismatch(claim, name) }
        }
    }

    private mutating func reconcile(
        _ claim: String, _ value: Timestamp?, with member: CredentialMembers.Date?, fillingIn name: String,
        when mayFill: Bool
    ) throws(JOSEError) {
        guard let value else { return }
        guard let member else {
            guard mayFill else { throw Self.mismatch(claim, name) }
            credential[name] = .string(value.description)
            return
        }
        guard member.instant?.seconds == value.seconds else { throw Self.mismatch(claim, member.name) }
    }

    /// Puts an id where an object has none; `false` when there is no place for it.
    private static func setID(
        _ id: String, of name: String, in credential: inout JSONObject, isPlain: Bool
    ) -> Bool {
        switch credential[name] {
        case nil:
            credential[name] = isPlain ? .string(id) : ["id": .string(id)]
        case .object(var object)? where object["id"] == nil:
            object["id"] = .string(id)
            credential[name] = .object(object)
        case .array(let elements)? where elements.count == 1:
            guard var object = elements[0].objectValue, object["id"] == nil else { return false }
            object["id"] = .string(id)
            credential[name] = [.object(object)]
        default:
            return false
        }
        return true
    }

    private static func mismatch(_ claim: String, _ name: String) -> JOSEError {
        JOSEError(
            .claimMismatch, "The JWT says one thing in its claim \"\(claim)\" and another in the badge's \"\(name)\".",
            hint: "Ask the issuer for a fresh copy; its software must write both alike.")
    }
}
