/// What a kind of receiver demands, and how it wants to be answered: `passport.policy/1`.
public struct ReceiverPolicy: Sendable, Hashable {
    public static let format = "passport.policy/1"

    public var name: String
    /// How reports are written; nothing for the full report.
    public var voice: ReportVoice?
    public var demands = PolicyDemands()
    /// Days after which a status list says nothing any more.
    public var maxStatusAgeDays: Int?
    /// The same for a list that came from the holder.
    public var maxHolderStatusAgeDays: Int?

    public init(name: String) { self.name = name }

    /// Puts the demands into what the verifier is asked.
    public func apply(to policy: inout VerificationPolicy) {
        policy.demands = demands
        if let maxStatusAgeDays { policy.maxStatusAgeDays = min(policy.maxStatusAgeDays, maxStatusAgeDays) }
        if let maxHolderStatusAgeDays {
            policy.maxHolderStatusAgeDays = min(policy.maxHolderStatusAgeDays, maxHolderStatusAgeDays)
        }
    }
}

/// For whom a report is written.
public enum ReportVoice: String, Sendable, CaseIterable {
    /// An employer, say: three answers, no words of the trade.
    case plain
    /// An admissions officer, say: all that a decision rests on.
    case exact
}
