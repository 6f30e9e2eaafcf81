/// The steps in an award's life that its issuer takes by hand (revoking is final).
package enum StatusChange: String, Sendable, CaseIterable {
    case revoke, suspend, reinstate

    /// What the award is afterwards.
    package var goal: AwardRecord.State {
        switch self {
        case .revoke: .revoked
        case .suspend: .suspended
        case .reinstate: .issued
        }
    }

    /// The reasons that make sense for it; the first is the one that holds when none is given.
    package var reasons: [StatusReason] {
        switch self {
        case .revoke: [.error, .correction, .fraud, .holderRequest, .requirementsLapsed]
        case .suspend: [.underReview, .error, .fraud, .holderRequest, .requirementsLapsed]
        case .reinstate: [.cleared, .error, .holderRequest]
        }
    }

    var event: AuditEvent {
        switch self {
        case .revoke: .awardRevoked
        case .suspend: .awardSuspended
        case .reinstate: .awardReinstated
        }
    }
}
