package import BadgeDefinitions
package import Encodings
import OpenBadges

/// What one award says beyond its definition, checked and complete.
package struct AwardValues: Sendable, Hashable {
    /// Nothing for a badge without levels.
    package var level: CompetenceLevel?
    package var awardedDate: CalendarDay
    package var activityStart: CalendarDay?
    package var activityEnd: CalendarDay?
    /// The learner's work, when it isn't the definition's.
    package var hours: DecimalHundredths?
    /// Credits by the curriculum, when they aren't the definition's.
    package var creditsEarned: DecimalHundredths?
    package var evidence: [AwardEvidence]
    package var narrative: String?
    /// What the learner was in the work, for example a member of the team.
    package var role: String?
    package var source: AwardSource?
    /// The language that the badge speaks, ISO 639-1.
    package var language: String

    package init(
        level: CompetenceLevel? = nil, awardedDate: CalendarDay, activityStart: CalendarDay? = nil,
        activityEnd: CalendarDay? = nil, hours: DecimalHundredths? = nil, creditsEarned: DecimalHundredths? = nil,
        evidence: [AwardEvidence] = [], narrative: String? = nil, role: String? = nil, source: AwardSource? = nil,
        language: String
    ) {
        self.level = level
        self.awardedDate = awardedDate
        self.activityStart = activityStart
        self.activityEnd = activityEnd
        self.hours = hours
        self.creditsEarned = creditsEarned
        self.evidence = evidence
        self.narrative = narrative
        self.role = role
        self.source = source
        self.language = language
    }
}

/// The organisation that assessed for the issuer.
package struct AwardSource: Sendable, Hashable {
    /// A DID or URL.
    package let id: String
    package let name: String?

    package init(id: String, name: String? = nil) {
        self.id = id
        self.name = name
    }
}

/// Whom a credential is about, in the form in which it may say so.
package struct CredentialRecipient: Sendable, Hashable {
    /// The learner's own DID; without one, each credential gets a fresh id.
    package let did: String?
    /// In the register's spelling: NFC, trimmed, lower case.
    package let email: String?
    package let passportNumber: String

    package init(did: String? = nil, email: String? = nil, passportNumber: String) {
        self.did = did
        self.email = email
        self.passportNumber = passportNumber
    }
}

/// The place in a status list that a credential points to.
package struct CredentialStatusPlace: Sendable, Hashable {
    /// `revocation` or `suspension`.
    package let purpose: String
    /// The list's own URL, or its `urn:uuid:` where there is no site.
    package let listCredential: String
    package let index: Int

    package init(purpose: String, listCredential: String, index: Int) {
        self.purpose = purpose
        self.listCredential = listCredential
        self.index = index
    }
}

extension CredentialRecipient {
    /// The identifiers as salted hashes, each with a salt of its own: whoever knows an address can compare, nobody can
    /// read it off.
    func identifiers(using generator: inout some RandomNumberGenerator) -> [JSONValue] {
        var identifiers: [JSONValue] = []
        func add(_ identifier: String, _ type: IdentityType) {
            let salt = IdentityObject.makeSalt(using: &generator)
            identifiers.append(.object(IdentityObject.hashed(identifier, as: type, salt: salt).json))
        }
        if let email { add(email, .emailAddress) }
        add(passportNumber, .passportNumber)
        return identifiers
    }
}

extension CredentialStatusPlace {
    /// The place as an entry of `credentialStatus`.
    var json: JSONValue {
        [
            "id": .string("\(listCredential)#\(index)"), "type": "BitstringStatusListEntry",
            "statusPurpose": .string(purpose), "statusListIndex": .string(String(index)),
            "statusListCredential": .string(listCredential),
        ]
    }
}
