/// Finds the name that somebody probably meant, for "did you mean …".
package enum NearestName {
    /// Longer texts aren't names, and comparing them costs the product of their lengths.
    private static let maxLength = 64

    /// The candidate that takes the fewest keystrokes to reach, when they are few for the name's length.
    ///
    /// Counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment), after letters
    /// that differ in case or in the dots of ä, ö and å were made alike. Among equals the first in order of bytes.
    package static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= maxLength else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = folded(candidate)
            guard !other.isEmpty, other.count <= maxLength else { continue }
            let limit = max(1, max(wanted.count, other.count) / 3)
            guard abs(wanted.count - other.count) <= limit else { continue }
            let distance = distance(wanted, other)
            guard distance <= limit, distance < max(wanted.count, other.count) else { continue }
            guard let current = best else {
                best = (candidate, distance)
                continue
            }
            let comesFirst = candidate.utf8.lexicographicallyPrecedes(current.name.utf8)
            if distance < current.distance || (distance == current.distance && comesFirst) {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// `Did you mean "…"?`, when something is near.
    static func hint(_ name: String, among candidates: some Sequence<String>) -> String? {
        find(name, among: candidates).map { "Did you mean \"\($0)\"?" }
    }

    private static func folded(_ name: String) -> [UInt32] {
        name.prefix(maxLength + 1).unicodeScalars.map { scalar in
            switch scalar {
            case "A"..."Z": scalar.value + 32
            case "ä", "Ä", "å", "Å": 0x61
            case "ö", "Ö": 0x6F
            case "_", " ": 0x2D
            default: scalar.value
            }
        }
    }

    private static func distance(_ a: [UInt32], _ b: [UInt32]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for (j, y) in b.enumerated() {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1))
                if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
