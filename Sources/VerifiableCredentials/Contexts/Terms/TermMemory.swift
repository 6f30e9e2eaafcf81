/// What each context makes of which words, as far as documents have asked for it.
///
/// A value: a walk takes it once and then reads without a lock.
struct TermMemory: Sendable {
    /// The steps from one combination of words.
    private struct Steps: Sendable {
        /// Which scope and which place each step is for. A step's scope is kept beside it, so that nothing else comes
        /// to have its identity.
        var keys: [Key] = []
        var steps: [(scope: TermScope, step: ActiveTerms.Step)] = []
    }

    private struct Key: Sendable, Equatable {
        let scope: ObjectIdentifier
        let place: ActiveTerms.Place
    }

    /// So many steps are kept; real documents need some twenty, and a stranger's shall not fill the memory.
    static let maxCount = 400

    /// The steps from each combination of words, by its number.
    private var entries = [Steps()]
    private var count = 0

    var isFull: Bool { count >= Self.maxCount }
    /// The number of the next combination that comes to be remembered.
    var nextNumber: Int { entries.count }

    func step(from active: ActiveTerms, by scope: TermScope, as place: ActiveTerms.Place) -> ActiveTerms.Step? {
        guard let number = active.number else { return nil }
        let key = Key(scope: ObjectIdentifier(scope), place: place)
        return entries[number].keys.firstIndex(of: key).map { entries[number].steps[$0].step }
    }

    mutating func remember(
        _ step: ActiveTerms.Step, from active: ActiveTerms, by scope: TermScope, as place: ActiveTerms.Place
    ) {
        guard let number = active.number else { return }
        entries[number].keys.append(Key(scope: ObjectIdentifier(scope), place: place))
        entries[number].steps.append((scope, step))
        count += 1
        if case .other(let other) = step, other.number == entries.count { entries.append(Steps()) }
    }
}
