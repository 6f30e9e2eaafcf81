/// What each context makes of which words, as far as documents have asked for it.
///
/// A value: a walk takes it once and then reads without a lock.
struct TermMemory: Sendable {
    private struct Entry: Sendable {
        let scope: TermScope
        let place: ActiveTerms.Place
        let step: ActiveTerms.Step
    }

    /// So many steps are kept; real documents need some twenty, and a stranger's shall not fill the memory.
    static let maxCount = 400

    /// The steps from each combination of words, by its number.
    private var entries: [[Entry]] = [[]]
    private var count = 0

    var isFull: Bool { count >= Self.maxCount }
    /// The number of the next combination that comes to be remembered.
    var nextNumber: Int { entries.count }

    func step(from active: ActiveTerms, by scope: TermScope, as place: ActiveTerms.Place) -> ActiveTerms.Step? {
        guard let number = active.number else { return nil }
        let known = entries[number]
        for index in known.indices where known[index].scope === scope && known[index].place == place {
            return known[index].step
        }
        return nil
    }

    mutating func remember(
        _ step: ActiveTerms.Step, from active: ActiveTerms, by scope: TermScope, as place: ActiveTerms.Place
    ) {
        guard let number = active.number else { return }
        entries[number].append(Entry(scope: scope, place: place, step: step))
        count += 1
        if case .other(let other) = step, other.number == entries.count { entries.append([]) }
    }
}
