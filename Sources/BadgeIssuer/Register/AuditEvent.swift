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
}
