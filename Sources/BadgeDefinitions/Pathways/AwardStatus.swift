/// The stored status of an award; expired and not yet valid are computed from its days.
package enum AwardStatus: String, Sendable, Hashable, CaseIterable {
    case issued, suspended, revoked, superseded
}
