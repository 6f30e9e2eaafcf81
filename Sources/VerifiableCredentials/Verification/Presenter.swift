import Encodings

/// Who presents the credentials of a presentation, as far as its signature shows.
struct Presenter: Sendable {
    /// The DID of the key that signed; nothing when the wrapper is unsigned or its signature isn't good.
    let did: String?
    /// Whether it was signed for this receiver, with the challenge that the receiver gave.
    let isAsked: Bool

    /// The `recipient` check of a credential in it, where nobody asked for a person by name.
    ///
    /// A matching key shows that the one who signed the file is the one whom the badge names; that it is them who hand
    /// it over now takes a challenge, or a copy of the file would do.
    func binding(of presented: PresentedCredential) -> CheckResult {
        guard let did, let subject = presented.view.subjectID, subject.hasSameBytes(as: did) else {
            return CheckResult(.recipient, .notApplicable, .recipientNotBound)
        }
        let detail: JSONObject = ["holder": .string(did)]
        return isAsked
            ? CheckResult(.recipient, .passed, .recipientPresented, detail: detail)
            : CheckResult(.recipient, .notApplicable, .recipientUnchallenged, detail: detail)
    }

    /// Whether the holder says their own name: nobody else stands behind it, and it claims nothing else.
    func isOwnStatement(_ presented: PresentedCredential) -> Bool {
        let view = presented.view
        guard let did, view.types == ["VerifiableCredential"], let subject = view.subject else { return false }
        return view.issuerID?.hasSameBytes(as: did) == true && view.subjectID?.hasSameBytes(as: did) == true
            && presented.credential.names.allSatisfy(Self.statementMembers.contains)
            && Self.isName(subject) && subject["name"] != nil
            && (view.json["issuer"]?.objectValue).map {
                Self.isName($0) && ($0["name"] == nil || $0["name"] == subject["name"])
            } ?? true
    }

    /// Whether an object says who somebody is and what they are called, and no more.
    private static func isName(_ object: JSONObject) -> Bool {
        object.names.allSatisfy { $0 == "id" || $0 == "name" }
            && object["name"].map { $0.stringValue != nil } ?? true
    }

    private static let statementMembers: Set<String> = [
        "@context", "id", "type", "issuer", "validFrom", "validUntil", "credentialSubject", "proof",
    ]
}
