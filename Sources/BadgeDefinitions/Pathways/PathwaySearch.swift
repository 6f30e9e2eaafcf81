import Encodings

/// Looks for the badges that complete a pathway with the least work.
///
/// Best first: a set of badges is followed up in the order of its own work and the least that is still missing, so the
/// first complete one is the cheapest. Files can be made for which that takes for ever; after `maxSteps` the most
/// promising set is completed without looking at the others.
struct PathwaySearch {
    /// Sets looked at; the sample pathways take some dozens.
    static let maxSteps = 3000
    /// Badges on offer that are looked at, those with less work first; more would only cost time.
    static let maxOptions = 300

    private let bound: PathwayBound
    private let start: PathwayTally
    private(set) var isExhaustive = true

    /// A set of badges; of the options, those before `next` have been decided on.
    private struct Node {
        var tally: PathwayTally
        var chosen: [Int]
        var hours: Int
        var next: Int
        /// The work of what is chosen, and at least that of what is missing.
        var least: Int
        var isMet: Bool
    }

    init(_ state: PathwayState, options: [BadgeOption]) {
        let places = PathwayPlaces(state.pathway)
        var seen: Set<BadgeKey> = []
        let useful = options.sorted(by: BadgeOption.comesFirst).filter { option in
            option.badge != state.pathway.milestone
                && places.hasPlace(option.badge, isMilestone: option.isMilestone)
                && seen.insert(option.badge).inserted
        }
        bound = PathwayBound(state.pathway, options: Array(useful.prefix(Self.maxOptions)))
        start = PathwayTally(state)
        isExhaustive = useful.count <= Self.maxOptions
    }

    /// The badges in their order, or nothing when all together don't complete the pathway.
    mutating func run() -> [BadgeOption]? {
        guard let root = node(start, chosen: [], hours: 0, next: 0) else { return nil }
        var open = [root]
        var steps = 0
        while let node = open.popLast() {
            if node.isMet { return node.chosen.map { bound.options[$0] } }
            steps += 1
            if steps > Self.maxSteps {
                isExhaustive = false
                return complete(node)
            }
            for child in children(of: node) { insert(child, into: &open) }
        }
        return nil
    }

    /// Follows the better child only.
    private func complete(_ node: Node) -> [BadgeOption]? {
        var node = node
        while !node.isMet {
            guard let next = children(of: node).min(by: { $0.least < $1.least }) else { return nil }
            node = next
        }
        return node.chosen.map { bound.options[$0] }
    }

    /// With the next option that brings the pathway further, and without it.
    private func children(of node: Node) -> [Node] {
        var next = node.next
        while next < bound.options.count, !bound.helps(next, node.tally) { next += 1 }
        guard next < bound.options.count else { return [] }
        var tally = node.tally
        tally.add(bound.options[next])
        return [
            self.node(
                tally, chosen: node.chosen + [next], hours: node.hours + bound.options[next].hours.hundredths,
                next: next + 1),
            self.node(node.tally, chosen: node.chosen, hours: node.hours, next: next + 1),
        ].compactMap(\.self)
    }

    private func node(_ tally: PathwayTally, chosen: [Int], hours: Int, next: Int) -> Node? {
        let answer = bound.of(tally, from: next)
        guard let least = answer.least else { return nil }
        return Node(
            tally: tally, chosen: chosen, hours: hours, next: next, least: hours + least, isMet: answer.isMet)
    }

    /// The most promising stands last; among equals the one that came first.
    private func insert(_ node: Node, into open: inout [Node]) {
        var (low, high) = (0, open.count)
        while low < high {
            let middle = (low + high) / 2
            if open[middle].least > node.least { low = middle + 1 } else { high = middle }
        }
        // Among equals the further one is nearer to its end.
        while low < open.count, open[low].least == node.least, open[low].next < node.next { low += 1 }
        open.insert(node, at: low)
    }
}
