/// Why a credential or a rule didn't give all that it might have, in the order in which reasons are named: the first is
/// the headline.
package enum RecognitionReason: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Its form, contexts, signature, key's owner, claims, schema or the badge's own rules don't hold or can't be told.
    case notVerified = "NOT_VERIFIED"
    /// It names somebody else.
    case subjectMismatch = "SUBJECT_MISMATCH"
    /// It names nobody that could be compared.
    case subjectUnproven = "SUBJECT_UNPROVEN"
    case revoked = "REVOKED"
    case suspended = "SUSPENDED"
    /// Whether it was withdrawn can't be told, or not by a list that is young enough.
    case statusUnknown = "STATUS_UNKNOWN"
    /// The rules don't trust the issuer, or it isn't certain that it was this issuer.
    case issuerNotTrusted = "ISSUER_NOT_TRUSTED"
    /// Valid only after the day of application.
    case notYetValid = "NOT_YET_VALID"
    /// Expired before the day of application.
    case expired = "EXPIRED"
    /// Awarded too long before the day of application.
    case tooOld = "TOO_OLD"
    /// Of a type that the rules never credit.
    case excludedType = "EXCLUDED_TYPE"
    /// Credited by an earlier decision.
    case alreadyRecognised = "ALREADY_RECOGNISED"
    /// Stands in another applicant's file, too.
    case sharedCredential = "SHARED_CREDENTIAL"
    /// Its applicant has a second application in the run.
    case repeatedApplicant = "REPEATED_APPLICANT"
    /// Another credential of the file for the same achievement takes its place.
    case supersededInSet = "SUPERSEDED_IN_SET"
    /// The same work as a credential that a rule has used: a milestone and its members.
    case partOfCounted = "PART_OF_COUNTED"
    /// Rests on the same evidence as a credential that a rule has used.
    case duplicateEvidence = "DUPLICATE_EVIDENCE"
    /// What the rule asks for was used by an earlier rule.
    case alreadyUsed = "ALREADY_USED"
    case levelTooLow = "LEVEL_TOO_LOW"
    case hoursShort = "HOURS_SHORT"
    case evidenceTooWeak = "EVIDENCE_TOO_WEAK"
    /// The limit of the group leaves no room.
    case capGroup = "CAP_GROUP"
    /// The limit on all credits leaves no room.
    case capTotal = "CAP_TOTAL"
    /// No rule has a use for it.
    case noRule = "NO_RULE"

    /// What a reason does to a credential.
    package enum Weight: Sendable {
        /// No rule may rest on it.
        case refuses
        /// A rule that rests on it goes to an officer.
        case asksOfficer
        /// It says what became of it.
        case informs
    }

    package var weight: Weight {
        switch self {
        case .subjectUnproven, .statusUnknown, .sharedCredential, .repeatedApplicant, .duplicateEvidence: .asksOfficer
        case .notVerified, .subjectMismatch, .revoked, .suspended, .issuerNotTrusted, .notYetValid, .expired, .tooOld,
            .excludedType, .alreadyRecognised, .supersededInSet, .partOfCounted:
            .refuses
        case .alreadyUsed, .levelTooLow, .hoursShort, .evidenceTooWeak, .capGroup, .capTotal, .noRule: .informs
        }
    }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: RecognitionReason, right: RecognitionReason) -> Bool { left.place < right.place }
}
