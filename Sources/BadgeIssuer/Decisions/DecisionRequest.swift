import Cryptography
package import Encodings

/// A decision that the organisation hands to a person as a credential of its own, such as one on prior learning: the
/// register keeps it like an award, and it can be taken back like one.
package struct DecisionRequest: Sendable {
    /// What decisions of one kind are awards of. Each version is recorded with its first decision.
    package struct Kind: Sendable {
        /// Ends in `/`; decisions stand under a base of their own, so that no badge is taken for one.
        package let badgeBase: String
        package let slug: String
        package let version: Int
        package let name: JSONObject

        package init(badgeBase: String, slug: String, version: Int, name: JSONObject) {
            self.badgeBase = badgeBase
            self.slug = slug
            self.version = version
            self.name = name
        }

        /// `<badgeBase><slug>/v<version>`.
        package var achievementID: String { "\(badgeBase)\(slug)/v\(version)" }
    }

    /// The credential's id, `urn:uuid:…`. One id is issued once: asked again, the register answers what it has.
    package let id: String
    package let kind: Kind
    /// Whom it is for, by what the register may know of people.
    package let person: PersonDetails
    package let language: String
    package let credits: DecimalHundredths
    /// The decision that this one takes the place of; it is revoked in the same step.
    package let replaces: String?
    /// A reference to the member of staff, no name.
    package let who: String?
    /// Makes the credential, given what stands as its `credentialStatus`.
    package let compose: @Sendable (JSONObject) -> JSONObject

    package init(
        id: String, kind: Kind, person: PersonDetails, language: String, credits: DecimalHundredths, replaces: String?,
        who: String?, compose: @escaping @Sendable (JSONObject) -> JSONObject
    ) {
        self.id = id
        self.kind = kind
        self.person = person
        self.language = language
        self.credits = credits
        self.replaces = replaces
        self.who = who
        self.compose = compose
    }

    /// The version as the register keeps it.
    func snapshot() -> DefinitionSnapshot {
        let json: JSONObject = [
            "format": "passport.decision-kind/1", "id": .string(kind.slug),
            "version": .number(JSONNumber(kind.version)), "badgeBase": .string(kind.badgeBase),
            "achievementType": "Course", "name": .object(kind.name),
        ]
        let bytes = JCS.canonicalize(.object(json))
        return DefinitionSnapshot(
            badgeBase: kind.badgeBase, slug: kind.slug, version: kind.version, achievementID: kind.achievementID,
            digest: SHA256.hash(bytes), json: bytes, repeatable: true)
    }
}

extension WorkspaceSettings {
    /// What decisions on prior learning stand under, instead of the badges' base.
    package var recognitionBase: String { "\(issuer)/recognition/" }

    /// Whether that is a base of decisions rather than of badges.
    func isDecision(_ badgeBase: String) -> Bool { badgeBase.hasSameBytes(as: recognitionBase) }
}
