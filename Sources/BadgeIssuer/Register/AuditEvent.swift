/// What happened, as a code of the audit trail.
package struct AuditEvent: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let registerCreated = AuditEvent(rawValue: "register.created")
    package static let registerRestored = AuditEvent(rawValue: "register.restored")
    package static let personAdded = AuditEvent(rawValue: "person.added")
    package static let personCompleted = AuditEvent(rawValue: "person.completed")
    package static let personErased = AuditEvent(rawValue: "person.erased")
    package static let definitionPublished = AuditEvent(rawValue: "definition.published")
    package static let definitionRetired = AuditEvent(rawValue: "definition.retired")
    package static let awardIssued = AuditEvent(rawValue: "award.issued")
    package static let awardSuperseded = AuditEvent(rawValue: "award.superseded")
    package static let awardRevoked = AuditEvent(rawValue: "award.revoked")
    package static let awardSuspended = AuditEvent(rawValue: "award.suspended")
    package static let awardReinstated = AuditEvent(rawValue: "award.reinstated")
    package static let sitePublished = AuditEvent(rawValue: "site.published")

    package static let applicationSubmitted = AuditEvent(rawValue: "application.submitted")
    package static let applicationReturned = AuditEvent(rawValue: "application.returned")
    package static let applicationApproved = AuditEvent(rawValue: "application.approved")
    package static let applicationRejected = AuditEvent(rawValue: "application.rejected")
    package static let applicationWithdrawn = AuditEvent(rawValue: "application.withdrawn")
    package static let enrolmentAdded = AuditEvent(rawValue: "enrolment.added")
    package static let enrolmentLeft = AuditEvent(rawValue: "enrolment.left")
    package static let enrolmentCompleted = AuditEvent(rawValue: "enrolment.completed")
    package static let enrolmentReview = AuditEvent(rawValue: "enrolment.review")
    package static let enrolmentRevoked = AuditEvent(rawValue: "enrolment.revoked")
    package static let certificateShown = AuditEvent(rawValue: "certificate.shown")
    package static let transcriptIssued = AuditEvent(rawValue: "transcript.issued")
    package static let transcriptWithdrawn = AuditEvent(rawValue: "transcript.withdrawn")
    package static let personBound = AuditEvent(rawValue: "person.bound")
    package static let challengeGiven = AuditEvent(rawValue: "binding.challenge-given")
    package static let consentGiven = AuditEvent(rawValue: "consent.given")
    package static let consentWithdrawn = AuditEvent(rawValue: "consent.withdrawn")
}
