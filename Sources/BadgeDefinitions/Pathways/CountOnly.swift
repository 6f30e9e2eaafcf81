/// Which awards count towards a pathway.
package struct CountOnly: Sendable, Hashable {
    package let status: [AwardStatus]
    package let notExpired: Bool
    /// An award of this age in months or older doesn't count; `nil` is no limit.
    package let maxAgeMonths: Int?

    package init(status: [AwardStatus], notExpired: Bool, maxAgeMonths: Int?) {
        self.status = status
        self.notExpired = notExpired
        self.maxAgeMonths = maxAgeMonths
    }

    /// What a pathway means that says nothing of it.
    package static let standard = CountOnly(status: [.issued], notExpired: true, maxAgeMonths: nil)
}
