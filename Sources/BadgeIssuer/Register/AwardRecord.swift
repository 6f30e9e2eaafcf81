import Cryptography
package import Encodings

/// One award as the register keeps it.
package struct AwardRecord: Sendable, Hashable {
    package enum Format: String, Sendable, CaseIterable {
        case json, jwt
    }

    /// Domain life cycle; expired and not yet valid are computed from dates, not stored.
    package enum State: String, Sendable, CaseIterable {
        case issued, suspended, revoked, superseded

        /// Whether the award still counts as held.
        package var isLive: Bool { self == .issued || self == .suspended }
    }

    /// The credential's id, `urn:uuid:…`.
    package let id: String
    /// `nil` once the person was erased or the link's time was over.
    package let personID: String?
    package let badgeBase: String
    package let slug: String
    package let version: Int
    package let achievementID: String
    /// The level's ordinal, 1 to 4.
    package let level: Int?
    package let awardedDate: CalendarDay
    package let activityStart: CalendarDay?
    package let activityEnd: CalendarDay?
    package let hours: DecimalHundredths?
    package let creditsEarned: DecimalHundredths?
    package let narrative: String?
    package let language: String
    package let evidence: [EvidenceRecord]
    package let validUntil: Timestamp?
    package let format: Format
    package let statusEntries: [StatusAllocation]
    package let state: State
    /// A code such as `holder-request`; never free text.
    package let stateReason: String?
    /// The award that this one corrects.
    package let replaces: String?
    /// The award that took this one's place.
    package let supersededBy: String?
    /// A reference to the member of staff, no name.
    package let issuedBy: String?
    /// The moment of signing, in whole seconds.
    package let signedAt: Timestamp
    /// The DID URL of the key that signed, so that what one key signed can be listed if it is ever stolen.
    package let verificationMethod: String
    /// SHA-256 of the signature's bytes, which outlives the signed bytes.
    package let signatureDigest: [UInt8]
    /// SHA-256 of the signed bytes.
    package let sha256: [UInt8]
    /// The exact bytes that were signed; `nil` in lists, which leave them out, and after erasure.
    package let signedBytes: [UInt8]?

    /// An award to be recorded.
    package init(
        id: String, personID: String, badgeBase: String, slug: String, version: Int, achievementID: String,
        level: Int?, awardedDate: CalendarDay, activityStart: CalendarDay? = nil, activityEnd: CalendarDay? = nil,
        hours: DecimalHundredths? = nil, creditsEarned: DecimalHundredths? = nil, narrative: String? = nil,
        language: String, evidence: [EvidenceRecord] = [], validUntil: Timestamp? = nil, format: Format,
        statusEntries: [StatusAllocation], replaces: String? = nil, issuedBy: String? = nil, signedAt: Timestamp,
        verificationMethod: String, signatureDigest: [UInt8], signedBytes: [UInt8]
    ) {
        self.init(
            id: id, personID: personID, badgeBase: badgeBase, slug: slug, version: version,
            achievementID: achievementID, level: level, awardedDate: awardedDate, activityStart: activityStart,
            activityEnd: activityEnd, hours: hours, creditsEarned: creditsEarned, narrative: narrative,
            language: language, evidence: evidence, validUntil: validUntil, format: format,
            statusEntries: statusEntries, state: .issued, stateReason: nil, replaces: replaces, supersededBy: nil,
            issuedBy: issuedBy, signedAt: signedAt, verificationMethod: verificationMethod,
            signatureDigest: signatureDigest, sha256: SHA256.hash(signedBytes), signedBytes: signedBytes)
    }

    /// An award as it stands in the register.
    init(
        id: String, personID: String?, badgeBase: String, slug: String, version: Int, achievementID: String,
        level: Int?, awardedDate: CalendarDay, activityStart: CalendarDay?, activityEnd: CalendarDay?,
        hours: DecimalHundredths?, creditsEarned: DecimalHundredths?, narrative: String?, language: String,
        evidence: [EvidenceRecord], validUntil: Timestamp?, format: Format, statusEntries: [StatusAllocation],
        state: State, stateReason: String?, replaces: String?, supersededBy: String?, issuedBy: String?,
        signedAt: Timestamp, verificationMethod: String, signatureDigest: [UInt8], sha256: [UInt8],
        signedBytes: [UInt8]?
    ) {
        self.id = id
        self.personID = personID
        self.badgeBase = badgeBase
        self.slug = slug
        self.version = version
        self.achievementID = achievementID
        self.level = level
        self.awardedDate = awardedDate
        self.activityStart = activityStart
        self.activityEnd = activityEnd
        self.hours = hours
        self.creditsEarned = creditsEarned
        self.narrative = narrative
        self.language = language
        self.evidence = evidence
        self.validUntil = validUntil
        self.format = format
        self.statusEntries = statusEntries
        self.state = state
        self.stateReason = stateReason
        self.replaces = replaces
        self.supersededBy = supersededBy
        self.issuedBy = issuedBy
        self.signedAt = signedAt
        self.verificationMethod = verificationMethod
        self.signatureDigest = signatureDigest
        self.sha256 = sha256
        self.signedBytes = signedBytes
    }
}
