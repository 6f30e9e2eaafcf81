import Encodings

/// Finds credentials that fill the places of a requirement: each place its own, and no two that are the same work.
///
/// Places are filled in the order of the file, each with the first credential in the order of candidates that leaves the
/// other places fillable. The same input gives the same answer whatever the order of the files.
struct RequirementMatcher {
    /// A place in the order of candidates: the lower rank first, then fewer hours, then the smaller id.
    struct Candidate {
        let index: Int
        let rank: Int
        let hours: DecimalHundredths
    }

    /// The candidates' rank for a leaf, or `nil` for those that it can't be met by.
    let rank: (Int, RecognitionLeaf) -> Int?
    let hours: (Int) -> DecimalHundredths
    let count: Int
    /// Whether two credentials can't stand together.
    let isConflict: (Int, Int) -> Bool
    /// Whether what has no hours is left out of pools, where it would be used up for nothing.
    let skipsIdle: Bool
    /// Completes a full set by further credentials where that is allowed, or says that it won't do.
    let complete: (_ chosen: [Int], _ way: [RequirementSlot]) -> [Int]?

    /// Tries that one rule gets. Without conflicts none is in vain; more than this is a made-up file.
    private static let maxTries = 20_000

    func candidates(for leaves: [RecognitionLeaf], inPool: Bool) -> [Candidate] {
        (0..<count)
            .compactMap { index -> Candidate? in
                guard !skipsIdle || !inPool || hours(index) > .zero,
                    let rank = leaves.compactMap({ rank(index, $0) }).min()
                else { return nil }
                return Candidate(index: index, rank: rank, hours: hours(index))
            }
            .sorted { ($0.rank, $0.hours, $0.index) < ($1.rank, $1.hours, $1.index) }
    }

    /// For each place the credentials that could fill it.
    func candidates(for way: [RequirementSlot]) -> [[Int]] {
        way.map { candidates(for: $0.leaves, inPool: $0.pool != nil).map(\.index) }
    }

    /// The first set that meets one of the ways.
    func match(_ ways: [[RequirementSlot]]) -> [Int]? {
        var tries = 0
        for way in ways {
            let candidates = candidates(for: way)
            var chosen: [Int] = []
            if let set = search(way, candidates, &chosen, &tries) { return set }
        }
        return nil
    }

    private func search(
        _ way: [RequirementSlot], _ candidates: [[Int]], _ chosen: inout [Int], _ tries: inout Int
    ) -> [Int]? {
        let slot = chosen.count
        guard slot < way.count else { return complete(chosen, way) }
        var start = candidates[slot].startIndex
        // Places of one pool are alike: filling them in another order would be the same set again.
        if slot > 0, way[slot].pool != nil, way[slot].pool == way[slot - 1].pool,
            let last = candidates[slot].firstIndex(of: chosen[slot - 1])
        {
            start = last + 1
        }
        for index in candidates[slot][start...] where !chosen.contains(index) {
            tries += 1
            guard tries <= Self.maxTries else { return nil }
            guard !chosen.contains(where: { isConflict($0, index) }) else { continue }
            chosen.append(index)
            if isFillable(candidates, from: slot + 1, without: chosen),
                let set = search(way, candidates, &chosen, &tries)
            {
                return set
            }
            chosen.removeLast()
        }
        return nil
    }

    /// Whether the remaining places can be filled with distinct credentials (augmenting paths).
    private func isFillable(_ candidates: [[Int]], from slot: Int, without chosen: [Int]) -> Bool {
        unfilled(candidates, from: slot, without: chosen).isEmpty
    }

    /// Places for which no credential is left when as many as possible are filled.
    func unfilled(_ candidates: [[Int]], from first: Int = 0, without chosen: [Int] = []) -> [Int] {
        var holder: [Int: Int] = [:]
        func place(_ slot: Int, _ seen: inout Set<Int>) -> Bool {
            for index in candidates[slot] where !chosen.contains(index) && seen.insert(index).inserted {
                if let other = holder[index], !place(other, &seen) { continue }
                holder[index] = slot
                return true
            }
            return false
        }
        return candidates.indices.filter { slot in
            guard slot >= first else { return false }
            var seen: Set<Int> = []
            return !place(slot, &seen)
        }
    }
}
