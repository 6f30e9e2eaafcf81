package import Encodings

/// What is left to do on a pathway, the way that takes the least work.
package struct PathwaySteps: Sendable, Hashable {
    /// Badges to earn, those with less work first; one that is held already is meant on a higher level.
    package let badges: [BadgeOption]
    /// The work of all of them.
    package let hours: DecimalHundredths
    /// How many items a certificate of competence has to have; nothing when none is missing.
    package let certificateItems: Int?
    /// Whether there is no way with less work; false where there were too many ways to look at all.
    package let isCheapest: Bool

    /// - Parameter options: the badges that are on offer.
    /// - Returns: nothing for a pathway that is complete, or that can't be completed with what is on offer. Among ways
    ///   with the same work always the same one, whatever the order of the options.
    package static func cheapest(
        after evaluation: PathwayEvaluation, among options: [BadgeOption]
    ) -> PathwaySteps? {
        guard !evaluation.isComplete else { return nil }
        var search = PathwaySearch(evaluation.state, options: options)
        guard let found = search.run() else { return nil }
        let missing = evaluation.completion.leaves.compactMap { part -> Int? in
            if case .certificate(let items) = part.rule, !part.isMet { items } else { nil }
        }
        return PathwaySteps(
            badges: found, hours: found.reduce(.zero) { $0 + $1.hours }, certificateItems: missing.max(),
            isCheapest: search.isExhaustive)
    }
}
