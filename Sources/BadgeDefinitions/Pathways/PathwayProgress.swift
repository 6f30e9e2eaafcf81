import Encodings

/// How many of the places that a pathway has for badges are filled, as people say it: 6/8.
///
/// Places stand for the badges that groups and rules ask for, and for free ones where more are asked in all. A badge
/// without a place of its own fills a free one. Hours, categories and certificates have no places: with all of them
/// filled, some of those may still be missing.
package struct PathwayProgress: Sendable, Hashable, CustomStringConvertible {
    package let done: Int
    /// The same for everybody on the pathway.
    package let of: Int

    package var description: String { "\(done)/\(of)" }

    /// - Parameter badges: how many different badges count.
    init(of part: PathwayPart, badges: Int) {
        let places = Self.places(part, badges: badges)
        if places.of > 0 {
            (done, of) = places
        } else {
            let leaves = part.leaves
            (done, of) = (part.isMet ? leaves.count : leaves.count(where: \.isMet), leaves.count)
        }
    }

    private static func places(_ part: PathwayPart, badges: Int) -> (done: Int, of: Int) {
        switch part.rule {
        case .hours, .categories, .certificate: return (0, 0)
        case .badge, .group, .badges: return (min(part.wholeHave, part.wholeNeed), part.wholeNeed)
        case .allOf:
            var (done, of, total) = (0, 0, 0)
            for child in part.parts {
                if case .badges(let min) = child.rule {
                    total = max(total, min)
                } else {
                    let places = places(child, badges: badges)
                    (done, of) = (done + places.done, of + places.of)
                }
            }
            let free = max(0, total - of)
            return (done + min(free, max(0, badges - done)), of + free)
        case .anyOf:
            // The number of places may not depend on which way a learner takes.
            let children = part.parts.map { places($0, badges: badges) }
            let of = children.map(\.of).min() ?? 0
            if part.isMet { return (of, of) }
            return (children.map { $0.of == 0 ? 0 : $0.done * of / $0.of }.max() ?? 0, of)
        }
    }
}
